"""Notices: lists shown for objections (公示, 三(二)) and announcements, for their period only."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.records.fields import Day, Labelled, Line, Model, Prose, ordered
from generator.records.record import Record


class NoticeKind(Labelled):
    """What a notice is."""

    PUBLIC_NOTICE = "public-notice", "公示"
    ANNOUNCEMENT = "announcement", "公告"


class Period(Model):
    """The days of a notice, both included."""

    from_: Day = Field(alias="from", title="开始", description="公示的第一天。")
    until: Day = Field(title="结束", description="公示的最后一天。")

    def model_post_init(self, context: object, /) -> None:
        ordered(self.from_, self.until, at="until")


class Listed(Model):
    """A person on a list. There are no other columns: a notice shows no more than is needed."""

    name: Line = Field(title="姓名", description="名单上的姓名。")
    college: Line | None = Field(default=None, title="学院", description="所在学院。")
    grade: Line | None = Field(default=None, title="年级", description="所在年级。")
    major: Line | None = Field(default=None, title="专业", description="所学专业。")
    class_: Line | None = Field(default=None, alias="class", title="班级", description="所在班级。")


class Objections(Model):
    """Where objections go."""

    contact: Line = Field(title="受理单位", description="受理意见的单位。")
    phone: Line | None = Field(default=None, title="电话", description="办公电话。")
    email: Line | None = Field(default=None, title="邮箱", description="办公邮箱。")


class Notice(Record):
    """A notice with a period."""

    collection: ClassVar = "notices"
    label: ClassVar = "公示公告"
    noun: ClassVar = "notice"

    title: Line = Field(title="标题", description="公示或公告的标题。")
    kind: NoticeKind = Field(title="类型", description="public-notice 公示，announcement 公告。")
    number: Line | None = Field(default=None, title="文号", description="发文字号。")
    period: Period = Field(title="公示期", description="起止日期，期满后名单自动撤下。")
    body: Prose | None = Field(default=None, title="正文", description="公示正文。")
    people: tuple[Listed, ...] = Field(default=(), title="名单", description="公示的人员。")
    objections: Objections | None = Field(
        default=None, title="意见受理", description="有意见向谁提。"
    )

    @property
    def heading(self) -> str:
        """The notice's title."""
        return self.title
