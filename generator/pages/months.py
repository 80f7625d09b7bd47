"""Months of events: a page each, and the grid that the agenda shows on a desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from generator import urls
from generator.catalogue import Occurrence, PublicCatalogue
from generator.pages import agendas, cards, dates
from generator.pages.calendar import Months, YearMonth, label, neighbours, weeks
from generator.pages.components import AgendaGroup, Filter, FilterOption, Link
from generator.pages.page import Page, Shown, Site
from generator.records.event import Event, EventKind, Status

SECTION = urls.section("events")

Moved = Sequence[tuple[date, Occurrence]]
"""Days on which dates were to start that were moved away, with those."""


class Entry(NamedTuple):
    """A date in a calendar's cell. ``kind`` colours the bar: plain, changed, deadline."""

    address: str
    title: str
    detail: str
    """19:00, 全天, 改到3日"""
    kind: str
    struck: bool
    """Whether it does not take place on that day."""


class Cell(NamedTuple):
    """A day of a calendar."""

    label: str
    """15, or 1月1日 outside the month."""
    machine: str
    outside: bool
    weekend: bool
    entries: tuple[Entry, ...]


class Month(NamedTuple):
    """A month as a grid (60em and up) and as an agenda (below); only one is read aloud."""

    heading: str
    """2026年12月"""
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    previous: Link | None
    next: Link | None
    groups: tuple[AgendaGroup, ...]


class MonthPage(NamedTuple):
    """``articles/month.html``."""

    crumbs: tuple[Link, ...]
    title: str
    month: Month
    onward: tuple[Link, ...]
    """To other views of all dates."""
    months: tuple[Filter, ...]
    note: str


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page for each month that has dates, or had before they were moved away."""
    for month in public.months:
        yield Page(urls.month(*month), SECTION, "month.html", _month_page, month)


def current(months: Months, as_of: date) -> YearMonth:
    """The month to show: today's, or the next with events, or the last there was."""
    ahead = [month for month in months if month >= (as_of.year, as_of.month)]
    return ahead[0] if ahead else list(months)[-1]


def _month_page(public: PublicCatalogue, site: Site, year: int, number: int) -> Shown:
    title = f"{label(year, number)}的活动"
    month = public.month(year, number)
    view = MonthPage(
        crumbs=cards.crumbs((Event.label, SECTION)),
        title=title,
        month=grid((year, number), public),
        onward=agendas.onward(public),
        months=filters((year, number), public.months, current_page=True),
        note=cards.note(found.event for found in month),
    )
    return Shown(title, f"{title}：{len(month)}场。", view)


def grid(month: YearMonth, public: PublicCatalogue) -> Month:
    """A month as a grid and as an agenda."""
    before, after = neighbours(month, public.months)
    moved = public.moved(*month)
    rows = [(found.date.first_day, cards.agenda_row(found)) for found in public.month(*month)]
    rows += [(day, cards.moved_row(found, day)) for day, found in moved]
    rows.sort(key=lambda row: row[0])
    return Month(
        heading=label(*month),
        weekdays=dates.WEEKDAYS,
        weeks=tuple(
            tuple(_cell(day, month, moved, public) for day in week) for week in weeks(*month)
        ),
        previous=Link(f"{before[1]}月", urls.month(*before)) if before else None,
        next=Link(f"{after[1]}月", urls.month(*after)) if after else None,
        groups=(AgendaGroup(label(*month), tuple(row for _, row in rows)),),
    )


def _cell(day: date, month: YearMonth, moved: Moved, public: PublicCatalogue) -> Cell:
    outside = (day.year, day.month) != month
    return Cell(
        label=dates.short_day(day) if outside else str(day.day),
        machine=day.isoformat(),
        outside=outside,
        weekend=day.weekday() > 4,
        entries=() if outside else tuple(_entries(day, moved, public)),
    )


def _entries(day: date, moved: Moved, public: PublicCatalogue) -> Iterator[Entry]:
    """What is on that day, and what was to be before it was moved away."""
    for found in public.on(day):
        yield _entry(found)
    for found in (found for left, found in moved if left == day):
        to = dates.short_day(found.date.first_day)
        detail = "时间待定" if found.date.status is Status.POSTPONED else f"改到{to}"
        yield Entry(urls.path_of(found.event), found.event.title, detail, "changed", True)


def _entry(found: Occurrence) -> Entry:
    event, when = found.event, found.date
    deadline = event.kind is EventKind.DEADLINE
    cancelled = when.status in (Status.CANCELLED, Status.POSTPONED)
    detail = cards.STATUS_BADGES[when.status].text if cancelled else dates.span(when, deadline)
    online = bool(event.online) or when.status is Status.ONLINE
    changed = when.status not in (Status.SCHEDULED, Status.ONLINE)
    return Entry(
        address=urls.path_of(event),
        title=event.title,
        detail=f"{detail.split('–')[0]} 线上" if online and not cancelled else detail.split("–")[0],
        kind="deadline" if deadline else "changed" if changed else "plain",
        struck=cancelled,
    )


def filters(current: YearMonth, months: Months, current_page: bool) -> tuple[Filter, ...]:
    """The months of the current one's year, and a way to each other year."""
    year = current[0]

    def option(text: str, month: YearMonth) -> FilterOption:
        here = current_page and month == current
        return FilterOption(text, months[month], urls.month(*month), here)

    own = [option(f"{month[1]}月", month) for month in months if month[0] == year]
    latest: Mapping[int, YearMonth] = {month[0]: month for month in reversed(list(months))}
    others = [
        FilterOption(f"{other}年", None, urls.month(*latest[other]), False)
        for other in sorted(latest)
        if other != year
    ]
    rows = [Filter(f"{year}年", tuple(own))]
    return (*rows, Filter("年份", tuple(others))) if others else tuple(rows)
