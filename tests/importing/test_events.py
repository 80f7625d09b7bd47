"""westbound import events: what a calendar program exported, as records; nothing lost unsaid."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import prepare
from generator.cli import main
from generator.feeds.calendar import Calendar
from generator.feeds.icalendar import write
from generator.importing.calendar_file import LIMIT, read
from generator.importing.events import planned
from generator.pages.page import Site as Shared
from generator.problems import Language
from generator.reading import read as read_records
from generator.records.event import EventDate, Status
from tests.site import ROOT, TODAY, URL

CALENDARS = Path(__file__).parent / "calendars"
OUTLOOK = CALENDARS / "outlook-weekly-moved-and-cancelled.ics"
SHARED = Shared("示例网", URL, date.fromisoformat(TODAY))
ROUND = sorted(CALENDARS.glob("*.ics"))


@pytest.fixture
def work(site, monkeypatch):
    """A site, with its folder as the working directory."""
    monkeypatch.chdir(site.root)
    (site.content_folder / "events").mkdir(parents=True)
    return site


def run(*arguments):
    """The exit status of an import, as on the day of the tests."""
    words = ("import", "events", *map(str, arguments), "--as-of", TODAY, "--lang", "zh")
    try:
        return main(words)
    except SystemExit as end:
        return end.code


def records(site):
    """What stands in the folder of events, by id."""
    folder = site.content_folder / "events"
    return {
        path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        for path in sorted(folder.glob("*.yml"))
    }


def calendar(*lines, uid="a@example.edu.cn", more=()):
    """A calendar with one event."""
    event = ["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:示例宣讲会", *lines, "END:VEVENT", *more]
    whole = ["BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""]
    return "\r\n".join(whole).encode()


def imported(work, data, *options, name="x.ics"):
    """The exit status of importing *data*."""
    path = work.root / name
    path.write_bytes(data)
    return run(path, *options)


def test_a_series_of_outlook_is_a_list_of_dates_with_its_exceptions(work, capsys):
    """Moved, in another room; cancelled; taken out. Windows' name of the time zone is known."""
    assert run(OUTLOOK) == 0

    ((id, record),) = records(work).items()
    assert id == "briefing-2027-03-08"
    assert record["title"] == "西部计划政策宣讲会"
    assert record["kind"] == "briefing"
    assert record["venue"] == {"room": "示例校区 示例楼101"}
    assert record["body"] == "每周一讲西部计划政策。\n\n带上学生证。\n"
    assert record["uid"].startswith("040000008200E00074C5B7101A82E00800000000A0F1B2C3D4E5D60100")
    starts = [when["start"] for when in record["dates"]]
    assert starts == [
        *("2027-03-08T14:30", "2027-03-16T19:00", "2027-03-22T14:30", "2027-03-29T14:30"),
        *("2027-04-12T14:30", "2027-04-19T14:30", "2027-04-26T14:30"),
    ]
    assert record["dates"][1] == {
        "start": "2027-03-16T19:00",
        "end": "2027-03-16T20:30",
        "status": "rescheduled",
        "previous": [{"start": "2027-03-15T14:30"}],
        "note": "地点：示例楼报告厅",
    }
    assert record["dates"][4]["status"] == "cancelled"
    assert capsys.readouterr().out.splitlines()[-1] == "content/events/briefing-2027-03-08.yml"
    assert "改期" in work.build().page("/events/briefing-2027-03-08/").text


def test_who_was_invited_enters_no_record_and_is_counted(work, capsys):
    """Neither names nor addresses; the record and the command say that they were there."""
    run(OUTLOOK)

    text = (work.content_folder / "events/briefing-2027-03-08.yml").read_text("utf-8")
    said = capsys.readouterr().out
    for word in ("志愿者甲", "志愿者乙", "示例教师", "a@example", "teacher@example"):
        assert word not in text + said
    for told in (text, said):
        assert "参加人（2）、组织者、提醒" in told
    assert "warning: “西部计划政策宣讲会”里还有" in said


