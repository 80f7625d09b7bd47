"""Calendars to subscribe to: of all events, of those of a kind and so on, of deadlines, of one.

An entry is a date of an event, or the day on which its registration closes. What is long past is
left out; what was cancelled stays and says so, since only so do programs that subscribed take it
out of their calendars.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import date, datetime
from urllib.parse import urlsplit

from generator import urls
from generator.catalogue import Occurrence, PublicCatalogue
from generator.feeds.calendar import Calendar, Entry, Organiser
from generator.feeds.feed import Feed
from generator.pages import cards, dates, event_choices
from generator.pages.page import Site
from generator.records.event import Event, EventDate, EventKind, Status, day_of
from generator.records.record import ChangeKind
from generator.records.unit import Unit
from generator.records.volunteer import Volunteer

SUFFIX = ".ics"
CLOSES = "+closes"
"""What the UID of the end of registration has behind the event's id."""
MAJOR = 2
"""What a major change adds to SEQUENCE: more than a cancellation, which it may take back."""

_STATUS = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}
_PREFIX = {Status.CANCELLED: "取消：", Status.POSTPONED: "延期："}
_SECTION = urls.section(Event.collection)


def write(calendar: Calendar) -> bytes:
    """The file of a calendar."""
    from generator.feeds import icalendar  # 0.05 s, which a build without a new calendar saves

    return icalendar.write(calendar)


def plan(public: PublicCatalogue, site: Site, promised: Iterable[str] = ()) -> Iterator[Feed]:
    """Every calendar; nothing without events.

    One that was *promised* stays when nothing is left of what it had: an empty one, so that what
    subscribed to it forgets what it showed.
    """
    own = {feed.address: feed for feed in _calendars(public)}
    gone = {urls.calendar_of(id) for collection, id in public.tombstones if collection == "events"}
    gone |= {address for address in promised if address.endswith(SUFFIX)}
    yield from own.values()
    for address in sorted(gone - own.keys()):
        yield Feed(address, _empty, write, (address,))


def _calendars(public: PublicCatalogue) -> Iterator[Feed]:
    events = public.all(Event)
    if not events:
        return
    yield Feed(urls.CALENDAR, everything, write)
    yield Feed(urls.DEADLINES, _deadlines, write)
    for kind in event_choices.KINDS:
        for value, _ in public.values(Event, kind):
            yield Feed(urls.calendar_by(kind, value), _chosen, write, (kind, value))
    for event in events:
        for id in (*_former_ids(event), event.id):
            address = urls.calendar_of(id)
            yield Feed(address, _of_event, write, (event.id, address))


def _former_ids(event: Event) -> Iterator[str]:
    """The ids under which the event's calendar stood."""
    for alias in event.aliases:
        if alias.startswith(_SECTION) and alias.count("/") == 3:
            yield alias.split("/")[2]


def everything(public: PublicCatalogue, site: Site) -> Calendar:
    """The calendar of all events."""
    return _calendar(site, "活动", urls.CALENDAR, _entries(public, site, "all", ""))


def _chosen(public: PublicCatalogue, site: Site, kind: str, value: str) -> Calendar:
    name = event_choices.name(public, kind, value)
    address = urls.calendar_by(kind, value)
    return _calendar(site, name, address, _entries(public, site, kind, value))


def _deadlines(public: PublicCatalogue, site: Site) -> Calendar:
    found = _entries(public, site, "all", "", {EventKind.DEADLINE})
    return _calendar(site, "截止日期", urls.DEADLINES, found)


def _of_event(public: PublicCatalogue, site: Site, id: str, address: str) -> Calendar:
    event = public.the(Event, id)
    found = [_date(Occurrence(event, when), public, site) for when in event.dates]
    closing = _closing(event, public, site)
    return _calendar(site, event.title, address, [*found, *([closing] if closing else [])])


def _empty(public: PublicCatalogue, site: Site, address: str) -> Calendar:
    return _calendar(site, "活动", address, ())


def _calendar(site: Site, name: str, address: str, entries: Iterable[Entry]) -> Calendar:
    ordered = sorted(entries, key=lambda entry: (entry.start.isoformat(), entry.uid))
    return Calendar(f"{site.name} {name}", site.timezone, site.whole(address), tuple(ordered))


def _entries(
    public: PublicCatalogue,
    site: Site,
    kind: str,
    value: str,
    kinds: Set[EventKind] = frozenset(EventKind),
) -> Iterator[Entry]:
    """The dates of the events chosen, of some *kinds*, and the days when registration closes."""
    for found in public.recent(kind, value):
        if found.event.kind in kinds:
            yield _date(found, public, site)
    for event in public.closing(kind, value):
        closing = _closing(event, public, site)
        if closing:
            yield closing


