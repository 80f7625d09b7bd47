"""Stories: reports about volunteers (五(一), 跟踪报道和推广宣传)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.records.fields import Day, Id, Line, Model, Prose, Reference, Tag, WebAddress
from generator.records.record import Record


class Origin(Model):
    """Where a story was first published."""

    outlet: Line = Field(title="出处", description="最先发表的媒体。")
    url: WebAddress | None = Field(default=None, title="网址", description="原文网址。")


class Story(Record):
    """A report about one or more volunteers."""

    collection: ClassVar = "stories"
    label: ClassVar = "故事"
    noun: ClassVar = "story"

    title: Line = Field(title="标题", description="故事的标题。")
    date: Day = Field(title="日期", description="发表的日期。")
    author: Line | None = Field(default=None, title="作者", description="作者或供稿部门。")
    volunteers: tuple[Annotated[Id, Reference("volunteers")], ...] = Field(
        default=(), title="人物", description="写到的每一位志愿者的编号。"
    )
    cover: Annotated[Id, Reference("media")] | None = Field(
        default=None, title="题图", description="题图的编号，在 media 文件夹里。"
    )
    summary: Line = Field(title="提要", description="一两句话，说清故事讲什么。")
    body: Prose = Field(title="正文", description="故事正文，可以分段。")
    source: Origin | None = Field(default=None, title="来源", description="转载时写明出处。")
    tags: tuple[Tag, ...] = Field(default=(), title="标签", description="几个归类的词，例如 支教。")
    events: tuple[Annotated[Id, Reference("events")], ...] = Field(
        default=(), title="相关活动", description="故事写到的活动的编号。"
    )

    @property
    def heading(self) -> str:
        """The story's title."""
        return self.title
