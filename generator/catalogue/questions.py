"""What pages may ask of the records, each question answered by plain values.

A record is answered by its id, so that a list stays the same answer when one of its records is
edited. What a page asked, and a digest of each answer, is all that tells whether the page would
be made anew: so nothing reaches a page by any other way.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Any, TypeVar

from generator import urls
from generator.catalogue.event_questions import Dated, EventQuestions
from generator.catalogue.initials import OTHER, initial_of, sorted_by
from generator.catalogue.linked import LinkedRecords, clause_of
from generator.catalogue.standing import Period, periods
from generator.images import Frame, Size, sizes
from generator.records import BY_NAME, Record
from generator.records.event import Event, EventKind, day_of
from generator.records.notice import Notice
from generator.records.place import Province
from generator.records.policy import Level, Policy
from generator.records.question import Question as StudentsQuestion
from generator.records.story import Story
from generator.records.unit import Role, Unit
from generator.records.volunteer import Placement, Project, Volunteer

Question = tuple[str | int, ...]
"""The name of a method of :class:`Questions`, and what it is given."""

Answer = Any
"""Texts, numbers, None, and tuples of such."""

Ids = tuple[str, ...]

_SHORT = 24
"""A digest of an answer has so many characters at most: what is as short tells itself."""

T = TypeVar("T")


class _Found(dict[Question, T]):
    """question → what was found for it, each at its first use. Nearly all of a build's time here
    goes into looking up what is known, so that is left to the dictionary itself."""

    def __init__(self, find: Callable[[Question], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, question: Question) -> T:
        found = self[question] = self._find(question)
        return found


class Questions(EventQuestions):
    """The answers, for the records that may be seen on the day ``as_of``."""

    def __init__(self, linked: LinkedRecords, as_of: date) -> None:
        self.linked = linked
        self.as_of = as_of
        self._answers = _Found[Answer](self._answer)
        self._digests = _Found(self._digest)
        self._groups: dict[tuple[str, str], Mapping[str, Ids]] = {}
        self._places: dict[tuple[str, str, str], Mapping[str, int]] = {}

    def answer(self, question: Question) -> Answer:
        """The answer to *question*."""
        return self._answers[question]

    def _answer(self, question: Question) -> Answer:
        return getattr(self, str(question[0]))(*question[1:])

    def digest(self, question: Question) -> str:
        """What tells the answer to *question* from any other; nothing for what cannot be asked."""
        return self._digests[question]

    def digests(self, asked: Iterable[Question]) -> str:
        """What tells the answers to all that was *asked* from any others."""
        return "\n".join(map(self._digests.__getitem__, asked))

    def _digest(self, question: Question) -> str:
        if question[0] not in _NAMES:
            return ""
        try:
            found = self.answer(question)
        except (KeyError, TypeError, ValueError, IndexError):
            return ""  # asked by another edition of this program
        said = repr(found)
        if len(said) <= _SHORT:
            return said
        return blake2b(said.encode(), digest_size=_SHORT // 2).hexdigest()

    def reworded(self, linked: LinkedRecords) -> Questions:
        """The same answers, for *linked*, in which nothing changed that a list goes by."""
        made = copy.copy(self)
        made.linked = linked
        made._digests = _Found(made._digest)
        made._answers = _Found(made._answer)
        made._answers.update((q, a) for q, a in self._answers.items() if q[0] != "record")
        return made

    # Records

    def record(self, collection: str, id: str) -> str | None:
        """The digest of a record; None where there is none."""
        return self.linked.digests.get((collection, id))

    def source(self, file: str) -> str | None:
        """The digest of an official document; None where there is none."""
        document = self.linked.sources.get(file)
        return blake2b(repr(document).encode()).hexdigest() if document else None

    def photograph(self, file: str, frame: str) -> tuple[Size, ...]:
        """The files that are published of the picture in a file; none where it cannot be shown."""
        picture = self.linked.pictures.get(file)
        return sizes(picture, Frame[frame]) if picture else ()

    def all(self, collection: str) -> Ids:
        """Every record of a collection, in order."""
        return tuple(item.id for item in self.linked.all(BY_NAME[collection]))

    def referring(self, by: str, collection: str, id: str) -> Ids:
        """The records of the collection *by* that refer to the record given."""
        referrers = self.linked.referring((collection, id))
        return tuple([id for referrer, id in referrers if referrer == by])

    def day(self) -> str:
        """The day of the build, ISO 8601."""
        return self.as_of.isoformat()

    def is_over(self, id: str) -> bool:
        """Whether the last day of a notice is past."""
        notice = self.linked.get(Notice, id)
        return notice is not None and notice.period.until < self.as_of

    def running(self, kind: str, value: str) -> Ids:
        """The notices with a value that are not over, those first that end first."""
        found = self.linked.each(Notice, self.chosen(Notice.collection, kind, value))
        ahead = [item for item in found if item.period.until >= self.as_of]
        return tuple(
            item.id for item in sorted(ahead, key=lambda item: (item.period.until, item.id))
        )

    # Lists

    def values(self, collection: str, kind: str) -> tuple[tuple[str, int], ...]:
        """What a collection can be chosen by (``kind``: cohort, tag…), and how many have each."""
        return tuple((value, len(ids)) for value, ids in self._group(collection, kind).items())

    def chosen(self, collection: str, kind: str, value: str) -> Ids:
        """The records of a collection with a value: of the cohort 2024, of the tag 支教."""
        return self._group(collection, kind).get(value, ())

    def place(self, collection: str, kind: str, value: str, id: str) -> int:
        """Where a record stands among those with a value."""
        places = self._places.get((collection, kind, value))
        if places is None:
            ids = self.chosen(collection, kind, value)
            places = {id: place for place, id in enumerate(ids)}
            self._places[collection, kind, value] = places
        return places[id]

    def _group(self, collection: str, kind: str) -> Mapping[str, Ids]:
        try:
            return self._groups[collection, kind]
        except KeyError:
            made = self._groups[collection, kind] = _grouped(self.linked, collection, kind)
            return made

    def serving(self, cohort: str) -> bool | None:
        """Whether anybody of a cohort still serves; None where no placement is shown."""
        people = self.linked.each(Volunteer, self.chosen("volunteers", "cohort", cohort))
        last = [item.placements[-1] for item in people if item.placements]
        return any(_serves(place, self.day()) for place in last) if last else None

    # Calendars to subscribe to

    def recent(self, kind: str, value: str) -> tuple[Dated, ...]:
        """The dates of the events chosen that calendars still have, by time."""
        return tuple((event.id, i) for event, i in self._recent[kind].get(value, ()))

    def closing(self, kind: str, value: str) -> Ids:
        """The events chosen whose last day of registration calendars still have."""
        events = self.linked.each(Event, self.chosen("events", kind, value))
        return tuple(event.id for event in events if self._still_closes(event))

    def _still_closes(self, event: Event) -> bool:
        closes = event.registration.closes if event.registration else None
        return closes is not None and day_of(closes) >= kept_since(self.as_of)

    @cached_property
    def _recent(self) -> Mapping[str, Mapping[str, list[tuple[Event, int]]]]:
        """kind → value → dates."""
        since = kept_since(self.as_of)
        dates = [one for one in self._dates if one[2].last_day >= since]
        found: dict[str, dict[str, list[tuple[Event, int]]]] = {}
        kinds = [kind for collection, kind in _VALUES if collection == Event.collection]
        for kind in ("all", *kinds):
            chosen = found[kind] = defaultdict(list)
            values, _ = _values(Event.collection, kind)
            for event, index, _ in dates:
                for value in values(event, self.linked):
                    chosen[value].append((event, index))
        return found

    # Policies

    def citing(self, source: str, anchor: str) -> tuple[tuple[str, int], ...]:
        """The provisions that cite a clause: the policy's id, and which provision."""
        return tuple(self._citations.get((source, anchor), ()))

    def period(self, id: str) -> tuple[str, str | None, str | None]:
        """From when to when a policy counts, ISO 8601, and the id of what takes its place then."""
        period = self._periods[id]
        until = period.until.isoformat() if period.until else None
        return period.begins.isoformat(), until, period.by

    def standing(self, id: str) -> str:
        """How a policy stands today: the name of a :class:`Standing`."""
        return self._periods[id].standing(self.as_of).name

    def applied(self, cohort: int) -> Ids:
        """The policies that count on any day of the year in which a cohort leaves."""
        return tuple(id for id, period in self._periods.items() if period.meets(cohort))

    def cohorts(self) -> tuple[int, ...]:
        """The years from the first policy to the cohort that leaves next year."""
        first = min((period.begins.year for period in self._periods.values()), default=9999)
        return tuple(range(first, self.as_of.year + 2))

    @cached_property
    def _periods(self) -> Mapping[str, Period]:
        return periods(self.linked.all(Policy))

    @cached_property
    def _citations(self) -> Mapping[tuple[str, str], list[tuple[str, int]]]:
        found: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
        for policy in self.linked.all(Policy):
            document = self.linked.sources.get(policy.source)
            for index, provision in enumerate(policy.provisions):
                clause = clause_of(document, provision.cite)
                if clause:
                    found[policy.source, clause.anchor].append((policy.id, index))
        return found


