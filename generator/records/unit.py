"""Units: the offices that the opinion sets up or names (二), never staff by name."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from generator.records.fields import FileName, Id, Labelled, Line, Model, Reference, refused
from generator.records.policy import Cite
from generator.records.record import Record


class Role(Labelled):
    """What a unit is in the organisation of the Western Plan (二)."""

    LEADING_GROUP = "leading-group", "领导小组"
    PROJECT_OFFICE = "project-office", "项目办"
    DEPARTMENT = "department", "职能部门"
    WORKING_GROUP = "working-group", "工作小组"
    COLLEGE = "college", "学院（系、部）"


class Duty(Model):
    """What a unit does, and the clause that says so."""

    text: Line = Field(title="职责", description="做什么，一句话。")
    cite: Cite | None = Field(default=None, title="依据", description="原文的条款和引文。")


class Contact(Model):
    """How an office is reached. Offices only: no person's number belongs here."""

    label: Line = Field(title="名称", description="这个联系方式是什么，例如 办公电话。")
    phone: Line | None = Field(default=None, title="电话", description="办公电话。")
    email: Line | None = Field(default=None, title="邮箱", description="办公邮箱。")
    address: Line | None = Field(default=None, title="地址", description="办公地点。")
    hours: Line | None = Field(default=None, title="时间", description="办公时间。")


class Unit(Record):
    """An office, a group or a college."""

    collection: ClassVar = "units"
    label: ClassVar = "单位"
    noun: ClassVar = "unit"

    name: Line = Field(title="名称", description="单位的全称。")
    short: Line | None = Field(default=None, title="简称", description="页面上用的简称。")
    parent: Annotated[Id, Reference("units")] | None = Field(
        default=None, title="上级", description="上级单位的编号。"
    )
    role: Role = Field(title="角色", description="在西部计划工作里的角色。")
    lead: Line | None = Field(
        default=None, title="负责", description="由什么职务的人负责，只写职务，不写姓名。"
    )
    members: tuple[Line, ...] = Field(default=(), title="成员", description="成员单位或职务。")
    summary: Line | None = Field(default=None, title="简介", description="一句话说清做什么。")
    source: FileName | None = Field(
        default=None, title="依据文件", description="sources 文件夹里的原文文件名。"
    )
    duties: tuple[Duty, ...] = Field(default=(), title="职责", description="做什么，一项一句。")
    contacts: tuple[Contact, ...] = Field(
        default=(), title="联系方式", description="办公电话、邮箱、地点，不写个人。"
    )

    def model_post_init(self, context: object, /) -> None:
        for index, duty in enumerate(self.duties):
            if duty.cite and not self.source:
                raise refused("cite-without-source", at=("duties", index, "cite"))

    @property
    def heading(self) -> str:
        """The unit's name."""
        return self.name
