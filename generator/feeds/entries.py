"""What a feed of news says, in whatever format it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Entry:
    """An event that is new, or that changed."""

    id: str
    address: str
    title: str
    text: str
    """Lines: what changed, when and where it is, what it is about."""
    kind: str
    day: date | None
    """When it was told; None where no record says."""


@dataclass(frozen=True, slots=True)
class News:
    """A feed, the latest first; all addresses whole."""

    title: str
    owner: str
    page: str
    atom: str
    json: str
    timezone: str
    entries: tuple[Entry, ...]


def moment(day: date | None, timezone: str) -> str | None:
    """The midnight with which *day* begins (RFC 3339)."""
    return (
        datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(timezone)).isoformat()
        if day
        else None
    )