_NAMES = frozenset(
    {
        *("record", "source", "photograph", "all", "referring", "day", "is_over", "running"),
        *("values", "chosen", "place", "serving"),
        *(
            "occurrences",
            "coming",
            "over",
            "dates_of",
            "deadlines",
            "news",
            "months",
            "month",
            "moved",
            "on",
        ),
        *("recent", "closing"),
        *("citing", "period", "standing", "applied", "cohorts"),
    }
)


def _serves(place: Placement, today: str) -> bool:
    return place.end is None or place.end >= today[: len(place.end)]


def _colleges(item: Volunteer, linked: LinkedRecords) -> Iterator[str]:
    if linked.get(Unit, item.college):
        yield str(item.college)


def _provinces(item: Volunteer, linked: LinkedRecords) -> Iterable[str]:
    return dict.fromkeys(place.province.slug for place in item.placements)


def _places_of(story: Story, linked: LinkedRecords) -> Iterable[str]:
    people = linked.each(Volunteer, story.volunteers)
    return dict.fromkeys(place for item in people for place in _provinces(item, linked))


def _campuses(event: Event, linked: LinkedRecords) -> Iterator[str]:
    if event.venue and event.venue.campus:
        yield urls.slug(event.venue.campus)


def _organising_colleges(event: Event, linked: LinkedRecords) -> Iterator[str]:
    organiser = linked.get(Unit, event.organiser)
    if organiser and organiser.role is Role.COLLEGE:
        yield organiser.id


