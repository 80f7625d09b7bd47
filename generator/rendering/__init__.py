"""Rendering: a page becomes HTML. A map over the plan, for any executor to run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator import urls
from generator.catalogue import PublicCatalogue, Question
from generator.pages.page import Page, Shown, Site
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Kind, frame_of, kind_of
from generator.search import Document, spellings, text_of

CHUNK = 100
"""Pages that go to a worker at once: a task costs 0.14 ms whatever is in it."""

Progress = Callable[[str, int, int], None]
"""Told what is done (a stage's name), how much of it, and how much there is."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The HTML of a page, all that it asked of the records, and what it brings to the index."""

    html: bytes
    asked: tuple[Question, ...]
    postings: bytes | None = None


@dataclass(frozen=True, slots=True)
class Renderer:
    """All that pages are made from; it can be sent to a worker, once.

    ``indexes`` says whether there is a search index to be made as well.
    """

    public: PublicCatalogue
    site: Site
    articles: Articles
    chromes: Mapping[Kind, Chrome]
    indexes: bool = False

    def render(self, page: Page) -> Rendered:
        """A page."""
        public = self.public.noting()
        shown = page.show(public, self.site)
        article = self.articles.render(page.template, shown.view, urls.root(page.address))
        frame = frame_of(page, shown, article, self.site.url)
        html = self.chromes[kind_of(page)].fill(frame)
        postings = (
            self._postings(page, shown, article) if self.indexes and page.searched_as else None
        )
        return Rendered(html.encode(), tuple(public.asked), postings)

    def _postings(self, page: Page, shown: Shown, article: str) -> bytes:
        from generator.search.postings import postings  # NumPy, which a preview need not load

        facets = {"kind": (page.searched_as,), **shown.facets}
        also = (*shown.also, *(spellings(*shown.name) if shown.name else ()))
        return postings(Document(page.address, shown.title, text_of(article), facets, also))

    def render_all(self, pages: Sequence[Page]) -> list[Rendered]:
        """Several pages, in their order."""
        return [self.render(page) for page in pages]


Chunks = Sequence[Sequence[Page]]
Crew = Callable[[Renderer, Chunks], Iterator[list[Rendered]]]
"""Makes pages, chunk by chunk and in order: here, or in several places at once (``jobs``)."""


def here(renderer: Renderer, chunks: Chunks) -> Iterator[list[Rendered]]:
    """The crew that is this process alone."""
    return map(renderer.render_all, chunks)


def render(
    pages: Sequence[Page],
    renderer: Renderer,
    crew: Crew = here,
    progress: Progress = lambda *_: None,
) -> Iterator[tuple[Page, Rendered]]:
    """Each of *pages* as it is rendered, in order."""
    chunks = [pages[at : at + CHUNK] for at in range(0, len(pages), CHUNK)]
    made: Iterable[Rendered] = chain.from_iterable(crew(renderer, chunks))
    for done, found in enumerate(zip(pages, made, strict=True)):
        progress("render", done, len(pages))
        yield found
