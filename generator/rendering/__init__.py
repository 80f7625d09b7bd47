"""Rendering: a page becomes HTML. A map over the plan, for any executor to run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import chain

from generator.pages.page import Page
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Kind, frame_of, kind_of

CHUNK = 200
"""Pages that go to a worker at once: a task costs 0.14 ms whatever is in it."""

Progress = Callable[[str, int, int], None]
"""Told what is done (a stage's name), how much of it, and how much there is."""


def render(
    pages: Sequence[Page],
    articles: Articles,
    chromes: Mapping[Kind, Chrome],
    site_url: str,
    executor: Executor | None = None,
    progress: Progress = lambda *_: None,
) -> Iterator[tuple[Page, str]]:
    """Each page with its HTML, in order; its article made by *executor*, or here without one."""
    chunks = [list(pages[at : at + CHUNK]) for at in range(0, len(pages), CHUNK)]
    made: Iterable[list[str]] = (executor.map if executor else map)(articles.render_all, chunks)
    for done, (page, article) in enumerate(zip(pages, chain.from_iterable(made), strict=True)):
        progress("render", done, len(pages))
        frame = frame_of(page, article, site_url)
        yield page, chromes[kind_of(page)].fill(frame)
