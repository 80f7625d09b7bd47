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
from pathlib import Path

from generator import pages, urls
from generator.catalogue import PublicCatalogue, Question
from generator.clearance import clear
from generator.linking import link
from generator.pages.page import Page, Site
from generator.problems import Problem, Severity
from generator.publishing import Changes, InPlace, Publication
from generator.reading import place, read
from generator.reading.cache import Cache
from generator.records import Record
from generator.rendering import Crew, Progress, Renderer, here, render
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Frame, Kind, kind_of, take
from generator.search import Edition
from generator.sources import read_sources
from generator.written import check, read_written


@dataclass(frozen=True, slots=True)
class Prepared:
    """Stages 1 to 4: what there will be, nothing written, and what is wrong."""

    site: Site
    public: PublicCatalogue
    plan: pages.Plan
    problems: tuple[Problem, ...]

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
    folder = content.name
    cache = Cache(kept)
    found = read(content, cache, jobs)
    cache.save()
    written = read_written(content)
    tombstones = [(collection, tombstone.id) for collection, tombstone in found.tombstones]
    catalogue, dangling = link(
        found.records,
        tombstones,
        found.broken,
        read_sources(content / "sources"),
        {page.address for page in written} | _indexes(found.records),
        folder,
        found.digests,
    )
    cleared = clear(catalogue, site.as_of, folder)
    known = found.broken.union(tombstones)
    by_hand = check(written, catalogue, known, cleared.hidden_names)
    claims = [(page.address, page.file) for page in written]
    plan, taken = pages.plan(cleared.public, site, claims)
    unplaced = (*dangling, *cleared.problems, *taken)
    problems = (*found.problems, *by_hand, *place(unplaced, content))
    return Prepared(site, cleared.public, plan, tuple(sorted(problems, key=_by_place)))


def publish(
    prepared: Prepared,
    theme: Path,
    chrome: Callable[[Kind, Frame], str],
    publication: Publication | InPlace,
    index: Edition | None = None,
    crew: Crew = here,
    progress: Progress = lambda *_: None,
) -> Changes | None:
    """Put every planned page in place; what that changed, where that is known.

    A page that was made from the same answers, templates and chrome is left as it is. ``chrome``
    renders Material's template for a kind of page; ``crew`` makes the pages; ``index`` is what
    is made of them for the search, if anything.
    """
    articles = Articles(theme)
    planned = list(prepared.plan.values())
    chromes = take(planned, chrome)
    stamps = _stamps(articles, prepared.site, chromes)

    def key(page: Page, asked: Iterable[Question]) -> str:
        digests = map(prepared.public.questions.digest, asked)
        made_from = f"{stamps[kind_of(page)]}{page.about}{page.made_from}{''.join(digests)}"
        return blake2b(made_from.encode(), digest_size=16).hexdigest()

    def is_kept(page: Page) -> bool:
        made_from = publication.keep(urls.file(page.address), partial(key, page))
        if made_from is None or not (index and page.searched_as):
            return made_from is not None
        return index.keep(page.address, made_from)

    changed = [page for page in planned if not is_kept(page)]
    renderer = Renderer(prepared.public, prepared.site, articles, chromes, index is not None)
    for page, made in render(changed, renderer, crew, progress):
        made_from = key(page, made.asked)
        publication.put(urls.file(page.address), made.html, made_from, made.asked)
        if index and made.postings is not None:
            index.put(page.address, made_from, made.postings)
    if index:
        index.publish(publication)
    return publication.publish()


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


def _indexes(records: Iterable[Record]) -> set[str]:
    """The sections' own pages, as far as they will have something to show."""
    shown = urls.WITH_PAGES.intersection(item.collection for item in records)
    return {urls.HOME, *map(urls.section, shown)}


def _by_place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.file, problem.line, problem.column, problem.code
