"""A calendar's file (RFC 5545): the events in it, each with its line, and what cannot be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import icalendar

from generator.problems import Problem, Severity
from generator.reading.text import decode

LIMIT = 4 * 1024 * 1024
"""The bytes that a calendar may have: some 8,000 events."""

_LINE = re.compile(r"[A-Za-z0-9-]+[;:]")
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Component:
    """A VEVENT, the line where it begins, and the line of each of its properties."""

    event: icalendar.Event
    line: int
    lines: Mapping[str, int]

    def at(self, name: str) -> int:
        """The line of a property, or that of the event."""
        return self.lines.get(name, self.line)


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What is in a file: its events, how many components of other kinds, what was passed over."""

    shown: str
    events: tuple[Component, ...] = ()
    others: Mapping[str, int] = field(default_factory=dict)
    called_off: bool = False
    """Whether the file tells that its events are cancelled (METHOD:CANCEL, RFC 5546, 3.2.5)."""
    problems: tuple[Problem, ...] = ()


def value(event: icalendar.Component, name: str) -> Any:
    """What a property says, as icalendar has it: of any of its types, or a list of them."""
    return event.get(name)


def text(event: icalendar.Component, name: str) -> str:
    """A property as text; nothing where it is not there, and of several the first."""
    found = value(event, name)
    return str(found[0] if isinstance(found, list) else found or "")


def categories(event: icalendar.Component) -> list[str]:
    """What the event is filed under."""
    listed = value(event, "CATEGORIES")
    parts = listed if isinstance(listed, list) else [listed] if listed else []
    return [str(one) for part in parts for one in getattr(part, "cats", [part])]


def read(data: bytes, shown: str) -> CalendarFile:
    """The calendars in *data*; problems name the file as *shown*."""
    if len(data) > LIMIT:
        return _refused(Problem(shown, "calendar-large", line=1, column=1))
    decoded = decode(data, shown)
    if not isinstance(decoded, str):
        return _refused(*decoded)
    if not re.match(r"\s*BEGIN:VCALENDAR", decoded, re.IGNORECASE):
        return _refused(Problem(shown, "calendar-not", line=1, column=1))
    logical, unread = _unfolded(decoded, shown)
    places = _places(logical)
    if isinstance(places, int):
        return _refused(Problem(shown, "calendar-cut", line=places, column=1))
    try:
        calendars = icalendar.Calendar.from_ical(
            "".join(f"{line}\r\n" for _, line in logical), multiple=True
        )
    except (ValueError, AttributeError, TypeError, KeyError, IndexError):
        # Parameters that nobody foresaw: no one kind of error tells them.
        return _refused(Problem(shown, "calendar-not", line=1, column=1))
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if len(events) != len(places):
        return _refused(Problem(shown, "calendar-cut", line=logical[-1][0], column=1))
    kinds = Counter(
        part.name for calendar in calendars for part in calendar.subcomponents if part.name
    )
    return CalendarFile(
        shown,
        tuple(
            Component(event, *place)
            for event, place in zip(events, places, strict=True)
            if isinstance(event, icalendar.Event)
        ),
        {name: kinds[name] for name in sorted(kinds.keys() - {"VEVENT", "VTIMEZONE"})},
        any(text(calendar, "METHOD").upper() == "CANCEL" for calendar in calendars),
        tuple(unread[:_SHOWN]),
    )


def _refused(*problems: Problem) -> CalendarFile:
    return CalendarFile(problems[0].file, problems=problems)


def _unfolded(decoded: str, shown: str) -> tuple[list[tuple[int, str]], list[Problem]]:
    """The content lines with their numbers (RFC 5545, 3.1), and a warning for each that is none."""
    found: list[tuple[int, str]] = []
    problems: list[Problem] = []
    for number, line in enumerate(decoded.split("\n"), 1):
        if line[:1] in (" ", "\t") and found:
            found[-1] = found[-1][0], found[-1][1] + line[1:]
        elif _LINE.match(line):
            found.append((number, line))
        elif line.strip():
            told = {"text": line.strip()[:20]}
            warned = Severity.WARNING
            problems.append(Problem(shown, "calendar-line", (), number, 1, told, warned))
    return found, problems


def _places(lines: Iterable[tuple[int, str]]) -> list[tuple[int, Mapping[str, int]]] | int:
    """Where each VEVENT begins, and where its properties stand; or the line that breaks the file."""
    within: list[str] = []
    found: list[tuple[int, dict[str, int]]] = []
    number = 0
    for number, line in lines:
        name, _, told = line.partition(":")
        name, told = name.partition(";")[0].upper(), told.strip().upper()
        if name == "BEGIN":
            within.append(told)
            if told == "VEVENT":
                found.append((number, {}))
        elif name == "END":
            if not within or within.pop() != told:
                return number
        elif within[-1:] == ["VEVENT"]:
            found[-1][1].setdefault(name, number)
    return number if within else list(found)
