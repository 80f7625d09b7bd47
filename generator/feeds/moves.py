"""Moves: what became of a published date must be told to whoever subscribed.

They are told by an entry that stays the same one (UID), with a higher SEQUENCE: both come from what
the record says of its past, under ``previous`` and ``history``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.catalogue.questions import kept_since
from generator.feeds import calendars
from generator.feeds.calendar import Calendar, Entry
from generator.problems import Loc, Problem, Severity
from generator.records.event import Event, day_of
from generator.records.fields import written

_OFF = "CANCELLED"
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Published:
    """An entry of the calendar that is published."""

    start: date
    sequence: int
    status: str
    summary: str
    location: str


def unrecorded(
    live: Path, now: Calendar, public: PublicCatalogue, folder: str = "content"
) -> Iterator[Problem]:
    """What changed since the site in *live*, or is gone from it, without a word in the record.

    ``now`` is the calendar of all events as it will be. What is withdrawn or long past is no
    matter: it leaves the calendar by itself.
    """
    here = {entry.uid: entry for entry in now.entries}
    warned: set[tuple[str, str]] = set()
    # Dates first: the end of registration has their title.
    for uid, before in sorted(_published(live).items(), key=lambda one: calendars.CLOSES in one[0]):
        name = uid.partition("@")[0]
        id, _, key = name.removesuffix(calendars.CLOSES).partition(".")
        event = public.get(Event, id)
        if event is None:
            continue
        file = f"{folder}/events/{id}.yml"
        index = next((i for i, when in enumerate(event.dates) if when.key == key), None)
        if key and index is None:
            if day_of(before.start) >= kept_since(public.as_of):
                told = {"before": written(before.start), "write": _past(key, before.start)}
                yield Problem(file, "date-vanished", ("dates",), particulars=told)
        elif uid in here:
            loc = ("registration", "closes") if index is None else ("dates", index, "start")
            found = _difference(before, here[uid], file, loc, public.as_of)
            # A series has its title and its place once: to say it of its first date is enough.
            about = id, str(found and found.particulars.get("what"))
            if found and (found.severity is Severity.ERROR or about not in warned):
                warned.add(about)
                yield found


def _difference(
    before: Published, entry: Entry, file: str, loc: Loc, as_of: date
) -> Problem | None:
    """What changed of one entry, so that those who subscribed may keep what they have."""
    risen = entry.sequence - before.sequence
    back = before.status == _OFF != entry.status
    if risen < 0 or (risen == 0 and back):
        count = -risen // calendars.MAJOR + 1
        told: dict[str, object] = {"before": before.sequence, "now": entry.sequence, "count": count}
        return Problem(file, "sequence-fallen", loc, particulars=told)
    if risen:
        return None
    if entry.start != before.start and loc[0] == "dates":
        told = {"before": written(before.start), "now": written(entry.start)}
        return Problem(file, "move-unrecorded", loc, particulars=told)
    changed = next(
        (
            (zh, en, was, is_now)
            for zh, en, was, is_now in (
                ("时间", "time", written(before.start), written(entry.start)),
                ("名称", "title", before.summary, entry.summary),
                ("地点", "place", before.location, entry.location),
            )
            if was != is_now
        ),
        None,
    )
    if changed is None or day_of(entry.start) < as_of:
        return None
    told = dict(zip(("what_zh", "what", "before", "now"), changed, strict=True))
    return Problem(file, "change-untold", loc, particulars=told, severity=Severity.WARNING)


def _past(key: str, start: date) -> str:
    """What keeps a date the one that was published as *key*, in its record.

    It is told by its id, or by the day for which it was announced first.
    """
    day = day_of(start).isoformat()
    starts = [written(start)]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", key):
        starts = [key] * (key != day) + starts
        key = ""
    former = ", ".join(f"{{start: {one}}}" for one in starts)
    return f"{f'id: {key}, ' if key else ''}previous: [{former}]"


def _published(live: Path) -> dict[str, Published]:
    """The entries of the site's calendar, by UID. We wrote it, so a few lines read it."""
    try:
        text = (live / urls.file(urls.CALENDAR)).read_text("utf-8")
    except (OSError, ValueError):
        return {}
    found = {}
    for entry in text.replace("\n ", "").split("BEGIN:VEVENT")[1:]:
        lines = (line.partition(":") for line in entry.splitlines())
        said = {name.partition(";")[0]: value for name, _, value in reversed(list(lines))}
        found[said["UID"]] = Published(
            _moment(said["DTSTART"]),
            int(said["SEQUENCE"]),
            said["STATUS"],
            _ESCAPED.sub(r"\1", said["SUMMARY"]),
            _ESCAPED.sub(r"\1", said.get("LOCATION", "")),
        )
    return found


def _moment(text: str) -> date:
    moment = datetime.fromisoformat(text)
    return moment if "T" in text else moment.date()
