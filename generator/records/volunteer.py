"""Volunteers: who they are, where they serve, and what of it they agreed to publish."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from generator.records.fields import (
    Day,
    Flag,
    Id,
    Labelled,
    Line,
    Model,
    Prose,
    ReducedDate,
    Reference,
    WebAddress,
    Year,
    ordered,
    refused,
    written,
)
from generator.records.place import Province
from generator.records.record import Record


class Group(Labelled):
    """The groups of fields to which a volunteer consents, each by itself.

    A field of :class:`Volunteer` names its group in its annotation; a field without a group is
    shown on every profile.
    """

    NAME = "name", "姓名"
    STUDY = "study", "学院和专业"
    PLACEMENT = "placement", "服务经历"
    PORTRAIT = "portrait", "照片"
    STORY = "story", "故事"
    AFTER = "after", "期满去向"


class Project(Labelled):
    """The two projects that the opinion distinguishes (四(一)1)."""

    OUTSIDE = "outside", "省外项目"
    INSIDE = "inside", "省内项目"

    @property
    def short(self) -> str:
        """The project in a person's line: 省外, 省内."""
        return self.label.removesuffix("项目")


class Degree(Labelled):
    """What a volunteer graduated with."""

    ASSOCIATE = "associate", "专科"
    BACHELOR = "bachelor", "本科"
    MASTER = "master", "硕士"
    DOCTOR = "doctor", "博士"


class Placement(Model):
    """Where a volunteer served, and from when to when."""

    province: Province = Field(title="省份", description="服务地所在的省级地区，例如 新疆。")
    county: Line | None = Field(default=None, title="县市", description="服务地所在的县、市、区。")
    host: Line | None = Field(default=None, title="服务单位", description="志愿者服务的单位。")
    post: Line | None = Field(default=None, title="岗位", description="做什么工作，例如 教师。")
    start: ReducedDate = Field(title="开始", description="到岗的年月或日期，例如 2024-08。")
    end: ReducedDate | None = Field(
        default=None, title="结束", description="离岗的年月或日期，仍在岗就不写。"
    )

    def model_post_init(self, context: object, /) -> None:
        ordered(self.start, self.end, at="end")


class Mentor(Model):
    """The mentor whom the project office engages (三(四)); shown only if they agree as well."""

    name: Line = Field(title="导师姓名", description="校项目办聘请的导师。")
    consent: Flag = Field(title="导师同意公开", description="导师本人是否同意公开姓名。")


class TimelineEntry(Model):
    """One thing that happened, and when."""

    date: ReducedDate = Field(title="时间", description="年月或日期，例如 2024-08。")
    text: Line = Field(title="经过", description="发生了什么，一句话。")
    event: Annotated[Id, Reference("events")] | None = Field(
        default=None, title="相关活动", description="有记录的活动的编号。"
    )


class Coverage(Model):
    """A report about the volunteer elsewhere."""

    title: Line = Field(title="标题", description="报道的标题。")
    outlet: Line = Field(title="媒体", description="发表在哪里。")
    url: WebAddress | None = Field(default=None, title="网址", description="报道的网址。")
    date: Day = Field(title="日期", description="发表的日期。")


class AfterService(Model):
    """What the volunteer did after the service."""

    on: ReducedDate = Field(title="时间", description="期满后去向确定的年月。")
    text: Line = Field(title="去向", description="期满后的工作或学习，一句话。")


class Consent(Model):
    """What the volunteer agreed to publish, and for how long.

    Source: Personal Information Protection Law (个人信息保护法), articles 13, 14 and 15.
    """

    granted: Day = Field(title="同意日期", description="本人签署同意书的日期，从这一天起公开。")
    covers: tuple[Group, ...] = Field(
        min_length=1,
        title="同意公开的内容",
        description="本人同意公开的几组内容，例如 name、story。",
    )
    until: Day | None = Field(
        default=None, title="同意到期", description="同意的最后一天，不写表示到撤回为止。"
    )
    record: Line | None = Field(
        default=None, title="同意书存放处", description="签字的同意书放在哪里，不公开。"
    )
    withdrawn: Day | None = Field(
        default=None, title="撤回日期", description="本人撤回同意的日期，从这一天起不再公开。"
    )

    def model_post_init(self, context: object, /) -> None:
        ordered(self.granted, self.until, at="until")
        if self.withdrawn and self.withdrawn < self.granted:
            raise refused(
                "withdrawn-before-granted",
                at="withdrawn",
                withdrawn=written(self.withdrawn),
                granted=written(self.granted),
            )


