"""The months as calendars."""

from __future__ import annotations

import pytest

from tests.site import MOVED, words


def cells(page):
    """The days of the grid, each with what stands in it: title, detail, whether struck."""
    found = {}
    for cell in page.classed("wb-month__cell"):
        day = cell.find("time").get("datetime")
        found[day] = [
            (
                words(entry.xpath(".//*[contains(@class, 'wb-month__title')]")[0]),
                words(entry.xpath(".//*[contains(@class, 'wb-month__detail')]")[0]),
                entry.find("del") is not None,
            )
            for entry in cell.iter("a")
        ]
    return found


def entries(page):
    """The days on which something stands."""
    return {day: what for day, what in cells(page).items() if what}


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
        return [page.resolve(href) for href in page.all("//a[@rel]/@href")]

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
