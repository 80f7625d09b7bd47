"""What every record may have, and the tombstone that a withdrawn one leaves."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from generator.records.fields import (
    Day,
    Flag,
    Id,
    Labelled,
    Line,
    Model,
    SiteAddress,
    ordered,
)


class PublishState(Labelled):
    """How far a record has come."""

    DRAFT = "draft", "草稿"
    READY = "ready", "定稿"


class ChangeKind(Labelled):
    """How much a change matters to readers."""

    MAJOR = "major", "重要更新"
    MINOR = "minor", "小修"


class Approval(Model):
    """Who approved a record, and when."""

    by: Line = Field(title="审核人", description="审核这条记录的部门或岗位，不公开。")
    on: Day = Field(title="审核日期", description="审核通过的日期。")


class Publish(Model):
    """When a record may be seen."""

    state: PublishState = Field(
        default=PublishState.READY, title="状态", description="draft 是草稿，不发布；ready 是定稿。"
    )
    from_: Day | None = Field(
        default=None, alias="from", title="发布日", description="从这一天起公开，之前不出现。"
    )
    until: Day | None = Field(
        default=None, title="下线日", description="最后公开的一天，第二天起不再出现。"
    )
    approved: Approval | None = Field(
        default=None, title="审核", description="谁在哪一天审核通过。"
    )

    def model_post_init(self, context: object, /) -> None:
        ordered(self.from_, self.until, at="until")


class Change(Model):
    """One entry of a record's history."""

    on: Day = Field(title="日期", description="更改的日期。")
    kind: ChangeKind = Field(title="轻重", description="major 会告诉读者，minor 不会。")
    note: Line = Field(title="说明", description="改了什么，一句话。")


class Record(Model):
    """A record of any collection; its file's name is its id and its permalink."""

    collection: ClassVar[str]
    """The folder under ``content/`` and the first part of the address."""
    label: ClassVar[str]
    """What one such record is called in Chinese."""
    noun: ClassVar[str]
    """What one such record is called in English."""

    id: Id = Field(title="编号", description="文件名去掉 .yml，也是网址的一部分。")
    publish: Publish = Field(
        default=Publish(), title="发布", description="状态和公开的起止日期，不写就是立即公开。"
    )
    history: tuple[Change, ...] = Field(
        default=(), title="更新记录", description="公开以后的更改，按时间先后。"
    )
    aliases: tuple[SiteAddress, ...] = Field(
        default=(), title="旧网址", description="曾经用过的网址，会转到现在的网页。"
    )
    sample: Flag = Field(default=False, title="示例", description="true 表示这是虚构的示例。")

    @property
    def heading(self) -> str:
        """What stands at the top of the record's page."""
        raise NotImplementedError


class Withdrawal(Model):
    """That a record was taken down."""

    on: Day = Field(title="撤下日期", description="从这一天起不再公开。")
    reason: Line | None = Field(default=None, title="原因", description="内部备查，不公开。")


class Tombstone(Model):
    """What is left of a withdrawn record: its address, and that it was taken down."""

    id: Id = Field(title="编号", description="文件名去掉 .yml，也是网址的一部分。")
    withdrawn: Withdrawal = Field(title="撤下", description="撤下的日期和原因。")