def _policies_of(item: StudentsQuestion, linked: LinkedRecords) -> Iterable[str]:
    return [policy.id for policy in linked.each(Policy, item.policies)]


_LEVELS = tuple(Level)
_BY_PROVINCE = [province.slug for province in Province]
_VALUES: Mapping[tuple[str, str], tuple[Callable[..., Iterable[str]], Callable[[str], Any]]] = {
    ("volunteers", "cohort"): (lambda item, _: [str(item.cohort)], lambda year: -int(year)),
    ("volunteers", "project"): (
        lambda item, _: [item.project.value],
        [project.value for project in Project].index,
    ),
    ("volunteers", "province"): (_provinces, _BY_PROVINCE.index),
    ("volunteers", "college"): (_colleges, str),
    ("volunteers", "initial"): (
        lambda item, _: [initial_of(item.name, item.pinyin)],
        lambda letter: (letter == OTHER, letter),
    ),
    ("stories", "tag"): (lambda item, _: item.tags, str),
    ("stories", "place"): (_places_of, _BY_PROVINCE.index),
    ("stories", "year"): (lambda item, _: [str(item.date.year)], lambda year: -int(year)),
    ("events", "kind"): (
        lambda item, _: [item.kind.value],
        [kind.value for kind in EventKind].index,
    ),
    ("events", "audience"): (lambda item, _: dict.fromkeys(map(urls.slug, item.audience)), str),
    ("events", "college"): (_organising_colleges, str),
    ("events", "campus"): (_campuses, str),
    ("questions", "tag"): (lambda item, _: item.tags, str),
    ("questions", "policy"): (_policies_of, str),
    ("events", "year"): (
        lambda item, _: dict.fromkeys(str(when.first_day.year) for when in item.dates),
        lambda year: -int(year),
    ),
    ("policies", "year"): (lambda item, _: [str(item.issued.year)], lambda year: -int(year)),
    ("notices", "year"): (lambda item, _: [str(item.period.from_.year)], lambda year: -int(year)),
    ("honours", "year"): (lambda item, _: [str(item.year)], lambda year: -int(year)),
}
"""By what records are listed: the values that a record has, and the order of the values."""


