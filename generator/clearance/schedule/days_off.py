"""Days off: a date on a public holiday, or on a weekend's day that is worked to make up for one.

Of a year that is not arranged yet, only the holidays are known that stand on fixed days of the
solar calendar: not the Spring Festival, nor any day that makes up for another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.clearance.schedule.ahead import Ahead
from generator.problems import Problem
from generator.records.event import EventDate
from generator.workdays import holiday, made_up

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day off, or one that makes up for it: what is the matter, and the holiday's name."""

    code: str
    day: date
    holiday: str


def falling_on(dates: Iterable[Ahead], folder: str) -> Iterator[Problem]:
    """A warning at each date that touches such a day, with the day's name."""
    for one in dates:
        if found := touched(one.date):
            yield one.warning(found.code, folder=folder, day=found.day, name=found.holiday)


def touched(when: EventDate) -> DayOff | None:
    """The first such day of a date, if any."""
    for step in range((when.last_day - when.first_day).days + 1):
        if found := _day_off(when.first_day + DAY * step):
            return found
    return None


def _day_off(day: date) -> DayOff | None:
    """What is the matter with a day; None for any other day."""
    if name := holiday(day):
        return DayOff("on-holiday", day, name)
    if name := made_up(day):
        return DayOff("on-working-weekend", day, name)
    return None
