"""Days off: a date on a public holiday, or on a weekend's day that is worked to make up for one.

Of a year that is not arranged yet, only the holidays are known that stand on fixed days of the
solar calendar: not the Spring Festival, nor any day that makes up for another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.clearance.schedule.ahead import Ahead
from generator.problems import Problem
from generator.workdays import holiday, made_up

DAY = timedelta(days=1)


def falling_on(dates: Iterable[Ahead], folder: str) -> Iterator[Problem]:
    """A warning at each date that touches such a day, with the day's name."""
    for one in dates:
        first, last = one.date.first_day, one.date.last_day
        for step in range((last - first).days + 1):
            day = first + DAY * step
            if found := _day_off(day):
                code, name = found
                yield one.warning(code, folder=folder, day=day, name=name)
                break


def _day_off(day: date) -> tuple[str, str] | None:
    """What is the matter with a day, and the name of the holiday; None for any other day."""
    if name := holiday(day):
        return "on-holiday", name
    if name := made_up(day):
        return "on-working-weekend", name
    return None
