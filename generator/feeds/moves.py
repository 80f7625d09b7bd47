"""Moves: a date that is not where the published calendar has it must say where it was.

Whoever subscribed is told of a change by an entry that stays the same one, with a higher
SEQUENCE: both come from what the record says of its past, under ``previous``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.feeds.icalendar import Calendar
from generator.problems import Problem, Severity
from generator.records.event import Event
from generator.records.fields import written


class Published(NamedTuple):
    """An entry of the calendar that is published."""

    start: date
    sequence: int


def unrecorded(
    live: Path, now: Calendar, public: PublicCatalogue, folder: str = "content"
) -> Iterator[Problem]:
    """A warning at each date of the site in *live* that moved, or is gone, without a word.

    ``now`` is the calendar of all events as it will be. What is withdrawn or long past is no
    matter: it leaves the calendar by itself.
    """
    here = {entry.uid: entry for entry in now.entries}
    for uid, before in _published(live).items():
        id, _, key = uid.partition("@")[0].partition(".")
        event = public.get(Event, id)
        if event is None or not key:
            continue
        index = next((i for i, when in enumerate(event.dates) if when.key == key), None)
        if index is None:
            yield _warning("date-vanished", event, ("dates",), folder, before)
        elif uid in here:
            entry = here[uid]
            if entry.start != before.start and entry.sequence <= before.sequence:
                loc = ("dates", index, "start")
                yield _warning("move-unrecorded", event, loc, folder, before, written(entry.start))


def _warning(
    code: str,
    event: Event,
    loc: tuple[str | int, ...],
    folder: str,
    before: Published,
    now: str = "",
) -> Problem:
    return Problem(
        f"{folder}/events/{event.id}.yml",
        code,
        loc,
        particulars={"before": written(before.start), "now": now},
        severity=Severity.WARNING,
    )


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
        found[said["UID"]] = Published(_moment(said["DTSTART"]), int(said["SEQUENCE"]))
    return found


def _moment(text: str) -> date:
    moment = datetime.fromisoformat(text)
    return moment if "T" in text else moment.date()
