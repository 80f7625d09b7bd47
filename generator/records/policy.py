"""Policies: what a document gives and asks, each part with the clause that says so."""

from __future__ import annotations

from datetime import date as _date
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from generator.records.fields import (
    Day,
    FileName,
    Flag,
    Id,
    Labelled,
    Line,
    Model,
    Number,
    Prose,
    Reference,
    distinct_ids,
    ordered,
    refused,
)
from generator.records.record import Record


class Level(Labelled):
    """Who made a policy or gave an honour."""

    NATIONAL = "national", "国家"
    PROVINCIAL = "provincial", "省"
    UNIVERSITY = "university", "学校"
    COLLEGE = "college", "学院"


class ProvisionKind(Labelled):
    """What a provision is to a student."""

    BENEFIT = "benefit", "待遇"
    HONOUR = "honour", "荣誉"
    PROCEDURE = "procedure", "流程"
    DUTY = "duty", "责任"


class FigureUnit(Labelled):
    """What a figure counts."""

    CNY = "CNY", "元"
    YEAR = "year", "年"
    MONTH = "month", "个月"
    DAY = "day", "天"
    POINT = "point", "分"


class Standing(Labelled):
    """How a policy stands on a day."""

    VALID = "valid", "现行有效"
    FUTURE = "future", "未生效"
    EXPIRED = "expired", "已失效"
    SUPERSEDED = "superseded", "已废止"


class Cite(Model):
    """The clause of the source that says so, and its words."""

    at: Line | None = Field(default=None, title="条款", description="条款号，例如 四(一)1。")
    quote: Line | None = Field(default=None, title="引文", description="原文的一句，一字不差。")

    def model_post_init(self, context: object, /) -> None:
        if self.at is None and self.quote is None:
            raise refused("at-least-one-of", options="at / quote")


_Options = Annotated[
    tuple[Id, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)
]

Conditions = dict[Annotated[Id, Reference("criteria")], _Options]
"""criterion → the options under which something applies; a single one may stand by itself."""


class Effective(Model):
    """The days on which a policy is in force, both included."""

    from_: Day | None = Field(
        default=None, alias="from", title="生效日", description="开始施行的日期。"
    )
    until: Day | None = Field(default=None, title="失效日", description="施行的最后一天。")

    def model_post_init(self, context: object, /) -> None:
        ordered(self.from_, self.until, at="until")


class Term(Model):
    """A term that the document uses, in plain words."""

    term: Line = Field(title="词语", description="文件里的词语。")
    meaning: Line = Field(title="意思", description="用学生听得懂的话解释。")


class Provision(Model):
    """One thing that the document gives, asks or arranges."""

    id: Id = Field(title="编号", description="这一条的编号，写了就不再改。")
    title: Line = Field(title="标题", description="这一条讲什么，几个字。")
    kind: ProvisionKind = Field(title="性质", description="待遇、责任、流程或荣誉。")
    for_: Conditions = Field(
        default={}, alias="for", title="适用", description="在什么条件下适用，不写就是都适用。"
    )
    applies: Line | None = Field(
        default=None, title="给谁", description="适用于谁，用学生听得懂的话说。"
    )
    depends: Line | None = Field(
        default=None,
        title="还要看什么",
        description="条件都符合还不一定有的，写明还要看什么，例如 由你申请；写了就显示视情况。",
    )
    level: Level | None = Field(
        default=None, title="谁给", description="国家、省、学校或学院，不写就是文件的层级。"
    )
    collective: Flag = Field(
        default=False, title="给单位", description="true 表示给单位，不是给个人。"
    )
    body: Prose = Field(title="说明", description="用学生听得懂的话说明。")
    how: tuple[Line, ...] = Field(default=(), title="怎么办", description="办理的步骤，一步一项。")
    contact: Annotated[Id, Reference("units")] | None = Field(
        default=None, title="找谁", description="办理单位的编号，在 units 文件夹里。"
    )
    cite: Cite = Field(title="依据", description="原文的条款和引文。")


class Figure(Model):
    """A number that the document names, bound to the clause that names it."""

    id: Id = Field(title="编号", description="这个数字的编号，写了就不再改。")
    provision: Id = Field(title="所属条目", description="属于哪一条 provisions。")
    value: Number = Field(title="数值", description="只写数字，例如 6000。")
    unit: FigureUnit = Field(title="单位", description="CNY 元，year 年，month 月，day 天。")
    subject: Line | None = Field(
        default=None, title="对象", description="引文里与这个数字对应的词，例如 省外项目。"
    )
    text: Line | None = Field(
        default=None, title="一句话", description="首页上放在数字下面的一句话。"
    )
    for_: Conditions = Field(
        default={}, alias="for", title="适用", description="在什么条件下适用，不写就是都适用。"
    )
    cite: Cite = Field(title="依据", description="原文的条款和引文。")


class Policy(Record):
    """A document of the Western Plan, explained."""

    collection: ClassVar = "policies"
    label: ClassVar = "政策"
    noun: ClassVar = "policy"

    title: Line = Field(title="标题", description="解读的标题，说清给学生什么。")
    document: Line = Field(title="文件名称", description="文件的全称，不带书名号。")
    number: Line | None = Field(default=None, title="文号", description="发文字号。")
    level: Level = Field(title="层级", description="国家、省、学校或学院。")
    issuers: tuple[Line, ...] = Field(default=(), title="发文机关", description="发文的单位。")
    issued: Day = Field(title="印发日期", description="文件落款的日期。")
    effective: Effective = Field(
        default=Effective(), title="施行", description="施行的起止日期，文件没写就不写。"
    )
    supersedes: tuple[Annotated[Id, Reference("policies")], ...] = Field(
        default=(), title="取代", description="被这份文件取代的政策的编号。"
    )
    source: FileName = Field(title="原文", description="sources 文件夹里的原文文件名。")
    audience: Line = Field(title="给谁", description="这份政策给谁，一句话。")
    contacts: tuple[Annotated[Id, Reference("units")], ...] = Field(
        default=(), title="找谁", description="有问题找的单位的编号，按先后。"
    )
    summary: Line = Field(title="提要", description="一两句话说清给学生什么。")
    background: Prose | None = Field(default=None, title="背景", description="为什么有这份文件。")
    terms: tuple[Term, ...] = Field(default=(), title="词语", description="文件里要解释的词语。")
    caveats: tuple[Line, ...] = Field(default=(), title="注意", description="容易误会的地方。")
    interpreted_on: Day | None = Field(
        default=None, title="解读日期", description="解读发布的日期。"
    )
    provisions: tuple[Provision, ...] = Field(
        default=(), title="条目", description="文件给什么、要求什么，一条一项。"
    )
    figures: tuple[Figure, ...] = Field(
        default=(), title="数字", description="文件里的数字，每个都有依据。"
    )

    def model_post_init(self, context: object, /) -> None:
        provisions = ((("provisions", i, "id"), one.id) for i, one in enumerate(self.provisions))
        figures = ((("figures", i, "id"), one.id) for i, one in enumerate(self.figures))
        distinct_ids((*provisions, *figures))

    @property
    def heading(self) -> str:
        """The explainer's title."""
        return self.title

    @property
    def begins(self) -> _date:
        """The first day on which the document counts: where it names none, the day of its issue."""
        return self.effective.from_ or self.issued
