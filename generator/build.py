"""The stages in order: the program on one page.

content/ ─read─▶ records ─link─▶ Catalogue ─clear─▶ PublicCatalogue ─plan─▶ pages ─render─▶ site/
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import pages, publishing, rendering, urls
from generator.catalogue import PublicCatalogue
from generator.clearance import clear
from generator.linking import link
from generator.pages.page import Site
from generator.problems import Problem, Severity
from generator.reading import place, read
from generator.records import Record
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Frame, Kind, take
from generator.sources import read_sources
from generator.written import check, read_written

Progress = Callable[[str, int, int], None]
"""Told what is done (a stage's name), how much of it, and how much there is."""


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


def render(
    prepared: Prepared,
    theme: Path,
    chrome: Callable[[Kind, Frame], str],
    into: Path,
    progress: Progress = lambda *_: None,
) -> int:
    """Write every planned page below *into*; how many there are.

    ``chrome`` renders Material's template for a kind of page.
    """
    with _no_cyclic_collection():
        all_pages = list(prepared.plan.values())
        chromes: Mapping[Kind, Chrome] = take(all_pages, chrome)
        made = rendering.render(all_pages, Articles(theme), chromes, prepared.site.url)
        return publishing.write(_counted(made, len(all_pages), progress), into)


def _indexes(records: Iterable[Record]) -> set[str]:
    """The sections' own pages, as far as they will have something to show."""
    shown = urls.WITH_PAGES.intersection(item.collection for item in records)
    return {urls.HOME, *map(urls.section, shown)}


def _by_place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.file, problem.line, problem.column, problem.code


def _counted(
    files: Iterator[tuple[str, str]], total: int, progress: Progress
) -> Iterator[tuple[str, str]]:
    for done, file in enumerate(files):
        progress("render", done, total)
        yield file


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
