"""Questions that students ask, answered."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.records.fields import Id, Line, Prose, Reference, Tag
from generator.records.record import Record


class Question(Record):
    """One question and its answer."""

    collection: ClassVar = "questions"
    label: ClassVar = "问答"
    noun: ClassVar = "question"

    title: Line = Field(title="问题", description="学生会怎么问。")
    body: Prose = Field(title="回答", description="回答，先说结论。")
    policies: tuple[Annotated[Id, Reference("policies")], ...] = Field(
        default=(), title="相关政策", description="回答依据的政策的编号。"
    )
    tags: tuple[Tag, ...] = Field(default=(), title="标签", description="几个归类的词。")

    @property
    def heading(self) -> str:
        """The question."""
        return self.title
