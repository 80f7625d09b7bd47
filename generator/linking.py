"""Linking: records become a catalogue, and each reference that leads nowhere a problem."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Set
from typing import Any

from generator import links
from generator.catalogue import Catalogue, Key
from generator.problems import Loc, Problem
from generator.records import BY_NAME, Record
from generator.records.criterion import Criterion
from generator.records.event import Event, EventDate
from generator.records.fields import Markdown, Reference
from generator.records.media import Media
from generator.records.policy import Cite, Figure, Policy, Provision
from generator.records.unit import Unit
from generator.records.walk import marked
from generator.sources import FOLDER as SOURCES
from generator.sources import Source


def link(
    records: Iterable[Record],
    tombstones: Iterable[Key] = (),
    broken: Iterable[Key] = (),
    sources: Mapping[str, Source] | None = None,
    pages: Set[str] = frozenset(),
    folder: str = "content",
    digests: Mapping[Key, str] | None = None,
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The records linked, and what their references get wrong.

    ``broken`` are records and documents that exist but could not be read: a reference to one is
    no second problem. ``pages`` are the addresses of hand-written pages, ``digests`` what tells each record
    from any other.
    """
    catalogue = Catalogue(records, tombstones, sources, digests)
    known = set(broken) | catalogue.tombstones
    problems: list[Problem] = []
    for item in catalogue.records:
        problems += dangling(item, catalogue, known, pages, folder)
    return catalogue, tuple(problems)


def dangling(
    item: Record, catalogue: Catalogue, known: Set[Key], pages: Set[str], folder: str = "content"
) -> list[Problem]:
    """What the references of *item* get wrong; ``known`` are records not in the catalogue."""
    check = _Check(item, catalogue, known, pages, f"{folder}/{item.collection}/{item.id}.yml")
    check.references()
    check.citations()
    check.prose()
    return check.problems


def link_problem(
    found: links.Found,
    folder: str,
    catalogue: Catalogue,
    known: Set[Key],
    pages: Set[str],
) -> tuple[str, dict[str, Any]] | None:
    """What is wrong with a link in a text of ``content/``*folder*: a code and its particulars.

    ``known`` are records that exist though they are not in the catalogue.
    """
    target: dict[str, Any] = {"target": found.target}
    if not found.target:
        return "unsafe-link", {"target": "javascript:"}
    to = links.resolve(found.target, folder)
    if isinstance(to, links.ToRecord):
        record = catalogue.find((to.collection, to.id))
        if record is None:
            return None if (to.collection, to.id) in known else ("dangling-link", target)
        if to.part and to.part not in parts(record):
            return "dangling-part", {"owner": to.id, "id": to.part}
        return None
    there = isinstance(to, links.Outward) or (
        isinstance(to, links.ToPage) and to.address.partition("#")[0] in pages
    )
    if not there:
        return "dangling-link", target
    return ("empty-link", {}) if found.empty else None


def picture_problem(
    found: links.Image, folder: str, catalogue: Catalogue, known: Set[Key]
) -> tuple[str, dict[str, Any]] | None:
    """The same for a picture: only one that has a record can be shown."""
    to = links.resolve(found.target, folder)
    if not isinstance(to, links.ToRecord) or to.collection != Media.collection:
        name = found.target.rpartition("/")[2]
        same = (item.id for item in catalogue.all(Media) if item.file == name)
        example = links.way(folder, f"{Media.collection}/{next(same, 'xxx')}.yml")
        return "picture-in-prose", {"target": found.target, "example": example}
    key = (to.collection, to.id)
    if catalogue.find(key) is None and key not in known:
        return "dangling-link", {"target": found.target}
    return None if found.alone else ("picture-inline", {})


def parts(item: Record) -> Mapping[str, Figure | Provision | EventDate]:
    """What ``#id`` after a link to *item* may name."""
    if isinstance(item, Policy):
        found: dict[str, Figure | Provision | EventDate] = {p.id: p for p in item.provisions}
        return found | {figure.id: figure for figure in item.figures}
    if isinstance(item, Event):
        return {date.key: date for date in item.dates}
    return {}


