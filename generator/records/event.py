"""Events: what is on, when and where."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import Field

from generator.records.fields import (
    Id,
    Labelled,
    Line,
    Model,
    Moment,
    Prose,
    Reference,
    WebAddress,
    distinct_ids,
    exactly_one,
    ordered,
)
from generator.records.record import Record


class EventKind(Labelled):
    """The kinds of events that the opinion names (三(一), 三(三), 三(四), 四(二)1)."""

    BRIEFING = "briefing", "宣讲会"
    CONSULTATION = "consultation", "招募咨询会"
    EXCHANGE = "exchange", "交流会"
    SYMPOSIUM = "symposium", "座谈会"
    THEME_DAY = "theme-day", "主题党团日"
    CLASS_MEETING = "class-meeting", "主题班会"
    FORUM = "forum", "主题论坛"
    WORKSHOP = "workshop", "工作研讨"
    LECTURE = "lecture", "主题报告"
    TRAINING = "training", "岗前培训"
    SEND_OFF = "send-off", "出征仪式"
    VISIT = "visit", "走访"
    DEADLINE = "deadline", "截止"
    OTHER = "other", "其他活动"


class Status(Labelled):
    """How a date stands. Source: schema.org EventStatusType, and iCalendar's CANCELLED."""

    SCHEDULED = "scheduled", "如期"
    POSTPONED = "postponed", "延期，时间待定"
    RESCHEDULED = "rescheduled", "改期"
    RELOCATED = "relocated", "改地点"
    ONLINE = "online", "改为线上"
    CANCELLED = "cancelled", "取消"


class Venue(Model):
    """Where an event takes place."""

    campus: Line | None = Field(default=None, title="校区", description="在哪个校区。")
    room: Line | None = Field(default=None, title="地点", description="楼和房间。")
    address: Line | None = Field(default=None, title="地址", description="校外活动的详细地址。")


class Former(Model):
    """What a date was before it was changed."""

    start: Moment | None = Field(default=None, title="原定时间", description="改期以前的开始时间。")
    venue: Venue | None = Field(default=None, title="原定地点", description="改地点以前的地点。")


class EventDate(Model):
    """One date of an event."""

    id: Id | None = Field(
        default=None, title="编号", description="同一天有两场时才要写，写了就不再改。"
    )
    start: Moment = Field(title="开始", description="开始时间，例如 2026-03-01T14:30。")
    end: Moment | None = Field(
        default=None, title="结束", description="结束时间；开始只写日期时，结束也只写日期。"
    )
    status: Status = Field(
        default=Status.SCHEDULED, title="状况", description="改期、取消等，不写就是如期。"
    )
    previous: tuple[Former, ...] = Field(
        default=(), title="更改以前", description="更改以前的时间或地点，按先后。"
    )
    note: Line | None = Field(default=None, title="说明", description="对这一场的一句说明。")

    def model_post_init(self, context: object, /) -> None:
        ordered(self.start, self.end, at="end")

    @property
    def key(self) -> str:
        """What tells the date from the event's others, for ever: its id, or the day for which it
        was announced first."""
        former = next((before.start for before in self.previous if before.start), self.start)
        return self.id or day_of(former).isoformat()

    @property
    def all_day(self) -> bool:
        """Whether the date has no time of day."""
        return not isinstance(self.start, datetime)

    @property
    def first_day(self) -> date:
        """The day on which the date starts."""
        return day_of(self.start)

    @property
    def last_day(self) -> date:
        """The day on which the date ends, itself included."""
        return day_of(self.end) if self.end else self.first_day


UNNAMED_SPEAKER = "优秀志愿者（未公开姓名）"
"""Stands for a volunteer who speaks and may not be named."""


class Speaker(Model):
    """A volunteer who speaks at an event, or somebody else by name."""

    volunteer: Annotated[Id, Reference("volunteers")] | None = Field(
        default=None, title="志愿者", description="发言的志愿者的编号。"
    )
    name: Line | None = Field(default=None, title="姓名", description="其他发言人的姓名。")
    title: Line | None = Field(default=None, title="身份", description="发言人的单位或身份。")

    def model_post_init(self, context: object, /) -> None:
        exactly_one(volunteer=self.volunteer, name=self.name)


class Registration(Model):
    """How and when to register."""

    url: WebAddress | None = Field(default=None, title="报名网址", description="在哪里报名。")
    opens: Moment | None = Field(default=None, title="报名开始", description="从何时起可以报名。")
    closes: Moment | None = Field(default=None, title="报名截止", description="报名的最后时间。")

    def model_post_init(self, context: object, /) -> None:
        opens, closes = self.opens, self.closes
        if opens and closes and isinstance(opens, datetime) != isinstance(closes, datetime):
            opens, closes = day_of(opens), day_of(closes)
        ordered(opens, closes, at="closes")


class Event(Record):
    """Something that takes place on one or more dates."""

    collection: ClassVar = "events"
    label: ClassVar = "活动"
    noun: ClassVar = "event"

    title: Line = Field(title="名称", description="活动的名称。")
    kind: EventKind = Field(title="类型", description="活动的类型，例如 briefing（宣讲会）。")
    dates: tuple[EventDate, ...] = Field(
        min_length=1, title="场次", description="每一场的时间，一场一项。"
    )
    venue: Venue | None = Field(default=None, title="地点", description="校区、地点或地址。")
    online: WebAddress | None = Field(
        default=None, title="线上网址", description="线上参加的网址。"
    )
    organiser: Annotated[Id, Reference("units")] | None = Field(
        default=None, title="主办", description="主办单位的编号，在 units 文件夹里。"
    )
    audience: tuple[Line, ...] = Field(default=(), title="面向", description="给谁参加。")
    speakers: tuple[Speaker, ...] = Field(
        default=(), title="到场的人", description="到场的志愿者或其他发言人。"
    )
    registration: Registration | None = Field(
        default=None, title="报名", description="在哪里报名，起止时间。"
    )
    policies: tuple[Annotated[Id, Reference("policies")], ...] = Field(
        default=(), title="相关政策", description="会讲到的政策的编号。"
    )
    summary: Line | None = Field(default=None, title="简介", description="一两句话说清活动。")
    body: Prose | None = Field(default=None, title="正文", description="详细说明，可以分段。")
    recap: Annotated[Id, Reference("stories")] | None = Field(
        default=None, title="回顾", description="活动以后的报道的编号。"
    )
    uid: Line | None = Field(
        default=None,
        title="日历编号",
        description="从日历文件导入时记下的 UID，再导入时靠它认出来，不公开。",
    )

    def model_post_init(self, context: object, /) -> None:
        distinct_ids(
            (("dates", i, "id" if date.id else "start"), date.key)
            for i, date in enumerate(self.dates)
        )

    @property
    def heading(self) -> str:
        """The event's title."""
        return self.title


def day_of(moment: date) -> date:
    """The day of a day or of a time."""
    return moment.date() if isinstance(moment, datetime) else moment
