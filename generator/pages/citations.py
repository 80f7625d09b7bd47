"""Clauses on pages: the chip that leads to one, and quotations with what they bind marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages.components import Amount, Chip, QuotePart
from generator.pages.prose import value_of
from generator.records.policy import Cite, Figure, Policy, Provision

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
    """*quote* in stretches: the words of each figure, subject and value, marked in its colour."""
    marks: list[tuple[int, int, str]] = []
    for place, figure in enumerate(figures):
        number = re.escape(value_of(figure))
        patterns = [rf"(?<![\d.]){number}(?![\d.])\s*{figure.unit.label}?"]
        if figure.subject:
            patterns.append(re.escape(figure.subject))
        for pattern in patterns:
            match = re.search(pattern, quote)
            if match:
                marks.append((match.start(), match.end(), _ACCENTS[place % 2]))
    parts, at = [], 0
    for start, end, accent in sorted(marks):
        if start < at:
            continue
        if start > at:
            parts.append(QuotePart(quote[at:start], ""))
        parts.append(QuotePart(quote[start:end], accent))
        at = end
    if at < len(quote):
        parts.append(QuotePart(quote[at:], ""))
    return tuple(parts)
