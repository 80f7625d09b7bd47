"""Honours (四(二)1): titles awarded to volunteers and units."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.records.fields import Id, Line, Model, Reference, Year, exactly_one
from generator.records.policy import Level
from generator.records.record import Record


class Recipient(Model):
    """A volunteer or a unit that was honoured."""

    volunteer: Annotated[Id, Reference("volunteers")] | None = Field(
        default=None, title="志愿者", description="受表彰的志愿者的编号。"
    )
    unit: Annotated[Id, Reference("units")] | None = Field(
        default=None, title="单位", description="受表彰的单位的编号。"
    )

    def model_post_init(self, context: object, /) -> None:
        exactly_one(volunteer=self.volunteer, unit=self.unit)


class Honour(Record):
    """An honour of one year."""

    collection: ClassVar = "honours"
    label: ClassVar = "表彰"
    noun: ClassVar = "honour"

    title: Line = Field(title="名称", description="荣誉称号的全称。")
    level: Level = Field(title="层级", description="国家、省、学校或学院。")
    year: Year = Field(title="年份", description="授予的年份。")
    issuer: Line = Field(title="授予单位", description="由谁授予。")
    recipients: tuple[Recipient, ...] = Field(
        default=(), title="获得者", description="受表彰的志愿者或单位。"
    )

    @property
    def heading(self) -> str:
        """The honour's title."""
        return self.title
