"""Units: how the university organises the Western Plan, and a page for each office."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.components import Chip, Fact, Link, Person


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit in the index."""

    address: str
    name: str
    sample: bool
    summary: str


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """The units of one role."""

    heading: str
    units: tuple[UnitCard, ...]


@dataclass(frozen=True, slots=True)
class UnitList:
    """``articles/units.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    groups: tuple[UnitGroup, ...]


@dataclass(frozen=True, slots=True)
class DutyView:
    """A duty and its clause."""

    text: str
    chip: Chip | None


@dataclass(frozen=True, slots=True)
class UnitArticle:
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
