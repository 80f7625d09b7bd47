"""What comes, for other sites to show in a frame: of all events, of a choice, of what closes.

The servers' rules allow these pages alone to be framed; search engines are asked to pass over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import islice, takewhile
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, deadlines, event_choices, events
from generator.pages.components import AgendaRow, Link
from generator.pages.page import Page, Shown, Site
from generator.records.event import EventKind

MOST = 8


class Embed(NamedTuple):
    """``articles/embed.html``: the next dates, without header and footer."""

    title: Link
    rows: tuple[AgendaRow, ...]
    nothing: str
    more: Link


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page for each list of events, for the deadlines, and for each kind of event, whether or not
    there is one now: the frames are on other sites. Nothing without events."""
    if not public.occurrences:
        return
    chosen = {(choice.kind, choice.value) for choice in event_choices.every(public)}
    for kind, value in (*sorted(chosen), *_without_events(chosen)):
        address = urls.events_by(kind, value) if kind != "all" else events.ADDRESS
        yield _page(address, kind, value)
    yield _page(urls.CLOSING, "deadlines", "")


def _without_events(chosen: Set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for kind in EventKind:
        if ("kind", kind.value) not in chosen:
            yield "kind", kind.value


def _page(address: str, kind: str, value: str) -> Page:
    return Page(
        address=urls.embedded(address),
        section=events.ADDRESS,
        template="embed.html",
        make=_embed,
        about=(kind, value),
        hidden=True,
    )


def _embed(public: PublicCatalogue, site: Site, kind: str, value: str) -> Shown:
    if kind == "deadlines":
        address = urls.CLOSING if public.deadlines() else events.ADDRESS
        title, rows, nothing = deadlines.HEADING, deadlines.coming(public), deadlines.NOTHING
    else:
        choices = event_choices.every(public)
        found = (one for one in choices if (one.kind, one.value) == (kind, value))
        choice = next(found, None)
        title = choice.title if choice else event_choices.name(public, kind, value)
        address = choice.address if choice else events.ADDRESS
        rows, nothing = _coming(public, kind, value), events.NOTHING
    view = Embed(
        title=Link(title, address),
        rows=tuple(islice(rows, MOST)),
        nothing=nothing,
        more=Link(site.name, urls.HOME),
    )
    return Shown(f"{title}（嵌入）", f"{title}：接下来的几场。", view)


def _coming(public: PublicCatalogue, kind: str, value: str) -> Iterator[AgendaRow]:
    dates = public.coming(MOST) if kind == "all" else public.dates_of(kind, value)
    ahead = takewhile(lambda found: found.date.last_day >= public.as_of, dates)
    return map(cards.agenda_row, ahead)
