"""News of events, as readers read it: Atom by feedparser, and JSON Feed by its specification."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import feedparser
import jsonschema
import pytest

from generator.urls import ATOM, JSON_FEED
from tests.site import MOVED

PAGE = "https://xibu.example.edu.cn/events/talk/"
MAJOR = {"on": "2026-11-20", "kind": "major", "note": "换了主讲。"}
MINOR = {"on": "2026-11-22", "kind": "minor", "note": "改了错字。"}

_TEXT = {"type": "string", "minLength": 1}
_ADDRESS = {"type": "string", "pattern": "^https://"}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
_AUTHOR = {"type": "object", "properties": {"name": _TEXT}, "minProperties": 1}
JSON_FEED_1_1 = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": _TEXT,
        "home_page_url": _ADDRESS,
        "feed_url": _ADDRESS,
        "language": _TEXT,
        "authors": {"type": "array", "items": _AUTHOR},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "additionalProperties": False,
                "properties": {
                    "id": _TEXT,
                    "url": _ADDRESS,
                    "title": _TEXT,
                    "content_text": _TEXT,
                    "date_published": _MOMENT,
                    "tags": {"type": "array", "items": _TEXT},
                },
            },
        },
    },
}
"""What of https://www.jsonfeed.org/version/1.1/ the site writes, and nothing else."""


def atom(site, as_of="2026-11-24"):
    """The entries of the Atom feed, made of the records as they are now."""
    read = feedparser.parse(site.feed(ATOM, as_of))
    assert not read.bozo
    assert read.version == "atom10"
    return read.entries


def items(site, as_of="2026-11-24"):
    """The items of the JSON Feed."""
    said = json.loads(site.feed(JSON_FEED, as_of))
    jsonschema.validate(said, JSON_FEED_1_1)
    return said["items"]


def test_both_feeds_tell_the_same_news(site):
    """What, when, where; at the event's page."""
    site.add(
        "events/talk",
        title="示例宣讲会",
        dates=[{"start": "2026-12-03T19:00", "end": "2026-12-03T20:30"}],
        venue={"campus": "示例校区", "room": "示例楼101"},
        summary="一句话。",
        publish={"from": "2026-11-10"},
    )

    (entry,), (item,) = atom(site), items(site)

    assert entry.id == item["id"] == PAGE
    assert entry.link == item["url"] == PAGE
    assert entry.title == item["title"] == "示例宣讲会"
    assert entry.updated == item["date_published"] == "2026-11-10T00:00:00+08:00"
    assert [tag.term for tag in entry.tags] == item["tags"] == ["宣讲会"]
    assert entry.summary.splitlines() == item["content_text"].splitlines()
    assert item["content_text"].splitlines() == [
        "2026年12月3日 周四 19:00–20:30",
        "地点：示例校区 示例楼101",
        "一句话。",
    ]


def test_the_feeds_say_where_they_are_and_whose(site):
    """So that a reader finds them again."""
    site.add("events/talk", history=[MAJOR])
    read = feedparser.parse(site.feed(ATOM)).feed
    said = json.loads(site.feed(JSON_FEED))

    assert read.title == said["title"] == "示例网 活动"
    assert read.id == "https://xibu.example.edu.cn/events/feed.xml"
    assert {link.rel: link.href for link in read.links} == {
        "self": "https://xibu.example.edu.cn/events/feed.xml",
        "alternate": "https://xibu.example.edu.cn/events/",
    }
    assert read.updated == "2026-11-20T00:00:00+08:00"
    assert read.author == said["authors"][0]["name"] == "示例网"
    assert said["feed_url"] == "https://xibu.example.edu.cn/events/feed.json"


@pytest.mark.parametrize(
    ("fields", "title", "line"),
    [
        (
            {"dates": [MOVED]},
            "改期：示例活动",
            "时间改了：12月1日 周二 19:00→12月3日 周四 19:00",
        ),
        (
            {"dates": [{"start": "2026-12-03T19:00", "status": "cancelled"}]},
            "取消：示例活动",
            "活动取消：12月3日 周四 19:00",
        ),
        ({"history": [MAJOR]}, "示例活动", "换了主讲。"),
    ],
    ids=["moved", "cancelled", "told in its history"],
)
def test_a_change_that_matters_is_an_entry_of_its_own(site, fields, title, line):
    """With another id, so that readers show it to whoever has read the first."""
    talk = site.add("events/talk", dates=[{"start": "2026-12-01T19:00"}])
    (before,) = atom(site)
    talk.edit(**fields)
    (after,), (item,) = atom(site), items(site)

    assert before.id == PAGE
    assert after.id == item["id"] == f"{PAGE}#1"
    assert after.title == title
    assert after.summary.splitlines()[0] == line


