"""The stages in order: the program on one page.

content/ ─read─▶ records ─link─▶ Catalogue ─clear─▶ PublicCatalogue ─plan─▶ pages ─render─▶ site/

Whatever comes after the plan is made by :mod:`generator.output`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path

from generator import (
    clearance,
    configuration,
    due,
    feeds,
    handouts,
    linking,
    pages,
    permalinks,
    urls,
)
from generator.catalogue import Catalogue, Key, PublicCatalogue
from generator.catalogue.questions import WORDS
from generator.clearance import Clearance, clear, samples
from generator.feeds import calendars, moves
from generator.footer import astray
from generator.images.records import unmatched
from generator.linking import link
from generator.pages.page import Site
from generator.problems import Problem, Severity
from generator.reading import FileReading, Reading, place, read
from generator.reading.cache import Cache
from generator.reading.pictures import Pictures
from generator.records import Record
from generator.sources import FOLDER as SOURCES
from generator.sources import read_sources
from generator.withdrawal import withdrawn
from generator.written import Written, check, check_names, pictured, read_written, titled


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms the site is made.

    A ``preview`` shows drafts as well. ``production`` is the site that readers see: it holds no
    example, and, where ``approval`` is required, nothing that nobody approved.
    """

    preview: bool = False
    production: bool = False
    approval: bool = False
    live: Path | None = None
    """Where the site lies that readers see now: a production build is held against it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Stages 1 to 4: what there will be, nothing written, and what is wrong."""

    site: Site
    terms: Terms
    catalogue: Catalogue
    clearance: Clearance
    plan: pages.Plan
    problems: tuple[Problem, ...]
    pictures: Pictures
    known: frozenset[Key]
    """Records that are there, but in no catalogue: broken ones and tombstones."""
    feeds: feeds.Feeds
    addresses: frozenset[str]
    """Where texts may link to, beside records."""
    promised: permalinks.Permalinks
    """What was ever published."""
    withdrawn: Mapping[str, date] = field(default_factory=dict)
    """The volunteers who withdrew, each with the day since when."""
    pictured: frozenset[str] = frozenset()
    """The media that hand-written pages show: MkDocs makes those pages, so no plan names them."""
    written: tuple[Written, ...] = ()
    following: due.Due | None = None
    """The next day on which this is not right any more, where that was asked for."""

    @property
    def public(self) -> PublicCatalogue:
        """What may be seen."""
        return self.clearance.public

    @property
    def next_due(self) -> date | None:
        """The day of ``following``."""
        return self.following.day if self.following else None

    @property
    def hidden(self) -> frozenset[str]:
        """The addresses of what is not there today, but would be on another day, or was."""
        return frozenset({*might_be(self.catalogue, self.site), *self.promised, *self.told_of})

    @property
    def told_of(self) -> frozenset[str]:
        """What leads nowhere today, as editors were warned."""
        warned = (one for one in self.problems if one.code == "footer-link-hidden")
        return frozenset(str(one.particulars["url"]) for one in warned)

    @property
    def has_errors(self) -> bool:
        """Whether the site cannot be built."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def prepare(
    content: Path,
    site: Site,
    kept: Path | None = None,
    jobs: int | None = None,
    terms: Terms = Terms(),
) -> Prepared:
    """What the records in *content* make of *site*.

    ``kept`` is a folder for what was read before; ``jobs`` is how many processes may read.
    """
    cache = Cache(kept)
    found = read(content, cache, jobs)
    cache.save()
    prepared = prepare_read(found, content, site, terms)
    if not terms.production or prepared.has_errors:
        return prepared
    moved = place(_unrecorded_moves(prepared, content.name), content)
    prepared = replace(
        prepared, problems=tuple(sorted((*prepared.problems, *moved), key=_by_place))
    )
    return replace(prepared, following=next_due(prepared, found, content))


def _unrecorded_moves(prepared: Prepared, folder: str) -> Iterable[Problem]:
    """What is elsewhere than the published calendar has it, and does not say so."""
    live = prepared.terms.live
    if live is None:
        return ()
    public = prepared.public.noting()
    now = calendars.everything(public, prepared.site)
    return moves.unrecorded(live, now, public, folder)


def next_due(prepared: Prepared, found: Reading, content: Path) -> due.Due | None:
    """The next day on which what was *found* in *content* makes another site."""

    def on(day: date) -> Prepared:
        site = replace(prepared.site, as_of=day)
        return prepare_read(found, content, site, prepared.terms)

    return due.next_due(prepared, on)


def prepare_read(found: Reading, content: Path, site: Site, terms: Terms) -> Prepared:
    """What the records *found* in *content* make of *site*."""
    folder = content.name
    written, unread = read_written(content)
    documents, unread_documents = read_sources(content / SOURCES)
    tombstones = [(collection, tombstone.id) for collection, tombstone in found.tombstones]
    broken = found.broken.union((SOURCES, name) for name in unread_documents)
    known = broken.union(tombstones)
    addresses = frozenset(page.address for page in written) | _indexes(found.records)
    catalogue, dangling = link(
        found.records,
        tombstones,
        broken,
        documents,
        addresses,
        folder,
        found.digests,
    )
    catalogue = catalogue.illustrated(found.pictures.found)
    promised, malformed = permalinks.read(content)
    cleared = clear(
        catalogue,
        site.as_of,
        folder,
        preview=terms.preview,
        published=set(filter(None, map(permalinks.key_of, promised))),
        approved=terms.production and terms.approval,
        student_number=site.student_number,
    )
    by_hand = check(
        written, catalogue, known, cleared.hidden_names, cleared.amounts, cleared.numbers
    )
    claims = [(page.address, page.file) for page in written]
    site = replace(site, written=titled(written))
    plan, taken = pages.plan(cleared.public, site, claims, folder)
    examples = samples.check(cleared.public.records, folder) if terms.production else ()
    unpictured = unmatched(catalogue, found.pictures, broken, folder)
    unplaced = (*dangling, *unpictured, *cleared.problems, *taken, *examples)
    lost = () if broken else permalinks.check(promised, plan, folder)
    unused = handouts.left_out(content, written, site.footer.urls)
    fed = feeds.plan(cleared.public, site, promised)
    files = handouts.handed_out(content, unused)
    foot = _at_foot(site, plan.keys() | fed.keys(), written, files, catalogue, broken)
    withheld = cleared.hidden_names, cleared.numbers
    exposed = (
        *check_names(written, sorted(files), folder, *withheld),
        *handouts.exposing(content, files, *withheld),
        *configuration.exposing(site.footer.file, *withheld),
    )
    unreadable = (*unread, *unused.values(), *chain.from_iterable(unread_documents.values()))
    problems = (
        *(*found.problems, *unreadable, *by_hand, *exposed),
        *(*place(unplaced, content), *malformed, *lost, *foot),
    )
    ordered = tuple(sorted(problems, key=_by_place))
    return Prepared(
        *(site, terms, catalogue, cleared, plan, ordered),
        *(found.pictures, known, fed, addresses, promised),
        withdrawn(found.tombstones, catalogue, site.as_of),
        pictured(written),
        written,
    )


def reworded(prepared: Prepared, content: Path, now: FileReading) -> Prepared | None:
    """*prepared* with the record in one file as it is *now*; None where more than words changed.

    Then all must be prepared anew: lists, links and consent of others may go by it.
    """
    item = now.outcome.record
    if item is None:
        return None
    before = prepared.catalogue.find((item.collection, item.id))
    if before is None or any(
        value != vars(before)[name] for name, value in vars(item).items() if name not in WORDS
    ):
        return None
    folder = content.name
    catalogue = prepared.catalogue.reworded(item, now.digest)
    cleared = clearance.reworded(prepared.clearance, catalogue, item, folder)
    file = f"{folder}/{item.collection}/{item.id}.yml"
    own = (
        *linking.dangling(item, catalogue, prepared.known, prepared.addresses, folder),
        *(problem for problem in cleared.problems if problem.file == file),
    )
    others = (problem for problem in prepared.problems if problem.file != file)
    problems = (*others, *now.outcome.problems, *place(own, content))
    return replace(
        prepared,
        catalogue=catalogue,
        clearance=cleared,
        problems=tuple(sorted(problems, key=_by_place)),
    )


def _indexes(records: Iterable[Record]) -> frozenset[str]:
    """The sections' own pages, as far as they will have something to show."""
    shown = urls.WITH_PAGES.intersection(item.collection for item in records)
    return frozenset({urls.HOME, urls.PRIVACY, *map(urls.section, shown)})


