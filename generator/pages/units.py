"""Units: how the university organises the Western Plan, and a page for each office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards
from generator.pages.citations import chip
from generator.pages.components import Chip, Fact, Link, Person
from generator.pages.page import Page, Shown, Site, own_page
from generator.records.event import Event
from generator.records.policy import Policy
from generator.records.unit import Contact, Role, Unit
from generator.records.volunteer import Volunteer

TITLE = "组织机构"
ADDRESS = urls.section("units")
PEOPLE = 8
EVENTS = 10


class UnitCard(NamedTuple):
    """A unit in the index."""

    address: str
    name: str
    sample: bool
    summary: str


class UnitGroup(NamedTuple):
    """The units of one role."""

    heading: str
    units: tuple[UnitCard, ...]


class UnitList(NamedTuple):
    """``articles/units.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    groups: tuple[UnitGroup, ...]


class DutyView(NamedTuple):
    """A duty and its clause."""

    text: str
    chip: Chip | None


class UnitArticle(NamedTuple):
    """``articles/unit.html``."""

    crumbs: tuple[Link, ...]
    role: str
    name: str
    sample: bool
    summary: str | None
    facts: tuple[Fact, ...]
    duties: tuple[DutyView, ...]
    contacts: tuple[tuple[str, tuple[Fact, ...]], ...]
    """A contact's label, and its phone, email, address, hours."""
    children: tuple[Link, ...]
    events: tuple[Link, ...]
    provisions: tuple[Link, ...]
    """What this unit is asked for."""
    people: tuple[Person, ...]
    people_more: Link | None


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The index by role, and a page for each unit; nothing where there are no units."""
    units = public.all(Unit)
    if not units:
        return
    yield Page(ADDRESS, ADDRESS, "units.html", _index)
    for unit in units:
        yield own_page(unit, "unit.html", _article)


def _index(public: PublicCatalogue, site: Site) -> Shown:
    units = public.all(Unit)
    groups = [(role, [unit for unit in units if unit.role is role]) for role in Role]
    lead = "谁负责西部计划，有事找谁。"
    view = UnitList(
        crumbs=cards.crumbs(),
        title=TITLE,
        lead=lead,
        groups=tuple(
            UnitGroup(
                role.label,
                tuple(
                    UnitCard(urls.path_of(unit), unit.name, unit.sample, unit.summary or "")
                    for unit in found
                ),
            )
            for role, found in groups
            if found
        ),
    )
    return Shown(TITLE, lead, view)


def _article(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Unit, id)
    people = public.chosen(Volunteer, "college", item.id)
    more = Link(f"全部{len(people)}人", urls.volunteers_by("college", item.id))
    asked = [
        Link(part.title, urls.part(urls.path_of(policy), part.id))
        for policy in public.referring(Policy, item)
        for part in policy.provisions
        if part.contact == item.id
    ]
    coming = [found for found in public.referring(Event, item) if found.organiser == item.id]
    coming.sort(key=lambda event: cards.next_date(event, public.as_of).date.first_day, reverse=True)
    view = UnitArticle(
        crumbs=cards.crumbs((TITLE, ADDRESS)),
        role=item.role.label,
        name=item.name,
        sample=item.sample,
        summary=item.summary,
        facts=tuple(_facts(item, public)),
        duties=tuple(
            DutyView(duty.text, chip(item.source, duty.cite, public, named=True))
            for duty in item.duties
        ),
        contacts=tuple((contact.label, ways(contact)) for contact in item.contacts),
        children=tuple(cards.link(child) for child in public.referring(Unit, item)),
        events=tuple(cards.link(event) for event in coming[:EVENTS]),
        provisions=tuple(asked),
        people=tuple(
            cards.person(who, (cards.cohort(who), cards.host(who)), public)
            for who in people[:PEOPLE]
        ),
        people_more=more if len(people) > PEOPLE else None,
    )
    return Shown(
        title=item.name,
        description=item.summary or f"{item.name}在西部计划工作里的职责。",
        view=view,
        also=(item.short,) if item.short else (),
    )


def _facts(item: Unit, public: PublicCatalogue) -> Iterator[Fact]:
    parent = public.get(Unit, item.parent)
    if parent:
        yield Fact("上级", (cards.link(parent),))
    if item.lead:
        yield Fact("负责", (Link(item.lead),))
    if item.members:
        yield Fact("成员", tuple(Link(member) for member in item.members))


def ways(contact: Contact) -> tuple[Fact, ...]:
    """How an office is reached."""
    known = (
        ("电话", contact.phone),
        ("邮箱", contact.email),
        ("地点", contact.address),
        ("时间", contact.hours),
    )
    return tuple(Fact(label, (Link(text),)) for label, text in known if text)
