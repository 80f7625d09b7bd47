"""Official documents, clause by clause, each with the provisions that explain it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards
from generator.pages.components import Link
from generator.pages.page import Page, Shown, Site
from generator.pages.policies import ADDRESS, CRUMBS
from generator.records.policy import Policy
from generator.records.unit import Unit
from generator.sources import Clause, Source

KIND = "文件原文"
"""What a search calls them."""


class SourceClause(NamedTuple):
    """A clause of an official document. ``level`` is 1 for 一、, 2 for （一）, 3 for 1."""

    anchor: str
    level: int
    number: str
    heading: str
    paragraphs: tuple[str, ...]
    explained: tuple[Link, ...]
    """The provisions that cite it."""


class SourceText(NamedTuple):
    """``articles/source.html``: the official text, typeset as such documents are."""

    crumbs: tuple[Link, ...]
    issuers: tuple[str, ...]
    number: str
    title: str
    preamble: tuple[str, ...]
    clauses: tuple[SourceClause, ...]
    signature: tuple[str, ...]
    explainers: tuple[Link, ...]
    contents: tuple[Link, ...]


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page for each document that a public record cites."""
    for file in cited(public):
        yield Page(
            address=urls.source(file),
            section=ADDRESS,
            template="source.html",
            make=_source,
            about=(file,),
            made_from=(f"sources/{file}",),
            searched_as=KIND,
        )


def cited(public: PublicCatalogue) -> list[str]:
    """The files of the official documents that a public record cites."""
    files = {policy.source for policy in public.all(Policy)}
    files |= {unit.source for unit in public.all(Unit) if unit.source}
    return [file for file in sorted(files) if public.source(file)]


def _source(public: PublicCatalogue, site: Site, file: str) -> Shown:
    document = public.source(file)
    assert document
    policies = public.all(Policy)
    explainers = [item for item in policies if item.source == document.file]
    view = SourceText(
        # Where only a unit cites a document, there may be no policies to list.
        crumbs=CRUMBS if policies else cards.crumbs(),
        issuers=document.issuers,
        number=document.number,
        title=document.title,
        preamble=document.preamble,
        clauses=tuple(_clause(document, clause, public) for clause in document.clauses),
        signature=document.signature,
        explainers=tuple(cards.link(item) for item in explainers),
        contents=tuple(
            Link(f"{clause.number}{clause.heading}", f"#{clause.anchor}")
            for clause in document.clauses
            if clause.level == 1
        ),
    )
    description = f"{document.number}全文，逐条可引用。"
    return Shown(document.title, description, view, also=(document.number,))


def _clause(document: Source, clause: Clause, public: PublicCatalogue) -> SourceClause:
    citing = public.citing(document.file, clause.anchor)
    return SourceClause(
        anchor=clause.anchor,
        level=clause.level,
        number=clause.number,
        heading=clause.heading,
        paragraphs=clause.paragraphs,
        explained=tuple(
            Link(part.title, urls.part(urls.path_of(policy), part.id)) for policy, part in citing
        ),
    )
