"""Calendars as programs that subscribe to them read them: by ical.js, which did not write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import yaml

from generator import urls
from generator.urls import CALENDAR, DEADLINES
from tests.site import ROOT

SHANGHAI = ZoneInfo("Asia/Shanghai")


def calendar(site, address=CALENDAR):
    """The bytes of a calendar, made of the records as they are now; no page is."""
    return site.feed(address)


def built(site, address=CALENDAR):
    """The bytes of a calendar that was built."""
    return (site.folder / urls.file(address)).read_bytes()


def entries(read):
    """The entries of a calendar that was read, by what their UIDs begin with."""
    return {entry["uid"].partition("@")[0]: entry for entry in read["entries"]}


@pytest.fixture(scope="module")
def example(example_site, parse):
    """Every calendar of the example site, read."""
    named = [name for name in example_site.files if name.endswith(".ics")]
    return dict(zip(named, parse(*(example_site.files[name] for name in named)), strict=True))


def test_every_date_of_the_records_is_in_the_calendar_at_its_instant(example):
    """In Asia/Shanghai, by the calendar's own VTIMEZONE."""
    read = entries(example["calendar/all.ics"])
    dates = 0
    for path in (ROOT / "content/events").glob("*.yml"):
        record = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for when in record["dates"]:
            first = when.get("previous", [{}])[0].get("start", when["start"])
            entry, dates = read[f"{path.stem}.{first[:10]}"], dates + 1
            if "T" in when["start"] and record["kind"] != "deadline":
                start = datetime.fromisoformat(when["start"]).replace(tzinfo=SHANGHAI)
                assert datetime.fromisoformat(entry["start"]["instant"]) == start
                assert entry["start"]["zone"] == "Asia/Shanghai"
            else:
                assert entry["start"] == {"day": when["start"][:10]}
    assert dates > 10


def test_a_reader_in_another_time_zone_sees_their_own_clock(example_site, parse):
    """19:00 in Qingdao is noon in Berlin, in winter, and 13:00 in summer."""
    (winter,) = parse(built(example_site), zone="Europe/Berlin")

    assert entries(winter)["briefing-2026-11.2026-11-26"]["start"]["local"] == "2026-11-26 12:00"
    assert entries(winter)["briefing-2026-09.2026-09-22"]["start"]["local"] == "2026-09-22 13:00"


def test_there_is_a_calendar_for_each_choice_and_one_for_each_event(example):
    """With the events of that choice only."""
    lectures = entries(example["calendar/kinds/lecture.ics"])
    college = entries(example["calendar/colleges/sample-college-2.ics"])
    audience = entries(example["calendar/audiences/全校师生.ics"])
    campus = entries(example["calendar/campuses/示例校区.ics"])

    assert list(lectures) == ["lecture-2027-01.2027-01-08"]
    assert {name.partition(".")[0] for name in college} == {"symposium-2026-10", "lecture-2027-01"}
    assert {name.partition(".")[0] for name in audience} == {"forum-2026-12", "send-off-2027"}
    assert "exchange-2026-12.2026-12-09" not in campus  # online
    assert len(campus) > 5
    one = entries(example["events/symposium-2026-10.ics"])
    assert list(one) == ["symposium-2026-10.2026-10-15", "symposium-2026-10.2026-10-22"]


def test_each_calendar_says_what_it_is_and_where_it_comes_from(example):
    """RFC 7986, and what programs knew before it."""
    for name, read in example.items():
        assert read["name"] == read["x-wr-calname"]
        assert read["name"].startswith("西部计划 ")
        assert read["source"] == f"https://xibu.example.edu.cn{urls.href(f'/{name}')}"
        assert read["refresh-interval"] == "PT12H"
        assert read["color"].isalpha()
        assert read["zones"] == ["Asia/Shanghai"]
    assert example["calendar/deadlines.ics"]["name"] == "西部计划 截止日期"
    assert example["calendar/kinds/lecture.ics"]["name"] == "西部计划 主题报告"


