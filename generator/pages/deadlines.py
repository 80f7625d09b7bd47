"""What closes, and by when: deadlines, and the ends of registrations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import urls
from generator.catalogue import Occurrence, PublicCatalogue
from generator.pages import agendas, cards, choices, events, subscriptions
from generator.pages.agendas import Dated
from generator.pages.choices import Choice
from generator.pages.components import AgendaRow
from generator.pages.page import Page, Shown, Site
from generator.records.event import Event, EventDate, day_of

HEADING = "截止日期"
NOTHING = "近期没有要截止的。"


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The list, over as many pages as it takes; nothing where nothing ever closes."""
    yield from choices.plan(_choice(public), events.PER_PAGE, events.ADDRESS, "events.html", _list)


def _choice(public: PublicCatalogue) -> Choice:
    return Choice("deadlines", "", "", HEADING, urls.CLOSING, HEADING, len(public.deadlines()))


def _list(public: PublicCatalogue, site: Site, kind: str, value: str, number: int) -> Shown:
    choice = _choice(public)
    first = (number - 1) * events.PER_PAGE
    shown = list(public.deadlines()[first : first + events.PER_PAGE])
    rows = [_row(*one) for one in shown]
    coming = [row for row, one in zip(rows, shown, strict=True) if _last(*one) >= public.as_of]
    view = events.Agenda(
        crumbs=cards.crumbs((events.TITLE, events.ADDRESS)),
        title=HEADING,
        filters=(),
        more_filters=(),
        unfolded=False,
        ways=(),
        own=subscriptions.subscription(HEADING, urls.DEADLINES, site),
        subscribe=subscriptions.LINK,
        snippet=subscriptions.snippet(HEADING, urls.CLOSING, site),
        first=number == 1,
        coming=agendas.by_week(coming, public.as_of),
        over=agendas.by_month(rows[len(coming) :]),
        pager=cards.pager(choice.address, number, choices.pages(choice.count, events.PER_PAGE)),
        nothing=NOTHING,
        onward=(),
        month=None,
        months=(),
        note=cards.note(event for event, _ in shown),
    )
    return Shown(choices.title(choice, number), f"{HEADING}：什么要在哪一天以前办。", view)


def coming(public: PublicCatalogue) -> Iterator[AgendaRow]:
    """What closes today or later, by time."""
    for one in public.deadlines():
        if _last(*one) < public.as_of:
            return
        yield _row(*one)[1]


def _row(event: Event, when: EventDate | None) -> Dated:
    if when:
        return agendas.dated(Occurrence(event, when))
    closes = _closes(event)
    return day_of(closes), cards.closing_row(event, closes)


def _last(event: Event, when: EventDate | None) -> date:
    return when.last_day if when else day_of(_closes(event))


def _closes(event: Event) -> date:
    assert event.registration
    assert event.registration.closes
    return event.registration.closes
