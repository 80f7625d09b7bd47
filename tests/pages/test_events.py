"""The agenda, the months as calendars, and the events' own pages."""

from __future__ import annotations

import pytest

from tests.site import words

MOVED = {
    "start": "2026-12-03T19:00",
    "end": "2026-12-03T20:30",
    "status": "rescheduled",
    "previous": [{"start": "2026-12-01T19:00"}],
}


def cells(page):
    """The days of the grid, each with what stands in it: title, detail, whether struck."""
    found = {}
    for cell in page.classed("wb-month__cell"):
        day = cell.find("time").get("datetime")
        found[day] = [
            (
                words(entry.xpath(".//*[contains(@class, 'wb-month__title')]")[0]),
                words(entry.xpath(".//*[contains(@class, 'wb-month__detail')]")[0]),
                entry.find("s") is not None,
            )
            for entry in cell.iter("a")
        ]
    return found


def entries(page):
    """The days on which something stands."""
    return {day: what for day, what in cells(page).items() if what}


def groups(page):
    """The headings of the agenda, each with the titles below."""
    return {
        words(group.find("h3")): [words(title) for title in group.iter("a")]
        for group in page.classed("wb-agenda-group")
    }


def row(page):
    """The only row of the agenda."""
    (found,) = page.texts("wb-agenda__row")
    return found


def lead(page):
    """The date that stands large on an event's page."""
    return page.classed("wb-date")[0].xpath(".//time/@datetime")[0]


def test_without_events_there_is_no_section(site):
    """Neither a page nor an entry in the header."""
    site.add("volunteers/a")

    site.build()

    assert not site.has("/events/")
    assert "活动" not in site.page("/").sections


def test_a_month_is_whole_weeks_from_monday(site):
    """December 2026 begins on a Tuesday and ends on a Thursday."""
    site.add("events/talk", dates=[{"start": "2026-12-03T19:00"}])

    page = site.build().page("/events/2026/12/")

    assert page.texts("wb-month__weekday") == [
        "周一",
        "周二",
        "周三",
        "周四",
        "周五",
        "周六",
        "周日",
    ]
    days = list(cells(page))
    assert (days[0], days[-1], len(days)) == ("2026-11-30", "2027-01-03", 35)
    assert [len(week) for week in page.all("//tbody/tr")] == [7] * 5
    assert page.texts("wb-month__day")[:2] == ["11月30日", "1"]


@pytest.mark.parametrize(
    ("start", "month", "weeks"),
    [
        ("2027-02-01", "/events/2027/02/", 4),  # Monday to Sunday exactly
        ("2026-08-01", "/events/2026/08/", 6),
        ("2028-02-29", "/events/2028/02/", 5),
    ],
)
def test_a_month_has_as_many_weeks_as_it_touches(site, start, month, weeks):
    """Four to six; the leap day has its cell."""
    site.add("events/talk", dates=[{"start": start}])

    page = site.build().page(month)

    assert len(page.all("//tbody/tr")) == weeks
    assert list(entries(page)) == [start]


def test_a_date_stands_in_the_cell_of_its_day(site):
    """With its hour; a whole day says so."""
    site.add("events/talk", title="示例宣讲会", dates=[{"start": "2026-12-03T19:00"}])
    site.add("events/visit", title="示例走访", dates=[{"start": "2026-12-03"}])

    page = site.build().page("/events/2026/12/")

    assert entries(page) == {
        "2026-12-03": [("示例走访", "全天", False), ("示例宣讲会", "19:00", False)]
    }


def test_a_moved_date_stands_struck_on_its_old_day(site):
    """Whoever remembers the old day finds there that it moved, and whereto."""
    site.add("events/talk", title="示例咨询会", dates=[MOVED])

    page = site.build().page("/events/2026/12/")

    assert entries(page) == {
        "2026-12-01": [("示例咨询会", "改到12月3日", True)],
        "2026-12-03": [("示例咨询会", "19:00", False)],
    }


