"""The search: the page that asks the index, and, for whoever has no script, every page in lists.

A script searches and shows what it finds (``theme/assets/results.js``); it alone reads the index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.catalogue.initials import OTHER
from generator.pages import cards, choices, dates, sources
from generator.pages.components import Filter, FilterOption, Link, Pager
from generator.pages.page import Page, Shown, Site
from generator.records import BY_NAME, COLLECTIONS, Record
from generator.records.event import Event
from generator.records.honour import Honour
from generator.records.notice import Notice
from generator.records.policy import Policy
from generator.records.story import Story
from generator.records.volunteer import Volunteer

_TITLE = "检索"
PER_PAGE = 100
SEARCHED_AS = "页面"
"""What hand-written pages are searched as."""
_WRITTEN = "pages"
_SOURCES = "sources"
_BY = {
    "volunteers": "initial",
    **dict.fromkeys(["stories", "events", "policies", "notices", "honours"], "year"),
}
"""What the list of a collection is divided by."""
_NARROWED = (
    ("cohort", "届"),
    ("province", "省份"),
    ("college", "学院"),
    ("event", "活动类型"),
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The pages of one kind, and where they are listed."""

    heading: str
    count: int
    address: str | None
    """Where all of them are; None where they are divided."""
    parts: tuple[FilterOption, ...]


class SearchPage(NamedTuple):
    """``articles/search.html``."""

    crumbs: tuple[Link, ...]
    title: str
    narrowed: tuple[tuple[str, str], ...]
    """What a search can be narrowed by: the facet, and what readers call it."""
    shelves: tuple[Shelf, ...]


class Listing(NamedTuple):
    """``articles/listing.html``: pages by their titles, nothing else."""

    crumbs: tuple[Link, ...]
    title: str
    filters: tuple[Filter, ...]
    links: tuple[Link, ...]
    pager: Pager | None


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The page that searches, and the lists: so many links on each, however many pages there are."""
    yield Page(urls.SEARCH, urls.SEARCH, "search.html", _search, (len(site.written),))
    for model in _models(public):
        for value, count in public.values(model, _by(model)):
            for number in range(1, choices.pages(count, PER_PAGE) + 1):
                about = (model.collection, value, number)
                yield _listed(urls.listed(model.collection, value), number, _records, about)
    if sources.cited(public):
        yield _listed(urls.listed(_SOURCES), 1, _documents, ())
    for number in range(1, choices.pages(len(site.written), PER_PAGE) + 1):
        shown = site.written[(number - 1) * PER_PAGE : number * PER_PAGE]
        texts = (text for page in shown for text in page)
        yield _listed(urls.listed(_WRITTEN), number, _by_hand, (number, len(site.written), *texts))


def _listed(
    address: str, number: int, make: Callable[..., Shown], about: tuple[str | int, ...]
) -> Page:
    return Page(urls.paged(address, number), urls.SEARCH, "listing.html", make, about)


def _models(public: PublicCatalogue) -> Iterator[type[Record]]:
    """The types of which there are pages."""
    for model in COLLECTIONS:
        if model.collection in urls.WITH_PAGES and public.values(model, _by(model)):
            yield model


def _by(model: type[Record]) -> str:
    return _BY.get(model.collection, "all")


def _part(model: type[Record], value: str) -> str:
    """How a part of a list is called: Z, 2026年."""
    if value == OTHER:
        return "其他"
    return f"{value}年" if _by(model) == "year" else value.upper()


def _parts(model: type[Record], public: PublicCatalogue, current: str) -> tuple[FilterOption, ...]:
    return tuple(
        FilterOption(
            _part(model, value), count, urls.listed(model.collection, value), value == current
        )
        for value, count in public.values(model, _by(model))
        if value
    )


def _search(public: PublicCatalogue, site: Site, written: int) -> Shown:
    shelves = [_shelf(model, public) for model in _models(public)]
    documents = len(sources.cited(public))
    if documents:
        shelves.append(Shelf(sources.KIND, documents, urls.listed(_SOURCES), ()))
    if written:
        shelves.append(Shelf(SEARCHED_AS, written, urls.listed(_WRITTEN), ()))
    view = SearchPage(
        crumbs=cards.crumbs(), title=_TITLE, narrowed=_NARROWED, shelves=tuple(shelves)
    )
    return Shown(_TITLE, "找人、故事、活动和政策，或者从目录里看全站的每一页。", view)


def _shelf(model: type[Record], public: PublicCatalogue) -> Shelf:
    parts = _parts(model, public, "")
    whole = None if parts else urls.listed(model.collection)
    return Shelf(model.label, len(public.all(model)), whole, parts)


def _records(
    public: PublicCatalogue, site: Site, collection: str, value: str, number: int
) -> Shown:
    model = BY_NAME[collection]
    found = public.chosen(model, _by(model), value)
    shown = found[(number - 1) * PER_PAGE : number * PER_PAGE]
    part = _part(model, value)
    parts = _parts(model, public, value)
    return _listing(
        f"{model.label}：{part}" if part else model.label,
        tuple(Link(_text(item), urls.path_of(item)) for item in shown),
        urls.listed(collection, value),
        (number, len(found)),
        (Filter("年份" if _by(model) == "year" else "拼音", parts),) if parts else (),
    )


def _documents(public: PublicCatalogue, site: Site) -> Shown:
    documents = [public.source(file) for file in sources.cited(public)]
    links = tuple(Link(found.title, urls.source(found.file)) for found in documents if found)
    return _listing(sources.KIND, links, urls.listed(_SOURCES), (1, len(links)))


def _by_hand(public: PublicCatalogue, site: Site, number: int, count: int, *shown: str) -> Shown:
    links = tuple(map(Link, shown[::2], shown[1::2]))
    return _listing(SEARCHED_AS, links, urls.listed(_WRITTEN), (number, count))


def _listing(
    title: str,
    links: tuple[Link, ...],
    address: str,
    place: tuple[int, int],
    filters: tuple[Filter, ...] = (),
) -> Shown:
    """A list; *place* is the number of its page, and how many links all pages hold."""
    number, count = place
    pager = cards.pager(address, number, choices.pages(count, PER_PAGE))
    crumbs = cards.crumbs((_TITLE, urls.SEARCH))
    numbered = title if number == 1 else f"{title}（第{number}页）"
    # The section of that kind bears its name alone.
    return Shown(
        f"目录：{numbered}",
        f"{title}，共{count}页。",
        Listing(crumbs, title, filters, links, pager),
    )


def _text(item: Record) -> str:
    """A title, and what tells it from one that is the same."""
    if isinstance(item, Volunteer):
        return f"{item.heading}（{cards.cohort(item)}{item.project.label}）"
    if isinstance(item, Story):
        return f"{item.heading}（{dates.day(item.date)}）"
    if isinstance(item, Event):
        return f"{item.heading}（{dates.day(min(when.first_day for when in item.dates))}）"
    if isinstance(item, Honour):
        return f"{item.heading}（{item.year}年）"
    return (
        f"{item.heading}（{item.number}）"
        if isinstance(item, Policy | Notice) and item.number
        else item.heading
    )
