"""Rendering: a page becomes HTML, a feed its file. A map over the plan, for any executor to run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator import urls
from generator.catalogue import PublicCatalogue, Question
from generator.feeds.feed import Feed
from generator.pages.page import Page, Shown, Site
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Kind, frame_of, kind_of
from generator.search import Document, spellings, text_of

Planned = Page | Feed

CHUNK = 100
"""Pages or feeds that go to a worker at once: a task costs 0.14 ms whatever is in it."""

Progress = Callable[[str, int, int], None]
"""Told what is done (a stage's name), how much of it, and how much there is."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The file of a page or feed, all that it asked of the records, and what it brings to the index."""

    data: bytes
    asked: tuple[Question, ...]
    postings: bytes | None = None


@dataclass(frozen=True, slots=True)
class Renderer:
    """All that pages and feeds are made from; it can be sent to a worker, once.

    ``indexes`` says whether there is a search index to be made as well.
    """

    public: PublicCatalogue
    site: Site
    articles: Articles
    chromes: Mapping[Kind, Chrome]
    indexes: bool = False

    def render(self, planned: Planned) -> Rendered:
        """A page or a feed, without what it brings to the index."""
        return self._made(planned)[0]

    def render_all(self, planned: Sequence[Planned]) -> list[Rendered]:
        """Several of them, in their order."""
        made = [self._made(one) for one in planned]
        documents = [document for _, document in made if document]
        if not documents:
            return [rendered for rendered, _ in made]
        from generator.search.postings import postings  # NumPy, which only documents need

        brought = iter(postings(documents))
        return [
            replace(rendered, postings=next(brought)) if document else rendered
            for rendered, document in made
        ]

    def _made(self, planned: Planned) -> tuple[Rendered, Document | None]:
        """A page or a feed, and as what it is searched."""
        public = self.public.noting()
        if isinstance(planned, Feed):
            data = planned.write(planned.show(public, self.site))
            return Rendered(data, tuple(public.asked)), None
        page, shown = planned, planned.show(public, self.site)
        article = self.articles.render(page.template, shown.view, urls.root(page.address))
        frame = frame_of(page, shown, article, self.site.url)
        html = self.chromes[kind_of(page)].fill(frame)
        searched = self.indexes and page.searched_as
        document = _document(page, shown, article) if searched else None
        return Rendered(html.encode(), tuple(public.asked)), document


def _document(page: Page, shown: Shown, article: str) -> Document:
    facets = {"kind": (page.searched_as,), **shown.facets}
    also = (*shown.also, *(spellings(*shown.name) if shown.name else ()))
    return Document(page.address, shown.title, text_of(article), facets, also)


Chunks = Sequence[Sequence[Planned]]
Crew = Callable[[Renderer, Chunks], Iterator[list[Rendered]]]
"""Makes pages and feeds, chunk by chunk and in order: here, or in several places at once (``jobs``)."""


def here(renderer: Renderer, chunks: Chunks) -> Iterator[list[Rendered]]:
    """The crew that is this process alone."""
    return map(renderer.render_all, chunks)


def render(
    planned: Sequence[Planned],
    renderer: Renderer,
    crew: Crew = here,
    progress: Progress = lambda *_: None,
) -> Iterator[tuple[Planned, Rendered]]:
    """Each of what is *planned* as it is rendered, in order."""
    chunks = [planned[at : at + CHUNK] for at in range(0, len(planned), CHUNK)]
    made: Iterable[Rendered] = chain.from_iterable(crew(renderer, chunks))
    for done, found in enumerate(zip(planned, made, strict=True)):
        progress("render", done, len(planned))
        yield found