def test_a_date_moved_to_another_month_stands_struck_in_the_old_one(site):
    """The old month keeps its page while another date is in it."""
    moved = {**MOVED, "start": "2027-01-05T19:00", "end": None}
    site.add("events/talk", title="示例咨询会", dates=[{k: v for k, v in moved.items() if v}])
    site.add("events/other", title="示例走访", dates=[{"start": "2026-12-20"}])

    site.build()

    assert entries(site.page("/events/2026/12/"))["2026-12-01"] == [
        ("示例咨询会", "改到1月5日", True)
    ]
    assert list(entries(site.page("/events/2027/01/"))) == ["2027-01-05"]


def test_a_date_moved_out_of_a_month_without_others_is_still_found_there(site):
    """Whoever kept the address of that month must learn that the date moved."""
    moved = {"start": "2027-01-05", "status": "rescheduled", "previous": [{"start": "2026-12-01"}]}
    site.add("events/talk", title="示例咨询会", dates=[moved])

    site.build()

    assert site.has("/events/2026/12/")


@pytest.mark.parametrize(
    ("status", "detail", "struck"),
    [
        ("cancelled", "取消", True),
        ("postponed", "延期，时间待定", True),
        ("online", "19:00 线上", False),
        ("relocated", "19:00", False),
        ("scheduled", "19:00", False),
    ],
)
def test_a_cell_says_how_its_date_stands(site, status, detail, struck):
    """What does not take place is struck through."""
    site.add("events/talk", dates=[{"start": "2026-12-03T19:00", "status": status}])

    page = site.build().page("/events/2026/12/")

    assert entries(page) == {"2026-12-03": [("示例活动", detail, struck)]}


def test_a_date_of_several_days_stands_on_each(site):
    """First and last included, and in both months that it touches."""
    site.add("events/camp", dates=[{"start": "2026-11-29", "end": "2026-12-02"}])
    site.add("events/other", dates=[{"start": "2026-12-20"}])

    site.build()

    assert list(entries(site.page("/events/2026/11/"))) == ["2026-11-29", "2026-11-30"]
    assert list(entries(site.page("/events/2026/12/"))) == [
        "2026-12-01",
        "2026-12-02",
        "2026-12-20",
    ]


def test_a_day_outside_the_month_is_empty(site):
    """Its events stand in their own month only."""
    site.add("events/talk", dates=[{"start": "2026-11-30"}, {"start": "2026-12-03"}])

    page = site.build().page("/events/2026/12/")

    assert list(entries(page)) == ["2026-12-03"]


def test_months_lead_to_each_other_over_empty_ones(site):
    """The next month is the next with events."""
    for name, day in (("a", "2026-09-01"), ("b", "2026-12-01"), ("c", "2027-03-01")):
        site.add(f"events/{name}", dates=[{"start": day}])

    site.build()

    def ways(address):
        page = site.page(address)
        return [page.resolve(link.get("href")) for link in page.classed("wb-ways")[0].iter("a")]

    assert ways("/events/2026/09/") == ["/events/2026/12/"]
    assert ways("/events/2026/12/") == ["/events/2026/09/", "/events/2027/03/"]
    assert ways("/events/2027/03/") == ["/events/2026/12/"]
    assert not site.has("/events/2026/10/")


def test_the_months_row_has_the_year_and_ways_to_other_years(site):
    """A site of many years would else have a row of hundreds."""
    for name, day in (("a", "2025-09-01"), ("b", "2025-10-01"), ("c", "2026-12-01")):
        site.add(f"events/{name}", dates=[{"start": day}])

    page = site.build().page("/events/2026/12/")

    assert page.texts("wb-filter__option") == ["12月 1", "2025年"]


def test_the_agenda_is_grouped_by_week_and_then_by_month(site):
    """24 November 2026 is a Tuesday: its week ends on the 29th."""
    for title, day in {
        "昨天": "2026-11-23",
        "今天": "2026-11-24",
        "周日": "2026-11-29",
        "周一": "2026-11-30",
        "下周日": "2026-12-06",
        "再下周": "2026-12-07",
        "年后": "2027-01-05",
    }.items():
        site.add(f"events/d{day}", title=title, dates=[{"start": day}])

    page = site.build("2026-11-24").page("/events/")

    assert groups(page) == {
        "本周": ["今天", "周日"],
        "下周": ["周一", "下周日"],
        "12月稍后": ["再下周"],
        "2027年1月": ["年后"],
    }


