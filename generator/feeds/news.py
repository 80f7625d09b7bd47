"""New and changed events, to follow in a reader: the same news as Atom and as a JSON Feed.

A change that matters is an entry of its own, with an id of its own: readers pass over an entry
that they know already. A slip that was corrected is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.feeds import atom, json_feed
from generator.feeds.entries import Entry, News
from generator.feeds.feed import Feed
from generator.pages import cards, changes, dates
from generator.pages.page import Site
from generator.records.event import Event, EventDate, EventKind, Status
from generator.records.record import ChangeKind

MOST = 30


def plan(public: PublicCatalogue, site: Site, promised: Iterable[str] = ()) -> Iterator[Feed]:
    """Both feeds: where there are events, or were; nothing without an address to name them by."""
    gone = any(collection == Event.collection for collection, _ in public.tombstones)
    if site.url and (public.all(Event) or gone or urls.ATOM in promised):
        yield Feed(urls.ATOM, news, atom.write)
        yield Feed(urls.JSON_FEED, news, json_feed.write)


def news(public: PublicCatalogue, site: Site) -> News:
    """What is new of events."""
    # Without any there is no page of them.
    page = urls.section(Event.collection) if public.all(Event) else urls.HOME
    return News(
        title=f"{site.name} {Event.label}",
        owner=site.name,
        page=site.whole(page),
        atom=site.whole(urls.ATOM),
        json=site.whole(urls.JSON_FEED),
        timezone=site.timezone,
        entries=tuple(_entry(event, day, site) for event, day in public.news(MOST)),
    )


def _entry(event: Event, day: date | None, site: Site) -> Entry:
    page = site.whole(urls.path_of(event))
    majors = [
        change.note
        for change in event.history
        if change.kind is ChangeKind.MAJOR and day and change.on <= day
    ]
    count = len(majors) + sum(map(_changes, event.dates))
    badges = dict.fromkeys(
        badge.text for when in event.dates if (badge := cards.STATUS_BADGES.get(when.status))
    )
    said = f"{'、'.join(badges)}：" if badges else ""
    return Entry(
        id=f"{page}#{count}" if count else page,
        address=page,
        title=f"{said}{event.title}{'（示例）' if event.sample else ''}",
        text="\n".join([*majors[-1:], *_lines(event)]),
        kind=event.kind.label,
        day=day,
    )


def _changes(when: EventDate) -> int:
    """How often a date is known to have changed."""
    stopped = when.status in (Status.CANCELLED, Status.POSTPONED, Status.ONLINE)
    return len(when.previous) + stopped or int(when.status is not Status.SCHEDULED)


def _lines(event: Event) -> Iterator[str]:
    for when in event.dates:
        change = changes.of(event, when)
        if change:
            told = "，".join(
                f"{'、'.join(one.former)}→{one.now}".strip("→") for one in change.differences
            )
            yield "：".join(filter(None, (change.heading, told)))
        day = f"{dates.day(when.first_day)} {dates.weekday(when.first_day)}"
        yield f"{day} {dates.span(when, event.kind is EventKind.DEADLINE)}"
    place = cards.venue(event.venue)
    yield from filter(None, (f"地点：{place}" if place else "", event.summary))
