"""Months as calendars have them: weeks from Monday, and what lies in which month."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.catalogue import Occurrence

YearMonth = tuple[int, int]
Months = Mapping[YearMonth, Sequence[Occurrence]]
"""The dates of each month that has any, by time."""


def by_month(occurrences: Iterable[Occurrence], moved_from: Iterable[date]) -> Months:
    """*occurrences*, which are in order of time, by the month in which they start.

    A month out of which the last of its dates was moved (*moved_from*) is there as well, empty:
    whoever kept its address must learn that the date moved.
    """
    months: dict[YearMonth, list[Occurrence]] = {}
    for found in occurrences:
        day = found.date.first_day
        months.setdefault((day.year, day.month), []).append(found)
    for day in moved_from:
        months.setdefault((day.year, day.month), [])
    return dict(sorted(months.items()))


def weeks(year: int, month: int) -> list[list[date]]:
    """The weeks of a month, each whole, from Monday (GB/T 7408, ISO 8601)."""
    return calendar.Calendar(firstweekday=calendar.MONDAY).monthdatescalendar(year, month)


def label(year: int, month: int) -> str:
    """2026年12月"""
    return f"{year}年{month}月"


def neighbour(month: YearMonth, months: Months, step: int) -> YearMonth | None:
    """The month before (-1) or after (+1) among those that have events."""
    row = list(months)
    place = row.index(month) + step
    return row[place] if 0 <= place < len(row) else None