def test_a_date_that_goes_on_today_stands_this_week(site):
    """Though it began last month."""
    site.add("events/camp", title="集训", dates=[{"start": "2026-10-01", "end": "2026-11-24"}])

    assert groups(site.build("2026-11-24").page("/events/")) == {"本周": ["集训"]}


def test_when_nothing_comes_the_agenda_says_so_and_shows_the_last_month(site):
    """The section does not vanish over the holidays."""
    site.add("events/talk", dates=[{"start": "2026-09-01"}])

    page = site.build("2026-11-24").page("/events/")

    assert page.texts("wb-nothing") == ["近期没有安排活动。"]
    assert list(entries(page)) == ["2026-09-01"]


def test_a_changed_date_says_in_the_agenda_what_it_was(site):
    """Struck through, next to what it is."""
    site.add("events/talk", title="示例咨询会", dates=[MOVED])

    page = site.build().page("/events/")

    assert row(page) == "3 12月 周四 示例咨询会 19:00–20:30 ↻改期 原定12月1日 周二 19:00"
    assert page.texts("wb-agenda__former") == ["原定12月1日 周二 19:00"]


def test_a_deadlines_row_does_not_change_from_day_to_day(site):
    """A script counts the days by the reader's clock."""
    site.add(
        "events/last", title="预报名截止", kind="deadline", dates=[{"start": "2026-12-15T18:00"}]
    )

    page = site.build("2026-12-12").page("/events/")
    later = site.build("2026-12-13").page("/events/")

    assert row(page) == "15 12月 周二 预报名截止 18:00前 截止"
    assert page.html == later.html


def test_a_past_deadline_is_not_among_what_comes(site):
    """On the day after it is gone."""
    site.add("events/last", kind="deadline", dates=[{"start": "2026-12-15T18:00"}])

    assert groups(site.build("2026-12-16").page("/events/")) == {}


@pytest.mark.parametrize(
    ("date", "fields", "banner"),
    [
        (MOVED, {}, "↻ 时间改了 从 12月1日 周二 19:00 改到 12月3日 周四 19:00，地点不变。"),
        (
            {**MOVED, "note": "已报名的不用重报。"},
            {},
            "↻ 时间改了 从 12月1日 周二 19:00 改到 12月3日 周四 19:00，已报名的不用重报。",
        ),
        (
            {
                "start": "2026-12-03T19:00",
                "status": "relocated",
                "previous": [{"venue": {"room": "示例楼101"}}],
            },
            {"venue": {"room": "示例楼203"}},
            "⌂ 地点改了 从 示例楼101 改到 示例楼203，时间不变。",
        ),
        (
            {"start": "2026-12-03T19:00", "status": "cancelled", "note": "另行通知。"},
            {},
            "× 活动取消 从 12月3日 周四 19:00另行通知。",
        ),
        (
            {"start": "2026-12-03T19:00", "status": "online"},
            {"venue": {"room": "示例楼101"}},
            "改为线上 从 示例楼101 改到 线上",
        ),
    ],
    ids=["rescheduled", "with a note", "relocated", "cancelled", "online"],
)
def test_a_change_stands_in_a_banner_above_the_event(site, date, fields, banner):
    """What it was, what it is, and what follows from it."""
    site.add("events/talk", dates=[date], **fields)

    page = site.build().page("/events/talk/")

    assert page.texts("wb-moved") == [banner]


def test_an_event_as_announced_has_no_banner(site):
    """And a change of a date that is past is no news."""
    site.add("events/talk")
    site.add(
        "events/old", dates=[{**MOVED, "start": "2026-10-03T19:00", "end": "2026-10-03T20:00"}]
    )

    site.build()

    assert site.page("/events/talk/").texts("wb-moved") == []
    assert site.page("/events/old/").texts("wb-moved") == []


