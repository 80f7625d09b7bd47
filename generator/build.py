"""The stages in order: the program on one page.

content/ ─read─▶ records ─link─▶ Catalogue ─clear─▶ PublicCatalogue ─plan─▶ pages ─render─▶ site/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from generator import clearance, linking, pages, urls
from generator.catalogue import Catalogue, Key, PublicCatalogue, Question
from generator.catalogue.questions import WORDS
from generator.clearance import Clearance, clear
from generator.linking import link
from generator.pages.page import Page, Site
from generator.problems import Problem, Severity
from generator.publishing import Changes, Edition, InPlace, Publication
from generator.reading import FileReading, Reading, place, read
from generator.reading.cache import Cache
from generator.records import Record
from generator.records.volunteer import Volunteer
from generator.rendering import Crew, Progress, Renderer, here, render
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Frame, Kind, kind_of, take
from generator.sources import FOLDER as SOURCES
from generator.sources import read_sources
from generator.written import check, read_written


@dataclass(frozen=True, slots=True)
class Prepared:
    """Stages 1 to 4: what there will be, nothing written, and what is wrong."""

    site: Site
    catalogue: Catalogue
    clearance: Clearance
    plan: pages.Plan
    problems: tuple[Problem, ...]
    known: frozenset[Key]
    """Records that are there, but in no catalogue: broken ones and tombstones."""
    addresses: frozenset[str]
    """Where texts may link to, beside records."""

    @property
    def public(self) -> PublicCatalogue:
        """What may be seen."""
        return self.clearance.public

    @property
    def has_errors(self) -> bool:
        """Whether the site cannot be built."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def prepare(
    content: Path, site: Site, kept: Path | None = None, jobs: int | None = None
) -> Prepared:
    """What the records in *content* make of *site*.

    ``kept`` is a folder for what was read before; ``jobs`` is how many processes may read.
    """
    cache = Cache(kept)
    found = read(content, cache, jobs)
    cache.save()
    return prepare_read(found, content, site)


def prepare_read(found: Reading, content: Path, site: Site, preview: bool = False) -> Prepared:
    """What the records *found* in *content* make of *site*; a *preview* shows drafts as well."""
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
    cleared = clear(catalogue, site.as_of, folder, preview)
    by_hand = check(written, catalogue, known, cleared.hidden_names)
    claims = [(page.address, page.file) for page in written]
    plan, taken = pages.plan(cleared.public, site, claims, folder)
    unplaced = (*dangling, *cleared.problems, *taken)
    unreadable = (*unread, *chain.from_iterable(unread_documents.values()))
    problems = (*found.problems, *unreadable, *by_hand, *place(unplaced, content))
    ordered = tuple(sorted(problems, key=_by_place))
    return Prepared(site, catalogue, cleared, plan, ordered, known, addresses)


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


def publish(
    prepared: Prepared,
    theme: Path,
    chrome: Callable[[Kind, Frame], str],
    publication: Publication | InPlace,
    crew: Crew = here,
    progress: Progress = lambda *_: None,
) -> Changes | None:
    """Put every planned page in place; what that changed, where that is known.

    A page that was made from the same answers, templates and chrome is left as it is. ``chrome``
    renders Material's template for a kind of page; ``crew`` makes the pages.
    """
    articles = Articles(theme)
    planned = list(prepared.plan.values())
    chromes = take(planned, chrome)
    stamps = _stamps(articles, prepared.site, chromes)

    def key(page: Page, asked: Iterable[Question]) -> str:
        digests = map(prepared.public.questions.digest, asked)
        made_from = f"{stamps[kind_of(page)]}{page.about}{page.made_from}{''.join(digests)}"
        return blake2b(made_from.encode(), digest_size=16).hexdigest()

    changed = [
        page
        for page in planned
        if not publication.keep(urls.file(page.address), partial(key, page))
    ]
    renderer = Renderer(prepared.public, prepared.site, articles, chromes)
    for page, made in render(changed, renderer, crew, progress):
        file = urls.file(page.address)
        publication.put(file, made.html, key(page, made.asked), made.asked)
    return publication.publish(_edition(prepared))


def _edition(prepared: Prepared) -> Edition:
    """What is to be remembered of what is published."""
    people = {
        item.id: (
            *sorted(group.value for group in prepared.clearance.groups[item.id]),
            *(("mentor",) if item.mentor else ()),
        )
        for item in prepared.public.records
        if isinstance(item, Volunteer)
    }
    return Edition(0, prepared.site.as_of.isoformat(), people=people)


def _stamps(articles: Articles, site: Site, chromes: Mapping[Kind, Chrome]) -> dict[Kind, str]:
    """What all pages of a kind are made from: templates, chrome, our own code, the libraries'."""
    digest = blake2b(repr(replace(site, as_of=date.min)).encode(), digest_size=16)
    for name, text in articles.templates:
        digest.update(f"{name}\0{text}\0".encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    for library in ("budoux", "comrak", "jinja2", "nh3"):
        digest.update(version(library).encode())
    return {kind: f"{digest.hexdigest()}{chrome.digest}" for kind, chrome in chromes.items()}


def _indexes(records: Iterable[Record]) -> frozenset[str]:
    """The sections' own pages, as far as they will have something to show."""
    shown = urls.WITH_PAGES.intersection(item.collection for item in records)
    return frozenset({urls.HOME, *map(urls.section, shown)})


def _by_place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.file, problem.line, problem.column, problem.code
