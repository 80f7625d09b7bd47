"""What an event's page says to programs, as JSON-LD: schema.org's Event."""

from __future__ import annotations

import json

import pytest

from tests.site import MOVED

PAGE = "https://xibu.example.edu.cn/events/talk/"


def events(site, id="talk"):
    """The events that a page tells of."""
    (script,) = site.page(f"/events/{id}/").all("//script[@type='application/ld+json']")
    data = json.loads(script.text)
    assert data["@context"] == "https://schema.org"
    return data.get("@graph", [data])


def test_a_date_says_when_where_by_whom_and_who_speaks(site):
    """With the offset of the university's clock."""
    site.add("units/office", name="示例项目管理办公室", short="示例办", role="project-office")
    site.add("volunteers/a", name="志愿者甲")
    site.add(
        "events/talk",
        title="示例宣讲会",
        summary="一句话。",
        dates=[{"start": "2026-12-03T19:00", "end": "2026-12-03T20:30"}],
        venue={"campus": "示例校区", "room": "示例楼101"},
        organiser="office",
        speakers=[{"volunteer": "a"}, {"name": "示例教师"}],
    )
    site.build()

    assert events(site) == [
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": "示例宣讲会",
            "inLanguage": "zh-CN",
            "description": "一句话。",
            "organizer": {
                "@type": "Organization",
                "name": "示例项目管理办公室",
                "url": "https://xibu.example.edu.cn/units/office/",
            },
            "performer": [
                {
                    "@type": "Person",
                    "name": "志愿者甲",
                    "url": "https://xibu.example.edu.cn/volunteers/a/",
                },
                {"@type": "Person", "name": "示例教师"},
            ],
            "eventStatus": "https://schema.org/EventScheduled",
            "startDate": "2026-12-03T19:00+08:00",
            "endDate": "2026-12-03T20:30+08:00",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": {
                "@type": "Place",
                "name": "示例校区 示例楼101",
                "address": "示例校区 示例楼101",
            },
            "url": f"{PAGE}#2026-12-03",
        }
    ]


@pytest.mark.parametrize(
    ("date", "status", "before"),
    [
        ({"start": "2026-12-03"}, "EventScheduled", None),
        (MOVED, "EventRescheduled", "2026-12-01T19:00+08:00"),
        (
            {"start": "2026-12-03T19:00", "status": "postponed"},
            "EventPostponed",
            "2026-12-03T19:00+08:00",
        ),
        ({"start": "2026-12-03", "status": "cancelled"}, "EventCancelled", None),
        ({"start": "2026-12-03", "status": "online"}, "EventMovedOnline", None),
        (
            {"start": "2026-12-03", "status": "relocated", "previous": [{"venue": {"room": "一"}}]},
            "EventScheduled",
            None,
        ),
    ],
    ids=["scheduled", "rescheduled", "postponed", "cancelled", "online", "relocated"],
)
def test_what_became_of_a_date_is_told_in_schema_orgs_words(site, date, status, before):
    """And when it was to be before."""
    site.add("events/talk", dates=[date], venue={"room": "示例楼101"})
    site.build()

    (event,) = events(site)
    assert event["eventStatus"] == f"https://schema.org/{status}"
    assert event.get("previousStartDate") == before


@pytest.mark.parametrize(
    ("fields", "mode", "places"),
    [
        ({"venue": {"room": "示例楼101"}}, "Offline", ["Place"]),
        ({"online": "https://example.com/live"}, "Online", ["VirtualLocation"]),
        (
            {"venue": {"room": "示例楼101"}, "online": "https://example.com/live"},
            "Mixed",
            ["Place", "VirtualLocation"],
        ),
        ({}, "Offline", []),
    ],
    ids=["here", "online", "both", "not told"],
)
def test_whether_one_goes_there_or_looks_on_is_told(site, fields, mode, places):
    """Where both can be done, both places stand."""
    site.add("events/talk", **fields)
    site.build()

    (event,) = events(site)
    location = event.get("location", [])
    found = location if isinstance(location, list) else [location]
    assert event["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert [place["@type"] for place in found] == places


def test_each_date_is_an_event_of_its_own(site):
    """At its part of the page."""
    site.add("events/talk", dates=[{"start": "2026-12-03"}, {"start": "2026-12-10"}])
    page = site.build().page("/events/talk/")

    found = events(site)
    assert [event["startDate"] for event in found] == ["2026-12-03", "2026-12-10"]
    for event in found:
        assert page.all(f"//*[@id='{event['url'].removeprefix(f'{PAGE}#')}']")


def test_who_may_not_be_named_performs_nowhere(site):
    """Not even as somebody without a name."""
    consent = {"granted": "2024-09-01", "covers": ["study"]}
    site.add("volunteers/a", name="王额济纳", consent=consent)
    site.add("events/talk", speakers=[{"volunteer": "a"}])
    site.build()

    (event,) = events(site)
    assert "performer" not in event
    assert site.files_containing("王额济纳") == []


def test_text_of_an_editor_ends_no_script(site):
    """A title may hold what looks like HTML."""
    site.add("events/talk", title="</script><b>示例")
    site.build()

    (event,) = events(site)
    assert event["name"] == "</script><b>示例"