def test_an_event_shows_what_its_record_says(site):
    """When, where, for whom, by whom, and what it is about."""
    site.policy()
    site.add("units/office", name="示例项目管理办公室", short="示例项目办")
    site.add("stories/recap", title="示例回顾", events=["talk"])
    site.add("stories/other", title="另一篇", events=["talk"])
    site.add(
        "events/talk",
        title="示例宣讲会",
        dates=[{"start": "2026-12-03T19:00", "end": "2026-12-03T20:30"}],
        venue={"campus": "示例校区", "room": "示例楼101"},
        organiser="office",
        audience=["高年级学生", "毕业生"],
        policies=["doc"],
        recap="recap",
        registration={"url": "https://example.com/r", "closes": "2026-12-02T18:00"},
    )

    page = site.build().page("/events/talk/")

    assert "宣讲会 " in page.text
    assert lead(page) == "2026-12-03T19:00"
    assert "19:00–20:30" in page.text
    assert page.facts == {
        "地点": ["示例校区", "示例楼101"],
        "面向": ["高年级学生、毕业生"],
        "主办": ["示例项目办"],
        "报名": ["12月2日 周三 18:00前"],
    }
    links = [(link.text, link.href) for link in page.links]
    assert ("报名", "https://example.com/r") in links
    assert ("示例政策", "/policies/doc/") in links
    assert links.count(("示例回顾", "/stories/recap/")) == 1
    assert ("另一篇", "/stories/other/") in links


@pytest.mark.parametrize(
    ("as_of", "status", "offered"),
    [
        ("2026-12-02", "scheduled", True),  # the day on which it closes
        ("2026-12-03", "scheduled", False),
        ("2026-12-01", "cancelled", False),
        ("2026-12-04", "scheduled", False),
    ],
)
def test_registration_is_offered_while_one_can_register(site, as_of, status, offered):
    """Not after it closed, nor for what does not take place."""
    site.add(
        "events/talk",
        dates=[{"start": "2026-12-03T19:00", "status": status}],
        registration={"url": "https://example.com/r", "closes": "2026-12-02T18:00"},
    )

    page = site.build(as_of).page("/events/talk/")

    assert ("https://example.com/r" in page.addresses) is offered


def test_registration_is_not_offered_before_it_opens(site):
    """The day on which it opens is told instead."""
    site.add(
        "events/talk",
        registration={"url": "https://example.com/r", "opens": "2026-12-01"},
    )

    page = site.build("2026-11-30").page("/events/talk/")

    assert page.facts["报名开始"] == ["12月1日 周二"]
    assert "https://example.com/r" not in page.addresses


def test_an_event_of_several_dates_leads_with_the_next(site):
    """And lists all, the past ones as past."""
    site.add(
        "events/series",
        dates=[{"start": "2026-12-10"}, {"start": "2026-11-10"}, {"start": "2026-12-03"}],
    )

    page = site.build().page("/events/series/")

    assert lead(page) == "2026-12-03"
    assert [text.split(" ")[0] for text in page.texts("wb-dates__item")] == ["10", "3", "10"]
    assert len(page.classed("wb-dates__item--past")) == 1


def test_a_cancelled_date_does_not_lead_while_another_is_held(site):
    """The visitor wants the date that takes place."""
    site.add(
        "events/series",
        dates=[{"start": "2026-12-03", "status": "cancelled"}, {"start": "2026-12-10"}],
    )

    assert lead(site.build().page("/events/series/")) == "2026-12-10"


def test_a_date_that_is_linked_by_its_id_has_that_part_on_the_page(site):
    """Prose may name a date: ../events/series.yml#2026-12-10."""
    site.add("events/series", dates=[{"start": "2026-12-03"}, {"start": "2026-12-10"}])
    site.add("stories/x", body="见[第二场](../events/series.yml#2026-12-10)。")

    site.build()

    (link,) = [link for link in site.page("/stories/x/").links if link.text == "第二场"]
    assert link.address == "/events/series/"
    assert site.page(link.address).all(f"//*[@id='{link.part}']")
