"""An event of a calendar as a record has it: one from elsewhere, or one that our own calendar had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import blake2b
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar

from generator.importing import texts
from generator.importing.calendar_file import CalendarFile, Component, categories, text, value
from generator.importing.left_out import MEETING, left_out
from generator.importing.occurrences import REACH, Dates, Held, Unreadable, dates
from generator.pages.page import Site
from generator.personal_data import Known, find
from generator.problems import Problem, Severity
from generator.records.event import EventDate, EventKind, Former, Status, day_of
from generator.records.fields import is_id, written

_OWN = re.compile(
    r"(?P<id>[a-z0-9-]+)(?:\.(?P<key>[a-z0-9-]+)|(?P<closes>\+closes))@(?P<host>[^@]+)\Z"
)
_OWN_TITLE = re.compile(
    r"(?:取消：|延期：)?(?:报名截止：)?(?P<title>.*?)(?P<sample>（示例）)?(?:（(?P<hour>\d\d:\d\d)前）)?\Z"
)
"""How our own calendars write a title: :mod:`generator.feeds.calendars`."""
_OWN_STATUS = {"CANCELLED": Status.CANCELLED, "TENTATIVE": Status.POSTPONED}

_LONGEST_UID = 200


@dataclass(frozen=True, slots=True)
class Foreign:
    """An event of a calendar. ``fields`` are the record's, as editors write them, but dates."""

    line: int
    uid: str
    """What the record keeps to tell it by; nothing for what our own calendar had."""
    own: str
    """The id of the record that our own calendar had it from; nothing for what is from elsewhere."""
    fields: Mapping[str, object]
    dates: tuple[EventDate, ...]
    recurring: bool = False
    taken_out: frozenset[date] = frozenset()
    left_out: tuple[tuple[str, str], ...] = ()
    """What no record has a place for, in Chinese and in English."""
    warnings: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.fields["title"])


@dataclass(slots=True)
class _Finding:
    file: CalendarFile
    site: Site
    units: Mapping[str, str]
    """The ids of units, by their names."""
    zone: ZoneInfo
    problems: list[Problem] = field(default_factory=list)


def found(
    file: CalendarFile, site: Site, units: Mapping[str, str]
) -> tuple[tuple[Foreign, ...], tuple[Problem, ...]]:
    """The events in *file*, in its order, and a problem for each that cannot be one."""
    finding = _Finding(file, site, units, ZoneInfo(site.timezone))
    groups: dict[tuple[str, str], list[Component]] = {}
    kept: dict[tuple[str, str], Component] = {}
    for part in sorted(file.events, key=lambda part: -_revision(part.event)):
        kept.setdefault(_told_by(part, site), part)
    for part in file.events:
        first = kept[_told_by(part, site)]
        if first is not part:
            told = {"other": first.line, "name": texts.line(text(part.event, "SUMMARY"))}
            finding.problems.append(Problem(file.shown, "calendar-twice", (), part.line, 1, told))
            continue
        own = _own(part, site)
        key = ("own", own["id"]) if own else ("uid", _uid(part.event, Known(site.student_number)))
        groups.setdefault(key, []).append(part)
    events = []
    for (kind, name), parts in groups.items():
        try:
            make = _ours if kind == "own" else _theirs
            events.append(make(finding, name, parts))
        except Unreadable as why:
            at = next((part.lines[why.at] for part in parts if why.at in part.lines), 0)
            line = at or parts[0].line
            finding.problems.append(
                Problem(file.shown, why.code, (), line, 1, dict(why.particulars))
            )
    return tuple(events), tuple(finding.problems)


def _own(part: Component, site: Site) -> re.Match[str] | None:
    """The names in the UID of an entry that our own calendars had."""
    match = _OWN.match(text(part.event, "UID"))
    host = urlsplit(site.url).hostname or "localhost"
    return match if match and match["host"] == host and is_id(match["id"]) else None


def _told_by(part: Component, site: Site) -> tuple[str, str]:
    """What no two components share: a UID, and of which date of its series this is (3.8.4.4)."""
    said = value(part.event, "RECURRENCE-ID")
    return _uid(part.event, Known(site.student_number)), str(getattr(said, "dt", said))


def _revision(event: icalendar.Event) -> int:
    """How often the event was changed, as it says itself (RFC 5545, 3.8.7.4)."""
    told = text(event, "SEQUENCE")
    return int(told) if told.isdecimal() else 0


def _uid(event: icalendar.Event, known: Known) -> str:
    """What tells *event* from others; made of what it says where it has no UID.

    It is kept as it is, unless it seems to give somebody away.
    """
    uid = texts.line(text(event, "UID"))
    if uid and len(uid) <= _LONGEST_UID and not any(find(uid, known)):
        return uid
    told = uid or f"{text(event, 'SUMMARY')}\0{text(event, 'DTSTART')}"
    return f"digest-{blake2b(told.encode(), digest_size=12).hexdigest()}"


