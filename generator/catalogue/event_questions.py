"""What pages may ask of the dates of events: which come, which are over, which lie in a month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property

from generator.catalogue.linked import LinkedRecords
from generator.records.event import Event, EventDate, EventKind, Status, day_of
from generator.records.record import ChangeKind

Dated = tuple[str, int]
"""A date of an event: the event's id, and which of its dates."""


class EventQuestions:
    """The part of :class:`~generator.catalogue.questions.Questions` that is about events."""

    linked: LinkedRecords
    as_of: date

    def chosen(self, collection: str, kind: str, value: str) -> tuple[str, ...]:
        """The records of a collection with a value."""
        raise NotImplementedError

    def occurrences(self) -> tuple[Dated, ...]:
        """Every date of every event, by time."""
        return tuple((event.id, index) for event, index, _ in self._dates)

    def coming(self, most: int) -> tuple[Dated, ...]:
        """The dates that lie ahead or go on today, by time; the first *most* of them."""
        ahead = [(event.id, i) for event, i, when in self._dates if when.last_day >= self.as_of]
        return tuple(ahead[:most])

    def over(self, most: int) -> tuple[Dated, ...]:
        """The dates that are over, the latest first; the first *most* of them."""
        past = [(event.id, i) for event, i, when in self._dates if when.last_day < self.as_of]
        return tuple(past[: -most - 1 : -1])

    def dates_of(self, kind: str, value: str) -> tuple[Dated, ...]:
        """The dates of the events with a value: what comes, by time, then what is over, the latest
        first."""
        events = self.linked.each(Event, self.chosen("events", kind, value))
        dates = _by_time(events)
        coming = [(event.id, i) for event, i, when in dates if when.last_day >= self.as_of]
        past = [(event.id, i) for event, i, when in dates if when.last_day < self.as_of]
        return (*coming, *reversed(past))

    def deadlines(self) -> tuple[Dated, ...]:
        """Everything that closes: what comes, by time, then what is over, the latest first.

        A date of -1 stands for the event's registration.
        """
        coming = [dated for _, dated, day in self._closings if day >= self.as_of]
        past = [dated for _, dated, day in self._closings if day < self.as_of]
        return (*coming, *reversed(past))

    def news(self, most: int) -> tuple[tuple[str, str], ...]:
        """The events that were told of last: id and day, the latest first; *most* of them.

        What does not say when it was told stands last, without a day, while it lies ahead.
        """
        told = []
        for event in self.linked.all(Event):
            day = _told_on(event, self.as_of)
            if day or any(when.last_day >= self.as_of for when in event.dates):
                told.append((event.id, day.isoformat() if day else "", event.dates[0].first_day))
        told.sort(key=lambda one: one[2])
        told.sort(key=lambda one: one[1], reverse=True)
        return tuple((id, day) for id, day, _ in told[:most])

    def months(self) -> tuple[tuple[int, int, int], ...]:
        """Year, month and how many dates start in it; a month that all left has 0."""
        counts: dict[tuple[int, int], int] = dict.fromkeys(self._moved_by_month, 0)
        counts |= {month: len(found) for month, found in self._by_month.items()}
        return tuple((*month, counts[month]) for month in sorted(counts))

    def month(self, year: int, month: int) -> tuple[Dated, ...]:
        """The dates that start in a month, by time."""
        return tuple(self._by_month.get((year, month), ()))

    def moved(self, year: int, month: int) -> tuple[tuple[str, Dated], ...]:
        """The days of a month on which dates were to start that were moved away, with those."""
        return tuple(self._moved_by_month.get((year, month), ()))

    def on(self, day: str) -> tuple[Dated, ...]:
        """The dates that touch a day, by time."""
        return tuple(self._by_day.get(day, ()))

    @cached_property
    def _dates(self) -> list[tuple[Event, int, EventDate]]:
        return _by_time(self.linked.all(Event))

    @cached_property
    def _closings(self) -> list[tuple[str, Dated, date]]:
        """The moment, what closes, and the day after which it has closed."""
        found = [
            (str(when.end or when.start), (event.id, i), when.last_day)
            for event, i, when in self._dates
            if event.kind is EventKind.DEADLINE
        ]
        found += [
            (str(event.registration.closes), (event.id, -1), day_of(event.registration.closes))
            for event in self.linked.all(Event)
            if event.registration and event.registration.closes and _takes_place(event)
        ]
        return sorted(found)

    @cached_property
    def _by_month(self) -> Mapping[tuple[int, int], list[Dated]]:
        months: dict[tuple[int, int], list[Dated]] = defaultdict(list)
        for event, index, when in self._dates:
            months[when.first_day.year, when.first_day.month].append((event.id, index))
        return months

    @cached_property
    def _by_day(self) -> Mapping[str, list[Dated]]:
        days: dict[str, list[Dated]] = defaultdict(list)
        for event, index, when in self._dates:
            for step in range((when.last_day - when.first_day).days + 1):
                day = when.first_day + timedelta(days=step)
                days[day.isoformat()].append((event.id, index))
        return days

    @cached_property
    def _moved_by_month(self) -> Mapping[tuple[int, int], list[tuple[str, Dated]]]:
        """A month out of which a date was moved is kept: whoever has its address must learn it."""
        months: dict[tuple[int, int], list[tuple[str, Dated]]] = defaultdict(list)
        for event, index, when in self._dates:
            former = [day_of(one.start) for one in when.previous if one.start]
            for day in dict.fromkeys(former):
                if day != when.first_day:
                    months[day.year, day.month].append((day.isoformat(), (event.id, index)))
        return months


def _by_time(events: Iterable[Event]) -> list[tuple[Event, int, EventDate]]:
    found = [(event, index, when) for event in events for index, when in enumerate(event.dates)]
    return sorted(found, key=lambda one: (one[2].first_day, str(one[2].start), one[0].id))


def _told_on(event: Event, as_of: date) -> date | None:
    """The day of the last change that mattered, or that on which it was published."""
    majors = [change.on for change in event.history if change.kind is ChangeKind.MAJOR]
    return max((day for day in majors if day <= as_of), default=event.publish.from_)


def _takes_place(event: Event) -> bool:
    return any(when.status is not Status.CANCELLED for when in event.dates)