def _at_foot(
    site: Site,
    planned: Set[str],
    written: Iterable[Written],
    files: Set[str],
    catalogue: Catalogue,
    broken: Set[Key],
) -> tuple[Problem, ...]:
    """What is wrong with the links of the footer."""
    if not site.footer.entries:
        return ()
    shown = planned | {page.address for page in written} | files
    keys = {(item.collection, item.id) for item in catalogue.records} | broken
    documents = {*catalogue.sources, *(id for folder, id in broken if folder == SOURCES)}
    hidden = {urls.record(*key) for key in keys if key[0] in urls.WITH_PAGES} | set(
        map(urls.source, documents)
    )
    hidden |= {urls.SUBSCRIBE, *map(urls.section, urls.WITH_PAGES)}
    # What could not be read was said, and what else it takes away follows from it.
    shown = shown | hidden if broken else shown
    found = astray(site.footer, shown, hidden)
    if all(problem.severity is Severity.WARNING for problem in found):
        return found
    return astray(site.footer, shown, hidden | might_be(catalogue, site))


def might_be(catalogue: Catalogue, site: Site) -> Set[str]:
    """The addresses of all pages that there would be if nothing were withheld: the last event of a
    kind that expires takes a list away, and no link to that is a mistake.

    Only clearance makes what pages are made from; of these the addresses are read, none is made.
    """
    return pages.plan(PublicCatalogue(catalogue, site.as_of), site)[0].keys()


def _by_place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.file, problem.line, problem.column, problem.code