def _theirs(finding: _Finding, uid: str, parts: Sequence[Component]) -> Foreign:
    main = next((part for part in parts if "RECURRENCE-ID" not in part.event), parts[0])
    event = main.event
    title = texts.line(text(event, "SUMMARY"))
    if not title:
        raise Unreadable("calendar-no-title")
    when = dates(parts, finding.site.as_of, finding.zone)
    if not when.held:
        raise Unreadable("calendar-no-dates", name=title)
    meeting = next((text(event, name) for name in MEETING if name in event), "")
    location = texts.line(text(event, "LOCATION"))
    online = next(filter(texts.is_address, (meeting, location)), "")
    body = texts.markdown(text(event, "DESCRIPTION"))
    is_private = text(event, "CLASS").upper() in ("PRIVATE", "CONFIDENTIAL")
    organiser = finding.units.get(_organiser(event), "")
    fields: dict[str, object] = {
        "title": title,
        "kind": _kind(title, categories(event)).value,
        "venue": {"room": location} if location and location != online else None,
        "online": online,
        "organiser": organiser,
        "body": body,
        "uid": uid,
        "publish": {"state": "draft"} if is_private else None,
    }
    return Foreign(
        main.line,
        uid,
        "",
        {key: value for key, value in fields.items() if value},
        _dates(when, event, called_off=finding.file.called_off),
        when.recurring,
        when.taken_out,
        left_out(parts, bool(organiser), online),
        tuple(_warnings(finding, main, parts, when, is_private)),
    )


def _ours(finding: _Finding, id: str, parts: Sequence[Component]) -> Foreign:
    """What our own calendars had of the event *id*: each of its dates is an entry."""
    fields: dict[str, object] = {}
    held: list[EventDate] = []
    for part in parts:
        named = _own(part, finding.site)
        assert named
        title = _OWN_TITLE.match(texts.line(text(part.event, "SUMMARY")))
        assert title  # it matches anything
        if not title["title"]:
            raise Unreadable("calendar-no-title")
        for one in dates([part], finding.site.as_of, finding.zone).held:
            start, end = _at_hour(one, title["hour"])
            if named["closes"]:
                fields["registration"] = {"closes": written(start)}
                continue
            status = _OWN_STATUS.get(text(part.event, "STATUS").upper(), Status.SCHEDULED)
            key = None if named["key"] == day_of(start).isoformat() else named["key"]
            held.append(EventDate(id=key, start=start, end=end, status=status))
            fields |= {
                "title": title["title"],
                "kind": _kind("", categories(part.event)).value,
                "sample": "true" if title["sample"] else None,
            }
    if not held:
        raise Unreadable("calendar-no-dates", name=id)
    ordered = {
        key: fields[key] for key in ("title", "kind", "registration", "sample") if fields.get(key)
    }
    return Foreign(parts[0].line, "", id, ordered, tuple(held))


def _at_hour(one: Held, hour: str | None) -> tuple[date, date | None]:
    """An entry of our own: of a deadline the day is the entry's, the hour stands in its title."""
    if hour and not isinstance(one.start, datetime):
        return datetime.fromisoformat(f"{one.start}T{hour}"), None
    return one.start, one.end


def _dates(when: Dates, main: icalendar.Event, *, called_off: bool) -> tuple[EventDate, ...]:
    """The dates, each told by the day for which it was planned."""
    taken: set[str] = set()
    made = []
    for one in sorted(when.held, key=lambda one: written(one.planned)):
        day = day_of(one.planned).isoformat()
        id = None
        if day in taken:
            hour = one.planned.strftime("%H%M")
            id = next(
                name
                for number in range(1, 1000)
                if (name := f"{day}-{hour}{f'-{number}' if number > 1 else ''}") not in taken
            )
        taken.add(id or day)
        made.append(_date(one, main, id, called_off=called_off))
    return tuple(sorted(made, key=lambda one: written(one.start)))


def _date(one: Held, main: icalendar.Event, id: str | None, *, called_off: bool) -> EventDate:
    state = text(one.event, "STATUS").upper()
    moved = one.is_exception and one.planned != one.start
    status = Status.RESCHEDULED if moved else Status.SCHEDULED
    if state == "CANCELLED" or called_off:
        status = Status.CANCELLED
    notes = ["时间暂定"] if state == "TENTATIVE" else []
    if one.is_exception:
        for name, label in (("SUMMARY", ""), ("LOCATION", "地点：")):
            own = texts.line(text(one.event, name))
            if own and own != texts.line(text(main, name)):
                notes.append(f"{label}{own}")
    return EventDate(
        id=id,
        start=one.start,
        end=one.end,
        status=status,
        previous=(Former(start=one.planned),) if moved else (),
        note="；".join(notes) or None,
    )


def _kind(title: str, categories: Iterable[str]) -> EventKind:
    """The kind that the event's categories or its title name: 西部计划宣讲会 is a briefing."""
    for words in (*categories, title):
        for kind in sorted(EventKind, key=lambda kind: -len(kind.label)):
            if kind.label in words:
                return kind
    return EventKind.OTHER


def _organiser(event: icalendar.Event) -> str:
    organiser = value(event, "ORGANIZER")
    return str(getattr(organiser, "params", {}).get("CN", "")).strip()


def _warnings(
    finding: _Finding, main: Component, parts: Sequence[Component], when: Dates, is_private: bool
) -> Iterator[Problem]:
    def warning(code: str, name: str, **told: object) -> Problem:
        return Problem(
            finding.file.shown, code, (), main.at(name), 1, told, severity=Severity.WARNING
        )

    if when.endless:
        until = finding.site.as_of + REACH
        yield warning("calendar-endless", "RRULE", count=len(when.held), until=until)
    for zone in sorted({zone for part in parts if (zone := _unknown_zone(part.event))}):
        told = {"zone": zone, "here": finding.site.timezone}
        yield warning("calendar-zone", "DTSTART", **told)
    if is_private:
        yield warning("calendar-private", "CLASS")


def _unknown_zone(event: icalendar.Event) -> str:
    """The name of a time zone that nobody knows, so that its times have none."""
    start = value(event, "DTSTART")
    floats = isinstance(start.dt, datetime) and start.dt.tzinfo is None
    return str(start.params.get("TZID", "")) if floats else ""
