"""Registration: it opens before the last date is over, and closes by then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.clearance.schedule.ahead import Ahead
from generator.problems import Problem
from generator.records.event import day_of
from generator.records.fields import written


def missing_it(dates: Iterable[Ahead], folder: str) -> Iterator[Problem]:
    """A warning at each date that is over before one can register, and at a registration that
    closes when all is over."""
    for event, found in groupby(dates, key=lambda one: one.event):
        registration = event.registration
        if registration is None:
            continue
        own = list(found)
        for one in own:
            if registration.opens and one.date.last_day < day_of(registration.opens):
                opens = written(registration.opens)
                yield one.warning("date-before-registration", folder=folder, opens=opens)
        last = max(own, key=lambda one: one.date.last_day)
        if registration.closes and day_of(registration.closes) > last.date.last_day:
            yield last.warning(
                "registration-after-dates",
                *("registration", "closes"),
                folder=folder,
                closes=written(registration.closes),
                last=last.date.last_day,
            )
