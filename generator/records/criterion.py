"""Criteria: the closed vocabulary in which policies say whom they apply to."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.records.fields import Id, Line, Model, Number, distinct_ids
from generator.records.record import Record


class Option(Model):
    """One answer to a criterion's question."""

    id: Id = Field(title="编号", description="这个选项的编号，政策里用它。")
    label: Line = Field(title="选项", description="学生看到的选项。")
    hint: Line | None = Field(default=None, title="提示", description="帮助判断的一句话。")
    statement: Line | None = Field(
        default=None, title="结果里怎么说", description="选了它就是说什么，例如 你去的是省外项目。"
    )


class Criterion(Record):
    """A question that decides what applies to a student."""

    collection: ClassVar = "criteria"
    label: ClassVar = "条件"
    noun: ClassVar = "criterion"

    question: Line = Field(title="问题", description="问学生的一句话。")
    order: Number | None = Field(
        default=None, title="先后", description="第几个问，数字小的先问，不写的排在后面。"
    )
    help: Line | None = Field(default=None, title="帮助", description="不知道怎么答时看的说明。")
    options: tuple[Option, ...] = Field(
        min_length=2, title="选项", description="可以选的答案，一项一个。"
    )

    def model_post_init(self, context: object, /) -> None:
        distinct_ids((("options", i, "id"), option.id) for i, option in enumerate(self.options))

    @property
    def heading(self) -> str:
        """The question."""
        return self.question