def test_an_organiser_that_is_a_unit_is_the_units_record(work):
    """By its name; who else organises is left out."""
    work.add("units/office", name="示例办")
    imported(
        work, calendar("DTSTART:20270301T143000", "ORGANIZER;CN=示例办:mailto:x@example.edu.cn")
    )

    (record,) = records(work).values()
    assert record["organiser"] == "office"


def test_google_writes_in_utc_and_in_html(work):
    """Half past twelve in London is evening here; New York's clocks change between two dates."""
    assert run(CALENDARS / "google-biweekly-in-utc-and-new-york.ics") == 0

    found = records(work)
    meeting, alumni = found["exchange-2027-03-03"], found["other-2027-03-10"]
    assert meeting["dates"] == [
        {"start": "2027-03-03T19:00", "end": "2027-03-03T20:30", "note": "时间暂定"}
    ]
    assert meeting["online"] == "https://meet.example.com/abc-defg-hij"
    assert meeting["body"] == (
        "内容：\n\n- 政策\n- 路线\n\n报名 请点这里（https://example.edu.cn/form?a=1&b=2）\n"
    )
    assert [when["start"] for when in alumni["dates"]] == [
        *("2027-03-10T09:00", "2027-03-24T08:00", "2027-04-07T08:00"),
    ]


def test_apple_writes_days_without_their_end_and_times_without_a_zone(work, capsys):
    """A week is Monday to Friday; two on one day are told apart; what is no event is named."""
    assert run(CALENDARS / "apple-floating-rdate-and-week.ics") == 0

    found = records(work)
    assert found["training-2027-07-12"]["dates"] == [{"start": "2027-07-12", "end": "2027-07-16"}]
    assert [
        (one.get("id"), one["start"]) for one in found["class-meeting-2027-03-02"]["dates"]
    ] == [
        (None, "2027-03-02T19:00"),
        ("2027-03-02-2130", "2027-03-02T21:30"),
        (None, "2027-03-04T19:00"),
    ]
    said = capsys.readouterr().out
    assert "日历里还有待办（1）" in said
    assert "网址 https://example.edu.cn/training" in said


def test_outlooks_whole_days_by_the_clock_are_days_and_what_is_private_is_a_draft(work, capsys):
    """From midnight to midnight."""
    assert run(CALENDARS / "outlook-all-day-by-the-clock.ics") == 0

    (record,) = records(work).values()
    assert record["dates"] == [{"start": "2027-07-12", "end": "2027-07-16"}]
    assert record["publish"] == {"state": "draft"}
    assert "标为私密，写成草稿" in capsys.readouterr().out


def test_an_endless_rule_a_strange_zone_and_a_telephone_number_are_told(work, capsys):
    """A year ahead; the number is shown cut short, and a build would stop at it."""
    assert run(CALENDARS / "dingtalk-daily-without-end.ics") == 1

    (record,) = records(work).values()
    assert len(record["dates"]) == 13
    assert record["dates"][-1]["start"] == "2027-11-02T09:00"
    assert record["online"] == "https://meeting.example.com/123"
    out, err = capsys.readouterr()
    assert "只取到 2027-11-25，共 13 场" in out
    assert "时区“(UTC+08:00) 北京" in out
    line = next(line for line in out.splitlines() if "像是手机号码" in line)
    assert line.startswith("content/events/consultation-2026-11-02.yml:33:12: error: body:")
    assert "13812345678" not in out + err
    assert "生成网站时会停下" in err
    assert "mobile-number" in {problem.code for problem in work.problems()}


def test_a_dry_run_shows_the_record_and_writes_nothing(work, capsys):
    """With what it will be called."""
    assert run(OUTLOOK, "--dry-run") == 0

    out, err = capsys.readouterr()
    assert "会新写 content/events/briefing-2027-03-08.yml" in out
    assert "+  - start: 2027-03-16T19:00" in out
    assert "什么也没有写。会新写 1 条" in err
    assert records(work) == {}