def _date(found: Occurrence, public: PublicCatalogue, site: Site) -> Entry:
    """A date as it stands. A deadline is a day; the hour stands in its title."""
    event, when = found.event, found.date
    start, end, title = when.start, when.end, _title(event)
    if event.kind is EventKind.DEADLINE:
        start, end, title = when.first_day, when.last_day, f"{title}{_hour(when.start)}"
    online = when.status is Status.ONLINE
    return Entry(
        uid=uid(f"{event.id}.{when.key}", site),
        summary=f"{_PREFIX.get(when.status, '')}{title}",
        start=start,
        end=end,
        status=_STATUS.get(when.status, "CONFIRMED"),
        sequence=_sequence(event, when),
        modified=_modified(event),
        categories=(event.kind.label,),
        location="线上" if online or not event.venue else _place(event),
        description=_description(event, when, public, site),
        address=site.whole(urls.path_of(event)),
        organiser=_organiser(event, public, site),
    )


def _closing(event: Event, public: PublicCatalogue, site: Site) -> Entry | None:
    """The last day of registration, where there is one."""
    closes = event.registration.closes if event.registration else None
    if not closes:
        return None
    cancelled = all(when.status is Status.CANCELLED for when in event.dates)
    return Entry(
        uid=uid(f"{event.id}{CLOSES}", site),
        summary=f"{'取消：' if cancelled else ''}报名截止：{_title(event)}{_hour(closes)}",
        start=day_of(closes),
        end=None,
        status="CANCELLED" if cancelled else "CONFIRMED",
        sequence=_majors(event) + cancelled,
        modified=_modified(event),
        categories=("报名截止", event.kind.label),
        location="",
        description=_description(event, None, public, site),
        address=site.whole(urls.path_of(event)),
        organiser=_organiser(event, public, site),
    )


def uid(name: str, site: Site) -> str:
    """What tells an entry from all others in the world, for ever (RFC 5545, 3.8.4.7).

    ``.`` and ``+`` stand in no id, so no two names are the same.
    """
    return f"{name}@{urlsplit(site.url).hostname or 'localhost'}"


def _title(event: Event) -> str:
    return f"{event.title}（示例）" if event.sample else event.title


def _hour(moment: date) -> str:
    return f"（{dates.clock(moment)}前）" if isinstance(moment, datetime) else ""


def _place(event: Event) -> str:
    venue = event.venue
    parts = (venue.campus, venue.room, venue.address) if venue else ()
    return " ".join(part for part in parts if part)


def _sequence(event: Event, when: EventDate) -> int:
    """How often the date was changed: moved, cancelled, or as the event's history says."""
    cancelled = when.status is Status.CANCELLED
    return len(when.previous) + cancelled + _majors(event)


def _majors(event: Event) -> int:
    return MAJOR * sum(change.kind is ChangeKind.MAJOR for change in event.history)


def _modified(event: Event) -> date | None:
    return max((change.on for change in event.history), default=None)


def _organiser(event: Event, public: PublicCatalogue, site: Site) -> Organiser | None:
    """The unit, by the mail address of an office of it, or by its page."""
    unit = public.get(Unit, event.organiser)
    if unit is None:
        return None
    mail = next((contact.email for contact in unit.contacts if contact.email), None)
    address = f"mailto:{mail}" if mail else site.whole(urls.path_of(unit))
    return Organiser(unit.short or unit.name, address) if address else None


def _description(event: Event, when: EventDate | None, public: PublicCatalogue, site: Site) -> str:
    return "\n".join(line for line in _lines(event, when, public, site) if line)


def _lines(
    event: Event, when: EventDate | None, public: PublicCatalogue, site: Site
) -> Iterator[str]:
    if when:
        yield _change(event, when)
        yield when.note or ""
    yield event.summary or ""
    names = [
        speaker.name or public.the(Volunteer, str(speaker.volunteer)).heading
        for speaker in event.speakers
    ]
    yield f"到场：{'、'.join(names)}" if names else ""
    yield f"面向：{'、'.join(event.audience)}" if event.audience else ""
    registration = event.registration
    if registration and registration.url:
        yield f"报名：{registration.url}"
    if when and registration and registration.closes:
        yield f"报名截止：{dates.moment(registration.closes)}"
    yield f"线上参加：{event.online}" if event.online else ""
    page = site.whole(urls.path_of(event))
    yield f"详情：{page}" if page else ""


def _change(event: Event, when: EventDate) -> str:
    """What became of the date, and what it was before."""
    badge = cards.STATUS_BADGES.get(when.status)
    if badge is None:
        return ""
    former = when.previous[-1] if when.previous else None
    was = [
        dates.moment(former.start) if former and former.start else "",
        cards.venue(former.venue) if former else "",
    ]
    told = " ".join(part for part in was if part)
    return f"{badge.text}，原定{told}。" if told else f"{badge.text}。"