def _values(
    collection: str, kind: str
) -> tuple[Callable[..., Iterable[str]], Callable[[str], Any]]:
    return (lambda item, _: [""], str) if kind == "all" else _VALUES[collection, kind]


_ORDER: Mapping[str, Callable[[Any], Any]] = {
    "volunteers": lambda item: (-item.cohort, item.id),
    "volunteers by initial": lambda item: (sorted_by(item.name), -item.cohort, item.id),
    "stories": lambda item: (-item.date.toordinal(), item.id),
    "events": lambda item: (-max(when.last_day for when in item.dates).toordinal(), item.id),
    "policies": lambda item: (-item.issued.toordinal(), item.id),
    "notices": lambda item: (-item.period.from_.toordinal(), item.id),
    "honours": lambda item: (-item.year, _LEVELS.index(item.level), item.id),
}
"""How each list is ordered: the latest first; questions by id."""


def _grouped(linked: LinkedRecords, collection: str, kind: str) -> Mapping[str, Ids]:
    values, order = _values(collection, kind)
    by = _ORDER.get(f"{collection} by {kind}") or _ORDER.get(collection, lambda item: item.id)
    groups: dict[str, list[str]] = defaultdict(list)
    for item in sorted(linked.all(BY_NAME[collection]), key=by):
        for value in values(item, linked):
            groups[value].append(item.id)
    return {value: tuple(groups[value]) for value in sorted(groups, key=order)}


def kept_since(as_of: date) -> date:
    """The first day of which calendars still tell: 24 months ago, from the first of that month on.

    Whole months, so that a calendar does not change each day because one more day is past.
    """
    return date(as_of.year - 2, as_of.month, 1)


def left_out_on(day: date) -> date:
    """The day from which on calendars do not tell of *day* any more."""
    return date(day.year + 2 + day.month // 12, day.month % 12 + 1, 1)


def photographs(asked: Iterable[Question]) -> set[tuple[str, Frame]]:
    """The pictures that whoever *asked* shows: the file of each, and where it stands."""
    shown = {question for question in asked if question[0] == "photograph"}
    return {(str(file), Frame[str(frame)]) for _, file, frame in shown}


WORDS = frozenset(
    {"title", "summary", "quote", "body", "major", "author", "background", "terms", "caveats"}
)
"""Fields that no question goes by: a record that differs in them only changes no list."""


def updated(records: Iterable[Record], as_of: date) -> date | None:
    """The last day, up to *as_of*, of which a record says that something was new.

    Not the day of the build: every page prints it, and none should change because a day has
    passed.
    """
    days: set[date] = set()
    for item in records:
        days.update(change.on for change in item.history)
        if isinstance(item, Story):
            days.add(item.date)
        elif isinstance(item, Policy) and item.interpreted_on:
            days.add(item.interpreted_on)
    return max((day for day in days if day <= as_of), default=None)
