"""An event's own page: when it is, what changed, where, for whom, how to register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, changes, dates, event_data, qr, road, subscriptions
from generator.pages.changes import Change
from generator.pages.components import Code, Fact, Link, OuterLink, Person, Prose, StoryCard
from generator.pages.page import Page, Shown, Site, own_page
from generator.pages.prose import prose
from generator.records.event import (
    Event,
    EventDate,
    EventKind,
    Registration,
    Status,
    day_of,
)
from generator.records.policy import Policy
from generator.records.story import Story
from generator.records.unit import Unit
from generator.records.volunteer import Volunteer

SECTION = urls.section("events")


class DateView(NamedTuple):
    """A date of an event, set large. ``anchor`` is what ``#id`` after a link to it names."""

    anchor: str
    day: str
    month_and_weekday: str
    year: str
    when: str
    machine: str
    badge: str
    note: str
    past: bool
    end: str | None
    """From when on it is over, for a script; None for what does not take place."""
    left: str | None
    """The day to which a script counts."""


class Action(NamedTuple):
    """A button that leads to another site, up to the moment from which on it leads nowhere."""

    link: OuterLink
    until: str


class Copy(NamedTuple):
    """A button that copies a text."""

    label: str
    text: str


class EventArticle(NamedTuple):
    """``articles/event.html``: change, date, facts, buttons, prose."""

    crumbs: tuple[Link, ...]
    changes: tuple[Change, ...]
    lead_date: DateView
    dates: tuple[DateView, ...]
    """All dates, where there are several."""
    title: str
    sample: bool
    kind: str
    summary: str | None
    facts: tuple[Fact, ...]
    actions: tuple[Action, ...]
    closed: str | None
    """From when on one cannot register any more; None where there is nothing to say of it."""
    is_closed: bool
    calendar: str | None
    """The address of the calendar with its dates, while one lies ahead."""
    subscribe: Link
    copies: tuple[Copy, ...]
    code: Code | None
    """The page's address, to be scanned."""
    body: Prose | None
    policies: tuple[Link, ...]
    people: tuple[Person, ...]
    speakers: tuple[tuple[str, str], ...]
    """Others who speak: name and title."""
    recap: StoryCard | None
    stories: tuple[Link, ...]
    road: tuple[Link, ...] = ()
    """The steps of pathways that the event is part of."""


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page for each event."""
    for event in public.all(Event):
        yield own_page(event, "event.html", _article)


def _article(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Event, id)
    lead = cards.next_date(item, public.as_of).date
    ordered = sorted(item.dates, key=lambda when: (when.first_day, str(when.start)))
    ahead = [when for when in ordered if when.last_day >= public.as_of]
    people = [who for speaker in item.speakers if (who := public.get(Volunteer, speaker.volunteer))]
    held = lead in ahead and lead.status is not Status.CANCELLED
    closes = item.registration.closes if item.registration else None
    view = EventArticle(
        crumbs=cards.crumbs((Event.label, SECTION)),
        changes=tuple(change for when in ahead if (change := changes.of(item, when))),
        lead_date=_date(lead, item, public.as_of),
        dates=tuple(_date(when, item, public.as_of) for when in ordered)
        if len(ordered) > 1
        else (),
        title=item.title,
        sample=item.sample,
        kind=item.kind.label,
        summary=item.summary,
        facts=tuple(_facts(item, public)),
        actions=tuple(_actions(item, lead, public.as_of)) if held else (),
        closed=dates.until(closes) if held and closes else None,
        is_closed=bool(closes and day_of(closes) < public.as_of),
        calendar=urls.calendar_of(item.id) if held else None,
        subscribe=subscriptions.LINK,
        copies=tuple(_copies(item, ahead or ordered, site)),
        code=qr.code(site.whole(urls.path_of(item))) if ahead and site.url else None,
        body=prose(item.body, item, public, eager=True),
        policies=tuple(cards.link(policy) for policy in public.each(Policy, item.policies)),
        people=tuple(
            cards.person(who, (cards.cohort(who), cards.host(who)), public) for who in people
        ),
        speakers=tuple(
            (speaker.name, speaker.title or "") for speaker in item.speakers if speaker.name
        ),
        recap=cards.story(recap, public) if (recap := public.get(Story, item.recap)) else None,
        road=road.places(item, public),
        stories=tuple(
            cards.link(story) for story in public.referring(Story, item) if story.id != item.recap
        ),
    )
    return Shown(
        title=item.title,
        description=item.summary or f"{item.kind.label}，{dates.moment(lead.start)}。",
        view=view,
        facets={
            "event": (item.kind.label,),
            "year": tuple(dict.fromkeys(str(when.first_day.year) for when in ordered)),
        },
        structured=event_data.structured(item, public, site),
    )


def _actions(item: Event, lead: EventDate, as_of: date) -> Iterator[Action]:
    end = dates.end(lead, item.kind is EventKind.DEADLINE)
    registration = item.registration
    if registration and registration.url and _is_open(registration, as_of):
        until = dates.until(registration.closes) if registration.closes else end
        yield Action(OuterLink("报名", registration.url), min(until, end))
    if item.online:
        yield Action(OuterLink("线上参加", item.online), end)


def _is_open(registration: Registration, as_of: date) -> bool:
    """Whether one can register on the day *as_of*."""
    opened = registration.opens is None or day_of(registration.opens) <= as_of
    return opened and (registration.closes is None or day_of(registration.closes) >= as_of)


def _copies(item: Event, shown: Sequence[EventDate], site: Site) -> Iterator[Copy]:
    """What a calendar program or a message asks for, since WeChat opens no calendar file."""
    deadline = item.kind is EventKind.DEADLINE
    place = cards.venue(item.venue)
    address = item.venue.address if item.venue else None
    lines = [item.title]
    for when in shown:
        badge = cards.STATUS_BADGES.get(when.status)
        day = f"{dates.day(when.first_day)} {dates.weekday(when.first_day)}"
        lines.append(f"{day} {dates.span(when, deadline)}{f'（{badge.text}）' if badge else ''}")
    lines += [f"地点：{place}"] if place else []
    lines += [f"地址：{address}"] if address and address != place else []
    lines += [f"线上：{item.online}"] if item.online else []
    lines.append(site.whole(urls.path_of(item)))
    yield Copy("复制时间地点", "\n".join(filter(None, lines)))
    if address:
        yield Copy("复制地址", address)


def _date(when: EventDate, item: Event, as_of: date) -> DateView:
    badge = cards.STATUS_BADGES.get(when.status)
    deadline = item.kind is EventKind.DEADLINE
    held = when.status not in (Status.CANCELLED, Status.POSTPONED)
    return DateView(
        anchor=when.key,
        day=str(when.first_day.day),
        month_and_weekday=dates.month_and_weekday(when.first_day),
        year=f"{when.first_day.year}年",
        when=dates.span(when, deadline),
        machine=dates.machine(when.start),
        badge=badge.text if badge else "",
        note=when.note or "",
        past=when.last_day < as_of,
        end=dates.end(when, deadline) if held else None,
        left=when.last_day.isoformat() if deadline and held else None,
    )


def _facts(item: Event, public: PublicCatalogue) -> Iterator[Fact]:
    if item.venue:
        places = (item.venue.campus, item.venue.room, item.venue.address)
        yield Fact("地点", tuple(Link(place) for place in places if place))
    elif item.online:
        yield Fact("地点", (Link("线上"),))
    if item.audience:
        yield Fact("面向", (Link("、".join(item.audience)),))
    organiser = public.get(Unit, item.organiser)
    if organiser:
        yield Fact("主办", (Link(organiser.short or organiser.name, urls.path_of(organiser)),))
    registration = item.registration
    if registration and registration.opens:
        yield Fact("报名开始", (Link(dates.moment(registration.opens)),))
    if registration and registration.closes:
        yield Fact(
            "报名截止" if registration.opens else "报名",
            (Link(f"{dates.moment(registration.closes)}前"),),
        )
