"""What stands at the address of a withdrawn record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages.components import Link
from generator.pages.page import Page, Site
from generator.records import BY_NAME


@dataclass(frozen=True, slots=True)
class TombstonePage:
    """``articles/tombstone.html``: one sentence, and a way on. It names nobody."""

    title: str
    """这一页已应本人要求撤下"""
    text: str
    way_on: Link


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page at the address of each withdrawn record."""
    for collection, id in sorted(public.tombstones):
        section = urls.section(collection)
        has_others = collection in urls.WITH_PAGES and bool(public.all(BY_NAME[collection]))
        way_on = Link(f"看其他{BY_NAME[collection].label}", section)
        view = TombstonePage(
            title="这一页已应本人要求撤下" if collection == "volunteers" else "这一页已撤下",
            text="网址保留，内容不再提供。",
            way_on=way_on if has_others else Link("回首页", urls.HOME),
        )
        yield Page(
            address=urls.record(collection, id),
            section=section,
            template="tombstone.html",
            title=view.title,
            description=view.text,
            view=view,
            made_from=(f"{collection}/{id}",),
            hidden=True,
        )
