"""Events: the agenda, months as calendars, and a page each."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.components import (
    AgendaGroup,
    Fact,
    Filter,
    Link,
    OuterLink,
    Pager,
    Person,
    Prose,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A date in a calendar's cell. ``kind`` colours the bar: plain, changed, deadline."""

    address: str
    title: str
    detail: str
    """19:00, 全天, 改到3日"""
    kind: str
    struck: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a calendar."""

    label: str
    """15, or 1月1日 outside the month."""
    machine: str
    outside: bool
    weekend: bool
    today: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month as a grid (60em and up) and as an agenda (below); only one is read aloud."""

    heading: str
    """2026年12月"""
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    previous: Link | None
    next: Link | None
    groups: tuple[AgendaGroup, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """``articles/events.html``: what comes next, by week, with the month as a grid when wide.

    On a phone ``coming`` is shown; from 60em up the ``month`` grid.
    """

    crumbs: tuple[Link, ...]
    title: str
    coming: tuple[AgendaGroup, ...]
    month: Month | None
    months: tuple[Filter, ...]
    """Every month that has events, as links, by year."""
    note: str
    """以上活动为示例。 or nothing"""


@dataclass(frozen=True, slots=True)
class MonthPage:
    """``articles/month.html``."""

    crumbs: tuple[Link, ...]
    title: str
    month: Month
    months: tuple[Filter, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Change:
    """The banner of a changed date."""

    mark: str
    heading: str
    """时间改了"""
    former: str
    """12月1日 周二 19:00, struck through; or nothing"""
    now: str
    note: str


@dataclass(frozen=True, slots=True)
class DateView:
    """A date of an event, set large."""

    day: str
    month_and_weekday: str
    year: str
    when: str
    machine: str
    badge: str
    note: str
    past: bool


@dataclass(frozen=True, slots=True)
class EventArticle:
    """``articles/event.html``: change, date, facts, buttons, prose."""

    crumbs: tuple[Link, ...]
    changes: tuple[Change, ...]
    lead_date: DateView
    dates: tuple[DateView, ...]
    """All dates, where there are several."""
    title: str
    sample: bool
    kind: str
    summary: str | None
    facts: tuple[Fact, ...]
    register: OuterLink | None
    online: OuterLink | None
    body: Prose | None
    policies: tuple[Link, ...]
    people: tuple[Person, ...]
    speakers: tuple[tuple[str, str], ...]
    """Others who speak: name and title."""
    recap: Link | None
    stories: tuple[Link, ...]