_FIRST_COHORT = 2000
"""No volunteer left before: a year of birth, or a slip."""


def _cohort(year: int) -> int:
    if year < _FIRST_COHORT:
        raise refused("not-a-cohort", value=str(year), first=str(_FIRST_COHORT))
    return year


class Volunteer(Record):
    """A graduate who serves, or served, under the Western Plan."""

    collection: ClassVar = "volunteers"
    label: ClassVar = "志愿者"
    noun: ClassVar = "volunteer"

    name: Annotated[Line | None, Group.NAME] = Field(
        title="姓名", description="志愿者的姓名，本人同意后公开。"
    )
    pinyin: Annotated[Line | None, Group.NAME] = Field(
        default=None, title="拼音", description="姓名的拼音，多音字读错时才需要写。"
    )
    college: Annotated[Id | None, Reference("units"), Group.STUDY] = Field(
        default=None, title="学院", description="所在学院的编号，在 units 文件夹里。"
    )
    major: Annotated[Line | None, Group.STUDY] = Field(
        default=None, title="专业", description="所学专业。"
    )
    degree: Annotated[Degree | None, Group.STUDY] = Field(
        default=None, title="学历", description="毕业时的学历层次。"
    )
    cohort: Annotated[Year, AfterValidator(_cohort)] = Field(
        title="届", description="毕业并出发的年份，例如 2024。"
    )
    project: Project = Field(title="项目", description="outside 省外项目，inside 省内项目。")
    programme: Annotated[Line | None, Group.PLACEMENT] = Field(
        default=None, title="专项", description="服务专项的名称。"
    )
    placements: Annotated[tuple[Placement, ...], Group.PLACEMENT] = Field(
        default=(), title="服务经历", description="在哪里服务，从何时到何时，按时间先后。"
    )
    mentor: Annotated[Mentor | None, Group.PLACEMENT] = Field(
        default=None, title="导师", description="服务期内的导师，导师也同意才公开。"
    )
    honours: Annotated[tuple[Annotated[Id, Reference("honours")], ...], Group.STORY] = Field(
        default=(), title="表彰", description="获得的表彰的编号，在 honours 文件夹里。"
    )
    portrait: Annotated[Id | None, Reference("media"), Group.PORTRAIT] = Field(
        default=None, title="照片", description="照片的编号，在 media 文件夹里。"
    )
    summary: Annotated[Line | None, Group.STORY] = Field(
        default=None, title="简介", description="一两句话，说清是谁、在做什么。"
    )
    quote: Annotated[Line | None, Group.STORY] = Field(
        default=None, title="一句话", description="本人说过的一句话，不写引号。"
    )
    body: Annotated[Prose | None, Group.STORY] = Field(
        default=None, title="正文", description="志愿者的故事，可以分段。"
    )
    timeline: Annotated[tuple[TimelineEntry, ...], Group.STORY] = Field(
        default=(), title="到岗以后", description="服务期间的大事，按时间先后。"
    )
    coverage: Annotated[tuple[Coverage, ...], Group.STORY] = Field(
        default=(), title="媒体报道", description="其他媒体的报道。"
    )
    after_service: Annotated[AfterService | None, Group.AFTER] = Field(
        default=None, title="期满去向", description="服务期满以后的去向。"
    )
    featured: Flag = Field(default=False, title="首页展示", description="true 表示放在首页。")
    consent: Consent | None = Field(
        default=None, title="同意公开", description="本人同意公开哪些内容，没有同意就不公开。"
    )

    @property
    def heading(self) -> str:
        """The volunteer's name, or what stands for it where it may not be shown."""
        return self.name or "匿名志愿者"
