"""What stands at an address that a record once had: the way to where it is now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards
from generator.pages.components import Link
from generator.pages.page import Page, Shown, Site
from generator.records import BY_NAME

TEMPLATE = "moved.html"


class MovedPage(NamedTuple):
    """``articles/moved.html``: one sentence, and the way on, which a browser takes by itself."""

    title: str
    way_on: Link


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page at each alias of a record that has a page."""
    for collection in sorted(urls.WITH_PAGES):
        for item in public.all(BY_NAME[collection]):
            for alias in item.aliases:
                yield Page(
                    address=alias,
                    section=urls.section(collection),
                    template=TEMPLATE,
                    make=_moved,
                    about=(collection, item.id),
                    made_from=(f"{collection}/{item.id}",),
                    hidden=True,
                )


def _moved(public: PublicCatalogue, site: Site, collection: str, id: str) -> Shown:
    item = public.the(BY_NAME[collection], id)
    view = MovedPage("这一页换了网址", cards.link(item))
    return Shown(view.title, f"现在在这里：{item.heading}。", view, moved_to=urls.path_of(item))
