"""What is published of people, on what ground, and how they take it back.

A university that words this itself writes ``content/pages/privacy.md``, which then stands here.

Source: Personal Information Protection Law (个人信息保护法), articles 13, 15, 25 and 47.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.clearance.consent import GROUP_OF
from generator.pages import cards
from generator.pages.components import Fact, Link
from generator.pages.page import Page, Shown, Site
from generator.pages.search import SEARCHED_AS
from generator.pages.units import ways
from generator.records.record import Record
from generator.records.unit import Role, Unit
from generator.records.volunteer import Consent, Group, Volunteer

TITLE_OF_PAGE = "个人信息怎样公开"


class Office(NamedTuple):
    """Whom to ask: an office, and how it is reached."""

    office: Link
    contacts: tuple[tuple[str, tuple[Fact, ...]], ...]


class Privacy(NamedTuple):
    """``articles/privacy.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    groups: tuple[Fact, ...]
    """Each group of consent, and what it shows."""
    always: str
    """What every profile shows: 届、项目."""
    grounds: tuple[Fact, ...]
    """An article, and what it says."""
    offices: tuple[Office, ...]


_GROUNDS = (
    ("第十三条", "取得个人的同意，方可处理个人信息。本站公开志愿者的资料，依据的是本人的同意。"),
    (
        "第十五条",
        "基于个人同意处理个人信息的，个人有权撤回其同意，处理者应当提供便捷的撤回方式；"
        "撤回不影响撤回前基于同意已进行的处理活动的效力。",
    ),
    ("第二十五条", "不得公开处理的个人信息，取得个人单独同意的除外。所以同意是一组一组分开问的。"),
    (
        "第四十七条",
        "个人撤回同意的，处理者应当主动删除个人信息；没有删除的，个人有权请求删除。"
        "法定的保存期限未满，或删除在技术上难以实现的，除存储和必要的安全保护以外，停止其他处理。",
    ),
)
"""What the law says, as far as it bears on the site."""


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The page, where none is written by hand."""
    if all(address != urls.PRIVACY for _, address in site.written):
        yield Page(urls.PRIVACY, urls.PRIVACY, "privacy.html", _privacy, searched_as=SEARCHED_AS)


def _privacy(public: PublicCatalogue, site: Site) -> Shown:
    lead = "志愿者的资料经本人书面同意才公开，本人随时可以撤回。"
    view = Privacy(
        crumbs=cards.crumbs(),
        title=TITLE_OF_PAGE,
        lead=lead,
        groups=tuple(Fact(group.label, (Link(_shown(group)),)) for group in Group),
        always=_shown(None),
        grounds=tuple(Fact(article, (Link(text),)) for article, text in _GROUNDS),
        offices=tuple(_offices(public)),
    )
    return Shown(TITLE_OF_PAGE, lead, view)


def _shown(group: Group | None) -> str:
    """What a group shows, as editors call it; None is what needs no group."""
    own = Record.model_fields.keys() | {"featured"}
    return "、".join(
        info.title or name
        for name, info in Volunteer.model_fields.items()
        if GROUP_OF.get(name) is group and name not in own and info.annotation != Consent | None
    )


def _offices(public: PublicCatalogue) -> Iterator[Office]:
    """The project offices; without one, every unit that can be reached."""
    units = public.all(Unit)
    offices = [unit for unit in units if unit.role is Role.PROJECT_OFFICE]
    for unit in offices or [unit for unit in units if unit.contacts]:
        contacts = tuple((contact.label, ways(contact)) for contact in unit.contacts)
        yield Office(cards.link(unit), contacts)
