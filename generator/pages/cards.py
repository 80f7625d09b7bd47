"""Cards: how a record looks on pages that are about something else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from generator import urls
from generator.catalogue import Occurrence, PublicCatalogue
from generator.pages import dates, drawings, photographs
from generator.pages.components import (
    AgendaRow,
    Badge,
    Link,
    Pager,
    Person,
    Photograph,
    StoryCard,
)
from generator.records.event import Event, EventKind, Status, Venue, day_of
from generator.records.policy import Standing
from generator.records.record import Record
from generator.records.story import Story
from generator.records.unit import Unit
from generator.records.volunteer import Volunteer

STATUS_BADGES = {
    Status.RESCHEDULED: Badge("changed", "改期", "↻"),
    Status.RELOCATED: Badge("changed", "改地点", "⌂"),
    Status.POSTPONED: Badge("changed", "延期，时间待定", "⋯"),
    Status.CANCELLED: Badge("changed", "取消", "×"),
    Status.ONLINE: Badge("online", "线上"),
}
STANDINGS = {
    Standing.VALID: Badge("valid", Standing.VALID.label, "●"),
    Standing.FUTURE: Badge("future", Standing.FUTURE.label, "○"),
    Standing.EXPIRED: Badge("past", Standing.EXPIRED.label, "◌"),
    Standing.SUPERSEDED: Badge("changed", Standing.SUPERSEDED.label, "×"),
}
"""How a policy stands."""
DEADLINE = Badge("deadline", "截止")
ONLINE = Badge("online", "线上")


def link(item: Record) -> Link:
    """A record's heading, linked to its page."""
    return Link(item.heading, urls.path_of(item))


def crumbs(*section: tuple[str, str]) -> tuple[Link, ...]:
    """The way from the home page: 首页, then each section."""
    return (Link("首页", urls.HOME), *(Link(text, address) for text, address in section))


def person(
    volunteer: Volunteer,
    meta: tuple[str | None, ...],
    public: PublicCatalogue,
    eager: bool = False,
) -> Person:
    """A volunteer's card; parts of *meta* that are None are left out."""
    return Person(
        address=urls.path_of(volunteer),
        name=volunteer.heading,
        sample=volunteer.sample,
        quote=volunteer.quote,
        meta=tuple(part for part in meta if part),
        portrait=drawings.portrait(volunteer.id, volunteer.name),
        photograph=_on_card(photographs.portrait(volunteer, public, eager)),
    )


def cohort(volunteer: Volunteer) -> str:
    """2024届"""
    return f"{volunteer.cohort}届"


def host(volunteer: Volunteer) -> str | None:
    """Where a volunteer serves, or served last."""
    if not volunteer.placements:
        return None
    place = volunteer.placements[-1]
    return place.host or f"{place.province.value}{place.county or ''}"


def host_and_post(volunteer: Volunteer) -> str | None:
    """The same, with the post: 示例县中学，教师."""
    post = volunteer.placements[-1].post if volunteer.placements else None
    where = host(volunteer)
    return f"{where}，{post}" if where and post else where


def provinces(volunteer: Volunteer) -> tuple[str, ...]:
    """Where a volunteer served, each province once."""
    return tuple(dict.fromkeys(place.province.value for place in volunteer.placements))


def college(volunteer: Volunteer, public: PublicCatalogue) -> str | None:
    """The name of a volunteer's college."""
    unit = public.get(Unit, volunteer.college)
    return (unit.short or unit.name) if unit else None


def story(item: Story, public: PublicCatalogue, eager: bool = False) -> StoryCard:
    """A story's card."""
    return StoryCard(
        address=urls.path_of(item),
        title=item.title,
        summary=item.summary,
        date=dates.day(item.date),
        machine=item.date.isoformat(),
        sample=item.sample,
        band=drawings.band(item.id),
        photograph=_on_card(photographs.cover(item, public, eager)),
    )


def _on_card(found: Photograph | None) -> Photograph | None:
    """The words beside it say who or what it shows: read aloud, they would stand twice."""
    return found._replace(alt="") if found else None


