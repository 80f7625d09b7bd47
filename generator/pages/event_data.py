"""An event as programs read it: an Event of schema.org for each of its dates.

Source: https://schema.org/Event, https://schema.org/EventStatusType
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import dates
from generator.pages.page import Site
from generator.records.event import UNNAMED_SPEAKER, Event, EventDate, Status
from generator.records.unit import Unit
from generator.records.volunteer import Volunteer

Data = dict[str, object]

_OF = "https://schema.org/"
_STATUS = {
    Status.POSTPONED: "EventPostponed",
    Status.CANCELLED: "EventCancelled",
    Status.ONLINE: "EventMovedOnline",
}
"""A date that was moved besides is EventRescheduled; any other is EventScheduled."""


def structured(item: Event, public: PublicCatalogue, site: Site) -> Mapping[str, object]:
    """What the page of *item* says to programs."""
    shared = _shared(item, public, site)
    events = [{**shared, **_of_date(item, when, site)} for when in item.dates]
    return events[0] if len(events) == 1 else {"@graph": events}


def _shared(item: Event, public: PublicCatalogue, site: Site) -> Data:
    """What holds for every date."""
    data: Data = {
        "@type": "Event",
        "name": f"{item.title}（示例）" if item.sample else item.title,
        "inLanguage": "zh-CN",
    }
    if item.summary:
        data["description"] = item.summary
    organiser = public.get(Unit, item.organiser)
    if organiser:
        data["organizer"] = _known("Organization", organiser.name, urls.path_of(organiser), site)
    people = list(_performers(item, public, site))
    if people:
        data["performer"] = people
    return data


def _of_date(item: Event, when: EventDate, site: Site) -> Data:
    moved = [before.start for before in when.previous if before.start]
    data: Data = {"eventStatus": _status(when, bool(moved)), "startDate": _moment(when.start, site)}
    if when.end:
        data["endDate"] = _moment(when.end, site)
    if when.status is Status.POSTPONED:
        moved.append(when.start)  # the day on which it was to be
    if moved:
        data["previousStartDate"] = _moment(moved[-1], site)
    online = when.status is Status.ONLINE or (item.online and not item.venue)
    mode = "Online" if online else "Mixed" if item.online else "Offline"
    data["eventAttendanceMode"] = f"{_OF}{mode}EventAttendanceMode"
    places = list(_places(item, bool(online), site))
    if places:
        data["location"] = places[0] if len(places) == 1 else places
    page = site.whole(urls.path_of(item))
    if page:
        data["url"] = urls.part(page, when.key)
    return data


def _status(when: EventDate, moved: bool) -> str:
    return _OF + _STATUS.get(when.status, "EventRescheduled" if moved else "EventScheduled")


def _places(item: Event, online: bool, site: Site) -> Iterator[Data]:
    venue = item.venue
    if venue and not online:
        name = " ".join(part for part in (venue.campus, venue.room) if part)
        yield {
            "@type": "Place",
            "name": name or str(venue.address),
            "address": venue.address or name,
        }
    address = item.online or site.whole(urls.path_of(item))
    if (online or item.online) and address:
        yield {"@type": "VirtualLocation", "url": address}


def _performers(item: Event, public: PublicCatalogue, site: Site) -> Iterator[Data]:
    """Who speaks, as far as they are named: of volunteers, those who agreed to be."""
    for speaker in item.speakers:
        volunteer = public.get(Volunteer, speaker.volunteer)
        if volunteer and volunteer.name:
            yield _known("Person", volunteer.name, urls.path_of(volunteer), site)
        elif speaker.name and speaker.name != UNNAMED_SPEAKER:
            yield {"@type": "Person", "name": speaker.name}


def _known(kind: str, name: str, address: str, site: Site) -> Data:
    page = site.whole(address)
    return {"@type": kind, "name": name, **({"url": page} if page else {})}


def _moment(when: date, site: Site) -> str:
    """With the offset from UTC, which a day has not."""
    if isinstance(when, datetime):
        when = when.replace(tzinfo=ZoneInfo(site.timezone))
    return dates.machine(when)
