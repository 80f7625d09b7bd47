"""Clearance: what may be seen on the build's day. One rule, one module.

Later stages see the cleared copies only, so a template cannot show what it never gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b

from generator.catalogue import Catalogue, Key, LinkedRecords, PublicCatalogue
from generator.clearance import (
    amounts,
    conditions,
    consent,
    figures,
    interpretation,
    names,
    periods,
    personal_data,
    photographs,
    quotations,
    reasons,
    schedule,
)
from generator.personal_data import Known
from generator.problems import Problem, Severity
from generator.records.policy import Policy
from generator.records.record import Publish, Record
from generator.records.unit import Unit
from generator.records.volunteer import Group, Volunteer
from generator.records.walk import without


@dataclass(frozen=True, slots=True)
class Clearance:
    """What may be seen, what stands in its way, and what hand-written pages are held to.

    They may not name who is hidden, and should not type an amount that a figure has.
    """

    public: PublicCatalogue
    problems: tuple[Problem, ...]
    hidden_names: names.Hidden
    amounts: amounts.Amounts
    groups: Mapping[str, frozenset[Group]]
    """volunteer's id → the groups of fields that may be shown."""
    waiting: Mapping[Key, str]
    """What is shown in a preview only, and the word for it: 草稿, 未发布."""
    numbers: Known
    """What tells an office's number, and a student's, from others."""


def clear(
    catalogue: Catalogue,
    on: date,
    folder: str = "content",
    preview: bool = False,
    published: Set[Key] = frozenset(),
    approved: bool = False,
    student_number: re.Pattern[str] | None = None,
) -> Clearance:
    """What of *catalogue* may be seen on the day *on*, linked anew.

    A *preview* also shows what is a draft or not yet out; consent is asked for all the same.
    ``published`` are records that were shown once: where one may not be seen now, its tombstone
    is. ``approved`` withholds what nobody approved.
    ``student_number`` is how the university writes student numbers, which nobody may see.
    """
    groups = {item.id: consent.covered(item, on) for item in catalogue.all(Volunteer)}
    hidden = names.hidden_names(catalogue, groups)
    waiting = {
        (item.collection, item.id): word
        for item in catalogue.records
        if (word := periods.waits(item.publish, on, approved))
        or (word := "未发布" if periods.is_to_come(item, on) else "")
    }
    shown = [
        item
        for item in catalogue.records
        if (preview or (item.collection, item.id) not in waiting)
        and not any(reasons.withholding(item, groups, catalogue, on))
    ]
    keys = {(item.collection, item.id) for item in shown}
    cleared = [_cleared(item, groups, keys, on) for item in shown]
    digests = {(item.collection, item.id): _digest(item, catalogue) for item in cleared}
    gone = {key for key in published - keys if catalogue.find(key)}
    tombstones = catalogue.tombstones | gone
    linked = LinkedRecords(cleared, tombstones, catalogue.sources, digests).illustrated(
        catalogue.pictures
    )
    known = amounts.of_policies(cleared, on)
    numbers = Known(student_number, personal_data.office_numbers(cleared))
    public = PublicCatalogue(linked, on)
    problems = (
        *names.naming(cleared, hidden, folder),
        *personal_data.exposing(cleared, numbers, folder),
        *_in_documents(linked, hidden, numbers, folder),
        *quotations.misquotations(catalogue.records, catalogue.sources, folder),
        *figures.unbound(catalogue.records, catalogue.sources, folder),
        *amounts.in_records(cleared, known, folder),
        *conditions.contradictory(catalogue.records, folder),
        *conditions.too_many(public, folder),
        *interpretation.uninterpreted(catalogue.all(Policy), on, folder),
        *_without_consent(catalogue, folder),
        *schedule.problems(catalogue, groups, on, folder),
        *photographs.unguarded(catalogue, folder),
    )
    return Clearance(public, problems, hidden, known, groups, waiting, numbers)


def reworded(
    clearance: Clearance, catalogue: Catalogue, item: Record, folder: str = "content"
) -> Clearance:
    """*clearance* with *item* as *catalogue* has it now, in which nothing but words changed."""
    if clearance.public.find((item.collection, item.id)) is None:
        return clearance
    keys = {(one.collection, one.id) for one in clearance.public.records}
    cleared = _cleared(item, clearance.groups, keys, clearance.public.day)
    file = f"{folder}/{item.collection}/{item.id}.yml"
    others = (problem for problem in clearance.problems if problem.file != file)
    return replace(
        clearance,
        public=clearance.public.reworded(cleared, _digest(cleared, catalogue)),
        problems=(
            *others,
            *names.naming([cleared], clearance.hidden_names, folder),
            *personal_data.exposing([cleared], clearance.numbers, folder),
            *quotations.misquotations([item], catalogue.sources, folder),
            *figures.unbound([item], catalogue.sources, folder),
            *amounts.in_records([cleared], clearance.amounts, folder),
            *conditions.contradictory([item], folder),
            *(one for one in clearance.problems if one.file == file and one.code in _BY_DAY),
        ),
    )


def _cleared(
    item: Record, groups: Mapping[str, frozenset[Group]], shown: Set[Key], on: date
) -> Record:
    """What of *item* may be seen; what refers to a record that is not *shown* is left out."""
    if isinstance(item, Volunteer):
        changed = consent.profile(item, groups[item.id])
    else:
        changed = {**consent.without_hidden(item, groups), **periods.without_ended(item, on)}
    if item.publish != _PUBLISHED:
        changed["publish"] = _PUBLISHED.model_copy(update={"from_": item.publish.from_})
    seen = item.model_copy(update=changed) if changed else item
    return without(seen, lambda *key: key not in shown)


_PUBLISHED = Publish()
_BY_DAY = frozenset({"uninterpreted", "no-consent", *schedule.CODES})
"""What goes by days and other records, and not by words."""


def _in_documents(
    linked: LinkedRecords, hidden: names.Hidden, numbers: Known, folder: str
) -> Iterator[Problem]:
    """What official documents give away that records cite: they are published as they are."""
    cited = {item.source for item in linked.records if isinstance(item, Policy | Unit)}
    for name, source in linked.sources.items():
        if name not in cited:
            continue
        text, file = source.text, f"{folder}/sources/{name}"
        yield from names.naming_in(text, file, hidden)
        yield from names.naming_file(name, f"{folder}/sources", hidden)
        yield from personal_data.exposing_in(text, file, numbers)
        yield from personal_data.exposing_in(name, file, numbers)


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
