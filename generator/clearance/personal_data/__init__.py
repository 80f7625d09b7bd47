"""Personal data: what looks like it stops the build, and is not repeated whole (invariant 3).

One kind, one module. A look-alike must pass: a build that stops for a document's number would
teach editors to work round the rule.

Source: Personal Information Protection Law (个人信息保护法), articles 6, 25 and 28.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from generator.catalogue import LinkedRecords
from generator.clearance.personal_data import (
    bank_card,
    birth_date,
    home_address,
    mobile,
    resident_id,
    student_number,
)
from generator.clearance.personal_data.disguise import Plain, Span, has_number, may_hold, plain
from generator.problems import Loc, Problem
from generator.reading.text import position
from generator.records.notice import Notice
from generator.records.policy import Policy
from generator.records.record import Record
from generator.records.unit import Unit
from generator.records.walk import texts, words


class Kind(StrEnum):
    """What was found; the value is the problem's code."""

    RESIDENT_ID = "resident-id"
    OLD_RESIDENT_ID = "old-resident-id"
    BANK_CARD = "bank-card"
    MOBILE = "mobile-number"
    STUDENT_NUMBER = "student-number"
    BIRTH_DATE = "birth-date"
    HOME_ADDRESS = "home-address"


_MAY_BE_AN_OFFICES = (Kind.MOBILE, Kind.STUDENT_NUMBER)


@dataclass(frozen=True, slots=True)
class Known:
    """What a site knows of its own: how its students are numbered, and its offices' numbers."""

    student_number: re.Pattern[str] | None = None
    offices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a text seems to give away: what, from which character on, and as much as may be told."""

    kind: Kind
    offset: int
    masked: str

    @property
    def particulars(self) -> Mapping[str, object]:
        """What the problem's message says."""
        return {"masked": self.masked}


def find(text: str, known: Known) -> Iterator[Finding]:
    """What *text* seems to give away, in its order."""
    if not may_hold(text):
        return
    seen = plain(text)
    taken = bytearray(len(seen.text))
    findings = []
    for kind, span in _spans(seen.text, known.student_number):
        if (
            any(taken[span.start : span.end])
            or (kind in _MAY_BE_AN_OFFICES and span.number in known.offices)
            or _is_elsewhere(kind, span, seen)
        ):
            continue
        taken[span.start : span.end] = bytes([1]) * (span.end - span.start)
        findings.append(Finding(kind, seen.offsets[span.start], f"{span.shown}…"))
    yield from sorted(findings, key=lambda one: one.offset)


def office_numbers(records: Iterable[Record]) -> frozenset[str]:
    """The numbers that offices publish as theirs: what *records* name as contacts."""
    found: set[str] = set()
    for item in records:
        contacts: Iterable[object] = item.contacts if isinstance(item, Unit) else ()
        if isinstance(item, Notice) and item.objections:
            contacts = (item.objections,)
        for contact in contacts:
            for _, text in texts(contact):
                seen = plain(text).text
                found.update(span.number for span in mobile.found(seen))
                found.update((*re.findall("[0-9]{6,}", seen), re.sub("[^0-9]", "", seen)))
    return frozenset(found)


def exposing(records: Iterable[Record], known: Known, folder: str) -> Iterator[Problem]:
    """A problem for each place of *records* that seems to give somebody away."""
    for item in records:
        if may_hold(words(item)):
            for loc, text in texts(item):
                for found in find(text, known):
                    if found.kind is Kind.HOME_ADDRESS and _is_public_place(loc):
                        continue
                    yield Problem(
                        f"{folder}/{item.collection}/{item.id}.yml",
                        found.kind,
                        loc,
                        particulars=found.particulars,
                        offset=found.offset,
                    )


def exposing_in(text: str, file: str, known: Known) -> Iterator[Problem]:
    """The same for a whole *file* of text, such as a hand-written page."""
    for found in find(text, known):
        line, column = position(text, found.offset)
        yield Problem(file, found.kind, (), line, column, found.particulars)


def exposing_documents(linked: LinkedRecords, known: Known, folder: str) -> Iterator[Problem]:
    """The same for the official documents that records cite: they are published as they are."""
    cited = {item.source for item in linked.records if isinstance(item, Policy | Unit)}
    for name, source in linked.sources.items():
        if name in cited:
            yield from exposing_in(source.text, f"{folder}/sources/{name}", known)


def _spans(text: str, pattern: re.Pattern[str] | None) -> Iterator[tuple[Kind, Span]]:
    """What each kind claims, the surest first: of those that overlap the first one counts."""
    numbers = (
        (Kind.RESIDENT_ID, resident_id.found),
        (Kind.OLD_RESIDENT_ID, resident_id.found_old),
        (Kind.BANK_CARD, bank_card.found),
        (Kind.MOBILE, mobile.found),
        (Kind.STUDENT_NUMBER, partial(student_number.found, pattern=pattern)),
    )
    words = ((Kind.BIRTH_DATE, birth_date.found), (Kind.HOME_ADDRESS, home_address.found))
    for kind, found in (*numbers, *words) if has_number(text) else words:
        for span in found(text):
            yield kind, span


def _is_elsewhere(kind: Kind, span: Span, seen: Plain) -> bool:
    """Whether *span* is a part of a web address, where it is most likely another site's number.

    Many news sites number their pages with 11 to 19 digits. Not so what has a resident's check
    digit and day of birth: by chance one number in 40,000 has. Nor what the address itself calls
    a telephone number.
    """
    before = seen.address_at(span.start)
    if before is None or kind is Kind.RESIDENT_ID:
        return False
    return not re.search(r"(?:phone|mobile|tel)=[+0-9]*$", before, re.IGNORECASE)


def _is_public_place(loc: Loc) -> bool:
    """Whether an address at *loc* is an office's or a venue's."""
    return bool(loc) and loc[-1] == "address"
