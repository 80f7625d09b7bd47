"""Files beside the pages, for machines: the sitemap, and the state of the site."""

from __future__ import annotations

from collections.abc import Iterator

from generator.feeds import sitemap
from generator.pages import Plan
from generator.pages.page import Site

FEEDS = (sitemap,)
"""Every feed: its module's ``files(plan, site)`` gives path and bytes of each file."""


def files(plan: Plan, site: Site) -> Iterator[tuple[str, bytes]]:
    """Path below the site's folder and bytes of every file."""
    for feed in FEEDS:
        yield from feed.files(plan, site)
