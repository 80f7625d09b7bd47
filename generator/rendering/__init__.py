"""Rendering: a page becomes HTML. A map over the plan, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import urls
from generator.pages.page import Page
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Kind, frame_of, kind_of


def render(
    pages: Iterable[Page], articles: Articles, chromes: Mapping[Kind, Chrome], site_url: str
) -> Iterator[tuple[str, str]]:
    """The file of each page, relative to the site's folder, and what stands in it."""
    for page in pages:
        frame = frame_of(page, articles.render(page), site_url)
        yield urls.file(page.address), chromes[kind_of(page)].fill(frame)
