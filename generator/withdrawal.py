"""Taking a person down: where they are still named, and what is left of their record.

Source: Personal Information Protection Law (个人信息保护法), articles 15 and 47: who withdraws
consent is no longer shown, and what was kept on it is deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from generator.catalogue import Catalogue
from generator.clearance import names
from generator.problems import Problem
from generator.reading import place
from generator.reading.parsing import parse
from generator.reading.tree import Mapping
from generator.records.volunteer import Volunteer
from generator.sources import Source
from generator.written import Written


def still_named(
    person: Volunteer, catalogue: Catalogue, pages: tuple[Written, ...], content: Path
) -> tuple[Problem, ...]:
    """Every place outside the record of *person* that names them, with its line and column."""
    borne = {name: person.id for name in (person.name, person.pinyin) if name}
    others = [item for item in catalogue.records if item is not person]
    found = names.naming(others, borne, content.name)
    return (
        *place(found, content),
        *(problem for page in pages for problem in names.naming_in(page.text, page.file, borne)),
        *(
            problem
            for document in catalogue.sources.values()
            for problem in _in_document(document, content, borne)
        ),
    )


def _in_document(document: Source, content: Path, borne: names.Hidden) -> Iterator[Problem]:
    path = content / "sources" / document.file
    text = path.read_text("utf-8-sig", errors="replace")
    yield from names.naming_in(text, f"{content.name}/sources/{document.file}", borne)


def with_consent_withdrawn(text: str, on: date) -> str | None:
    """The *text* of a record with ``consent.withdrawn`` set; None where it has no consent.

    Every other character stays, comments included.
    """
    tree = parse(text, "")
    entry = tree.node.entries.get("consent") if isinstance(tree.node, Mapping) else None
    if entry is None or not isinstance(entry[1], Mapping) or not entry[1].entries:
        return None
    consent = entry[1].entries
    if "withdrawn" in consent:
        event: Any = consent["withdrawn"][1]
        return f"{text[: event.start_mark.index]}{on}{text[event.end_mark.index :]}"
    first = next(iter(consent.values()))[0]
    indent = " " * first.start_mark.column
    start = first.start_mark.index
    if re.search(r"[{,]\s*\Z", text[:start]):  # written on one line, in braces
        return f"{text[:start]}withdrawn: {on}, {text[start:]}"
    return f"{text[:start]}withdrawn: {on}\n{indent}{text[start:]}"


def tombstone(on: date) -> str:
    """What is left of a record."""
    return f"withdrawn:\n  on: {on}\n"
