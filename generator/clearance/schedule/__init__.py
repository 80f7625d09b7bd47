"""Schedule: what an editor should look at before a date of an event comes. All are warnings.

What is past is left alone: nobody can move it any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.clearance.consent import Groups
from generator.clearance.schedule import days_off, registration, rooms, speakers
from generator.clearance.schedule.ahead import ahead
from generator.problems import Problem

CODES = frozenset(
    {
        *("room-taken", "on-holiday", "on-working-weekend", "speaker-unnamed"),
        *("date-before-registration", "registration-after-dates"),
    }
)
"""What can be wrong."""


def problems(
    catalogue: Catalogue, groups: Groups, on: date, folder: str = "content"
) -> Iterator[Problem]:
    """What is wrong with dates that lie ahead on the day *on*."""
    dates = ahead(catalogue, on)
    yield from rooms.taken_twice(dates, folder)
    yield from days_off.falling_on(dates, folder)
    yield from registration.missing_it(dates, folder)
    yield from speakers.unnamed(dates, groups, folder)
