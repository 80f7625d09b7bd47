"""Taking a person down: where they are still named, and what is left of their record.

Source: Personal Information Protection Law (个人信息保护法), articles 15 and 47: who withdraws
consent is no longer shown, and what was kept on it is deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator import configuration, handouts
from generator.catalogue import Catalogue, Key
from generator.clearance import names
from generator.pages.page import Site
from generator.personal_data import Known
from generator.problems import Problem
from generator.reading import place
from generator.reading.parsing import parse
from generator.reading.tree import Mapping
from generator.records.media import Media
from generator.records.record import Tombstone
from generator.records.volunteer import Volunteer
from generator.sources import Source
from generator.written import Written, check_names

OUTSIDE = (
    (
        "Git 历史里还有旧记录：请维护者清除，并让协作者重新克隆。",
        "Git's history still holds the record: have it removed, and cloned anew.",
    ),
    (
        "搜索引擎的快照：百度用“快照删除与更新”，必应用“内容删除工具”，其他搜索引擎用各自的删除申请表。",
        "What search engines keep of the page: their forms for removal.",
    ),
    (
        "公众号文章、校内其他网页、已经发出的海报和展板：请各自的负责人删改。",
        "Articles elsewhere (公众号), other pages of the university, posters already put up.",
    ),
    (
        "服务器和办公电脑上的备份：删去旧记录和照片，或写明何时自动删除。",
        "Backups of servers and of offices' machines.",
    ),
    (
        "签字的同意书和撤回申请：按学校的规定存档。",
        "File the signed consent and its withdrawal as the university's rules say.",
    ),
)
"""What no build can do, in Chinese and English."""


def withdrawn(
    tombstones: Iterable[tuple[str, Tombstone]], catalogue: Catalogue, on: date
) -> dict[str, date]:
    """The volunteers who had withdrawn by the day *on*, each with the day since when."""
    since = {
        stone.id: stone.withdrawn.on
        for collection, stone in tombstones
        if collection == Volunteer.collection
    }
    for item in catalogue.all(Volunteer):
        if item.consent and item.consent.withdrawn and item.consent.withdrawn <= on:
            since[item.id] = item.consent.withdrawn
    return since


@dataclass(frozen=True, slots=True)
class Likeness:
    """A picture of somebody: its record, whether nobody else is in it, and what shows it."""

    item: Media
    alone: bool
    used_by: tuple[Key, ...]


def likenesses(person: Volunteer, catalogue: Catalogue) -> list[Likeness]:
    """The pictures in which *person* is."""
    return [
        Likeness(
            item,
            all(who.volunteer == person.id for who in item.subjects),
            tuple(
                key
                for key in catalogue.referring((item.collection, item.id))
                if key != (person.collection, person.id)
            ),
        )
        for item in catalogue.all(Media)
        if any(who.volunteer == person.id for who in item.subjects)
    ]


def still_named(
    person: Volunteer, catalogue: Catalogue, pages: tuple[Written, ...], content: Path, site: Site
) -> tuple[Problem, ...]:
    """Every place outside the record of *person* that names them, with its line and column.

    The same places as a build is stopped for: once the record is a tombstone, nothing knows the
    name any more.
    """
    borne = {name: person.id for name in (person.name, person.pinyin) if name}
    others = [item for item in catalogue.records if item is not person]
    found = names.naming(others, borne, content.name)
    return (
        *place(found, content),
        *(problem for page in pages for problem in names.naming_in(page.text, page.file, borne)),
        *_beside(pages, content, site, borne),
        *(
            problem
            for document in catalogue.sources.values()
            for problem in _in_document(document, content, borne)
        ),
    )


def _beside(
    pages: tuple[Written, ...], content: Path, site: Site, borne: names.Hidden
) -> Iterator[Problem]:
    """The same in the names of files, in drawings beside the pages, and in mkdocs.yml."""
    known = Known(site.student_number)
    files = handouts.handed_out(content, handouts.left_out(content, pages, site.footer.urls))
    for problem in (
        *check_names(pages, sorted(files), content.name, borne, known),
        *handouts.exposing(content, files, borne, known),
        *configuration.exposing(site.footer.file, borne, known),
    ):
        if problem.code.endswith("names-withheld"):
            yield problem


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
