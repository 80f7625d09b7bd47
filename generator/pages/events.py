"""Events: the agenda, months as calendars, and a page each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator import urls
from generator.catalogue import Occurrence, PublicCatalogue
from generator.pages import cards, dates, road
from generator.pages.calendar import Months, YearMonth, label, neighbours, weeks
from generator.pages.components import (
    AgendaGroup,
    AgendaRow,
    Fact,
    Filter,
    FilterOption,
    Link,
    OuterLink,
    Person,
    Prose,
)
from generator.pages.page import Page, Shown, Site, own_page
from generator.pages.prose import prose
from generator.records.event import (
    Event,
    EventDate,
    EventKind,
    Former,
    Registration,
    Status,
    day_of,
)
from generator.records.policy import Policy
from generator.records.story import Story
from generator.records.unit import Unit
from generator.records.volunteer import Volunteer

TITLE = "活动"
ADDRESS = urls.section("events")
COMING = 30

Moved = Sequence[tuple[date, Occurrence]]
"""Days on which dates were to start that were moved away, with those."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A date in a calendar's cell. ``kind`` colours the bar: plain, changed, deadline."""

    address: str
    title: str
    detail: str
    """19:00, 全天, 改到3日"""
    kind: str
    struck: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a calendar."""

    label: str
    """15, or 1月1日 outside the month."""
    machine: str
    outside: bool
    weekend: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month as a grid (60em and up) and as an agenda (below); only one is read aloud."""

    heading: str
    """2026年12月"""
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    previous: Link | None
    next: Link | None
    groups: tuple[AgendaGroup, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """``articles/events.html``: what comes next, by week, with the month as a grid when wide.

    On a phone ``coming`` is shown; from 60em up the ``month`` grid.
    """

    crumbs: tuple[Link, ...]
    title: str
    coming: tuple[AgendaGroup, ...]
    month: Month | None
    months: tuple[Filter, ...]
    """Every month that has events, as links, by year."""
    note: str
    """以上活动为示例。 or nothing"""


@dataclass(frozen=True, slots=True)
class MonthPage:
    """``articles/month.html``."""

    crumbs: tuple[Link, ...]
    title: str
    month: Month
    months: tuple[Filter, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Change:
    """The banner of a changed date."""

    mark: str
    heading: str
    """时间改了"""
    former: str
    """12月1日 周二 19:00, struck through; or nothing"""
    now: str
    note: str


@dataclass(frozen=True, slots=True)
class DateView:
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


@dataclass(frozen=True, slots=True)
class EventArticle:
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
    register: OuterLink | None
    online: OuterLink | None
    body: Prose | None
    policies: tuple[Link, ...]
    people: tuple[Person, ...]
    speakers: tuple[tuple[str, str], ...]
    """Others who speak: name and title."""
    recap: Link | None
    stories: tuple[Link, ...]
    road: tuple[Link, ...] = ()
    """The steps of pathways that the event is part of."""


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The agenda, each month that has events, and a page each; nothing without events."""
    if not public.occurrences:
        return
    yield Page(ADDRESS, ADDRESS, "events.html", _agenda)
    for month in public.months:
        yield Page(urls.month(*month), ADDRESS, "month.html", _month_page, month)
    for event in public.all(Event):
        yield own_page(event, "event.html", _article)


def _agenda(public: PublicCatalogue, site: Site) -> Shown:
    coming = list(public.coming(COMING))
    current = _current(public.months, public.as_of)
    view = Agenda(
        crumbs=cards.crumbs(),
        title=TITLE,
        coming=_by_week(coming, public.as_of),
        month=_month(current, public),
        months=_filters(current, public.months, current_page=False),
        note=_note([found.event for found in coming]),
    )
    return Shown(TITLE, "宣讲会、咨询会、培训和出征仪式：什么时候，在哪里。", view)


def _current(months: Months, as_of: date) -> YearMonth:
    """The month to show: today's, or the next with events, or the last there was."""
    ahead = [month for month in months if month >= (as_of.year, as_of.month)]
    return ahead[0] if ahead else list(months)[-1]


def _by_week(coming: Sequence[Occurrence], as_of: date) -> tuple[AgendaGroup, ...]:
    """本周, 下周, and then by month; what is left of this month or the next says 稍后."""
    monday = as_of - timedelta(days=as_of.weekday())
    groups: dict[str, list[AgendaRow]] = {}
    for found in coming:
        day = max(found.date.first_day, as_of)
        week = (day - monday).days // 7
        split = (monday + timedelta(days=13)).month
        if week < 2:
            heading = ("本周", "下周")[week]
        elif day.year == as_of.year and day.month in (as_of.month, split):
            heading = f"{day.month}月稍后"
        else:
            heading = label(day.year, day.month)
        groups.setdefault(heading, []).append(cards.agenda_row(found))
    return tuple(AgendaGroup(heading, tuple(rows)) for heading, rows in groups.items())


def _month_page(public: PublicCatalogue, site: Site, year: int, number: int) -> Shown:
    title = f"{label(year, number)}的活动"
    month = public.month(year, number)
    view = MonthPage(
        crumbs=cards.crumbs((TITLE, ADDRESS)),
        title=title,
        month=_month((year, number), public),
        months=_filters((year, number), public.months, current_page=True),
        note=_note([found.event for found in month]),
    )
    return Shown(title, f"{title}：{len(month)}场。", view)


def _month(month: YearMonth, public: PublicCatalogue) -> Month:
    before, after = neighbours(month, public.months)
    moved = public.moved(*month)
    rows = [(found.date.first_day, cards.agenda_row(found)) for found in public.month(*month)]
    rows += [(day, cards.moved_row(found, day)) for day, found in moved]
    rows.sort(key=lambda row: row[0])
    return Month(
        heading=label(*month),
        weekdays=dates.WEEKDAYS,
        weeks=tuple(
            tuple(_cell(day, month, moved, public) for day in week) for week in weeks(*month)
        ),
        previous=Link(f"{before[1]}月", urls.month(*before)) if before else None,
        next=Link(f"{after[1]}月", urls.month(*after)) if after else None,
        groups=(AgendaGroup(label(*month), tuple(row for _, row in rows)),),
    )


def _cell(day: date, month: YearMonth, moved: Moved, public: PublicCatalogue) -> Cell:
    outside = (day.year, day.month) != month
    return Cell(
        label=dates.short_day(day) if outside else str(day.day),
        machine=day.isoformat(),
        outside=outside,
        weekend=day.weekday() > 4,
        entries=() if outside else tuple(_entries(day, moved, public)),
    )


def _entries(day: date, moved: Moved, public: PublicCatalogue) -> Iterator[Entry]:
    """What is on that day, and what was to be before it was moved away."""
    for found in public.on(day):
        yield _entry(found)
    for found in (found for left, found in moved if left == day):
        to = dates.short_day(found.date.first_day)
        detail = "时间待定" if found.date.status is Status.POSTPONED else f"改到{to}"
        yield Entry(urls.path_of(found.event), found.event.title, detail, "changed", True)


def _entry(found: Occurrence) -> Entry:
    event, when = found.event, found.date
    deadline = event.kind is EventKind.DEADLINE
    cancelled = when.status in (Status.CANCELLED, Status.POSTPONED)
    detail = cards.STATUS_BADGES[when.status].text if cancelled else dates.span(when, deadline)
    online = bool(event.online) or when.status is Status.ONLINE
    changed = when.status not in (Status.SCHEDULED, Status.ONLINE)
    return Entry(
        address=urls.path_of(event),
        title=event.title,
        detail=f"{detail.split('–')[0]} 线上" if online and not cancelled else detail.split("–")[0],
        kind="deadline" if deadline else "changed" if changed else "plain",
        struck=cancelled,
    )


def _filters(current: YearMonth, months: Months, current_page: bool) -> tuple[Filter, ...]:
    """The months of the current one's year, and a way to each other year."""
    year = current[0]

    def option(text: str, month: YearMonth) -> FilterOption:
        here = current_page and month == current
        return FilterOption(text, months[month], urls.month(*month), here)

    own = [option(f"{month[1]}月", month) for month in months if month[0] == year]
    latest: Mapping[int, YearMonth] = {month[0]: month for month in reversed(list(months))}
    others = [
        FilterOption(f"{other}年", None, urls.month(*latest[other]), False)
        for other in sorted(latest)
        if other != year
    ]
    rows = [Filter(f"{year}年", tuple(own))]
    return (*rows, Filter("年份", tuple(others))) if others else tuple(rows)


def _note(events: Sequence[Event]) -> str:
    return "以上活动为示例。" if events and all(event.sample for event in events) else ""


def _article(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Event, id)
    lead = cards.next_date(item, public.as_of).date
    ordered = sorted(item.dates, key=lambda when: (when.first_day, str(when.start)))
    people = [who for speaker in item.speakers if (who := public.get(Volunteer, speaker.volunteer))]
    open_now = lead.last_day >= public.as_of and lead.status is not Status.CANCELLED
    registration = item.registration
    view = EventArticle(
        crumbs=cards.crumbs((TITLE, ADDRESS)),
        changes=tuple(
            change
            for when in ordered
            if when.last_day >= public.as_of and (change := _change(item, when))
        ),
        lead_date=_date(lead, item, public.as_of),
        dates=tuple(_date(when, item, public.as_of) for when in ordered)
        if len(ordered) > 1
        else (),
        title=item.title,
        sample=item.sample,
        kind=item.kind.label,
        summary=item.summary,
        facts=tuple(_facts(item, public)),
        register=(
            OuterLink("报名", registration.url)
            if open_now and registration and registration.url and _is_open(item, public.as_of)
            else None
        ),
        online=OuterLink("线上参加", item.online) if open_now and item.online else None,
        body=prose(item.body, item, public),
        policies=tuple(cards.link(policy) for policy in public.each(Policy, item.policies)),
        people=tuple(cards.person(who, (cards.cohort(who), cards.host(who))) for who in people),
        speakers=tuple(
            (speaker.name, speaker.title or "") for speaker in item.speakers if speaker.name
        ),
        recap=cards.link(recap) if (recap := public.get(Story, item.recap)) else None,
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
    )


def _is_open(item: Event, as_of: date) -> bool:
    """Whether one can register on the day *as_of*."""
    registration = item.registration or Registration()
    opened = registration.opens is None or day_of(registration.opens) <= as_of
    return opened and (registration.closes is None or day_of(registration.closes) >= as_of)


def _date(when: EventDate, item: Event, as_of: date) -> DateView:
    badge = cards.STATUS_BADGES.get(when.status)
    return DateView(
        anchor=when.key,
        day=str(when.first_day.day),
        month_and_weekday=dates.month_and_weekday(when.first_day),
        year=f"{when.first_day.year}年",
        when=dates.span(when, item.kind is EventKind.DEADLINE),
        machine=dates.machine(when.start),
        badge=badge.text if badge else "",
        note=when.note or "",
        past=when.last_day < as_of,
    )


_HEADINGS = {
    Status.RESCHEDULED: ("↻", "时间改了"),
    Status.RELOCATED: ("⌂", "地点改了"),
    Status.POSTPONED: ("⋯", "延期，时间待定"),
    Status.CANCELLED: ("×", "活动取消"),
    Status.ONLINE: ("", "改为线上"),
}


def _change(item: Event, when: EventDate) -> Change | None:
    """The banner of a date that is not as it was announced."""
    if when.status not in _HEADINGS:
        return None
    mark, heading = _HEADINGS[when.status]
    before = when.previous[-1] if when.previous else Former()
    note = when.note or ""
    if when.status is Status.RESCHEDULED:
        former = dates.moment(before.start) if before.start else ""
        now = dates.moment(when.start)
        note = note or ("" if before.venue else "地点不变。")
    elif when.status is Status.RELOCATED:
        former, now = cards.venue(before.venue), cards.venue(item.venue)
        note = note or "时间不变。"
    elif when.status is Status.ONLINE:
        former, now = cards.venue(before.venue or item.venue), "线上"
    else:
        former, now = dates.moment(when.start), ""
    return Change(mark, heading, former, now, note)


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