def test_an_entry_says_what_the_record_says(site, parse):
    """Where, what for, by whom, how to register; never a position on the globe."""
    site.add(
        "units/office",
        name="示例项目办公室",
        short="示例办",
        role="project-office",
        contacts=[{"label": "办公邮箱", "email": "office@example.edu.cn"}],
    )
    site.add("volunteers/a", name="志愿者甲")
    site.add(
        "events/talk",
        title="宣讲；问答, 都有",
        dates=[{"start": "2026-12-03T19:00", "end": "2026-12-03T20:30"}],
        venue={"campus": "示例校区", "room": "示例楼101"},
        organiser="office",
        audience=["全校学生"],
        speakers=[{"volunteer": "a"}, {"name": "示例教师", "title": "示例学院"}],
        registration={"url": "https://example.edu.cn/r", "closes": "2026-12-02T18:00"},
        summary="一句话。",
        history=[{"on": "2026-11-20", "kind": "minor", "note": "改了错字"}],
    )
    (read,) = parse(calendar(site))
    talk, closes = entries(read)["talk.2026-12-03"], entries(read)["talk+closes"]

    assert talk["summary"] == "宣讲；问答, 都有"
    assert talk["location"] == "示例校区 示例楼101"
    assert talk["categories"] == ["宣讲会"]
    assert talk["organizer"] == "mailto:office@example.edu.cn"
    assert talk["url"] == "https://xibu.example.edu.cn/events/talk/"
    assert talk["end"]["local"] == "2026-12-03 20:30"
    assert talk["alarm"] == "-P1D"
    assert talk["description"].splitlines() == [
        "一句话。",
        "到场：志愿者甲、示例教师",
        "面向：全校学生",
        "报名：https://example.edu.cn/r",
        "报名截止：12月2日 周三 18:00",
        "详情：https://xibu.example.edu.cn/events/talk/",
    ]
    assert talk["modified"] == talk["stamp"] == "2026-11-19T16:00:00Z"  # midnight in Shanghai
    assert closes["summary"] == "报名截止：宣讲；问答, 都有（18:00前）"
    assert closes["start"] == {"day": "2026-12-02"}
    assert "geo" not in talk["properties"]


def test_who_may_not_be_named_is_in_no_calendar(site):
    """Nor in a line that is folded within the name."""
    site.add(
        "volunteers/a", name="王额济纳", consent={"granted": "2024-09-01", "covers": ["study"]}
    )
    site.add("events/talk", speakers=[{"volunteer": "a"}])
    site.build()

    assert site.files_containing("王额济纳") == []
    assert "优秀志愿者" in built(site).replace(b"\r\n ", b"").decode()


def test_a_day_without_hours_is_a_day_and_its_end_the_day_after(site, parse):
    """RFC 5545 excludes the end; records include it. Nine in the morning reminds of it."""
    site.add("events/one", dates=[{"start": "2026-12-05"}])
    site.add("events/five", dates=[{"start": "2027-07-12", "end": "2027-07-16"}])
    site.add("events/due", kind="deadline", dates=[{"start": "2026-12-15T18:00"}])
    (read,) = parse(calendar(site))
    found = entries(read)

    days = [(found[key]["start"]["day"], found[key]["end"]["day"]) for key in found]
    assert days == [
        ("2026-12-05", "2026-12-06"),
        ("2026-12-15", "2026-12-16"),
        ("2027-07-12", "2027-07-17"),
    ]
    assert found["due.2026-12-15"]["summary"] == "示例活动（18:00前）"
    assert found["one.2026-12-05"]["alarm"] == "-PT15H"


def test_deadlines_are_a_calendar_of_their_own(site, parse):
    """What has to be done by a day: events of that kind, and the end of registration."""
    site.add("events/due", kind="deadline", dates=[{"start": "2026-12-15"}])
    site.add("events/talk", registration={"closes": "2026-12-01"})
    (deadlines, everything) = parse(calendar(site, DEADLINES), calendar(site))

    assert list(entries(deadlines)) == ["talk+closes", "due.2026-12-15"]
    assert list(entries(everything)) == ["talk+closes", "talk.2026-12-03", "due.2026-12-15"]


def test_a_date_that_is_moved_and_then_cancelled_stays_one_entry(site, parse):
    """Over three builds: the same UID, a SEQUENCE that rises, and the status as it is."""
    talk = site.add("events/talk", dates=[{"start": "2026-12-03T19:00"}])
    first = calendar(site)
    moved = {
        "start": "2026-12-08T15:00",
        "status": "rescheduled",
        "previous": [{"start": "2026-12-03T19:00"}],
    }
    talk.edit(dates=[moved])
    second = calendar(site)
    talk.edit(dates=[{**moved, "status": "cancelled"}])
    third = calendar(site)

    found = [read["entries"] for read in parse(first, second, third)]
    assert [len(entries) for entries in found] == [1, 1, 1]
    seen = [(e["uid"], e["sequence"], e["status"], e["start"]["local"]) for (e,) in found]
    uid = "talk.2026-12-03@xibu.example.edu.cn"
    assert seen == [
        (uid, 0, "CONFIRMED", "2026-12-03 19:00"),
        (uid, 1, "CONFIRMED", "2026-12-08 15:00"),
        (uid, 2, "CANCELLED", "2026-12-08 15:00"),
    ]
    assert "原定12月3日 周四 19:00" in found[1][0]["description"]
    assert found[2][0]["summary"] == "取消：示例活动"
    assert found[2][0]["alarm"] is None


