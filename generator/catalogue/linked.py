"""Records by collection and id, and what refers to what."""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Self, TypeVar

from generator.images import Picture
from generator.records import Record
from generator.records.fields import Reference
from generator.records.policy import Cite
from generator.records.walk import marked
from generator.sources import Clause, Source

R = TypeVar("R", bound=Record)
Key = tuple[str, str]
"""A record's collection and id."""


class LinkedRecords:
    """Records that are found by what they are, and by what they refer to.

    ``digests`` tells of each record what it was made from: where it is the same, so is the
    record.
    """

    def __init__(
        self,
        records: Iterable[Record],
        tombstones: Iterable[Key] = (),
        sources: Mapping[str, Source] | None = None,
        digests: Mapping[Key, str] | None = None,
    ) -> None:
        self.tombstones = frozenset(tombstones)
        self.sources = dict(sources or {})
        self.digests = dict(digests or {})
        self.pictures: Mapping[str, Picture] = {}
        self._by_key = {(item.collection, item.id): item for item in records}
        self._by_model: dict[str, list[Record]] = defaultdict(list)
        self._referrers: dict[Key, list[Key]] = defaultdict(list)
        for item in self.records:
            self._by_model[item.collection].append(item)
            targets = {(mark.collection, id) for _, mark, id in marked(item, Reference)}
            for target in targets:
                self._referrers[target].append((item.collection, item.id))

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

    def referring(self, key: Key) -> Sequence[Key]:
        """The records that refer to the one at *key*, in the order of all."""
        return self._referrers.get(key, ())

    def reworded(self, item: Record, digest: str) -> Self:
        """The same records with *item* as it is now, in which nothing but words changed."""
        key = (item.collection, item.id)
        place = bisect_left(self._by_model[item.collection], item.id, key=lambda one: one.id)
        made = copy.copy(self)
        made._by_key = self._by_key | {key: item}
        made.digests = self.digests | {key: digest}
        row = list(self._by_model[item.collection])
        row[place] = item
        made._by_model = self._by_model | {item.collection: row}
        return made

    def illustrated(self, pictures: Mapping[str, Picture]) -> Self:
        """The same records with *pictures*, by the names of their files, for media to show."""
        made = copy.copy(self)
        made.pictures = pictures
        return made

    @property
    def records(self) -> Iterable[Record]:
        """Every record."""
        return self._by_key.values()


class Catalogue(LinkedRecords):
    """Every record, linked, before clearance."""


def clause_of(document: Source | None, cite: Cite) -> Clause | None:
    """The clause that a citation means: the one it names, or the only one with its words."""
    if document is None:
        return None
    if cite.at:
        return document.clause(cite.at)
    holding = document.holding(cite.quote or "")
    return holding[0] if len(holding) == 1 else None
