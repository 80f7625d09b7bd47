"""Clauses on pages: the chip that leads to one, and quotations with what they bind marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import Literal

from generator import links, urls
from generator.catalogue import PublicCatalogue
from generator.linking import parts
from generator.pages.components import Amount, Chip, QuotePart
from generator.pages.prose import value_of
from generator.quantities import numbers
from generator.records.policy import Cite, Figure, Policy, Provision
from generator.records.record import Record
from generator.sources import folded, normal

Accent = Literal["gold", "lake"]
_ACCENTS: tuple[Accent, Accent] = ("gold", "lake")


def clause_name(at: str) -> str:
    """A clause as readers see it: 四（一）1."""
    return at.replace("(", "（").replace(")", "）")


def chip(
    source: str | None, cite: Cite | None, public: PublicCatalogue, named: bool = False
) -> Chip | None:
    """The clause that *cite* means, linked to its place in the source.

    ``named`` puts the document before the clause, for pages about something else.
    """
    clause = public.clause_of(source, cite) if cite else None
    if clause is None or source is None:
        return None
    text = clause_name(clause.at)
    document = public.source(source)
    if named and document:
        text = f"{short_number(document.number)} {text}".lstrip()
    return Chip(text, urls.clause(source, clause.anchor))


def cited(text: str | None, item: Record, public: PublicCatalogue) -> tuple[Chip, ...]:
    """The clause of each provision, or figure, to which *text* of the record *item* leads."""
    found: dict[Chip, None] = {}
    for link in links.find(text or ""):
        to = links.resolve(link.target, item.collection)
        if isinstance(to, links.ToRecord) and to.collection == Policy.collection:
            policy = public.get(Policy, to.id)
            part = parts(policy).get(to.part) if policy else None
            if policy and isinstance(part, Provision | Figure):
                clause = chip(policy.source, part.cite, public, named=True)
                found |= {clause: None} if clause else {}
    return tuple(found)


def short_number(number: str) -> str:
    """A document's number as people say it: 52号文."""
    match = re.search(r"(\d+)号", number)
    return f"{match[1]}号文" if match else ""


def amounts(
    policy: Policy, public: PublicCatalogue, of: Iterable[Figure], named: bool = False
) -> tuple[Amount, ...]:
    """Figures as amounts; of two, the second takes the second colour."""
    return tuple(
        Amount(
            value=value_of(figure),
            unit=figure.unit.label,
            subject=figure.subject or "",
            accent=_ACCENTS[place % 2],
            chip=chip(policy.source, figure.cite, public, named),
        )
        for place, figure in enumerate(of)
    )


def figures_of(policy: Policy, provision: Provision) -> list[Figure]:
    """The figures that belong to *provision*."""
    return [figure for figure in policy.figures if figure.provision == provision.id]


def quotation(quote: str, figures: Iterable[Figure]) -> tuple[QuotePart, ...]:
    """*quote* in stretches: the words of each figure, subject and value, marked in its colour.

    The value however the quote spells it: 6000 元, 六千元, 0.6万元.
    """
    marks: dict[tuple[int, int], Accent] = {}
    for place, figure in enumerate(figures):
        accent = _ACCENTS[place % 2]
        for stretches in (_values(quote, figure), _subjects(quote, figure)):
            # Two figures may have one value: each takes a place of its own.
            free = (stretch for stretch in stretches if stretch not in marks)
            marks.update((stretch, accent) for stretch in islice(free, 1))
    parts, at = [], 0
    for (start, end), accent in sorted(marks.items()):
        if start < at:
            continue
        if start > at:
            parts.append(QuotePart(quote[at:start], ""))
        parts.append(QuotePart(quote[start:end], accent))
        at = end
    if at < len(quote):
        parts.append(QuotePart(quote[at:], ""))
    return tuple(parts)


def _values(quote: str, figure: Figure) -> Iterator[tuple[int, int]]:
    counted = [*numbers(quote), None]
    for number, following in pairwise(counted):
        if number and (number.value, number.unit) == (figure.value, figure.unit):
            # 6000、4000元: the word of the unit is the last one's.
            shared = following is not None and number.until > following.start
            yield number.start, number.end if shared else number.until


def _subjects(quote: str, figure: Figure) -> Iterator[tuple[int, int]]:
    if figure.subject:
        words = r"\s*".join(map(re.escape, normal(figure.subject)))
        yield from (match.span() for match in re.finditer(words, folded(quote)))