def first_seen(shown: Iterable[tuple[str, str | None]]) -> str:
    """The first of some records, by id and picture, that has a picture: it is not to wait."""
    return next((id for id, picture in shown if picture), "")


def venue(place: Venue | None) -> str:
    """A venue on one line."""
    if place is None:
        return ""
    return " ".join(part for part in (place.campus, place.room) if part) or place.address or ""


def agenda_row(found: Occurrence) -> AgendaRow:
    """A date of an event in a list."""
    event, when = found.event, found.date
    deadline = event.kind is EventKind.DEADLINE
    badges = [STATUS_BADGES[when.status]] if when.status in STATUS_BADGES else []
    if deadline:
        badges.append(DEADLINE)
    if event.online and not event.venue and when.status is not Status.ONLINE:
        badges.append(ONLINE)
    former = _former(found)
    return AgendaRow(
        address=urls.path_of(event),
        day=str(when.first_day.day),
        month_and_weekday=dates.month_and_weekday(when.first_day),
        machine=dates.machine(when.start),
        title=event.title,
        sample=event.sample,
        when=dates.span(when, deadline),
        where=venue(event.venue),
        badges=tuple(badges),
        former=former,
        left=when.first_day.isoformat() if deadline and former is None else None,
        end=dates.end(when, deadline),
    )


def closing_row(event: Event, closes: date) -> AgendaRow:
    """The end of an event's registration in a list."""
    return AgendaRow(
        address=urls.path_of(event),
        day=str(closes.day),
        month_and_weekday=dates.month_and_weekday(closes),
        machine=dates.machine(closes),
        title=f"{event.title}报名",
        sample=event.sample,
        when=f"{dates.clock(closes)}前" if isinstance(closes, datetime) else "当天截止",
        where="",
        badges=(DEADLINE,),
        left=day_of(closes).isoformat(),
        end=dates.until(closes),
    )


def note(events: Iterable[Event]) -> str:
    """What stands below a list in which all *events* are examples; else nothing."""
    samples = [event.sample for event in events]
    return "以上活动为示例。" if samples and all(samples) else ""


def moved_row(found: Occurrence, day: date) -> AgendaRow:
    """A date in the list of the *day* from which it was moved away."""
    when = found.date
    to = dates.moment(when.start)
    return AgendaRow(
        address=urls.path_of(found.event),
        day=str(day.day),
        month_and_weekday=dates.month_and_weekday(day),
        machine=day.isoformat(),
        title=found.event.title,
        sample=found.event.sample,
        when="时间待定" if when.status is Status.POSTPONED else f"改到{to}",
        where="",
        badges=(STATUS_BADGES[Status.RESCHEDULED],),
    )


def _former(found: Occurrence) -> str | None:
    """What a date was before its last change."""
    when = found.date
    if not when.previous:
        return None
    before = when.previous[-1]
    if when.status is Status.RELOCATED and before.venue:
        return f"原定{venue(before.venue)}"
    if before.start is None:
        return None
    text = dates.moment(before.start)
    same_day = isinstance(before.start, datetime) and before.start.date() == when.first_day
    if same_day and isinstance(before.start, datetime):
        text = dates.clock(before.start)
    return f"原定{text}"


def next_date(event: Event, as_of: date) -> Occurrence:
    """The date of *event* that matters most: the next one, or the last one that was."""
    ordered = sorted(event.dates, key=lambda when: (when.first_day, str(when.start)))
    held = [when for when in ordered if when.status is not Status.CANCELLED] or ordered
    ahead = [when for when in held if when.last_day >= as_of]
    return Occurrence(event, ahead[0] if ahead else held[-1])


def pager(address: str, number: int, total: int) -> Pager | None:
    """Where page *number* of *total* stands; None where there is one page only."""
    if total <= 1:
        return None
    return Pager(
        text=f"第{number}页，共{total}页",
        previous=urls.paged(address, number - 1) if number > 1 else None,
        next=urls.paged(address, number + 1) if number < total else None,
    )
