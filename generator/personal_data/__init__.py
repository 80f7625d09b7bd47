"""Personal data in a text: what looks like it, where, and the text without it (invariant 3).

One kind, one module. A look-alike must pass: a build that stops for a document's number would
teach editors to work round the rule.

Source: Personal Information Protection Law (个人信息保护法), articles 6, 25 and 28.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from generator.personal_data import (
    bank_card,
    birth_date,
    home_address,
    mobile,
    resident_id,
    student_number,
)
from generator.personal_data.disguise import Plain, Span, has_number, may_hold, plain


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
    """What a text seems to give away: what, from which character to which, and as much as may be
    told.
    """

    kind: Kind
    offset: int
    end: int
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
        start, end = seen.offsets[span.start], seen.offsets[span.end - 1] + 1
        findings.append(Finding(kind, start, end, f"{span.shown}…"))
    yield from sorted(findings, key=lambda one: one.offset)


_LONG_NUMBER = re.compile(r"(\d{4})\d{5,}[Xx]?")


def masked(text: str) -> str:
    """*text* as a message may repeat it: what it seems to give away is cut short.

    So is every number of nine digits or more. What a student number looks like is not known here,
    and an editor finds the place without it.
    """
    parts: list[str] = []
    at = 0
    for found in find(text, Known()):
        parts += text[at : found.offset], found.masked
        at = found.end
    return _LONG_NUMBER.sub(r"\1…", "".join((*parts, text[at:])))


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
    a telephone number, nor a mobile number that is the whole of a value, unless it is an id's.
    """
    before = seen.address_at(span.start)
    if before is None or kind is Kind.RESIDENT_ID:
        return False
    if re.search(r"(?:phone|mobile|tel)=[+0-9]*$", before, re.IGNORECASE):
        return False
    is_value = _VALUE.search(before) and not _MORE.match(seen.text, span.end)
    return not (kind is Kind.MOBILE and is_value)


_VALUE = re.compile(
    r"[?&#;](?![^=&]*(?:id|no|num|page|news|article|key|code|sn)=)[^=&]*=(?:\+?86-?)?$",
    re.IGNORECASE,
)
_MORE = re.compile(r"[-_/+%~,:]")
