"""The dates of an event in a calendar: its rule of recurrence written out, its exceptions in.

Source: RFC 5545, 3.8.4.4 and 3.8.5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from generator.importing.calendar_file import Component, text, value
from generator.records.event import day_of
from generator.records.fields import written

MOST = 400
"""Dates that one event may have."""
REACH = timedelta(days=366)
"""How far before and after the day of the import a rule without an end is written out."""

_DAY = timedelta(days=1)
_FIRST_YEAR, _LAST_YEAR = 1950, 9990
"""Before, a program wrote nonsense; behind, a computation may leave the calendar."""
_MOMENTS = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID"})
_SINGLE = _MOMENTS | {"DURATION"}
_TOO_FINE = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})


class Unreadable(Exception):
    """Why an event has no dates: the code of a problem, the property at fault, what it says."""

    def __init__(self, code: str, at: str = "", **particulars: object) -> None:
        super().__init__(code)
        self.code, self.at, self.particulars = code, at, particulars


@dataclass(frozen=True, slots=True)
class Held:
    """An occurrence. Times are local; an ``end`` that is a day is the last one, itself included."""

    event: icalendar.Event
    start: date
    end: date | None
    planned: date
    """When the rule has it, or the event itself where there is none (RECURRENCE-ID)."""
    is_exception: bool
    """Whether it is written for itself, beside the rule."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The occurrences of an event, those that were taken out, and whether it repeats for ever."""

    held: tuple[Held, ...]
    taken_out: frozenset[date]
    endless: bool
    recurring: bool


def dates(parts: Sequence[Component], as_of: date, zone: ZoneInfo) -> Dates:
    """What *parts*, the components with one UID, have for dates.

    Raises Unreadable where they cannot be told.
    """
    events = [part.event for part in parts]
    for event in events:
        _sound(event)
    rules = [rule for event in events for rule in _many(event, "RRULE")]
    if any(set(map(str.upper, rule.get("FREQ", []))) & _TOO_FINE for rule in rules):
        raise Unreadable("calendar-many", "RRULE", most=MOST)
    if any(count > MOST for rule in rules for count in rule.get("COUNT", [])):
        raise Unreadable("calendar-many", "RRULE", most=MOST)
    endless = any(_is_endless(rule, as_of) for rule in rules)
    calendar = icalendar.Calendar()
    for event in events:
        calendar.add_component(event)
    taken_out = frozenset(
        local(item.dt, zone)
        for event in events
        for listed in _many(event, "EXDATE")
        for item in listed.dts
        if isinstance(item.dt, date)
    )
    exceptions = {
        local(value(event, "RECURRENCE-ID").dt, zone)
        for event in events
        if "RECURRENCE-ID" in event
    }
    try:
        found = _occurrences(calendar, events, as_of, endless)
        held = tuple(_held(one, zone, exceptions) for one in found[: MOST + 1])
    except (ValueError, OverflowError, TypeError, KeyError) as error:
        # Whatever a program wrote against the standard: no one kind of error tells it.
        raise Unreadable("calendar-rule", "RRULE" if rules else "DTSTART") from error
    if len(held) > MOST:
        raise Unreadable("calendar-many", "RRULE", most=MOST)
    recurring = bool(rules or exceptions) or any("RDATE" in event for event in events)
    return Dates(held, taken_out, endless, recurring)


def local(moment: date, zone: ZoneInfo) -> date:
    """*moment* on the clocks of *zone*; a day, and a time without a zone, stay what they are."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.astimezone(zone).replace(tzinfo=None)
    return moment


def _sound(event: icalendar.Event) -> None:
    """Raise Unreadable where *event* does not say when it is."""
    if value(event, "DTSTART") is None:
        raise Unreadable("calendar-no-start")
    broken = {error[0] for error in event.errors}
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "DURATION", "RRULE", "EXDATE", "RDATE"):
        said = value(event, name)
        if name in broken or (name in _SINGLE and isinstance(said, list)):
            raise Unreadable("calendar-time", name, name=name)
        if name in _MOMENTS and said is not None and not isinstance(getattr(said, "dt", 0), date):
            raise Unreadable("calendar-time", name, name=name)
    start, end = value(event, "DTSTART").dt, value(event, "DTEND")
    for name in _MOMENTS & event.keys():
        if not _FIRST_YEAR <= day_of(value(event, name).dt).year <= _LAST_YEAR:
            raise Unreadable("calendar-time", name, name=name)
    if end is not None and isinstance(end.dt, datetime) != isinstance(start, datetime):
        raise Unreadable("calendar-time", "DTEND", name="DTEND")
    if end is not None and _instant(end.dt) < _instant(start):
        told = {"start": written(start), "end": written(end.dt)}
        raise Unreadable("end-before-start", "DTEND", **told)


def _instant(moment: date) -> datetime:
    """What orders moments; nobody starts in one zone and ends in none."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)


def _is_endless(rule: Any, as_of: date) -> bool:
    """Whether nobody will see the end of a rule: some programs write one in a hundred years."""
    until = [day_of(moment) for moment in rule.get("UNTIL", [])]
    return "COUNT" not in rule and not any(day < as_of + 3 * REACH for day in until)


def _occurrences(
    calendar: icalendar.Calendar, events: Sequence[icalendar.Event], as_of: date, endless: bool
) -> list[icalendar.Event]:
    days = [day_of(value(event, "DTSTART").dt) for event in events]
    days += [
        day_of(item.dt)
        for event in events
        for listed in _many(event, "RDATE")
        for item in listed.dts
        if isinstance(item.dt, date)
    ]
    first = min(days) - 2 * _DAY
    last = date(_LAST_YEAR, 1, 1)
    if endless:
        first, last = max(first, as_of - REACH), as_of + REACH
    # Not its ``after``, which in a date of some years looks at each quarter of an hour.
    found: list[icalendar.Event] = recurring_ical_events.of(calendar).between(first, last)
    return [one for one in found if not endless or day_of(one.start) <= last]


def _held(one: icalendar.Event, zone: ZoneInfo, exceptions: set[date]) -> Held:
    start, end = local(one.start, zone), local(one.end, zone)
    if _is_all_day(one, start, end):
        start, end = day_of(start), day_of(end)
    if not isinstance(start, datetime):
        end -= _DAY
    planned = local(value(one, "RECURRENCE-ID").dt, zone) if "RECURRENCE-ID" in one else start
    is_exception = planned in exceptions
    if not isinstance(start, datetime) and not is_exception:
        planned = day_of(planned)
    return Held(one, start, end if end > start else None, planned, is_exception)


def _is_all_day(one: icalendar.Event, start: date, end: date) -> bool:
    """Whether Outlook calls a time from midnight to midnight a whole day."""
    if text(one, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() != "TRUE":
        return False
    return all(
        isinstance(moment, datetime) and (moment.hour, moment.minute) == (0, 0)
        for moment in (start, end)
    )


def _many(event: icalendar.Event, name: str) -> list[Any]:
    """A property that may stand several times."""
    found = value(event, name)
    return found if isinstance(found, list) else [found] if found is not None else []
