"""The last stage: every planned page, feed and picture made, inspected, and put in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

from generator import feeds, search, urls
from generator.build import Prepared
from generator.catalogue import PublicCatalogue, Question
from generator.catalogue.questions import photographs
from generator.clearance.explained import Visible
from generator.clearance.withheld import seen, withheld
from generator.feeds import health
from generator.images.files import Prints, Shown
from generator.inspection import Inspection
from generator.pages.page import Page, Site
from generator.publishing import Changes, Edition, InPlace, Publication, constant
from generator.reading.pictures import Pictures
from generator.records.media import Media
from generator.records.notice import Notice
from generator.records.volunteer import Volunteer
from generator.rendering import Crew, Planned, Progress, Renderer, here, render
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Frame, Kind, kind_of, take


def publish(
    prepared: Prepared,
    articles: Articles,
    chrome: Callable[[Kind, Frame], str],
    publication: Publication | InPlace,
    index: search.Edition | None = None,
    crew: Crew = here,
    progress: Progress = lambda *_: None,
    jobs: int | None = 1,
) -> Changes | None:
    """Put every planned page and feed in place; what that changed, where that is known.

    One that was made from the same answers, templates and chrome is left as it is. ``chrome``
    renders Material's template for a kind of page; ``crew`` makes pages and feeds; ``index`` is what
    is made of them for the search, if anything; ``jobs`` is how many processes may inspect them,
    None for as many as pay. Raises :class:`Unsound` where what was made may not be published.
    """
    pages = list(prepared.plan.values())
    chromes = take(pages, chrome)
    stamp = _stamp(articles, prepared.site)

    def key(planned: Planned, asked: Iterable[Question]) -> str:
        own = f"{stamp}{planned.about}"
        if isinstance(planned, Page):
            own = f"{own}{chromes[kind_of(planned)].digest}{planned.made_from}"
        return _key(own, asked, prepared.public)

    def is_kept(planned: Planned) -> bool:
        kept = publication.keep(urls.file(planned.address), partial(key, planned))
        if kept is None:
            return False
        asked.append(kept.asked)
        is_searched = isinstance(planned, Page) and planned.searched_as
        return not (index and is_searched) or index.keep(planned.address, kept.key)

    asked = [tuple(prepared.public.asked)]  # by hand-written pages
    every: tuple[Planned, ...] = (*pages, *prepared.feeds.values())
    changed = [one for one in every if not is_kept(one)]
    renderer = Renderer(prepared.public, prepared.site, articles, chromes, index is not None)
    for planned, made in render(changed, renderer, crew, progress):
        made_from = key(planned, made.asked)
        publication.put(urls.file(planned.address), made.data, made_from, made.asked)
        asked.append(made.asked)
        if index and made.postings is not None:
            index.put(planned.address, made_from, made.postings)
    if index:
        index.publish(publication)
    _publish_pictures(photographs(chain.from_iterable(asked)), prepared.pictures, publication)
    for name, data in feeds.files(prepared.plan, prepared.site):
        digest = blake2b(data, digest_size=16).hexdigest()
        if not publication.keep(name, constant(digest)):
            publication.put(name, data, digest)
    if prepared.terms.production:
        name, data = health.file(prepared.site.as_of, prepared.next_due)
        publication.put(name, data, "")
    inspection = Inspection(
        site=publication.live.name,
        own=prepared.site.whole(urls.HOME),
        withheld=withheld(prepared.catalogue, prepared.public, prepared.clearance.groups),
        visible=partial(_visible, prepared, articles, chromes),
        made_from={urls.file(page.address): " ".join(page.made_from) for page in pages},
        hidden=lambda: prepared.hidden,
        by=stamp,
        jobs=jobs,
    )
    return publication.publish(_edition(prepared), inspection.inspect)


def _visible(
    prepared: Prepared, articles: Articles, chromes: Mapping[Kind, Chrome], tree: Path
) -> Visible:
    """All that may be seen of a site in *tree*: records, documents, what editors wrote, and what
    this program and its theme say themselves."""
    program = (*Path(__file__).parent.rglob("*.py"), *(tree / "assets").rglob("*.[cj]s*"))
    return Visible(
        seen(prepared.catalogue, prepared.public, prepared.clearance.groups),
        (
            *(page.text for page in prepared.written),
            *(document.text for document in prepared.catalogue.sources.values()),
            *map(unquote, prepared.promised),
        ),
        (
            *(text for _, text in articles.templates),
            *chain.from_iterable(chrome.texts for chrome in chromes.values()),
            *(path.read_text("utf-8") for path in program),
        ),
    )


def _key(own: str, asked: Iterable[Question], public: PublicCatalogue) -> str:
    """What tells a page or a feed from any other: what it is itself, and what it was answered."""
    answers = public.questions.digests(asked)
    return blake2b(f"{own}{answers}".encode(), digest_size=16).hexdigest()


def _publish_pictures(
    shown: Iterable[Shown], pictures: Pictures, publication: Publication | InPlace
) -> None:
    """Have the files of all pictures that pages show, and no others."""
    prints = Prints(shown, pictures)
    files = {name: urls.picture(name).lstrip("/") for name in prints.planned}
    missing = {name for name in files if not publication.keep(files[name], constant(name))}
    for name, data in prints.made(missing):
        publication.put(files[name], data, name)
    prints.forget_others()


def _edition(prepared: Prepared) -> Edition:
    """What is to be remembered of what is published."""
    volunteers = [item for item in prepared.public.records if isinstance(item, Volunteer)]
    people = {
        item.id: (
            *sorted(group.value for group in prepared.clearance.groups[item.id]),
            *(("mentor",) if item.mentor else ()),
        )
        for item in volunteers
    }
    names = {item.id: tuple(filter(None, (item.name, item.pinyin))) for item in volunteers}
    people |= {
        f"media/{item.id}": ("portrait",)
        for item in prepared.public.records
        if isinstance(item, Media)
    }
    people |= {
        f"notices/{item.id}": ("people",)
        for item in prepared.public.records
        if isinstance(item, Notice) and item.people
    }
    next_due = prepared.next_due.isoformat() if prepared.next_due else ""
    return Edition(0, prepared.site.as_of.isoformat(), next_due, people, names)


def _stamp(articles: Articles, site: Site) -> str:
    """What everything is made from: templates, our own code, the libraries'."""
    digest = blake2b(repr(replace(site, as_of=date.min)).encode(), digest_size=16)
    for name, text in articles.templates:
        digest.update(f"{name}\0{text}\0".encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    for library in ("budoux", "comrak", "icalendar", "jinja2", "nh3", "pypinyin"):
        digest.update(version(library).encode())
    return digest.hexdigest()