@pytest.mark.parametrize("path", ROUND, ids=lambda path: path.stem)
def test_what_is_imported_twice_is_there_once(work, path, capsys):
    """Known again by its UID, even where an editor renamed the record and polished its words."""
    run(path)
    folder = work.content_folder / "events"
    for record in folder.glob("*.yml"):
        record.rename(record.with_stem(f"renamed-{record.stem}"))
        renamed = record.with_stem(f"renamed-{record.stem}")
        renamed.write_text(renamed.read_text("utf-8") + "summary: 编辑加的。\n", "utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    capsys.readouterr()

    run(path, "--update")

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert (
        f"新写 0 条；已有的记录里 0 条不同，改了，{len(before)} 条相同" in capsys.readouterr().err
    )


def test_the_order_of_components_in_a_file_makes_no_difference(work):
    """The standard promises none."""
    data = OUTLOOK.read_bytes()
    events = re.findall(rb"BEGIN:VEVENT.*?END:VEVENT\r\n", data, re.DOTALL)
    reverse = data.replace(b"".join(events), b"".join(reversed(events)))
    assert reverse != data
    run(OUTLOOK)
    (before,) = records(work).values()
    (work.content_folder / "events/briefing-2027-03-08.yml").unlink()

    imported(work, reverse)

    assert list(records(work).values()) == [before]


def test_what_changed_in_the_calendar_is_shown_and_refused_until_it_is_asked_for(work, capsys):
    """Then the move keeps where it was, and comments stay."""
    run(OUTLOOK)
    path = work.content_folder / "events/briefing-2027-03-08.yml"
    path.write_text(
        path.read_text("utf-8").replace("dates:\n", "dates:  # 每周一\n").replace("\n", "\r\n"),
        "utf-8",
        newline="",
    )
    before = path.read_bytes()
    changed = OUTLOOK.read_bytes().replace(b"20270316T190000", b"20270317T183000")
    changed = changed.replace(b"20270316T203000", b"20270317T200000")
    changed = changed.replace(
        b"EXDATE;TZID=China Standard Time:20270405T143000",
        b"EXDATE;TZID=China Standard Time:20270405T143000,20270329T143000",
    )
    capsys.readouterr()

    assert imported(work, changed) == 1
    out, err = capsys.readouterr()
    assert "-  - start: 2027-03-16T19:00" in out
    assert "+  - start: 2027-03-17T18:30" in out
    assert "请加 --update" in out
    assert "1 条不同，没有改动" in err
    assert path.read_bytes() == before

    assert imported(work, changed, "--update") == 0
    after = path.read_bytes()
    assert after.count(b"\r\n") == after.count(b"\n")
    assert "dates:  # 每周一".encode() in after
    (record,) = records(work).values()
    assert record["dates"][1]["start"] == "2027-03-17T18:30"
    assert record["dates"][1]["previous"] == [
        {"start": "2027-03-15T14:30"},
        {"start": "2027-03-16T19:00"},
    ]
    assert record["dates"][3] == {
        "start": "2027-03-29T14:30",
        "status": "cancelled",
        "end": "2027-03-29T16:00",
    }
    assert imported(work, changed) == 0


def test_an_event_that_moved_keeps_its_key_and_is_a_move(work):
    """One that does not repeat has no other name for its date."""
    imported(work, calendar("DTSTART:20270301T143000", "DTEND:20270301T160000"))
    imported(work, calendar("DTSTART;VALUE=DATE:20270303", "LOCATION:示例楼"), "--update")

    (record,) = records(work).values()
    assert record["dates"] == [
        {
            "start": "2027-03-03",
            "previous": [{"start": "2027-03-01T14:30"}],
            "status": "rescheduled",
        }
    ]
    assert record["venue"] == {"room": "示例楼"}


def test_dates_that_vanished_stay_and_are_told(work, capsys):
    """Whether they are off, or somebody exported less, the file does not say."""
    rule = "RRULE:FREQ=WEEKLY;COUNT={}"
    imported(work, calendar("DTSTART:20270301T143000", rule.format(3)))
    capsys.readouterr()

    assert imported(work, calendar("DTSTART:20270301T143000", rule.format(2)), "--update") == 0

    (record,) = records(work).values()
    assert len(record["dates"]) == 3
    assert "日历文件里没有 2027-03-15" in capsys.readouterr().out


def test_words_that_an_editor_wrote_are_not_replaced(work, capsys):
    """The dates follow the calendar; of the text it is said that it differs."""
    imported(work, calendar("DTSTART:20270301T143000", "DESCRIPTION:原来的说明。"))
    (path,) = (work.content_folder / "events").glob("*.yml")
    path.write_text(path.read_text("utf-8").replace("原来的说明", "改好的说明"), "utf-8")
    capsys.readouterr()

    imported(work, calendar("DTSTART:20270302T143000", "DESCRIPTION:原来的说明。"), "--update")

    (record,) = records(work).values()
    assert record["body"] == "改好的说明。"
    assert record["dates"][0]["start"] == "2027-03-02T14:30"
    assert "正文没有改动" in capsys.readouterr().out


def test_a_record_that_cannot_be_changed_safely_is_left_to_the_editor(work, capsys, monkeypatch):
    """The difference is shown, nothing written: whatever way of writing it was that broke it."""
    imported(work, calendar("DTSTART:20270301T143000"))
    (path,) = (work.content_folder / "events").glob("*.yml")
    before = path.read_bytes()
    monkeypatch.setattr("generator.editing._scalar", lambda text: f"[{text}")
    capsys.readouterr()

    assert imported(work, calendar("DTSTART:20270302T143000"), "--update") == 1

    out = capsys.readouterr().out
    assert "+  - start: [2027-03-02T14:30" in out
    assert "请照上面的差别手工改" in out
    assert path.read_bytes() == before


BROKEN = [
    (b"", "x.ics:1:1: error: 这不是日历文件"),
    (b"<html>", "x.ics:1:1: error: 这不是日历文件"),
    (b"PK\x03\x04\xff\xfe\xf0", "x.ics:1:1: error: 文件不是 UTF-8"),
    ("BEGIN:VCALENDAR\nX-WR-CALNAME:示例\n".encode("gbk"), "x.ics:2:15: error: 文件不是 UTF-8 编码（像是 GBK）"),
    (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n", "x.ics:3:1: error: 日历文件不完整"),
    (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", "x.ics:3:1: error: 日历文件不完整"),
    (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "x.ics:1:1: error: 日历里没有活动"),
    (calendar("DTSTART:20270230T143000"), "x.ics:6:1: error: 这里的时间读不懂（DTSTART）"),
    (calendar("DTSTART:16010101T000000"), "x.ics:6:1: error: 这里的时间读不懂（DTSTART）"),
    (calendar("DTSTART:20270301T143000", "DTEND:20270301T133000"), "x.ics:7:1: error: 结束（2027-03-01T13:30）早于开始（2027-03-01T14:30）"),
    (calendar("LOCATION:x"), "x.ics:3:1: error: 这个活动没有开始时间"),
    (calendar("DTSTART:20270301", "RRULE:FREQ=SOMETIMES"), "x.ics:7:1: error: 这里的时间读不懂（RRULE）"),
    (calendar("DTSTART:20270301T143000", "RRULE:FREQ=SECONDLY"), "x.ics:7:1: error: 这个活动重复超过 400 场"),
    (calendar("DTSTART:20270301T143000", "RRULE:FREQ=DAILY;COUNT=999999"), "x.ics:7:1: error: 这个活动重复超过 400 场"),
    (calendar("DTSTART:20260301T143000", "RRULE:FREQ=DAILY"), "x.ics:7:1: error: 这个活动重复超过 400 场"),
    (calendar("DTSTART:20270301", "RRULE:FREQ=DAILY;COUNT=1", "EXDATE:20270301"), "error: “示例宣讲会”一场也没有"),
    (calendar("DTSTART:20270301T143000").replace("示例宣讲会".encode(), b""), "x.ics:3:1: error: 这个活动没有名称"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_what_cannot_be_read_is_told_with_its_line(work, capsys, data, said):
    """And nothing is written for it."""
    assert imported(work, data) == 1

    assert said in capsys.readouterr().out.replace(f"{work.root}/", "")
    assert records(work) == {}


@pytest.mark.parametrize(("revised", "title", "left"), [(0, "示例宣讲会", 8), (2, "另一个", 3)])
def test_two_events_with_one_uid_are_told_and_the_latest_is_kept(
    work, capsys, revised, title, left
):
    """Which of them is the one to hold to is the number of its changes, or its place."""
    second = ["BEGIN:VEVENT", "UID:a@example.edu.cn", "SUMMARY:另一个", f"SEQUENCE:{revised}"]
    more = [*second, "DTSTART:20270302T143000", "END:VEVENT"]
    data = calendar("DTSTART:20270301T143000", more=more)
    assert imported(work, data) == 1

    (record,) = records(work).values()
    assert record["title"] == title
    assert len(record["dates"]) == 1
    (said,) = [line for line in capsys.readouterr().out.splitlines() if "同一个活动" in line]
    assert f"/x.ics:{left}:1: error: " in said


def test_a_date_of_a_series_that_is_written_twice_is_told(work, capsys):
    """Of the two exceptions the first is taken."""
    exception = ["BEGIN:VEVENT", "UID:a@example.edu.cn", "SUMMARY:示例宣讲会"]
    exception += ["RECURRENCE-ID:20270308T143000"]
    more = [
        *(*exception, "DTSTART:20270309T143000", "END:VEVENT"),
        *(*exception, "DTSTART:20270310T143000", "END:VEVENT"),
    ]
    assert (
        imported(work, calendar("DTSTART:20270301T143000", "RRULE:FREQ=WEEKLY;COUNT=2", more=more))
        == 1
    )

    (record,) = records(work).values()
    assert [one["start"] for one in record["dates"]] == ["2027-03-01T14:30", "2027-03-09T14:30"]
    assert "x.ics:15:1: error:" in capsys.readouterr().out


def test_a_line_that_is_none_is_passed_over_and_told(work, capsys):
    """The event is there all the same."""
    assert imported(work, calendar("DTSTART:20270301T143000", "看这里")) == 0

    assert "x.ics:7:1: warning: 这一行读不懂（“看这里”）" in capsys.readouterr().out
    assert len(records(work)) == 1


def test_an_event_that_cannot_be_read_does_not_keep_out_the_others(work, capsys):
    """They are written; the exit status says that something is left to do."""
    bad = ["BEGIN:VEVENT", "UID:b", "SUMMARY:x", "DTSTART:soon", "END:VEVENT"]
    assert imported(work, calendar("DTSTART:20270301T143000", more=bad)) == 1

    assert list(records(work)) == ["briefing-2027-03-01"]


def test_a_file_that_is_too_large_or_not_there_is_said_in_a_sentence(work, capsys):
    """No trace."""
    assert imported(work, b"BEGIN:VCALENDAR\r\n" + b" " * LIMIT) == 1
    assert "日历文件超过 4 MB" in capsys.readouterr().out
    assert run("nowhere.ics") == 2
    assert "nowhere.ics: error: 文件打不开" in capsys.readouterr().err
    assert run(work.root) == 2
    capsys.readouterr()


def test_a_new_record_takes_no_name_that_is_taken(work):
    """Be it by a tombstone."""
    work.write("events/briefing-2027-03-01.yml", "withdrawn:\n  on: 2026-11-01\n")
    imported(work, calendar("DTSTART:20270301T143000"))

    assert "uid" in records(work)["briefing-2027-03-01-2"]


def test_nothing_is_imported_while_events_cannot_be_read(work, capsys):
    """One of them may be what the calendar has."""
    work.write("events/a.yml", "title: x\nkind: [\n")

    assert imported(work, calendar("DTSTART:20270301T143000")) == 1

    assert "请先改好，再导入" in capsys.readouterr().err
    assert len(list((work.content_folder / "events").iterdir())) == 1


def test_a_uid_that_gives_somebody_away_is_kept_as_a_digest(work):
    """So that a build does not stop at a field that nobody sees."""
    for _ in range(2):
        imported(work, calendar("DTSTART:20270301T143000", uid="13812345678-1"))

    ((id, record),) = records(work).items()
    assert record["uid"].startswith("digest-")
    assert work.problems() == []
    assert "digest-" not in work.build().page(f"/events/{id}/").html


def test_our_own_calendar_is_known_as_our_own(work, example_site, capsys):
    """Nothing is new, nothing differs, of the example's events."""
    import shutil

    shutil.rmtree(work.content_folder)
    shutil.copytree(ROOT / "content", work.content_folder)
    before = {path.name: path.read_bytes() for path in (work.content_folder / "events").iterdir()}

    assert imported(work, example_site.files["calendar/all.ics"], "--update") == 0

    assert (
        f"新写 0 条；已有的记录里 0 条不同，改了，{len(before)} 条相同" in capsys.readouterr().err
    )
    after = {path.name: path.read_bytes() for path in (work.content_folder / "events").iterdir()}
    assert after == before


def test_our_own_calendar_brings_a_lost_record_back_and_no_withdrawn_one(work, capsys):
    """At its own address."""
    event = work.add("events/talk", sample="true")
    gone = work.add("events/gone")
    data = work.feed("/calendar/all.ics")
    event.path.unlink()
    gone.withdraw("2026-11-20")

    assert imported(work, data) == 0

    assert records(work)["talk"] == {
        "title": "示例活动",
        "kind": "briefing",
        "dates": [{"start": "2026-12-03T19:00"}],
        "sample": "true",
    }
    assert list(records(work)["gone"]) == ["withdrawn"]
    assert "已撤下，没有导入" in capsys.readouterr().out


@pytest.mark.parametrize("language", list(Language))
def test_every_message_says_what_it_has_to_say(work, language):
    """In both languages, nothing left open."""
    site = Shared("示例网", URL, date.fromisoformat(TODAY))
    there = read_records(work.content_folder)
    found = [
        problem
        for data in (*(path.read_bytes() for path in ROUND), *(data for data, _ in BROKEN))
        for plans, problems in [planned(read(data, "x.ics"), there, work.content_folder, site)]
        for problem in (*problems, *(one for plan in plans for one in plan.problems))
    ]
    assert len({problem.code for problem in found}) > 12
    for problem in found:
        assert not re.search(r"“”|''|None|、、", problem.message(language))


moments = st.datetimes(datetime(2025, 1, 1), datetime(2029, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
hours = st.integers(0, 60 * 50).map(lambda minutes: timedelta(minutes=minutes))


@st.composite
def dates_of(draw):
    """The dates of an event, each on a day of its own."""
    found = {}
    for start in draw(st.lists(moments, min_size=1, max_size=5)):
        end = start + draw(hours) if draw(st.booleans()) else None
        if draw(st.booleans()):
            start, end = start.date(), end.date() if end else None
        status = draw(st.sampled_from(Status)).value
        day = start.date() if isinstance(start, datetime) else start
        found[day] = {"start": start.isoformat()[:16], "status": status} | (
            {"end": end.isoformat()[:16]} if end else {}
        )
    return list(found.values())


_CLASS = {"cancelled": "cancelled", "postponed": "postponed"}


def told(when):
    """What a calendar can tell of a date: its instants, whether it has hours, how it stands."""
    when = when if isinstance(when, EventDate) else EventDate.model_validate(when)
    end = None if when.end == when.start else when.end
    return when.start, end, _CLASS.get(when.status.value, "scheduled")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(dates_of(), st.sampled_from(["briefing", "deadline", "visit"]))
def test_what_our_calendar_says_is_imported_as_it_was(work, dates, kind):
    """Any record → its .ics → the same dates; beside the record itself, no difference."""
    if kind == "deadline":  # a deadline is one moment
        dates = [{key: value for key, value in when.items() if key != "end"} for when in dates]
    work.add("events/talk", kind=kind, dates=dates)
    prepared = prepare(work.content_folder, SHARED)
    assert not prepared.has_errors
    feed = prepared.feeds["/events/talk.ics"]
    view = feed.show(prepared.public, SHARED)
    assert isinstance(view, Calendar)
    data = write(view)

    ((known,), problems) = planned(read(data, "x.ics"), read_records(work.content_folder), work.content_folder, SHARED)  # fmt: skip
    assert known.before == known.after
    assert not problems
    (work.content_folder / "events/talk.yml").unlink()
    ((new,), _) = planned(read(data, "x.ics"), read_records(work.content_folder), work.content_folder, SHARED)  # fmt: skip

    found = yaml.load(new.after, yaml.BaseLoader)
    assert new.file.id == "talk"
    assert sorted(map(told, found["dates"]), key=str) == sorted(map(told, dates), key=str)
    assert found["kind"] == kind
