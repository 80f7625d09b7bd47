"""What changed about a date since it was announced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.pages import cards, dates
from generator.records.event import Event, EventDate, EventKind, Status


class Difference(NamedTuple):
    """What of a date is no longer as it was: from 12月1日 周二 19:00 to 12月3日 周四 19:00."""

    former: tuple[str, ...]
    """What was announced before, struck through; the latest last."""
    now: str
    """What holds now; nothing where nothing stands in its place."""


class Change(NamedTuple):
    """The banner of a changed date."""

    mark: str
    heading: str
    """时间改了"""
    differences: tuple[Difference, ...]
    note: str
    """A sentence."""
    end: str
    """From when on it is no news any more, for a script."""


_HEADINGS = {
    Status.RESCHEDULED: ("↻", "时间改了"),
    Status.RELOCATED: ("⌂", "地点改了"),
    Status.POSTPONED: ("⋯", "延期，时间待定"),
    Status.CANCELLED: ("×", "活动取消"),
    Status.ONLINE: ("", "改为线上"),
}
_BOTH = "时间和地点改了"
_KEPT = {Status.RESCHEDULED: "地点不变。", Status.RELOCATED: "时间不变。"}


def of(item: Event, when: EventDate) -> Change | None:
    """The banner of a date that is not as it was announced; None where it is."""
    if when.status not in _HEADINGS:
        return None
    mark, heading = _HEADINGS[when.status]
    differences = tuple(_differences(item, when))
    both = len(differences) > 1
    return Change(
        mark=mark,
        heading=_BOTH if both and when.status in _KEPT else heading,
        differences=differences,
        note=when.note or ("" if both else _KEPT.get(when.status, "")),
        end=dates.end(when, item.kind is EventKind.DEADLINE),
    )


def _differences(item: Event, when: EventDate) -> Iterator[Difference]:
    times = _each(dates.moment(before.start) for before in when.previous if before.start)
    places = _each(cards.venue(before.venue) for before in when.previous if before.venue)
    here = cards.venue(item.venue)
    if when.status in (Status.CANCELLED, Status.POSTPONED):
        yield Difference((dates.moment(when.start),), "")
        return
    if times or when.status is Status.RESCHEDULED:
        yield Difference(times, dates.moment(when.start))
    if when.status is Status.ONLINE:
        yield Difference(places or _each([here]), "线上")
    elif places or when.status is Status.RELOCATED:
        yield Difference(places, here)


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    """Each of *texts* that says something, once."""
    return tuple(dict.fromkeys(filter(None, texts)))
