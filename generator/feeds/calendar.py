"""What a calendar says, in whatever format it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who organises something; ``address`` is a URI, for mail or of a page."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A VEVENT. Times are local; an ``end`` that is a day is the last one, itself included."""

    uid: str
    summary: str
    start: date
    end: date | None
    status: str
    """CONFIRMED, TENTATIVE or CANCELLED."""
    sequence: int
    modified: date | None
    categories: tuple[str, ...]
    location: str
    description: str
    address: str
    """The page about it, whole; or nothing."""
    organiser: Organiser | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A VCALENDAR. ``address`` is where it can be had, whole; or nothing."""

    name: str
    timezone: str
    address: str
    entries: tuple[Entry, ...]
