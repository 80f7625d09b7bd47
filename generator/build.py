"""The stages in order: the program on one page.

content/ ─read─▶ records ─link─▶ Catalogue ─clear─▶ PublicCatalogue ─plan─▶ pages ─render─▶ site/
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import links, pages, publishing, rendering
from generator.catalogue import PublicCatalogue
from generator.clearance import clear
from generator.linking import link
from generator.pages.page import Site
from generator.problems import Problem, Severity
from generator.reading import place, read
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Frame, Kind, take
from generator.sources import read_sources

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
        written = written_pages(content)
        found = read(content)
        sources = read_sources(content / "sources")
        catalogue, dangling = link(
            found.records,
            [(collection, tombstone.id) for collection, tombstone in found.tombstones],
            found.broken,
            sources,
            frozenset(written),
            folder,
        )
        public, unclear = clear(catalogue, site.as_of, folder)
        plan, taken = pages.plan(public, site, written.items())
        unplaced = (*dangling, *unclear, *taken)
        problems = (*found.problems, *place(unplaced, content))
        return Prepared(site, public, plan, tuple(sorted(problems, key=_by_place)))


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


def written_pages(content: Path) -> dict[str, str]:
    """The hand-written pages: address → file, as editors know it."""
    folder = content / "pages"
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))
    return {links.page_address(name): f"{content.name}/pages/{name}" for name in names}


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
