"""Quotations: what a record quotes stands in its source, at the clause that it names (invariant 4)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.problems import Loc, Problem
from generator.quantities import Number, numbers
from generator.records.policy import Cite, Policy
from generator.records.record import Record
from generator.records.unit import Unit
from generator.sources import Clause, Source, folded, normal

_SHOWN = 10
"""The characters that a message shows of a quotation."""
_NEAR = 3
"""The characters that a quotation and its source must begin with alike to be compared."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the words of a citation stand: in *words*, the clause's without white space.

    A citation without a quote means the whole clause.
    """

    clause: Clause
    words: str
    start: int
    end: int
    quoted: bool

    @property
    def text(self) -> str:
        """The words, in one width."""
        return folded(self.words[self.start : self.end])

    @property
    def numbers(self) -> list[Number]:
        """The numbers that stand in it whole, with the words of their units."""
        return [
            number
            for number in numbers(self.words)
            if self.start <= number.start and number.until <= self.end
        ]

    @property
    def cut(self) -> Number | None:
        """A number of which it holds a part only."""
        for number in numbers(self.words):
            for edge in (self.start, self.end):
                if number.start < edge < number.until:
                    return number
        return None


def misquotations(
    records: Iterable[Record], sources: Mapping[str, Source], folder: str
) -> Iterator[Problem]:
    """What is wrong with the quotations of *records*; figures see to their own."""
    for item in records:
        if not isinstance(item, Policy | Unit):
            continue
        document = sources.get(item.source or "")
        if document is None:
            continue  # linking says so
        for loc, cite in _cites(item):
            file = f"{folder}/{item.collection}/{item.id}.yml"
            found = passages(cite, document, file, loc)
            if isinstance(found, Problem):
                yield found


def _cites(item: Policy | Unit) -> Iterator[tuple[Loc, Cite]]:
    if isinstance(item, Policy):
        for index, provision in enumerate(item.provisions):
            yield ("provisions", index, "cite"), provision.cite
    else:
        for index, duty in enumerate(item.duties):
            if duty.cite:
                yield ("duties", index, "cite"), duty.cite


def passages(cite: Cite, document: Source, file: str, loc: Loc) -> list[Passage] | Problem:
    """Where the words of *cite*, which stands at *loc* in *file*, stand in *document*.

    They may stand in their clause more than once. Empty where the clause is not there: linking
    says that.
    """
    clause = document.clause(cite.at) if cite.at else None
    if cite.at and clause is None:
        return []
    if cite.quote is None:
        return [_whole(clause)] if clause else []
    if clause is None:
        holding = document.holding(cite.quote)
        if len(holding) > 1:
            at = "、".join(each.at for each in holding)
            return Problem(file, "quote-ambiguous", (*loc, "quote"), particulars={"found": at})
        if not holding:
            return _absent(cite.quote, document, document.clauses, file, loc)
        clause = holding[0]
    found = _in_clause(cite.quote, clause)
    if not found:
        return _elsewhere(cite.quote, document, clause, file, loc)
    whole = [passage for passage in found if not passage.cut]
    return whole or _cut(found[0], cite.quote, file, loc)


def _whole(clause: Clause) -> Passage:
    words = _words(clause)
    return Passage(clause, words, 0, len(words), quoted=False)


def _words(clause: Clause) -> str:
    return "".join(clause.text.split())


def _in_clause(quote: str, clause: Clause) -> list[Passage]:
    words, wanted = _words(clause), normal(quote)
    plain = folded(words)
    found = []
    start = plain.find(wanted)
    while start >= 0:
        found.append(Passage(clause, words, start, start + len(wanted), quoted=True))
        start = plain.find(wanted, start + 1)
    return found


def _elsewhere(quote: str, document: Source, clause: Clause, file: str, loc: Loc) -> Problem:
    holding = document.holding(quote)
    if not holding:
        return _absent(quote, document, (clause,), file, loc)
    particulars = {"at": clause.at, "found": "、".join(each.at for each in holding)}
    return Problem(file, "quote-elsewhere", (*loc, "at"), particulars=particulars)


def _absent(
    quote: str, document: Source, clauses: Sequence[Clause], file: str, loc: Loc
) -> Problem:
    """That a quotation stands nowhere, and how far it agrees with the source."""
    loc, wanted = (*loc, "quote"), normal(quote)
    agree, words = max(
        ((_agreement(wanted, _words(clause)), _words(clause)) for clause in clauses),
        default=(0, ""),
    )
    if agree < _NEAR:
        return Problem(file, "quote-absent", loc, particulars={"source": document.file})
    behind = folded(words).find(wanted[:agree]) + agree
    particulars = {
        "here": wanted[agree : agree + _SHOWN],
        "there_zh": f"是“{words[behind : behind + _SHOWN]}”" if words[behind:] else "到此为止",
        "there": f"has {words[behind : behind + _SHOWN]!r}" if words[behind:] else "ends",
    }
    return Problem(
        file, "quote-differs", loc, particulars=particulars, offset=_offset(quote, agree)
    )


def _agreement(wanted: str, words: str) -> int:
    """How many of the characters with which *wanted* begins stand together in *words*."""
    plain = folded(words)
    return bisect_left(range(1, len(wanted) + 1), True, key=lambda n: wanted[:n] not in plain)


def _cut(passage: Passage, quote: str, file: str, loc: Loc) -> Problem:
    number = passage.cut
    assert number is not None
    particulars = {"whole": passage.words[number.start : number.until]}
    offset = _offset(quote, max(0, number.start - passage.start))
    return Problem(
        file, "quote-cuts-number", (*loc, "quote"), particulars=particulars, offset=offset
    )


def _offset(quote: str, place: int) -> int:
    """Where in *quote* the character stands that is at *place* when white space is left out."""
    return [at for at, character in enumerate(quote) if not character.isspace()][place]
