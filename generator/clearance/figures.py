"""Figures: a number that a policy names is the one its source names, for the same people.

A figure is bound: its value stands whole in the quote, with its unit, the quote in the source,
and its subject in the quote; where the source pairs numbers with words, the figure does so as
the source does (invariant 4). A figure that cites a clause without a quote is held to the words
of that clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.clearance.pairing import Pairing, pairings
from generator.clearance.quotations import Passage, passages
from generator.problems import Problem
from generator.quantities import Number
from generator.records.policy import Figure, FigureUnit, Policy
from generator.records.record import Record
from generator.sources import Source, folded, normal

_SHOWN = 12
"""The characters that a message shows of an item in a list."""

Wrong = tuple[str, str, dict[str, Any]]
"""The key of the figure that is wrong, a problem's code, its particulars."""


def unbound(
    records: Iterable[Record], sources: Mapping[str, Source], folder: str
) -> Iterator[Problem]:
    """What is wrong with the figures of *records*, those that are withheld today included."""
    for item in records:
        if not isinstance(item, Policy) or item.source not in sources:
            continue  # linking tells of a source that is not there
        document = sources[item.source]
        for index, figure in enumerate(item.figures):
            file = f"{folder}/{item.collection}/{item.id}.yml"
            problem = _unbound(figure, document, file, index)
            if problem:
                yield problem


def _unbound(figure: Figure, document: Source, file: str, index: int) -> Problem | None:
    found = passages(figure.cite, document, file, ("figures", index, "cite"))
    if isinstance(found, Problem):
        return found
    wrong = _first_wrong([_wrong(figure, passage) for passage in found])
    if wrong is None:
        return None
    key, code, particulars = wrong
    return Problem(file, code, ("figures", index, key), particulars=particulars)


def _first_wrong(found: Sequence[Wrong | None]) -> Wrong | None:
    """What is wrong where everything is: one reading that fits is enough."""
    return found[0] if found and all(found) else None


def _wrong(figure: Figure, passage: Passage) -> Wrong | None:
    counted = [number for number in passage.numbers if number.unit and number.value is not None]
    alike = [number for number in counted if number.unit is figure.unit]
    fitting = [number for number in alike if number.value == figure.value]
    about = {**_where(passage), "amount": _amount(figure.value, figure.unit)}
    if not fitting:
        return _without_value(figure, passage, alike, about)
    if figure.subject is None:
        return _without_subject(passage, alike, fitting, about)
    if normal(figure.subject) not in passage.text:
        return "subject", "figure-subject-absent", {**about, "subject": figure.subject}
    return _first_wrong([_mispaired(figure.subject, passage, number) for number in fitting])


def _without_value(
    figure: Figure, passage: Passage, alike: Sequence[Number], about: dict[str, Any]
) -> Wrong:
    if alike:
        return "value", "figure-value", {**about, "found": _amounts(alike)}
    for number in passage.numbers:
        if number.value == figure.value:
            behind = passage.words[number.end : number.end + 3]
            told = {"number": passage.words[number.start : number.end], **_behind(number, behind)}
            return "unit", "figure-unit", {**about, "unit": figure.unit.label, **told}
    return "value", "figure-value-absent", about


def _without_subject(
    passage: Passage, alike: Sequence[Number], fitting: Sequence[Number], about: dict[str, Any]
) -> Wrong | None:
    """A subject is needed where there are two numbers, or where 分别 hands out more than quoted."""
    if len(alike) == 1:
        pairing = next(_pairings(passage, fitting[0]), None)
        if pairing is None or not pairing.respectively:
            return None
        alike = pairing.numbers
    return "subject", "figure-subject-missing", {**about, "found": _amounts(alike)}


def _mispaired(subject: str, passage: Passage, number: Number) -> Wrong | None:
    """Whether the source gives *number* to somebody else than *subject*.

    Of the ways to read the source, the first counts in which the subject has a place.
    """
    wanted, unclear = normal(subject), None
    for pairing in _pairings(passage, number):
        places = [at for at, words in enumerate(pairing.subjects) if wanted in words]
        if places == [pairing.numbers.index(number)]:
            return None
        if len(places) == 1:
            return "value", "figure-swapped", _told(pairing, wanted)
        if pairing.respectively and unclear is None:
            unclear = {**_told(pairing, ""), "subject": subject}
        if places and pairing.respectively:
            break
    return ("subject", "figure-subject-unclear", unclear) if unclear else None


def _pairings(passage: Passage, number: Number) -> Iterator[Pairing]:
    """The source is asked, not the quote: a quote may leave out half of a list."""
    whole = Passage(passage.clause, passage.words, 0, len(passage.words), quoted=False)
    counted = [each for each in whole.numbers if each.value is not None]
    return pairings(folded(passage.words), number, counted)


def _told(pairing: Pairing, subject: str) -> dict[str, str]:
    pairs = []
    for words, number in zip(pairing.subjects, pairing.numbers, strict=True):
        name = subject if subject and subject in words else words
        if len(name) > _SHOWN:
            name = f"…{name[-_SHOWN:]}"
        pairs.append((name, _amounts([number])))
    return {
        "pairs_zh": "，".join(f"“{name}”配的是 {amount}" for name, amount in pairs),
        "pairs": ", ".join(f"{amount} to {name!r}" for name, amount in pairs),
    }


def _where(passage: Passage) -> dict[str, str]:
    if passage.quoted:
        return {"where_zh": "引文", "where": "The quote"}
    return {"where_zh": f"条款 {passage.clause.at} ", "where": f"Clause {passage.clause.at}"}


def _behind(number: Number, words: str) -> dict[str, str]:
    if number.unit:
        words = number.unit.label
    return {
        "after_zh": f"“{words}”" if words else "句末",
        "after": repr(words) if words else "the end",
    }


def _amounts(numbers: Sequence[Number]) -> str:
    return "、".join(
        _amount(number.value, number.unit)
        for number in numbers
        if number.value is not None and number.unit
    )


def _amount(value: Decimal, unit: FigureUnit) -> str:
    return f"{value.normalize():f} {unit.label}"
