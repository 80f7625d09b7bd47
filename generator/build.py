"""The stages in order: the program on one page.

content/ ─read─▶ records ─link─▶ Catalogue ─clear─▶ PublicCatalogue ─plan─▶ pages ─render─▶ site/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from generator import (
    clearance,
    configuration,
    due,
    feeds,
    handouts,
    linking,
    pages,
    permalinks,
    search,
    urls,
)
from generator.catalogue import Catalogue, Key, PublicCatalogue, Question
from generator.catalogue.questions import WORDS, photographs
from generator.clearance import Clearance, clear, samples
from generator.clearance.explained import Visible
from generator.clearance.withheld import seen, withheld
from generator.feeds import calendars, health, moves
from generator.footer import astray
from generator.images.files import Prints, Shown
from generator.images.records import unmatched
from generator.inspection import Inspection
from generator.linking import link
from generator.pages.page import Page, Site
from generator.problems import Problem, Severity
from generator.publishing import Changes, Edition, InPlace, Publication, constant
from generator.reading import FileReading, Reading, place, read
from generator.reading.cache import Cache
from generator.reading.pictures import Pictures
from generator.records import Record
from generator.records.media import Media
from generator.records.notice import Notice
from generator.records.volunteer import Volunteer
from generator.rendering import Crew, Progress, Renderer, here, render
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Frame, Kind, kind_of, take
from generator.sources import FOLDER as SOURCES
from generator.sources import read_sources
from generator.withdrawal import withdrawn
from generator.written import Written, check, check_names, pictured, read_written, titled


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms the site is made.

    A ``preview`` shows drafts as well. ``production`` is the site that readers see: it holds no
    example, and, where ``approval`` is required, nothing that nobody approved.
    """

    preview: bool = False
    production: bool = False
    approval: bool = False
    live: Path | None = None
    """Where the site lies that readers see now: a production build says what moved since."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Stages 1 to 4: what there will be, nothing written, and what is wrong."""

    site: Site
    terms: Terms
    catalogue: Catalogue
    clearance: Clearance
    plan: pages.Plan
    problems: tuple[Problem, ...]
    pictures: Pictures
    known: frozenset[Key]
    """Records that are there, but in no catalogue: broken ones and tombstones."""
    feeds: feeds.Feeds
    addresses: frozenset[str]
    """Where texts may link to, beside records."""
    promised: permalinks.Permalinks
    """What was ever published."""
    withdrawn: Mapping[str, date] = field(default_factory=dict)
    """The volunteers who withdrew, each with the day since when."""
    pictured: frozenset[str] = frozenset()
    """The media that hand-written pages show: MkDocs makes those pages, so no plan names them."""
    written: tuple[Written, ...] = ()
    following: due.Due | None = None
    """The next day on which this is not right any more, where that was asked for."""

    @property
    def public(self) -> PublicCatalogue:
        """What may be seen."""
        return self.clearance.public

    @property
    def next_due(self) -> date | None:
        """The day of ``following``."""
        return self.following.day if self.following else None

    @property
    def told_of(self) -> frozenset[str]:
        """What leads nowhere today, as editors were warned."""
        warned = (one for one in self.problems if one.code == "footer-link-hidden")
        return frozenset(str(one.particulars["url"]) for one in warned)

    @property
    def has_errors(self) -> bool:
        """Whether the site cannot be built."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def prepare(
    content: Path,
    site: Site,
    kept: Path | None = None,
    jobs: int | None = None,
    terms: Terms = Terms(),
) -> Prepared:
    """What the records in *content* make of *site*.

    ``kept`` is a folder for what was read before; ``jobs`` is how many processes may read.
    """
    cache = Cache(kept)
    found = read(content, cache, jobs)
    cache.save()
    prepared = prepare_read(found, content, site, terms)
    if not terms.production or prepared.has_errors:
        return prepared
    moved = place(_unrecorded_moves(prepared, content.name), content)
    prepared = replace(
        prepared, problems=tuple(sorted((*prepared.problems, *moved), key=_by_place))
    )
    return replace(prepared, following=next_due(prepared, found, content))


def _unrecorded_moves(prepared: Prepared, folder: str) -> Iterable[Problem]:
    """What is elsewhere than the published calendar has it, and does not say so."""
    live = prepared.terms.live
    if live is None:
        return ()
    public = prepared.public.noting()
    now = calendars.everything(public, prepared.site)
    return moves.unrecorded(live, now, public, folder)


def next_due(prepared: Prepared, found: Reading, content: Path) -> due.Due | None:
    """The next day on which what was *found* in *content* makes another site."""

    def on(day: date) -> Prepared:
        site = replace(prepared.site, as_of=day)
        return prepare_read(found, content, site, prepared.terms)

    return due.next_due(prepared, on)


def prepare_read(found: Reading, content: Path, site: Site, terms: Terms) -> Prepared:
    """What the records *found* in *content* make of *site*."""
    folder = content.name
    written, unread = read_written(content)
    documents, unread_documents = read_sources(content / SOURCES)
    tombstones = [(collection, tombstone.id) for collection, tombstone in found.tombstones]
    broken = found.broken.union((SOURCES, name) for name in unread_documents)
    known = broken.union(tombstones)
    addresses = frozenset(page.address for page in written) | _indexes(found.records)
    catalogue, dangling = link(
        found.records,
        tombstones,
        broken,
        documents,
        addresses,
        folder,
        found.digests,
    )
    catalogue = catalogue.illustrated(found.pictures.found)
    promised, malformed = permalinks.read(content)
    cleared = clear(
        catalogue,
        site.as_of,
        folder,
        preview=terms.preview,
        published=set(filter(None, map(permalinks.key_of, promised))),
        approved=terms.production and terms.approval,
        student_number=site.student_number,
    )
    by_hand = check(
        written, catalogue, known, cleared.hidden_names, cleared.amounts, cleared.numbers
    )
    claims = [(page.address, page.file) for page in written]
    site = replace(site, written=titled(written))
    plan, taken = pages.plan(cleared.public, site, claims, folder)
    examples = samples.check(cleared.public.records, folder) if terms.production else ()
    unpictured = unmatched(catalogue, found.pictures, broken, folder)
    unplaced = (*dangling, *unpictured, *cleared.problems, *taken, *examples)
    lost = () if broken else permalinks.check(promised, plan, folder)
    unused = handouts.left_out(content, written, site.footer.urls)
    fed = feeds.plan(cleared.public, site, promised)
    files = handouts.handed_out(content, unused)
    foot = _at_foot(site, plan.keys() | fed.keys(), written, files, catalogue, broken)
    withheld = cleared.hidden_names, cleared.numbers
    exposed = (
        *check_names(written, sorted(files), folder, *withheld),
        *handouts.exposing(content, files, *withheld),
        *configuration.exposing(site.footer.file, *withheld),
    )
    unreadable = (*unread, *unused.values(), *chain.from_iterable(unread_documents.values()))
    problems = (
        *(*found.problems, *unreadable, *by_hand, *exposed),
        *(*place(unplaced, content), *malformed, *lost, *foot),
    )
    ordered = tuple(sorted(problems, key=_by_place))
    return Prepared(
        *(site, terms, catalogue, cleared, plan, ordered),
        *(found.pictures, known, fed, addresses, promised),
        withdrawn(found.tombstones, catalogue, site.as_of),
        pictured(written),
        written,
    )


def reworded(prepared: Prepared, content: Path, now: FileReading) -> Prepared | None:
    """*prepared* with the record in one file as it is *now*; None where more than words changed.

    Then all must be prepared anew: lists, links and consent of others may go by it.
    """
    item = now.outcome.record
    if item is None:
        return None
    before = prepared.catalogue.find((item.collection, item.id))
    if before is None or any(
        value != vars(before)[name] for name, value in vars(item).items() if name not in WORDS
    ):
        return None
    folder = content.name
    catalogue = prepared.catalogue.reworded(item, now.digest)
    cleared = clearance.reworded(prepared.clearance, catalogue, item, folder)
    file = f"{folder}/{item.collection}/{item.id}.yml"
    own = (
        *linking.dangling(item, catalogue, prepared.known, prepared.addresses, folder),
        *(problem for problem in cleared.problems if problem.file == file),
    )
    others = (problem for problem in prepared.problems if problem.file != file)
    problems = (*others, *now.outcome.problems, *place(own, content))
    return replace(
        prepared,
        catalogue=catalogue,
        clearance=cleared,
        problems=tuple(sorted(problems, key=_by_place)),
    )


def publish(
    prepared: Prepared,
    articles: Articles,
    chrome: Callable[[Kind, Frame], str],
    publication: Publication | InPlace,
    index: search.Edition | None = None,
    crew: Crew = here,
    progress: Progress = lambda *_: None,
) -> Changes | None:
    """Put every planned page in place; what that changed, where that is known.

    A page that was made from the same answers, templates and chrome is left as it is. ``chrome``
    renders Material's template for a kind of page; ``crew`` makes the pages; ``index`` is what
    is made of them for the search, if anything. Raises :class:`Unsound` where what was made may not
    be published.
    """
    planned = list(prepared.plan.values())
    chromes = take(planned, chrome)
    stamp = _stamp(articles, prepared.site)

    def key(page: Page, asked: Iterable[Question]) -> str:
        own = f"{stamp}{chromes[kind_of(page)].digest}{page.about}{page.made_from}"
        return _key(own, asked, prepared.public)

    def is_kept(page: Page) -> bool:
        kept = publication.keep(urls.file(page.address), partial(key, page))
        if kept is None:
            return False
        asked.append(kept.asked)
        return not (index and page.searched_as) or index.keep(page.address, kept.key)

    asked = [tuple(prepared.public.asked)]  # by hand-written pages
    changed = [page for page in planned if not is_kept(page)]
    renderer = Renderer(prepared.public, prepared.site, articles, chromes, index is not None)
    for page, made in render(changed, renderer, crew, progress):
        made_from = key(page, made.asked)
        publication.put(urls.file(page.address), made.html, made_from, made.asked)
        asked.append(made.asked)
        if index and made.postings is not None:
            index.put(page.address, made_from, made.postings)
    if index:
        index.publish(publication)
    _publish_feeds(prepared, publication, stamp)
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
        made_from={urls.file(page.address): " ".join(page.made_from) for page in planned},
        said=prepared.told_of,
        by=stamp,
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
        ),
        (
            *(text for _, text in articles.templates),
            *chain.from_iterable(chrome.texts for chrome in chromes.values()),
            *(path.read_text("utf-8") for path in program),
        ),
    )


def _publish_feeds(prepared: Prepared, publication: Publication | InPlace, stamp: str) -> None:
    """Put every feed in place; one that would be as it was is left, as pages are."""

    def key(feed: feeds.Feed, asked: Iterable[Question]) -> str:
        return _key(f"{stamp}{feed.about}", asked, prepared.public)

    for feed in prepared.feeds.values():
        name = urls.file(feed.address)
        if publication.keep(name, partial(key, feed)) is None:
            public = prepared.public.noting()
            data = feed.write(feed.show(public, prepared.site))
            asked = tuple(public.asked)
            publication.put(name, data, key(feed, asked), asked)


def _key(own: str, asked: Iterable[Question], public: PublicCatalogue) -> str:
    """What tells a page or a feed from any other: what it is itself, and what it was answered."""
    digests = map(public.questions.digest, asked)
    return blake2b(f"{own}{''.join(digests)}".encode(), digest_size=16).hexdigest()


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


def _indexes(records: Iterable[Record]) -> frozenset[str]:
    """The sections' own pages, as far as they will have something to show."""
    shown = urls.WITH_PAGES.intersection(item.collection for item in records)
    return frozenset({urls.HOME, urls.PRIVACY, *map(urls.section, shown)})


def _at_foot(
    site: Site,
    planned: Set[str],
    written: Iterable[Written],
    files: Set[str],
    catalogue: Catalogue,
    broken: Set[Key],
) -> tuple[Problem, ...]:
    """What is wrong with the links of the footer."""
    if not site.footer.entries:
        return ()
    shown = planned | {page.address for page in written} | files
    keys = {(item.collection, item.id) for item in catalogue.records} | broken
    documents = {*catalogue.sources, *(id for folder, id in broken if folder == SOURCES)}
    hidden = {urls.record(*key) for key in keys if key[0] in urls.WITH_PAGES} | set(
        map(urls.source, documents)
    )
    hidden |= set(map(urls.section, urls.WITH_PAGES))
    # What could not be read was said, and what else it takes away follows from it.
    return astray(site.footer, shown | hidden if broken else shown, hidden)


def _by_place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.file, problem.line, problem.column, problem.code
