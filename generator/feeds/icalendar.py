"""A calendar as iCalendar (RFC 5545, with RFC 7986's properties of the calendar as a whole).

What is written depends on the values alone: no clock, no list of what the machine knows.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import icalendar

from generator.feeds.calendar import Calendar, Entry

DAY = timedelta(days=1)

_PRODUCT = "-//Westbound//Westbound//ZH"
_COLOUR = "darkgoldenrod"
"""A name of CSS 3, as RFC 7986 (5.9) wants it."""
_REFRESH = timedelta(hours=12)
_FIRST, _LAST = date(2000, 1, 1), date(2038, 1, 1)
"""The years whose changes of the clock are listed."""
_NEVER_CHANGED = datetime(2000, 1, 1, tzinfo=UTC)
"""DTSTAMP of what has no history: RFC 5545 asks for one, and it must not say when it was built."""
_MORNING = timedelta(hours=-15)
"""An all-day entry begins at midnight: nine o'clock of the day before."""


def write(calendar: Calendar) -> bytes:
    """The calendar's file: lines of 75 octets at most, ended by CRLF (RFC 5545, 3.1)."""
    own = icalendar.Calendar()
    own.add("name", calendar.name)
    own.add("x-wr-calname", calendar.name)
    if calendar.address:
        own.add("source", calendar.address, {"value": "URI"})
    lines = own.to_ical(sorted=False).removeprefix(_BEGIN).removesuffix(_END)
    entries = (_entry(entry, calendar.timezone) for entry in calendar.entries)
    return b"".join((_head(calendar.timezone), lines, _zone(calendar.timezone), *entries, _END))


_BEGIN, _END = b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"


@lru_cache(maxsize=4)
def _head(timezone: str) -> bytes:
    """What all calendars begin with."""
    head = icalendar.Calendar()
    head.add("version", "2.0")
    head.add("prodid", _PRODUCT)
    head.add("calscale", "GREGORIAN")
    head.add("x-wr-timezone", timezone)
    head.add("color", _COLOUR)
    head.add("refresh-interval", _REFRESH, {"value": "DURATION"})
    head.add("x-published-ttl", icalendar.vDuration(_REFRESH))
    written: bytes = head.to_ical(sorted=False)
    return written.removesuffix(_END)


@lru_cache(maxsize=4)
def _zone(name: str) -> bytes:
    zone = icalendar.Timezone.from_tzid(name, first_date=_FIRST, last_date=_LAST)
    written: bytes = zone.to_ical()
    return written


@lru_cache(maxsize=1 << 13)  # an entry stands in several calendars
def _entry(entry: Entry, timezone: str) -> bytes:
    zone = ZoneInfo(timezone)
    event = icalendar.Event()
    modified = _midnight(entry.modified, zone) if entry.modified else None
    event.add("uid", entry.uid)
    event.add("dtstamp", modified or _NEVER_CHANGED)
    event.add("dtstart", _local(entry.start, zone))
    if isinstance(entry.end, datetime):
        event.add("dtend", _local(entry.end, zone))
    elif not isinstance(entry.start, datetime):
        event.add("dtend", (entry.end or entry.start) + DAY)
    event.add("summary", entry.summary)
    event.add("status", entry.status)
    event.add("sequence", entry.sequence)
    event.add("categories", list(entry.categories))
    event.add("transp", "OPAQUE" if isinstance(entry.start, datetime) else "TRANSPARENT")
    if modified:
        event.add("last-modified", modified)
    for name in ("location", "description"):
        if text := getattr(entry, name):
            event.add(name, text)
    if entry.address:
        event.add("url", entry.address)
    if entry.organiser:
        event.add("organizer", entry.organiser.address, {"cn": entry.organiser.name})
    if entry.status == "CONFIRMED":
        event.add_component(_alarm(entry))
    written: bytes = event.to_ical(sorted=False)
    return written


def _alarm(entry: Entry) -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", -DAY if isinstance(entry.start, datetime) else _MORNING)
    return alarm


def _local(moment: date, zone: ZoneInfo) -> date:
    return moment.replace(tzinfo=zone) if isinstance(moment, datetime) else moment


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
