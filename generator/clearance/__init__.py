"""Clearance: what may be seen on the build's day. One rule, one module.

Later stages see the cleared copies only, so a template cannot show what it never gets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from generator.catalogue import Catalogue, LinkedRecords, PublicCatalogue
from generator.clearance import consent, names, periods
from generator.problems import Problem, Severity
from generator.records.record import Publish, Record
from generator.records.story import Story
from generator.records.volunteer import Group, Volunteer
from generator.records.walk import without


@dataclass(frozen=True, slots=True)
class Clearance:
    """What may be seen, what stands in its way, and whom hand-written pages may not name."""

    public: PublicCatalogue
    problems: tuple[Problem, ...]
    hidden_names: names.Hidden


def clear(catalogue: Catalogue, on: date, folder: str = "content") -> Clearance:
    """What of *catalogue* may be seen on the day *on*, linked anew."""
    groups = {item.id: consent.covered(item, on) for item in catalogue.all(Volunteer)}
    hidden = names.hidden_names(catalogue, groups)

    def covered_of(id: str) -> frozenset[Group]:
        return groups.get(id, frozenset())

    shown = [
        _copy(item, covered_of)
        for item in catalogue.records
        if periods.is_open(item.publish, on)
        and not (isinstance(item, Volunteer) and not consent.has_profile(item, on))
        and not (isinstance(item, Story) and consent.tells_of_hidden(item, covered_of))
    ]
    keys = {(item.collection, item.id) for item in shown}
    cleared = [without(item, lambda *key: key not in keys) for item in shown]
    digests = {(item.collection, item.id): _digest(item, catalogue) for item in cleared}
    linked = LinkedRecords(cleared, catalogue.tombstones, catalogue.sources, digests)
    public = PublicCatalogue(linked, on)
    problems = (
        *names.naming(cleared, hidden, folder),
        *_without_consent(catalogue, folder),
    )
    return Clearance(public, problems, hidden)


def _copy(item: Record, covered_of: consent.Covered) -> Record:
    """What of *item* may be seen, as far as it says so itself."""
    if isinstance(item, Volunteer):
        changed = consent.profile(item, covered_of(item.id))
    else:
        changed = consent.without_hidden(item, covered_of)
    if item.publish != _PUBLISHED:
        changed["publish"] = _PUBLISHED
    return item.model_copy(update=changed) if changed else item


_PUBLISHED = Publish()


def _without_consent(catalogue: Catalogue, folder: str) -> list[Problem]:
    return [
        Problem(f"{folder}/volunteers/{item.id}.yml", "no-consent", severity=Severity.WARNING)
        for item in catalogue.all(Volunteer)
        if item.consent is None
    ]


def _digest(cleared: Record, catalogue: Catalogue) -> str:
    """What tells a cleared record from any other: its file, and what clearance changed in it."""
    key = (cleared.collection, cleared.id)
    before = vars(catalogue.find(key))
    file = catalogue.digests.get(key) or repr(before)
    changed = {name: value for name, value in vars(cleared).items() if value is not before[name]}
    return blake2b(f"{file}{changed!r}".encode(), digest_size=8).hexdigest()
