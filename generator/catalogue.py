"""Records linked to each other: ``Catalogue`` before clearance, ``PublicCatalogue`` after it.

Both answer the same questions. They are different types so that a page cannot be made from
records that were not cleared: ``pages/`` accepts a ``PublicCatalogue`` only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from generator.records import Record
from generator.records.event import Event, EventDate, day_of
from generator.records.fields import Reference
from generator.records.honour import Honour
from generator.records.place import Province
from generator.records.policy import Cite, Policy, Provision
from generator.records.story import Story
from generator.records.unit import Unit
from generator.records.volunteer import Project, Volunteer
from generator.records.walk import marked
from generator.sources import Clause, Source

R = TypeVar("R", bound=Record)
Key = tuple[str, str]
"""A record's collection and id."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A date of an event, with its event."""

    event: Event
    date: EventDate


class LinkedRecords:
    """Records by collection and id, and what refers to what."""

    def __init__(
        self,
        records: Iterable[Record],
        tombstones: Iterable[Key] = (),
        sources: Mapping[str, Source] | None = None,
    ) -> None:
        self.records = tuple(records)
        self.tombstones = frozenset(tombstones)
        self.sources = dict(sources or {})
        self._by_key = {(item.collection, item.id): item for item in self.records}
        self._by_model: dict[str, list[Record]] = defaultdict(list)
        self._referrers: dict[Key, list[Record]] = defaultdict(list)
        for item in self.records:
            self._by_model[item.collection].append(item)
            targets = {(mark.collection, id) for _, mark, id in marked(item, Reference)}
            for target in sorted(targets):
                self._referrers[target].append(item)

    def all(self, model: type[R]) -> Sequence[R]:
        """Every record of a type, by id."""
        return self._by_model[model.collection]  # type: ignore[return-value]

    def get(self, model: type[R], id: str | None) -> R | None:
        """The record of a type with an id, if there is one."""
        found = self._by_key.get((model.collection, id or ""))
        return found if isinstance(found, model) else None

    def each(self, model: type[R], ids: Iterable[str]) -> list[R]:
        """The records of a type with these ids, in this order, as far as they are there."""
        return [item for id in ids if (item := self.get(model, id))]

    def find(self, key: Key) -> Record | None:
        """The record at a key, if there is one."""
        return self._by_key.get(key)

    def referring(self, model: type[R], target: Record) -> list[R]:
        """The records of a type that refer to *target*."""
        referrers = self._referrers.get((target.collection, target.id), ())
        return [item for item in referrers if isinstance(item, model)]

    # Volunteers

    @cached_property
    def volunteers(self) -> Sequence[Volunteer]:
        """Every volunteer, the latest cohort first."""
        return sorted(self.all(Volunteer), key=lambda item: (-item.cohort, item.id))

    @cached_property
    def cohorts(self) -> Mapping[int, Sequence[Volunteer]]:
        """Volunteers by cohort, the latest first."""
        return _grouped((item.cohort, item) for item in self.volunteers)

    @cached_property
    def by_province(self) -> Mapping[Province, Sequence[Volunteer]]:
        """Volunteers by the provinces in which they served, as the standard lists those."""
        return _grouped(
            (province, item)
            for province in Province
            for item in self._in_provinces.get(province, ())
        )

    @cached_property
    def _in_provinces(self) -> Mapping[Province, Sequence[Volunteer]]:
        return _grouped(
            (province, item)
            for item in self.volunteers
            for province in dict.fromkeys(place.province for place in item.placements)
        )

    def place_in(self, province: Province, volunteer: Volunteer) -> int:
        """Where a volunteer stands among those of a province."""
        return self._places_in[province, volunteer.id]

    @cached_property
    def _places_in(self) -> Mapping[tuple[Province, str], int]:
        return {
            (province, item.id): place
            for province, people in self.by_province.items()
            for place, item in enumerate(people)
        }

    @cached_property
    def by_college(self) -> Sequence[tuple[Unit, Sequence[Volunteer]]]:
        """Volunteers by college, as far as those are known."""
        by_id = _grouped((item.college, item) for item in self.volunteers if item.college)
        return [(unit, by_id[unit.id]) for unit in self.all(Unit) if unit.id in by_id]

    @cached_property
    def by_project(self) -> Mapping[Project, Sequence[Volunteer]]:
        """Volunteers by project."""
        return _grouped(
            (project, item)
            for project in Project
            for item in self.volunteers
            if item.project is project
        )

    def honours_of(self, volunteer: Volunteer) -> list[Honour]:
        """What a volunteer was honoured with, whichever of the two records says so."""
        own = self.each(Honour, volunteer.honours)
        return own + [item for item in self.referring(Honour, volunteer) if item not in own]

    # Stories

    @cached_property
    def stories(self) -> Sequence[Story]:
        """Every story, the latest first."""
        return sorted(self.all(Story), key=lambda item: (-item.date.toordinal(), item.id))

    @cached_property
    def by_tag(self) -> Mapping[str, Sequence[Story]]:
        """Stories by tag."""
        return dict(
            sorted(_grouped((tag, item) for item in self.stories for tag in item.tags).items())
        )

    @cached_property
    def stories_by_province(self) -> Mapping[Province, Sequence[Story]]:
        """Stories by the provinces in which their people served."""
        found = _grouped(
            (province, story) for story in self.stories for province in self.provinces_of(story)
        )
        return {province: found[province] for province in Province if province in found}

    def provinces_of(self, story: Story) -> list[Province]:
        """The provinces in which a story's people served."""
        people = self.each(Volunteer, story.volunteers)
        return list(dict.fromkeys(place.province for item in people for place in item.placements))

    # Events

    @cached_property
    def occurrences(self) -> Sequence[Occurrence]:
        """Every date of every event, by time."""
        found = [Occurrence(event, when) for event in self.all(Event) for when in event.dates]
        return sorted(
            found,
            key=lambda item: (
                item.date.first_day,
                str(item.date.start),
                item.event.id,
            ),
        )

    @cached_property
    def on_day(self) -> Mapping[date, Sequence[Occurrence]]:
        """The dates of events by each day that they touch."""
        return _grouped(
            (found.date.first_day + timedelta(days=step), found)
            for found in self.occurrences
            for step in range((found.date.last_day - found.date.first_day).days + 1)
        )

    @cached_property
    def moved_from(self) -> Mapping[date, Sequence[Occurrence]]:
        """The dates of events by each other day on which they were to start."""
        return _grouped(
            (day, found)
            for found in self.occurrences
            for day in dict.fromkeys(
                day_of(former.start) for former in found.date.previous if former.start
            )
            if day != found.date.first_day
        )

    # Policies

    @cached_property
    def citations(self) -> Mapping[tuple[str, str], Sequence[tuple[Policy, Provision]]]:
        """The provisions that cite a clause, by source file and the clause's anchor."""
        found: dict[tuple[str, str], list[tuple[Policy, Provision]]] = defaultdict(list)
        for policy in self.all(Policy):
            for provision in policy.provisions:
                clause = self.clause_of(policy.source, provision.cite)
                if clause:
                    found[policy.source, clause.anchor].append((policy, provision))
        return found

    def clause_of(self, source: str | None, cite: Cite) -> Clause | None:
        """The clause that a citation means: the one it names, or the only one with its words."""
        document = self.sources.get(source or "")
        if document is None:
            return None
        if cite.at:
            return document.clause(cite.at)
        holding = document.holding(cite.quote or "")
        return holding[0] if len(holding) == 1 else None


class Catalogue(LinkedRecords):
    """Every record, linked, before clearance."""


class PublicCatalogue(LinkedRecords):
    """What may be seen on the day ``as_of``. Only clearance makes one."""

    def __init__(
        self,
        records: Iterable[Record],
        tombstones: Iterable[Key],
        sources: Mapping[str, Source],
        as_of: date,
    ) -> None:
        super().__init__(records, tombstones, sources)
        self.as_of = as_of

    @cached_property
    def updated(self) -> date | None:
        """The last day, up to ``as_of``, of which a record says that something was new.

        Not the day of the build: every page prints it, and none should change because a day
        has passed.
        """
        days = {change.on for item in self.records for change in item.history}
        days |= {story.date for story in self.stories}
        days |= {item.interpreted_on for item in self.all(Policy) if item.interpreted_on}
        return max((day for day in days if day <= self.as_of), default=None)


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, Sequence[V]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups  # type: ignore[return-value]
