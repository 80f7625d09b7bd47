"""Conditions: what a policy gives must be given to somebody, and in one amount to each.

A provision that no answers reach, a figure that contradicts its provision, and two figures that
the same answers would give are mistakes of the record; so are more questions than anybody
answers on a phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue import PublicCatalogue
from generator.eligibility import OUTCOMES, QUESTIONS, clashing, entitlements, rule, today
from generator.problems import Loc, Problem
from generator.records.policy import Figure, Policy
from generator.records.record import Record


def contradictory(records: Iterable[Record], folder: str) -> Iterator[Problem]:
    """What is wrong with the conditions of the policies among *records*."""
    for item in records:
        if isinstance(item, Policy):
            file = f"{folder}/{item.collection}/{item.id}.yml"
            yield from _unreachable(item, file)
            yield from _clashing(item, file)


def too_many(public: PublicCatalogue, folder: str) -> Iterator[Problem]:
    """Criteria that cannot be asked any more, by what is in force today."""
    _, asked = today(public)
    for criterion in asked.left_out:
        file = f"{folder}/{criterion.collection}/{criterion.id}.yml"
        particulars = {"most": QUESTIONS, "outcomes": OUTCOMES}
        yield Problem(file, "too-many-questions", particulars=particulars)


def _unreachable(item: Policy, file: str) -> Iterator[Problem]:
    provisions = {part.id: part for part in item.provisions}
    for index, part in enumerate(item.provisions):
        for criterion, options in part.for_.items():
            if not options:
                yield Problem(
                    file, "provision-unreachable", ("provisions", index, "for", criterion)
                )
    for index, figure in enumerate(item.figures):
        owner = provisions.get(figure.provision)
        if owner is None or not all(rule(owner.for_).values()):
            continue  # it was said why
        for criterion, left in rule(owner.for_, figure.for_).items():
            if not left:
                loc: Loc = ("figures", index, "for", criterion)
                yield Problem(file, "figure-unreachable", loc, particulars={"owner": owner.id})


def _clashing(item: Policy, file: str) -> Iterator[Problem]:
    places = {figure.id: index for index, figure in enumerate(item.figures)}
    for one in entitlements([item]):
        told: set[str] = set()
        for figure, other in clashing(one):
            if figure.id in told or _told_apart(figure, other):
                continue
            told.add(figure.id)
            index = places[figure.id]
            loc: Loc = ("figures", index, "for") if figure.for_ else ("figures", index)
            yield Problem(file, "figures-overlap", loc, particulars={"other": other.id})


def _told_apart(figure: Figure, other: Figure) -> bool:
    """Whether readers are shown both, each by its subject, without being told which is theirs."""
    return not figure.for_ and not other.for_ and figure.subject != other.subject
