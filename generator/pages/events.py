"""Events: the agenda of all, and of what they can be chosen by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import agendas, cards, choices, event_choices, months, subscriptions
from generator.pages.choices import Choice
from generator.pages.components import AgendaGroup, Filter, Link, Pager, Subscription
from generator.pages.months import Month
from generator.pages.page import Page, Shown, Site
from generator.records.event import Event

TITLE = Event.label
ADDRESS = urls.section("events")
COMING = 30
OVER = 5
"""How many of the latest past dates the agenda of all shows; the months have the others."""
PER_PAGE = 30
NOTHING = "近期没有安排活动。"
KINDS, OPTIONS = 6, 20
"""How many kinds stand above the agenda, and how many of each choice unfold."""


class Agenda(NamedTuple):
    """``articles/events.html``: what comes next, by week, then what is over, by month.

    From 60em up the ``month`` as a grid stands for both, where there is one.
    """

    crumbs: tuple[Link, ...]
    title: str
    filters: tuple[Filter, ...]
    more_filters: tuple[Filter, ...]
    unfolded: bool
    """Whether the current choice is one of those that are folded else."""
    ways: tuple[Link, ...]
    """To other views of the same dates: 截止日期, 按月看."""
    own: Subscription | None
    """The calendar of what was chosen."""
    subscribe: Link
    """To all calendars."""
    snippet: str
    """What another site copies to show what comes of it."""
    first: bool
    """Whether this is the page on which what comes stands, or would stand."""
    coming: tuple[AgendaGroup, ...]
    over: tuple[AgendaGroup, ...]
    pager: Pager | None
    nothing: str
    """What stands where nothing comes: 近期没有安排活动。"""
    onward: tuple[Link, ...]
    """To other views, beside the month's grid."""
    month: Month | None
    months: tuple[Filter, ...]
    """Every month that has events, as links, by year."""
    note: str
    """以上活动为示例。 or nothing"""


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The agenda of all, and of each choice; nothing without events."""
    if not public.occurrences:
        return
    yield Page(ADDRESS, ADDRESS, "events.html", _index)
    for choice in event_choices.every(public)[1:]:
        dated = replace(choice, count=len(public.dates_of(choice.kind, choice.value)))
        yield from choices.plan(dated, PER_PAGE, ADDRESS, "events.html", _list)


def _index(public: PublicCatalogue, site: Site) -> Shown:
    every = event_choices.every(public)
    coming = list(public.coming(COMING))
    over = public.over(OVER)
    month = months.current(public.months, public.as_of)
    filters, more, _ = _filters(every[0], every)
    view = Agenda(
        crumbs=cards.crumbs(),
        title=TITLE,
        filters=filters,
        more_filters=more,
        unfolded=False,
        own=None,
        subscribe=subscriptions.LINK,
        snippet="",
        ways=(
            *agendas.onward(public),
            Link("按月看", urls.part(ADDRESS, "__months")),
        ),
        first=True,
        coming=agendas.by_week(map(agendas.dated, coming), public.as_of),
        over=agendas.by_month(map(agendas.dated, over)),
        pager=None,
        nothing=NOTHING,
        onward=agendas.onward(public),
        month=months.grid(month, public),
        months=months.filters(month, public.months, current_page=False),
        note=cards.note(found.event for found in (*coming, *over)),
    )
    return Shown(TITLE, "宣讲会、咨询会、培训和出征仪式：什么时候，在哪里。", view)


def _list(public: PublicCatalogue, site: Site, kind: str, value: str, number: int) -> Shown:
    every = event_choices.every(public)
    choice = next(one for one in every if (one.kind, one.value) == (kind, value))
    dated = public.dates_of(kind, value)
    total = choices.pages(len(dated), PER_PAGE)
    shown = list(dated[(number - 1) * PER_PAGE : number * PER_PAGE])
    coming = [found for found in shown if found.date.last_day >= public.as_of]
    filters, more, unfolded = _filters(choice, every)
    view = Agenda(
        crumbs=cards.crumbs((TITLE, ADDRESS)),
        title=choice.title,
        filters=filters,
        more_filters=more,
        unfolded=unfolded,
        ways=(),
        own=subscriptions.subscription(choice.title, urls.calendar_by(kind, value), site),
        subscribe=subscriptions.LINK,
        snippet=subscriptions.snippet(choice.title, choice.address, site),
        first=number == 1,
        coming=agendas.by_week(map(agendas.dated, coming), public.as_of),
        over=agendas.by_month(map(agendas.dated, shown[len(coming) :])),
        pager=cards.pager(choice.address, number, total),
        nothing=NOTHING,
        onward=(),
        month=None,
        months=(),
        note=cards.note(found.event for found in shown),
    )
    title = choices.title(choice, number)
    # An event may be called by its kind alone.
    title = f"{TITLE}：{title}" if kind == "kind" else title
    return Shown(title, f"{choice.title}：什么时候，在哪里。共{len(dated)}场。", view)


def _filters(
    current: Choice, every: tuple[Choice, ...]
) -> tuple[tuple[Filter, ...], tuple[Filter, ...], bool]:
    """The usual kinds; all else there is to choose by; whether the current one is among those.

    A phone would else show four rows of filters and no event.
    """
    rows = choices.filters(current, every, OPTIONS, counted=False)
    kinds = tuple(choice for choice in every if choice.kind in ("all", "kind"))
    usual = choices.filters(current, kinds, KINDS, counted=False)[0]
    more = rows if len(usual.options) <= KINDS < len(kinds) - 1 else rows[1:]
    return (usual._replace(label=""),), more, current.kind not in ("all", "kind")
