"""The next day on which the site is not right any more unless it is built anew (invariant 6).

Every day that stands in a record may be one: it, or the day after it. Which of them really is
one, is found by making the pages of that day and comparing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from pydantic import BaseModel

from generator.catalogue import Catalogue, PublicCatalogue
from generator.catalogue.questions import left_out_on
from generator.feeds import Feed, Feeds
from generator.pages import Plan
from generator.pages.page import Page, Site
from generator.problems import Loc
from generator.records import Record
from generator.records.event import Event
from generator.records.media import Media
from generator.records.policy import Policy
from generator.records.volunteer import Placement

DAY = timedelta(days=1)


class Day(Protocol):
    """What is known of a site on one day."""

    @property
    def site(self) -> Site: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def public(self) -> PublicCatalogue: ...
    @property
    def plan(self) -> Plan: ...
    @property
    def feeds(self) -> Feeds: ...
    @property
    def pictured(self) -> frozenset[str]: ...


@dataclass(frozen=True, slots=True)
class Reason:
    """A day in a record, on which, or after which, something changes."""

    record: str
    """volunteers/wb2024-001"""
    key: str
    """consent.until"""
    what: str
    """What editors call the field: 同意到期."""


@dataclass(frozen=True, slots=True)
class Due:
    """The next day, and what in the records makes it one; nothing but time, where that is empty."""

    day: date
    because: tuple[Reason, ...]


def next_due(now: Day, on: Callable[[date], Day]) -> Due | None:
    """The next day after that of *now* on which the site changes; None where it never does.

    ``on`` prepares the same records as on another day.
    """
    today = now.site.as_of
    reasons: dict[date, list[Reason]] = {}
    for item in now.catalogue.records:
        for day, reason in _days(item):
            if day > today:
                reasons.setdefault(day, []).append(reason)
    asked = _Asked(now)
    for day in sorted({*reasons, *_turns(now, today)}):
        if asked.differ(on(day)):
            return Due(day, tuple(reasons.get(day, ())))
    return None


class _Asked:
    """What the pages and the feeds of one day asked, and show."""

    def __init__(self, now: Day) -> None:
        self.now = now
        self.items: tuple[Page | Feed, ...] = (*now.plan.values(), *now.feeds.values())
        self.asked = {item.address: _noted(item, now) for item in self.items}

    def differ(self, then: Day) -> bool:
        """Whether any page or feed of *then* is another one."""
        now = self.now
        if now.plan != then.plan or now.feeds != then.feeds:
            return True
        if now.public.updated != then.public.updated:
            return True
        before, after = now.public.questions, then.public.questions
        pictures = [("record", Media.collection, id) for id in now.pictured]
        if any(before.digest(one) != after.digest(one) for one in pictures):
            return True
        return any(self._differs(item, then) for item in self.items)

    def _differs(self, item: Page | Feed, then: Day) -> bool:
        before, after = self.now.public.questions, then.public.questions
        if all(before.digest(one) == after.digest(one) for one in self.asked[item.address]):
            return False
        return item.show(self.now.public.noting(), self.now.site) != item.show(
            then.public.noting(), then.site
        )


def _noted(item: Page | Feed, now: Day) -> tuple[tuple[str | int, ...], ...]:
    public: PublicCatalogue = now.public.noting()
    item.show(public, now.site)
    return tuple(public.asked)


def _turns(now: Day, today: date) -> Iterator[date]:
    """The turn of the year where there are policies, since another cohort is to leave; and Mondays
    and first days of months while events lie ahead: agendas say 本周, 下周.
    """
    if now.catalogue.all(Policy):
        yield date(today.year + 1, 1, 1)
    last = max(
        (when.last_day for event in now.catalogue.all(Event) for when in event.dates),
        default=today,
    )
    day = today + DAY
    while day <= last:
        if day.weekday() == 0 or day.day == 1:
            yield day
        day += DAY


def _days(item: Record) -> Iterator[tuple[date, Reason]]:
    """Each day on which something that stands in *item* may change what is shown."""
    name = f"{item.collection}/{item.id}"
    for loc, what, day in _dates(item, ()):
        reason = Reason(name, ".".join(map(str, loc)), what)
        yield day, reason
        yield day + DAY, reason
        if isinstance(item, Event):
            yield left_out_on(day), reason


def _dates(part: BaseModel, loc: Loc) -> Iterator[tuple[Loc, str, date]]:
    """Every day in a record or a part of one, with where it stands, and what it is called."""
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        here = (*loc, info.alias or name)
        for index, one in enumerate(value if isinstance(value, tuple) else (value,)):
            at = (*here, index) if isinstance(value, tuple) else here
            if isinstance(one, datetime):
                yield at, info.title or name, one.date()
            elif isinstance(one, date):
                yield at, info.title or name, one
            elif isinstance(one, BaseModel):
                yield from _dates(one, at)
    if isinstance(part, Placement) and part.end:
        yield (*loc, "end"), Placement.model_fields["end"].title or "end", _last_day(part.end)


def _last_day(reduced: str) -> date:
    """The last day of a year, a month or a day: 2027-07 → 2027-07-31."""
    year, month, day = (*map(int, reduced.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    start_of_next = date(year + month // 12, month % 12 + 1, 1) if month else date(year + 1, 1, 1)
    return start_of_next - DAY
