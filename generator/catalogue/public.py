"""The records that may be seen, as pages see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any, Generic, TypeVar, overload

from generator.catalogue.linked import Key, LinkedRecords, clause_of
from generator.catalogue.questions import Answer, Question, Questions, updated
from generator.catalogue.standing import Period
from generator.images import Frame, Size
from generator.records import Record
from generator.records.event import Event, EventDate
from generator.records.honour import Honour
from generator.records.media import Media
from generator.records.notice import Notice
from generator.records.policy import Cite, Policy, Provision, Standing
from generator.records.volunteer import Volunteer
from generator.sources import Clause, Source

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A date of an event, with its event."""

    event: Event
    date: EventDate


class Row(Sequence[T], Generic[T]):
    """A list whose length is known before any of it is looked at."""

    __slots__ = ("_keys", "_one")

    def __init__(self, keys: Sequence[Any], one: Callable[[Any], T]) -> None:
        self._keys, self._one = keys, one

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Row[T]: ...
    def __getitem__(self, at: int | slice) -> T | Row[T]:
        if isinstance(at, slice):
            return Row(self._keys[at], self._one)
        return self._one(self._keys[at])

    def __iter__(self) -> Iterator[T]:
        return map(self._one, self._keys)


class PublicCatalogue:
    """What may be seen on the day ``as_of``. Only clearance makes one.

    Whatever is asked of it stands in ``asked`` afterwards; see :meth:`noting`.
    """

    def __init__(self, linked: LinkedRecords, as_of: date, questions: Questions | None = None):
        self._linked = linked
        self._as_of = as_of
        self.questions = questions or Questions(linked, as_of)
        self.asked: dict[Question, None] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return PublicCatalogue, (self._linked, self._as_of)

    def noting(self) -> PublicCatalogue:
        """The same records, with nothing asked yet."""
        return PublicCatalogue(self._linked, self._as_of, self.questions)

    def reworded(self, item: Record, digest: str) -> PublicCatalogue:
        """The same with *item* as it is now, in which nothing but words changed."""
        linked = self._linked.reworded(item, digest)
        return PublicCatalogue(linked, self._as_of, self.questions.reworded(linked))

    def _ask(self, *question: str | int) -> Answer:
        self.asked[question] = None
        return self.questions.answer(question)

    # Records

    @property
    def as_of(self) -> date:
        """The day of the build."""
        self._ask("day")
        return self._as_of

    @property
    def day(self) -> date:
        """The day of the build, for stages that are no page's."""
        return self._as_of

    def find(self, key: Key) -> Record | None:
        """The record at a key, if there is one."""
        self.asked["record", *key] = None
        return self._linked.find(key)

    def get(self, model: type[R], id: str | None) -> R | None:
        """The record of a type with an id, if there is one."""
        if not id:
            return None
        self.asked["record", model.collection, id] = None
        return self._linked.get(model, id)

    def the(self, model: type[R], id: str) -> R:
        """The record of a type with an id that it is known to have."""
        found = self.get(model, id)
        if found is None:
            raise KeyError(f"{model.collection}/{id}")
        return found

    def each(self, model: type[R], ids: Iterable[str]) -> list[R]:
        """The records of a type with these ids, in this order, as far as they are there."""
        return [item for id in ids if (item := self.get(model, id))]

    def all(self, model: type[R]) -> Row[R]:
        """Every record of a type, by id."""
        return Row(self._ask("all", model.collection), partial(self.the, model))

    def referring(self, model: type[R], target: Record) -> Row[R]:
        """The records of a type that refer to *target*."""
        ids = self._ask("referring", model.collection, target.collection, target.id)
        return Row(ids, partial(self.the, model))

    def honours_of(self, volunteer: Volunteer) -> list[Honour]:
        """What a volunteer was honoured with, whichever of the two records says so."""
        own = self.each(Honour, volunteer.honours)
        known = {item.id for item in own}
        return own + [item for item in self.referring(Honour, volunteer) if item.id not in known]

    def recipients_of(self, honour: Honour) -> list[Volunteer]:
        """Which volunteers received an honour, whichever of the two records says so."""
        own = self.each(Volunteer, filter(None, (one.volunteer for one in honour.recipients)))
        known = {item.id for item in own}
        return own + [item for item in self.referring(Volunteer, honour) if item.id not in known]

    def is_over(self, notice: Notice) -> bool:
        """Whether the last day of *notice* is past."""
        over: bool = self._ask("is_over", notice.id)
        return over

    def running(self, kind: str, value: str) -> Row[Notice]:
        """The notices with a value that are not over, those first that end first."""
        return Row(self._ask("running", kind, value), partial(self.the, Notice))

    # Lists

    def values(self, model: type[Record], kind: str) -> tuple[tuple[str, int], ...]:
        """What records can be chosen by (``kind``: cohort, tag…), and how many have each."""
        found: tuple[tuple[str, int], ...] = self._ask("values", model.collection, kind)
        return found

    def chosen(self, model: type[R], kind: str = "all", value: str = "") -> Row[R]:
        """The records of a type with a value, the latest first; all of them without one."""
        return Row(self._ask("chosen", model.collection, kind, value), partial(self.the, model))

    def place(self, item: Record, kind: str, value: str) -> int:
        """Where *item* stands among those with a value."""
        found: int = self._ask("place", item.collection, kind, value, item.id)
        return found

    def serving(self, cohort: str) -> bool | None:
        """Whether anybody of a cohort still serves; None where no placement is shown."""
        found: bool | None = self._ask("serving", cohort)
        return found

    # Events

    @property
    def occurrences(self) -> Row[Occurrence]:
        """Every date of every event, by time."""
        return self._dates("occurrences")

    def coming(self, most: int) -> Row[Occurrence]:
        """The dates that lie ahead or go on today, by time; the first *most* of them."""
        return self._dates("coming", most)

    def recent(self, kind: str, value: str) -> Row[Occurrence]:
        """The dates of the events with a value that calendars still have, by time."""
        return self._dates("recent", kind, value)

    def closing(self, kind: str, value: str) -> Row[Event]:
        """The events with a value whose last day of registration calendars still have."""
        return Row(self._ask("closing", kind, value), partial(self.the, Event))

    def over(self, most: int) -> Row[Occurrence]:
        """The dates that are over, the latest first; the first *most* of them."""
        return self._dates("over", most)

    def dates_of(self, kind: str, value: str) -> Row[Occurrence]:
        """The dates of the events with a value: what comes, then what is over, latest first."""
        return self._dates("dates_of", kind, value)

    def deadlines(self) -> Row[tuple[Event, EventDate | None]]:
        """What closes: what comes, by time, then what is over, the latest first.

        It is a date of a deadline, or None for an event's registration.
        """
        return Row(self._ask("deadlines"), self._closing)

    def _closing(self, key: tuple[str, int]) -> tuple[Event, EventDate | None]:
        event = self.the(Event, key[0])
        return event, event.dates[key[1]] if key[1] >= 0 else None

    def news(self, most: int) -> list[tuple[Event, date | None]]:
        """The events that were told of last, and when: the latest first, *most* of them."""
        return [
            (self.the(Event, id), date.fromisoformat(day) if day else None)
            for id, day in self._ask("news", most)
        ]

    @property
    def months(self) -> Mapping[tuple[int, int], int]:
        """Each month that has dates, or had before they were moved away: how many start in it."""
        return {(year, month): count for year, month, count in self._ask("months")}

    def month(self, year: int, month: int) -> Row[Occurrence]:
        """The dates that start in a month, by time."""
        return self._dates("month", year, month)

    def moved(self, year: int, month: int) -> list[tuple[date, Occurrence]]:
        """The days of a month on which dates were to start that were moved away, with those."""
        return [
            (date.fromisoformat(day), self._occurrence(key))
            for day, key in self._ask("moved", year, month)
        ]

    def on(self, day: date) -> Row[Occurrence]:
        """The dates that touch a day, by time."""
        return self._dates("on", day.isoformat())

    def _dates(self, *question: str | int) -> Row[Occurrence]:
        return Row(self._ask(*question), self._occurrence)

    def _occurrence(self, key: tuple[str, int]) -> Occurrence:
        event = self.the(Event, key[0])
        return Occurrence(event, event.dates[key[1]])

    # Policies

    def source(self, file: str | None) -> Source | None:
        """The official document in a file of ``sources/``, if there is one."""
        if not file:
            return None
        self.asked["source", file] = None
        return self._linked.sources.get(file)

    def clause_of(self, source: str | None, cite: Cite) -> Clause | None:
        """The clause that a citation means: the one it names, or the only one with its words."""
        return clause_of(self.source(source), cite)

    def standing(self, policy: Policy) -> Standing:
        """How *policy* stands today."""
        return Standing[self._ask("standing", policy.id)]

    def period(self, policy: Policy) -> Period:
        """From when to when *policy* counts, and what takes its place then."""
        begins, until, by = self._ask("period", policy.id)
        return Period(date.fromisoformat(begins), date.fromisoformat(until) if until else None, by)

    @property
    def cohorts(self) -> Sequence[int]:
        """The years from the first policy to the cohort that leaves next year."""
        cohorts: Sequence[int] = self._ask("cohorts")
        return cohorts

    def applied(self, cohort: int) -> Row[Policy]:
        """The policies that count on any day of the year in which a cohort leaves."""
        return Row(self._ask("applied", cohort), partial(self.the, Policy))

    def citing(self, source: str, anchor: str) -> list[tuple[Policy, Provision]]:
        """The provisions that cite a clause."""
        found = []
        for id, index in self._ask("citing", source, anchor):
            policy = self.the(Policy, id)
            found.append((policy, policy.provisions[index]))
        return found

    # Photographs

    def photograph(self, item: Media, frame: Frame) -> tuple[Size, ...]:
        """The files that are published of a picture for *frame*, the smallest first.

        Whatever is asked for is published, and no other picture.
        """
        found: tuple[Size, ...] = self._ask("photograph", item.file, frame.name)
        return found

    # The whole

    @property
    def records(self) -> Iterable[Record]:
        """Every record; for stages that are no page's."""
        return self._linked.records

    @property
    def tombstones(self) -> frozenset[Key]:
        """The withdrawn records; a tombstone's page shows nothing of them."""
        return self._linked.tombstones

    @cached_property
    def updated(self) -> date | None:
        """The last day, up to ``as_of``, of which a record says that something was new."""
        return updated(self._linked.records, self._as_of)