def test_a_slip_that_was_corrected_is_no_news(site):
    """Neither another entry nor a later day."""
    talk = site.add("events/talk", history=[MAJOR])
    before = site.feed(ATOM)
    talk.edit(history=[MAJOR, MINOR])

    assert site.feed(ATOM) == before


def test_the_latest_stands_first_and_what_says_no_day_last(site):
    """The day of the build is in neither: nothing is new because a day has passed."""
    site.add("events/undated", title="undated")
    site.add("events/old", title="old", publish={"from": "2026-10-01"})
    site.add("events/new", title="new", publish={"from": "2026-10-01"}, history=[MAJOR])
    site.add("events/over", title="over", dates=[{"start": "2026-10-01"}])

    assert [item["title"] for item in items(site)] == ["new", "old", "undated"]
    assert "date_published" not in items(site)[-1]
    assert [entry.title for entry in atom(site)] == ["new", "old", "undated"]
    assert atom(site)[-1].updated == "2000-01-01T00:00:00+00:00"
    assert site.feed(ATOM, "2026-11-24") == site.feed(ATOM, "2026-11-25")


def test_a_change_of_tomorrow_is_told_tomorrow(site):
    """Its note may be written before."""
    site.add("events/talk", publish={"from": "2026-10-01"}, history=[MAJOR])

    (before,), (after,) = items(site, "2026-11-19"), items(site, "2026-11-20")

    assert before["date_published"].startswith("2026-10-01")
    assert after["date_published"].startswith("2026-11-20")
    assert "换了主讲。" not in before["content_text"]
    assert before["id"] == PAGE != after["id"]


def test_the_feeds_stay_small_however_many_events_there_are(site):
    """The thirty that were told of last."""
    for number in range(40):
        day = f"2026-10-{number % 28 + 1:02}"
        site.add(f"events/e{number:02}", title=day, publish={"from": day})

    shown = items(site)
    assert len(shown) == len(atom(site)) == 30
    assert shown[0]["title"] == "2026-10-28"


def test_what_an_editor_wrote_breaks_no_feed(site):
    """Signs that XML and JSON have for themselves."""
    title = 'A<b>&"示例"]]>'
    site.add("events/talk", title=title, summary=title)

    assert ElementTree.fromstring(site.feed(ATOM)).findtext("*//{*}title") == title
    assert items(site)[0]["title"] == title


def test_the_pages_of_events_lead_to_the_feeds(site):
    """As readers look for them; a site without an address has none."""
    site.add("events/talk")
    site.add("stories/x")
    site.build()

    def alternates(address):
        page = site.page(address)
        return [page.resolve(href) for href in page.all("//link[@rel='alternate']/@href")]

    for address in ("/events/", "/events/talk/", "/events/kind/briefing/", "/calendar/"):
        assert alternates(address) == [ATOM, JSON_FEED]
    assert alternates("/stories/x/") == []
    site.config.write_text(re.sub("site_url.*\n", "", site.config.read_text("utf-8")), "utf-8")
    site.build()
    assert alternates("/events/") == []
    assert "events/feed.xml" not in site.files


def test_the_feeds_that_were_published_stay(site):
    """Empty, when nothing is left of what they had."""
    talk = site.add("events/talk")
    site.build(production=True)
    assert ATOM in (site.content_folder / "permalinks.txt").read_text().splitlines()
    talk.withdraw("2026-11-24")
    site.build(production=True)

    assert feedparser.parse(site.files["events/feed.xml"]).entries == []


def test_who_may_not_be_named_is_in_no_feed(site):
    """Nor anybody else who speaks."""
    site.add("volunteers/a", name="王额济纳")
    site.add("events/talk", speakers=[{"volunteer": "a"}], history=[MAJOR])

    for address in (ATOM, JSON_FEED):
        assert "王额济纳" not in site.feed(address).decode()
