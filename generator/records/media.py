"""Media: photographs, with who is in them and who allowed it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.records.fields import Day, FileName, Flag, Id, Line, Model, Reference
from generator.records.record import Record


class SubjectConsent(Model):
    """The consent of a person in a picture."""

    record: Line = Field(title="同意书存放处", description="签字的同意书放在哪里，不公开。")
    until: Day | None = Field(default=None, title="到期", description="同意的最后一天。")
    guardian: Flag = Field(
        default=False, title="监护人同意", description="未成年人的监护人是否签字。"
    )


class Subject(Model):
    """Somebody in a picture."""

    volunteer: Annotated[Id, Reference("volunteers")] | None = Field(
        default=None, title="志愿者", description="照片里的志愿者的编号。"
    )
    description: Line | None = Field(
        default=None, title="其他人", description="照片里的其他人，例如 一名学生。"
    )
    minor: Flag = Field(default=False, title="未成年", description="是否未满十八岁。")
    consent: SubjectConsent | None = Field(
        default=None, title="同意", description="本人或监护人的同意。"
    )


class Media(Record):
    """A photograph."""

    collection: ClassVar = "media"
    label: ClassVar = "图片"
    noun: ClassVar = "picture"

    file: FileName = Field(title="文件", description="media 文件夹里的图片文件名。")
    taken: Day | None = Field(default=None, title="拍摄日期", description="拍摄的日期。")
    place: Line | None = Field(default=None, title="拍摄地点", description="拍摄的地点。")
    credit: Line | None = Field(default=None, title="摄影", description="摄影者或供图单位。")
    licence: Line | None = Field(default=None, title="授权", description="使用的授权。")
    alt: Line = Field(title="图片说明", description="给看不见图片的人读的说明。")
    subjects: tuple[Subject, ...] = Field(
        default=(), title="照片里的人", description="照片里认得出的每一个人。"
    )

    @property
    def heading(self) -> str:
        """What the picture shows."""
        return self.alt
