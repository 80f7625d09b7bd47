"""What stands at the address of a withdrawn record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages.components import Link
from generator.pages.page import Page, Shown, Site
from generator.records import BY_NAME

TEMPLATE = "tombstone.html"


class TombstonePage(NamedTuple):
    """``articles/tombstone.html``: one sentence, and a way on. It names nobody."""

    title: str
    """这一页已应本人要求撤下"""
    text: str
    way_on: Link


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page at the address of each withdrawn record."""
    for collection, id in sorted(public.tombstones):
        yield Page(
            address=urls.record(collection, id),
            section=urls.section(collection),
            template=TEMPLATE,
            make=_tombstone,
            about=(collection,),
            made_from=(f"{collection}/{id}",),
            hidden=True,
        )


def _tombstone(public: PublicCatalogue, site: Site, collection: str) -> Shown:
    model = BY_NAME[collection]
    has_others = collection in urls.WITH_PAGES and bool(public.all(model))
    way_on = Link(f"看其他{model.label}", urls.section(collection))
    view = TombstonePage(
        title="这一页已应本人要求撤下" if collection == "volunteers" else "这一页已撤下",
        text="网址保留，内容不再提供。",
        way_on=way_on if has_others else Link("回首页", urls.HOME),
    )
    return Shown(view.title, view.text, view)
