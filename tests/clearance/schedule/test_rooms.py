"""Rooms: no two dates in one room at one time."""

from __future__ import annotations

import pytest

from generator.problems import Language, Severity

HALL = {"campus": "示例校区", "room": "示例报告厅"}


def clashes(site, *, dates, venue=HALL, **more):
    """What is said of a second event beside one from 14:00 to 16:00 in the hall."""
    site.add(
        "events/first",
        title="先定的",
        venue=HALL,
        dates=[{"start": "2026-12-03T14:00", "end": "2026-12-03T16:00"}],
    )
    site.add("events/second", venue=venue, dates=dates, **more)
    return [problem for problem in site.problems() if problem.code == "room-taken"]


@pytest.mark.parametrize(
    ("date", "clash"),
    [
        ({"start": "2026-12-03T15:30", "end": "2026-12-03T17:00"}, True),
        ({"start": "2026-12-03T15:59"}, True),
        ({"start": "2026-12-03T14:00"}, True),
        ({"start": "2026-12-03"}, True),  # the whole day
        ({"start": "2026-12-02", "end": "2026-12-04"}, True),
        ({"start": "2026-12-03T16:00", "end": "2026-12-03T17:00"}, False),  # right after
        ({"start": "2026-12-03T13:00", "end": "2026-12-03T14:00"}, False),
        ({"start": "2026-12-04T14:00"}, False),
        ({"start": "2026-12-03T15:00", "status": "cancelled"}, False),
        ({"start": "2026-12-03T15:00", "status": "postponed"}, False),
        ({"start": "2026-12-03T15:00", "status": "online"}, False),
    ],
)
def test_two_dates_in_one_room_at_one_time_are_a_warning(site, date, clash):
    """Up to the minute; what ends when the other begins is none, nor what is off."""
    assert bool(clashes(site, dates=[date])) is clash


def test_the_warning_stands_at_the_later_one_and_names_the_other(site):
    """So that it can be talked over."""
    (found,) = clashes(site, dates=[{"start": "2026-12-03T15:30"}])

    assert found.severity is Severity.WARNING
    assert (found.file, found.key) == ("content/events/second.yml", "dates.0.start")
    assert found.message(Language.ZH) == (
        "2026-12-03T14:00起，示例报告厅里已经有“先定的”（content/events/first.yml）。"
        "请换时间或地点，或与对方商量。"
    )


@pytest.mark.parametrize(
    ("venue", "clash"),
    [
        ({"campus": "示例校区", "room": "示例 报告厅"}, False),
        ({"campus": "示例校区", "room": " 示例报告厅"}, True),
        ({"campus": "另一校区", "room": "示例报告厅"}, False),
        ({"campus": "示例校区", "room": "各班教室"}, False),
        ({"campus": "示例校区"}, False),
    ],
)
def test_rooms_are_told_apart_by_campus_and_name(site, venue, clash):
    """Where there are several (各班教室), nobody is in the way."""
    assert bool(clashes(site, dates=[{"start": "2026-12-03T15:00"}], venue=venue)) is clash


def test_a_deadline_needs_no_room(site):
    """It says where something is handed in."""
    assert not clashes(site, kind="deadline", dates=[{"start": "2026-12-03T15:00"}])


def test_what_is_past_is_left_alone(site):
    """Nobody can move it any more."""
    for id in ("a", "b"):
        site.add(f"events/{id}", venue=HALL, dates=[{"start": "2026-11-02T15:00"}])

    assert site.problems() == []


def test_a_long_date_is_in_the_way_of_each_that_falls_into_it(site):
    """Not only of the one that follows it."""
    site.add("events/week", venue=HALL, dates=[{"start": "2026-12-07", "end": "2026-12-11"}])
    times = ["2026-12-08T10:00", "2026-12-10T10:00", "2026-12-14T10:00"]
    site.add("events/talks", venue=HALL, dates=[{"start": time} for time in times])

    assert [problem.key for problem in site.problems()] == ["dates.0.start", "dates.1.start"]
