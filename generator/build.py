"""The stages in order: the program on one page.

content/ ─read─▶ records ─link─▶ Catalogue ─clear─▶ PublicCatalogue ─plan─▶ pages ─render─▶ site/
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from generator import pages, urls
from generator.catalogue import PublicCatalogue
from generator.clearance import clear
from generator.linking import link
from generator.pages.page import Page, Site
from generator.problems import Problem, Severity
from generator.publishing import Changes, InPlace, Publication
from generator.reading import place, read
from generator.records import Record
from generator.rendering import Progress, render
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Frame, Kind, kind_of, take
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


def prepare(content: Path, site: Site) -> Prepared:
    """What the records in *content* make of *site*."""
    with _no_cyclic_collection():
        folder = content.name
        found = read(content)
        written = read_written(content)
        tombstones = [(collection, tombstone.id) for collection, tombstone in found.tombstones]
        catalogue, dangling = link(
            found.records,
            tombstones,
            found.broken,
            read_sources(content / "sources"),
            {page.address for page in written} | _indexes(found.records),
            folder,
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
    executor: Executor | None = None,
    progress: Progress = lambda *_: None,
) -> Changes | None:
    """Put every planned page in place; what that changed, where that is known.

    A page that was made from the same view, templates and chrome is left as it is. ``chrome``
    renders Material's template for a kind of page.
    """
    with _no_cyclic_collection():
        articles = Articles(theme)
        planned = list(prepared.plan.values())
        chromes = take(planned, chrome)
        stamp = _stamp(articles, prepared.site.url)
        keys = {page.address: _key(page, chromes[kind_of(page)], stamp) for page in planned}
        changed = [
            page
            for page in planned
            if not publication.keep(urls.file(page.address), keys[page.address])
        ]
        site_url = prepared.site.url
        for page, html in render(changed, articles, chromes, site_url, executor, progress):
            publication.put(urls.file(page.address), html.encode(), keys[page.address])
        return publication.publish()


def _stamp(articles: Articles, site_url: str) -> str:
    """What all pages of a build are made from: templates, our own code, the libraries'."""
    digest = blake2b(site_url.encode(), digest_size=16)
    for name, text in articles.templates:
        digest.update(f"{name}\0{text}\0".encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    for library in ("budoux", "comrak", "jinja2", "nh3"):
        digest.update(version(library).encode())
    return digest.hexdigest()


def _key(page: Page, chrome: Chrome, stamp: str) -> str:
    text = f"{stamp}{chrome.digest}{page!r}"
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _indexes(records: Iterable[Record]) -> set[str]:
    """The sections' own pages, as far as they will have something to show."""
    shown = urls.WITH_PAGES.intersection(item.collection for item in records)
    return {urls.HOME, *map(urls.section, shown)}


def _by_place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.file, problem.line, problem.column, problem.code


@contextmanager
def _no_cyclic_collection() -> Iterator[None]:
    """No garbage collection of cycles meanwhile: with 10,000 records it costs a fifth of a build."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
