"""Months as calendars have them: weeks from Monday, and what lies in which month."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date

YearMonth = tuple[int, int]
Months = Mapping[YearMonth, int]
"""The months that have dates, or had some before those moved: how many start in each."""


def weeks(year: int, month: int) -> list[list[date]]:
    """The weeks of a month, each whole, from Monday (GB/T 7408, ISO 8601)."""
    return calendar.Calendar(firstweekday=calendar.MONDAY).monthdatescalendar(year, month)


def label(year: int, month: int) -> str:
    """2026年12月"""
    return f"{year}年{month}月"


def neighbours(month: YearMonth, months: Months) -> tuple[YearMonth | None, YearMonth | None]:
    """The month before and the one after among those that have events."""
    row = list(months)
    place = row.index(month)
    return (row[place - 1] if place else None), (row[place + 1] if place + 1 < len(row) else None)
