"""A series of dates: one event that is held each week.

There are no rules of recurrence in a record: dates are listed, so that one of them can be moved
or cancelled by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from generator.records.event import EventDate

MOST = 60
"""Dates of a series: a little more than a year of them."""
FIRST_YEAR = 2000
"""Before, nobody held an event of the Western Plan (it began in 2003): the year is a slip."""
_WEEK = timedelta(weeks=1)


def weekly(start: date, end: date | None, count: int) -> tuple[EventDate, ...]:
    """*count* dates, a week from each to the next; the first is from *start* to *end*.

    OverflowError where there are no such days in the calendar any more.
    """
    weeks = [_WEEK * number for number in range(count)]
    return tuple(EventDate(start=start + week, end=end and end + week) for week in weeks)


def overlap(dates: Sequence[EventDate]) -> bool:
    """Whether a date is not over when the next begins; a day is over when the next one begins."""
    return any(
        one.end is not None and (one.end >= after.start if one.all_day else one.end > after.start)
        for one, after in pairwise(dates)
    )
