"""Pathways: the volunteer's road, step by step."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.records.fields import Id, Line, Model, Prose, Reference
from generator.records.policy import Conditions
from generator.records.record import Record


class Step(Model):
    """One step of the road."""

    title: Line = Field(title="步骤", description="这一步做什么。")
    who: Line | None = Field(default=None, title="谁办", description="由谁办理。")
    when: Line | None = Field(default=None, title="何时", description="什么时候办。")
    body: Prose | None = Field(default=None, title="说明", description="这一步的说明。")
    policies: tuple[Annotated[Id, Reference("policies")], ...] = Field(
        default=(), title="相关政策", description="这一步依据的政策的编号。"
    )
    events: tuple[Annotated[Id, Reference("events")], ...] = Field(
        default=(), title="相关活动", description="这一步的活动的编号。"
    )
    questions: tuple[Annotated[Id, Reference("questions")], ...] = Field(
        default=(), title="相关问答", description="这一步的问答的编号。"
    )
    all: tuple[Line, ...] = Field(default=(), title="都要", description="每一样都要准备的材料。")
    any: tuple[Line, ...] = Field(default=(), title="任一", description="有一样就行的材料。")


class Pathway(Record):
    """A road from a beginning to an end, in steps."""

    collection: ClassVar = "pathways"
    label: ClassVar = "办事指引"
    noun: ClassVar = "pathway"

    title: Line = Field(title="标题", description="指引的标题。")
    for_: Conditions = Field(
        default={}, alias="for", title="适用", description="在什么条件下适用，不写就是都适用。"
    )
    steps: tuple[Step, ...] = Field(min_length=1, title="步骤", description="一步一项，按先后。")

    @property
    def heading(self) -> str:
        """The pathway's title."""
        return self.title
