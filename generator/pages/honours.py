"""Honours: the list by year, and a page each with who received it.

Who did not agree to be named and told of is counted, not named.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, choices
from generator.pages.choices import Choice
from generator.pages.components import Fact, Filter, Link, Pager, Person
from generator.pages.page import Page, Shown, Site, own_page
from generator.records.honour import Honour
from generator.records.unit import Unit

HEADING = "表彰"
INDEX = urls.section("honours")
PER_PAGE = 30


class HonourRow(NamedTuple):
    """An honour in a list."""

    address: str
    title: str
    sample: bool
    text: str
    """学校，山东科技大学，3人"""


class HonourGroup(NamedTuple):
    """The honours of a year."""

    heading: str
    honours: tuple[HonourRow, ...]


class HonourList(NamedTuple):
    """``articles/honours.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    filters: tuple[Filter, ...]
    groups: tuple[HonourGroup, ...]
    pager: Pager | None


class HonourArticle(NamedTuple):
    """``articles/honour.html``."""

    crumbs: tuple[Link, ...]
    kicker: str
    sample: bool
    title: str
    facts: tuple[Fact, ...]
    people: tuple[Person, ...]
    units: tuple[Link, ...]
    withheld: str
    """另有1人未公开。"""
    nobody: str
    """What stands where no recipient is named at all."""


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The list, those by year, and a page each; nothing without honours."""
    honours = public.chosen(Honour)
    if not honours:
        return
    for choice in _choices(public):
        yield from choices.plan(choice, PER_PAGE, INDEX, "honours.html", _list)
    for item in honours:
        yield own_page(item, "honour.html", _article)


def _choices(public: PublicCatalogue) -> tuple[Choice, ...]:
    return (
        Choice("all", "", "", "全部", INDEX, HEADING, len(public.chosen(Honour))),
        *(
            Choice(
                *("year", year, "年份", f"{year}年", urls.honours_of(year)),
                f"{year}年的{HEADING}",
                count,
            )
            for year, count in public.values(Honour, "year")
        ),
    )


def _list(public: PublicCatalogue, site: Site, kind: str, value: str, number: int) -> Shown:
    every = _choices(public)
    choice = next(one for one in every if (one.kind, one.value) == (kind, value))
    found = public.chosen(Honour, kind, value)[(number - 1) * PER_PAGE : number * PER_PAGE]
    everything = choice.address == INDEX
    view = HonourList(
        crumbs=cards.crumbs() if everything else cards.crumbs((HEADING, INDEX)),
        title=choice.title,
        lead="授予志愿者和单位的荣誉，本人同意的写出姓名。" if everything else "",
        filters=choices.filters(choice, every),
        groups=tuple(
            HonourGroup(f"{year}年", tuple(_row(item, public) for item in group))
            for year, group in groupby(found, key=lambda item: item.year)
        ),
        pager=cards.pager(choice.address, number, choices.pages(choice.count, PER_PAGE)),
    )
    return Shown(choices.title(choice, number), f"{choice.title}：{choice.count}项。", view)


def _row(item: Honour, public: PublicCatalogue) -> HonourRow:
    people = len(public.recipients_of(item)) + _withheld(item)
    units = len(_units(item, public))
    parts = (
        item.level.label,
        item.issuer,
        f"{people}人" if people else "",
        f"{units}个单位" if units else "",
    )
    return HonourRow(
        urls.path_of(item), item.title, item.sample, "，".join(part for part in parts if part)
    )


def _article(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Honour, id)
    people, units, withheld = public.recipients_of(item), _units(item, public), _withheld(item)
    view = HonourArticle(
        crumbs=cards.crumbs((HEADING, INDEX)),
        kicker=f"{item.year}年",
        sample=item.sample,
        title=item.title,
        facts=tuple(
            Fact(label, (Link(text),))
            for label, text in (
                ("层级", item.level.label),
                ("年份", f"{item.year}年"),
                ("授予", item.issuer),
            )
        ),
        people=tuple(
            cards.person(who, (cards.cohort(who), cards.college(who, public)), public)
            for who in people
        ),
        units=tuple(map(cards.link, units)),
        withheld=_withheld_text(withheld, bool(people or units)),
        nobody="" if people or units or withheld else "还没有公布获得者。",
    )
    return Shown(
        title=f"{item.title}（{item.year}年）",
        description=f"{item.issuer}{item.year}年授予的荣誉。",
        view=view,
        also=(item.title,),
    )


def _units(item: Honour, public: PublicCatalogue) -> list[Unit]:
    return public.each(Unit, filter(None, (one.unit for one in item.recipients)))


def _withheld(item: Honour) -> int:
    """How many recipients clearance left nothing of but that they are there."""
    return sum(not (one.volunteer or one.unit) for one in item.recipients)


def _withheld_text(count: int, others: bool) -> str:
    if not count:
        return ""
    return f"另有{count}人未公开。" if others else f"{count}人，均未公开姓名。"
