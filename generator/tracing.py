"""Tracing: where a figure is shown, which former values are still typed, which clauses nobody has
explained yet. For those who keep the records, not for pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator import links
from generator.catalogue import PublicCatalogue
from generator.catalogue.linked import LinkedRecords, clause_of
from generator.pages import Plan
from generator.pages.page import Page, Site
from generator.problems import Loc
from generator.quantities import Number, quantities
from generator.records.policy import Figure, FigureUnit, Policy
from generator.records.walk import texts
from generator.sources import Clause, Source
from generator.written import Written

FigureKey = tuple[str, str]
"""A figure: its policy's id, and its own."""

_OTHER = Decimal("123456789.25")
"""A value that no figure has."""
_ANYWHERE = (FigureUnit.CNY, FigureUnit.POINT)
"""Units whose amounts mean a policy wherever they stand; 两年 mostly means something else."""


def shown_on(
    plan: Plan, public: PublicCatalogue, site: Site, written: Iterable[Written]
) -> Mapping[FigureKey, tuple[str, ...]]:
    """The addresses of the pages that show each figure of the public policies.

    They are those that would be another if the figure were: so none is missing. Of the pages
    *written* by hand, those that link to it.
    """
    changed = {
        (policy.id, figure.id): public.reworded(_with_other_value(policy, figure), "other")
        for policy in public.all(Policy)
        for figure in policy.figures
    }
    found: dict[FigureKey, list[str]] = {key: [] for key in changed}
    for page in plan.values():
        noting = public.noting()
        view = page.show(noting, site).view
        for key, other in changed.items():
            asked = ("record", Policy.collection, key[0]) in noting.asked
            if asked and _view(page, other, site) != view:
                found[key].append(page.address)
    for hand in written:
        for key in _linked(hand):
            if key in found:
                found[key].append(hand.address)
    return {key: tuple(sorted(addresses)) for key, addresses in found.items()}


def _with_other_value(policy: Policy, changed: Figure) -> Policy:
    figures = (
        figure.model_copy(update={"value": _OTHER}) if figure is changed else figure
        for figure in policy.figures
    )
    return policy.model_copy(update={"figures": tuple(figures)})


def _view(page: Page, public: PublicCatalogue, site: Site) -> object:
    return page.show(public.noting(), site).view


def _linked(page: Written) -> set[FigureKey]:
    targets = (links.resolve(found.target, page.folder) for found in links.find(page.text))
    return {
        (to.id, to.part)
        for to in targets
        if isinstance(to, links.ToRecord) and to.collection == Policy.collection
    }


@dataclass(frozen=True, slots=True)
class Former:
    """A value that a figure had in a document that another one supersedes.

    ``now`` is the figure that took its place, None where the newer document has none of its id.
    """

    policy: str
    figure: Figure
    by: str
    """The id of the newest policy that supersedes it."""
    now: Figure | None


@dataclass(frozen=True, slots=True)
class Typed:
    """A former value that is still typed: where, in which words, and what it was."""

    file: str
    loc: Loc
    """Empty in a hand-written page."""
    offset: int
    """Where it begins in the text at ``loc``, or in the page, in characters."""
    words: str
    """4000元"""
    former: Former


def former_values(linked: LinkedRecords) -> list[Former]:
    """The figures of superseded policies that are not the same in what supersedes them."""
    successors = {old: policy for policy in linked.all(Policy) for old in policy.supersedes}
    found = []
    for policy in linked.all(Policy):
        newest = _newest(policy.id, successors)
        if newest is None:
            continue
        now = {figure.id: figure for figure in newest.figures}
        for figure in policy.figures:
            follows = now.get(figure.id)
            same = follows and (follows.value, follows.unit) == (figure.value, figure.unit)
            if not same:
                found.append(Former(policy.id, figure, newest.id, follows))
    return found


def _newest(id: str, successors: Mapping[str, Policy]) -> Policy | None:
    """What at last took the place of the policy *id*; records may name each other in a circle."""
    seen = {id}
    newest = None
    while (following := successors.get(id)) and following.id not in seen:
        newest, id = following, following.id
        seen.add(id)
    return newest


def still_typed(
    linked: LinkedRecords, written: Iterable[Written], folder: str = "content"
) -> Iterator[Typed]:
    """Each place where a former value is typed, in records and in pages *written* by hand.

    Money and points count wherever they stand; years, months and days where the figure's
    subject stands in the same text. What is still a value of a policy in its own right is not
    former. A superseded policy itself may say what it said.
    """
    former = _by_amount(former_values(linked), linked)
    if not former:
        return
    replaced = {one.policy for found in former.values() for one in found}
    for item in linked.records:
        if isinstance(item, Policy) and item.id in replaced:
            continue
        for loc, text in texts(item):
            for number, one in _former_in(text, former):
                file = f"{folder}/{item.collection}/{item.id}.yml"
                yield _typed(file, loc, text, number, one)
    for page in written:
        for number, one in _former_in(page.text, former):
            yield _typed(page.file, (), page.text, number, one)


_Amount = tuple[Decimal | None, FigureUnit | None]


def _by_amount(former: Iterable[Former], linked: LinkedRecords) -> Mapping[_Amount, list[Former]]:
    replaced = {old for policy in linked.all(Policy) for old in policy.supersedes}
    current = {
        (figure.value, figure.unit)
        for policy in linked.all(Policy)
        if policy.id not in replaced
        for figure in policy.figures
    }
    found: defaultdict[_Amount, list[Former]] = defaultdict(list)
    for one in former:
        amount = (one.figure.value, one.figure.unit)
        if amount not in current:
            found[amount].append(one)
    return found


def _former_in(
    text: str, former: Mapping[_Amount, list[Former]]
) -> Iterator[tuple[Number, Former]]:
    for number in quantities(text.replace("**", "  ")):
        for one in former.get((number.value, number.unit), ()):
            subject = one.figure.subject
            if number.unit in _ANYWHERE or (subject and subject in text):
                yield number, one
                break


def _typed(file: str, loc: Loc, text: str, number: Number, former: Former) -> Typed:
    return Typed(file, loc, number.start, text[number.start : number.until], former)


def unexplained(linked: LinkedRecords) -> list[tuple[Source, Clause]]:
    """The clauses with words of their own that no provision cites, of each document that a policy
    explains, in order. A heading over other clauses says nothing by itself.
    """
    explained = {
        (policy.source, clause.anchor)
        for policy in linked.all(Policy)
        for part in policy.provisions
        if (clause := clause_of(linked.sources.get(policy.source), part.cite))
    }
    files = sorted({policy.source for policy in linked.all(Policy)} & linked.sources.keys())
    return [
        (linked.sources[file], clause)
        for file in files
        for clause in linked.sources[file].clauses
        if (clause.paragraphs or not _has_parts(clause, linked.sources[file]))
        and (file, clause.anchor) not in explained
    ]


def _has_parts(clause: Clause, document: Source) -> bool:
    return any(other.anchor.startswith(f"{clause.anchor}-") for other in document.clauses)
