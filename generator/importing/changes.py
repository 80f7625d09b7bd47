"""What an event of a calendar changes: a new record, some fields of one that is there, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.editing import Edits, Value, record
from generator.importing.foreign import Foreign
from generator.importing.occurrences import REACH
from generator.records.event import Event, EventDate, Status
from generator.records.fields import written

_OFF = frozenset({Status.CANCELLED, Status.POSTPONED})
_NEW_ONLY = frozenset({"kind", "uid", "publish", "sample", "body"})
"""What an editor decides once the record is there."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a record that is there would say: its text, and what is left for an editor to do."""

    text: str
    vanished: tuple[date, ...]
    """Days of dates that the calendar has no more, and did not take out."""
    other_body: bool


def new(foreign: Foreign, source: str) -> str:
    """The text of the record that *foreign* becomes; *source* is the calendar's file."""
    fields: dict[str, Value] = {}
    for key, value in foreign.fields.items():
        fields[key] = value  # type: ignore[assignment]
        if key == "kind":
            fields["dates"] = [_fields(when) for when in foreign.dates]
    head = [f"从日历文件 {source} 导入。"]
    if foreign.left_out:
        head.append(f"日历里还有，没有写进来：{'、'.join(zh for zh, _ in foreign.left_out)}。")
    return record(fields, head)


def difference(text: str, event: Event, foreign: Foreign, as_of: date) -> Difference:
    """What *foreign* makes of *event*, whose file says *text*."""
    edits = Edits(text)
    for key, value in foreign.fields.items():
        if key == "body" and not event.body:
            edits.put(("body",), str(value))
        elif key not in _NEW_ONLY and not _says(event, key, value):
            edits.put((key,), value)  # type: ignore[arg-type]
    matched = _matched(event, foreign)
    for index, one in matched.items():
        _edit_date(edits, index, event.dates[index], one)
    known = [*matched.values()]
    for one in foreign.dates:
        if one not in known:
            edits.append(("dates",), _fields(one))
    vanished = []
    for index, when in enumerate(event.dates):
        if index in matched or foreign.own or when.status is Status.CANCELLED:
            continue
        if when.start in foreign.taken_out:
            edits.put(("dates", index, "status"), Status.CANCELLED.value)
        elif as_of <= when.last_day and when.first_day <= as_of + REACH:
            vanished.append(when.first_day)
    body = str(foreign.fields.get("body", "")).strip()
    other = bool(body and event.body and event.body.strip() != body)
    return Difference(edits.made(), tuple(vanished), other)


def _matched(event: Event, foreign: Foreign) -> dict[int, EventDate]:
    """Which of the calendar's dates is which of the record's, by its place."""
    if not (foreign.recurring or foreign.own) and len(event.dates) == len(foreign.dates) == 1:
        return {0: foreign.dates[0]}
    by_key = {one.key: one for one in foreign.dates}
    return {index: by_key[when.key] for index, when in enumerate(event.dates) if when.key in by_key}


def _edit_date(edits: Edits, index: int, when: EventDate, now: EventDate) -> None:
    """Let the date at *index* say what the calendar says; what it was is kept as ``previous``."""
    at = "dates", index
    moved = when.start != now.start
    if moved:
        edits.put((*at, "start"), written(now.start))
        former = {"start": written(when.start)}
        if when.previous:
            edits.append((*at, "previous"), former)
        else:
            edits.put((*at, "previous"), [former])
    status = _status(when, now, moved=moved)
    if status is not when.status:
        edits.put((*at, "status"), status.value)
    if _end(when) != _end(now):
        if now.end:
            edits.put((*at, "end"), written(now.end))
        else:
            edits.remove((*at, "end"))
    if now.note and not when.note:
        edits.put((*at, "note"), now.note)


def _end(when: EventDate) -> date | None:
    """The end, where it says more than the start does."""
    return when.end if when.end != when.start else None


def _status(when: EventDate, now: EventDate, *, moved: bool) -> Status:
    """How the date stands. That it moved, or is online, no calendar says: the record does."""
    if now.status in _OFF:
        return now.status
    if moved:
        return Status.RESCHEDULED
    if when.status in _OFF:
        return Status.RESCHEDULED if when.previous else Status.SCHEDULED
    return when.status


def _says(event: Event, key: str, value: object) -> bool:
    """Whether the record says *value* already, be it in other fields."""
    if key == "venue" and isinstance(value, Mapping):
        venue = event.venue
        parts = (venue.campus, venue.room, venue.address) if venue else ()
        return bool(" ".join(filter(None, parts)).split() == str(value["room"]).split())
    if key == "registration" and isinstance(value, Mapping):
        closes = event.registration.closes if event.registration else None
        return bool(written(closes) == value["closes"])
    return bool(getattr(event, key) == value)


def _fields(when: EventDate) -> dict[str, Value]:
    return dict(_each(when))


def _each(when: EventDate) -> Iterator[tuple[str, Value]]:
    if when.id:
        yield "id", when.id
    yield "start", written(when.start)
    if when.end:
        yield "end", written(when.end)
    if when.status is not Status.SCHEDULED:
        yield "status", when.status.value
    if when.previous:
        yield (
            "previous",
            [{"start": written(former.start)} for former in when.previous if former.start],
        )
    if when.note:
        yield "note", when.note
