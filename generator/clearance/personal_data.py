"""No record, page or document gives personal data away: what looks like it stops the build.

Source: Personal Information Protection Law (个人信息保护法), articles 6, 25 and 28.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.personal_data import Kind, Known, find, mobile
from generator.personal_data.disguise import may_hold, plain
from generator.problems import Loc, Problem
from generator.reading.text import position
from generator.records.notice import Notice
from generator.records.record import Record
from generator.records.unit import Unit
from generator.records.walk import texts, words


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


def _is_public_place(loc: Loc) -> bool:
    """Whether an address at *loc* is an office's or a venue's."""
    return bool(loc) and loc[-1] == "address"
