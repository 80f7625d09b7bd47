"""Files beside the pages, for machines: calendars, news, the sitemap, and the state of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue import PublicCatalogue
from generator.feeds import calendars, news, sitemap
from generator.feeds.feed import Feed, Feeds
from generator.pages import Plan
from generator.pages.page import Site

__all__ = ["Feed", "Feeds", "files", "plan"]

FEEDS = (calendars, news)
"""Every module of feeds: its ``plan(public, site, promised)`` gives them, as a section's gives
pages."""
FILES = (sitemap,)
"""What depends on the plan of the pages: ``files(plan, site)`` gives path and bytes of each."""


def plan(public: PublicCatalogue, site: Site, promised: Iterable[str] = ()) -> Feeds:
    """Every feed that there will be; ``promised`` is what was ever published."""
    return {feed.address: feed for one in FEEDS for feed in one.plan(public, site, promised)}


def files(plan: Plan, site: Site) -> Iterator[tuple[str, bytes]]:
    """Path below the site's folder and bytes of every file."""
    for feed in FILES:
        yield from feed.files(plan, site)
