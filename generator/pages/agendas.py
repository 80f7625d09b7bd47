"""Rows of an agenda by week and by month, as readers look for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from generator import urls
from generator.catalogue import Occurrence, PublicCatalogue
from generator.pages import cards, subscriptions
from generator.pages.calendar import label
from generator.pages.components import AgendaGroup, AgendaRow, Link

Dated = tuple[date, AgendaRow]
"""A row, and the day by which it is found."""


def onward(public: PublicCatalogue) -> tuple[Link, ...]:
    """To what closes, and to all of it as a calendar."""
    closing = (Link("截止日期", urls.CLOSING),) if public.deadlines() else ()
    return (*closing, subscriptions.LINK)


def dated(found: Occurrence) -> Dated:
    """A date of an event as a row."""
    return found.date.first_day, cards.agenda_row(found)


def by_week(coming: Iterable[Dated], as_of: date) -> tuple[AgendaGroup, ...]:
    """本周, 下周, and then by month; what is left of this month or the next says 稍后."""
    monday = as_of - timedelta(days=as_of.weekday())
    groups: dict[str, list[AgendaRow]] = {}
    mondays = {"本周": monday, "下周": monday + timedelta(days=7)}
    split = (monday + timedelta(days=13)).month
    for first_day, row in coming:
        day = max(first_day, as_of)
        week = (day - monday).days // 7
        if week < 2:
            heading = ("本周", "下周")[week]
        elif day.year == as_of.year and day.month in (as_of.month, split):
            heading = f"{day.month}月稍后"
        else:
            heading = label(day.year, day.month)
        groups.setdefault(heading, []).append(row)
    return tuple(
        AgendaGroup(
            heading, tuple(rows), mondays[heading].isoformat() if heading in mondays else None
        )
        for heading, rows in groups.items()
    )


def by_month(over: Iterable[Dated]) -> tuple[AgendaGroup, ...]:
    """What is past, of which a script has nothing more to say."""
    groups: dict[str, list[AgendaRow]] = {}
    for day, row in over:
        groups.setdefault(label(day.year, day.month), []).append(row._replace(left=None, end=None))
    return tuple(AgendaGroup(heading, tuple(rows)) for heading, rows in groups.items())
