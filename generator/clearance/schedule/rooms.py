"""Rooms: no two dates in one room at one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from generator import urls
from generator.clearance.schedule.ahead import Ahead
from generator.problems import Problem
from generator.records.event import EventKind, Status
from generator.records.fields import written

_MOMENT = timedelta(minutes=1)
"""How long what has no end is taken to last, at least."""
_EACH = "各"
"""Several rooms begin with it: 各班教室."""


def taken_twice(dates: Iterable[Ahead], folder: str) -> Iterator[Problem]:
    """A warning at the later one of two dates that need one room at one time."""
    rooms: dict[str, list[Ahead]] = defaultdict(list)
    for one in dates:
        if room := _room(one):
            rooms[room].append(one)
    for found in rooms.values():
        before: Ahead | None = None
        for one in sorted(found, key=lambda one: (_span(one), one.event.id, one.index)):
            if before and _span(one)[0] < _span(before)[1]:
                venue = one.event.venue
                yield one.warning(
                    "room-taken",
                    folder=folder,
                    room=venue.room if venue else "",
                    other=before.event.title,
                    file=f"{folder}/events/{before.event.id}.yml",
                    when=written(before.date.start),
                )
            if before is None or _span(one)[1] > _span(before)[1]:
                before = one


def _room(one: Ahead) -> str:
    """What tells a room from others, however it is spaced; nothing for what needs none."""
    venue = one.event.venue
    if venue is None or not venue.room or venue.room.startswith(_EACH):
        return ""
    if one.event.kind is EventKind.DEADLINE or one.date.status is Status.ONLINE:
        return ""
    return urls.slug(f"{venue.campus or ''} {venue.room}")


def _span(one: Ahead) -> tuple[datetime, datetime]:
    """When it begins and ends; a day from midnight to midnight."""
    start = _begin(one.date.start)
    if not isinstance(one.date.start, datetime):
        return start, _begin(one.date.last_day) + timedelta(days=1)
    return start, max(_begin(one.date.end or one.date.start), start + _MOMENT)


def _begin(moment: date) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())