def test_a_major_change_in_the_history_raises_the_sequence(site, parse):
    """So that programs show the new version; a corrected slip only says when it was."""
    talk = site.add("events/talk")
    minor = {"on": "2026-11-20", "kind": "minor", "note": "改了错字"}
    major = {"on": "2026-11-22", "kind": "major", "note": "换了主讲"}
    found = []
    for history in ([], [minor], [minor, major]):
        talk.edit(history=history)
        (read,) = parse(calendar(site))
        found.append((read["entries"][0]["sequence"], read["entries"][0]["modified"]))

    assert found == [(0, None), (0, "2026-11-19T16:00:00Z"), (2, "2026-11-21T16:00:00Z")]


def test_calendars_reach_back_24_months_and_no_further(site, parse):
    """From the first of the month on. An event's own calendar keeps all of its dates."""
    site.add("events/old", dates=[{"start": "2024-10-31"}])
    site.add("events/kept", dates=[{"start": "2024-11-01"}], registration={"closes": "2024-10-20"})
    everything, own = parse(calendar(site), calendar(site, urls.calendar_of("old")))

    assert list(entries(everything)) == ["kept.2024-11-01"]
    assert list(entries(own)) == ["old.2024-10-31"]


def test_lines_are_of_75_octets_and_break_between_characters(site, example_site):
    """RFC 5545, 3.1: each ends with CRLF."""
    long = "额济纳旗的𠮷田同学讲，路上要走三天。" * 9
    site.add("events/long", title=long, summary=long)
    for data in (calendar(site), built(example_site)):
        lines = data.split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75
        assert b"\n" not in b"".join(lines)
        for line in lines:
            line.decode()
    assert f"SUMMARY:{long}".encode() in calendar(site).replace(b"\r\n ", b"")


def test_a_calendar_that_was_published_stays_when_nothing_is_left_of_it(site, parse):
    """Empty, so that what subscribed to it forgets; but what never was published has none."""
    talk = site.add("events/talk", audience=["全校学生"])
    site.add("events/other")
    site.build(production=True)
    of_students, own = urls.calendar_by("audience", "全校学生"), urls.calendar_of("talk")
    talk.edit(audience=None)
    talk.withdraw("2026-11-24")
    site.build(production=True)

    for read in parse(built(site, of_students), built(site, own)):
        assert read["entries"] == []
        assert read["zones"] == ["Asia/Shanghai"]
    assert not (site.folder / "calendar/audiences/全校.ics").exists()


def test_an_event_that_was_renamed_keeps_its_calendar_at_the_old_address(site):
    """As its page does."""
    site.add("events/new", aliases=["/events/old/"])

    assert b"UID:new.2026-12-03" in calendar(site, urls.calendar_of("old")).replace(b"\r\n ", b"")


def test_calendars_do_without_an_address_of_the_site(site, parse):
    """A site that has none yet: no links, and all else."""
    site.config.write_text(re.sub("site_url.*\n", "", site.config.read_text("utf-8")), "utf-8")
    site.add("events/talk", organiser="one")
    site.add("units/one")
    (read,) = parse(calendar(site))

    assert "source" not in read
    assert read["entries"][0]["uid"] == "talk.2026-12-03@localhost"
    assert read["entries"][0]["url"] is read["entries"][0]["organizer"] is None


def test_an_edit_makes_only_the_calendars_anew_that_have_the_event(site):
    """Among thousands the others keep their time, so that a mirror uploads nothing."""
    talk = site.add("events/talk", audience=["全校学生"])
    site.add("events/other", kind="forum", audience=["全校教师"])
    before = _times(site.build())
    talk.edit(title="改了的名称")
    after = _times(site.build())

    assert {name for name in after if after[name] != before[name]} == {
        "calendar/all.ics",
        "calendar/audiences/全校学生.ics",
        "calendar/kinds/briefing.ics",
        "events/talk.ics",
    }


def _times(site):
    return {
        path.relative_to(site.folder).as_posix(): path.stat().st_mtime_ns
        for path in site.folder.rglob("*.ics")
    }


def test_the_day_on_which_a_date_leaves_the_calendars_is_known(site):
    """The first of the month, 24 months later."""
    site.add("events/talk", dates=[{"start": "2026-11-01"}])
    site.build("2026-11-24", production=True)
    health = site.files["health.json"].decode()

    assert date.fromisoformat(re.search(r'"next_due": "(.*)"', health)[1]) == date(2028, 12, 1)