class _Check:
    """The references of one record, held against the catalogue."""

    def __init__(
        self,
        item: Record,
        catalogue: Catalogue,
        known: Set[Key],
        pages: Set[str],
        file: str,
    ) -> None:
        self.item = item
        self.catalogue = catalogue
        self.known = known
        self.pages = pages
        self.file = file
        self.problems: list[Problem] = []

    def wrong(self, code: str, loc: Loc, offset: int | None = None, **particulars: Any) -> None:
        self.problems.append(Problem(self.file, code, loc, particulars=particulars, offset=offset))

    def references(self) -> None:
        for loc, mark, id in marked(self.item, Reference):
            key = (mark.collection, id)
            if self.catalogue.find(key) is None and key not in self.known:
                self.dangling(loc, mark.collection, id)
            elif mark.collection == Criterion.collection:
                self.options(loc, id)

    def dangling(self, loc: Loc, collection: str, id: str) -> None:
        model = BY_NAME[collection]
        ids = [item.id for item in self.catalogue.all(model)]
        near = difflib.get_close_matches(id, ids, n=1, cutoff=0.75)
        particulars: dict[str, Any] = {
            "id": id,
            "label": model.label,
            "noun": model.noun,
            "collection": collection,
        }
        if near:
            self.wrong("dangling-near", loc, near=near[0], **particulars)
        else:
            self.wrong("dangling", loc, **particulars)

    def options(self, loc: Loc, id: str) -> None:
        criterion = self.catalogue.get(Criterion, id)
        if criterion is None:
            return
        conditions = self.value(loc[:-1])
        known = {option.id for option in criterion.options}
        for option in conditions[id]:
            if option not in known:
                self.wrong("dangling-part", loc, owner=id, id=option)

    def value(self, loc: Loc) -> dict[str, tuple[str, ...]]:
        found: object = self.item
        for part in loc:
            if isinstance(part, int):
                found = found[part]  # type: ignore[index]
            else:
                found = getattr(found, f"{part}_" if part in ("for", "from", "class") else part)
        return found  # type: ignore[return-value]

    def citations(self) -> None:
        if isinstance(self.item, Policy):
            self.source(self.item.source)
            provisions = {provision.id for provision in self.item.provisions}
            for index, provision in enumerate(self.item.provisions):
                self.cite(self.item.source, provision.cite, ("provisions", index, "cite", "at"))
            for index, figure in enumerate(self.item.figures):
                self.cite(self.item.source, figure.cite, ("figures", index, "cite", "at"))
                if figure.provision not in provisions:
                    loc: Loc = ("figures", index, "provision")
                    self.wrong("dangling-part", loc, owner="provisions", id=figure.provision)
        elif isinstance(self.item, Unit) and self.item.source:
            self.source(self.item.source)
            for index, duty in enumerate(self.item.duties):
                if duty.cite:
                    self.cite(self.item.source, duty.cite, ("duties", index, "cite", "at"))

    def source(self, name: str) -> None:
        if name not in self.catalogue.sources and (SOURCES, name) not in self.known:
            self.wrong("dangling-source", ("source",), name=name)

    def cite(self, source: str, cite: Cite, loc: Loc) -> None:
        document = self.catalogue.sources.get(source)
        if document and cite.at and document.clause(cite.at) is None:
            example = next((clause.at for clause in reversed(document.clauses)), "四(一)1")
            self.wrong("dangling-clause", loc, source=source, at=cite.at, example=example)

    def prose(self) -> None:
        for loc, _, text in marked(self.item, Markdown):
            if any(
                link_problem(found, self.item.collection, self.catalogue, self.known, self.pages)
                for found in links.find(text)
            ):
                for found in links.find(text, placed=True):
                    problem = link_problem(
                        found, self.item.collection, self.catalogue, self.known, self.pages
                    )
                    if problem:
                        code, particulars = problem
                        self.wrong(code, loc, found.offset, **particulars)
            self.pictures(loc, text)
            for offset, words in links.failed(text):
                self.wrong("failed-link", loc, offset, text=words)
            for offset, words, zh, en in links.foreign(text):
                self.wrong("foreign-markdown", loc, offset, text=words, instead_zh=zh, instead=en)

    def pictures(self, loc: Loc, text: str) -> None:
        for found in links.pictures(text, placed=True):
            wrong = picture_problem(found, self.item.collection, self.catalogue, self.known)
            if wrong:
                code, particulars = wrong
                self.wrong(code, loc, found.offset, **particulars)
