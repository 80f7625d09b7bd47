"""Working days as the State Council arranges them."""

from __future__ import annotations

from datetime import date

import pytest

from generator.workdays import holiday, is_known, is_workday, made_up, workday_after


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2026-11-24", True),  # a Tuesday
        ("2026-11-28", False),  # a Saturday
        ("2026-10-01", False),  # 国庆节, a Thursday
        ("2026-10-10", True),  # a Saturday that is worked for it
        ("2099-10-01", True),  # nobody knows yet: a Thursday
        ("2099-10-03", False),
    ],
)
def test_a_day_is_worked_or_not(day, worked):
    assert is_workday(date.fromisoformat(day)) is worked


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-02-17", "春节"),
        ("2026-10-03", "国庆节"),  # a Saturday within it
        ("2026-10-10", None),
        ("2026-11-28", None),
        ("2099-10-01", "国庆节"),  # by law, whatever the arrangement
        ("2099-10-05", None),
    ],
)
def test_a_holiday_has_its_name(day, name):
    assert holiday(date.fromisoformat(day)) == name


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        ("2026-11-20", 3, "2026-11-25"),  # over a weekend
        ("2026-09-29", 3, "2026-10-09"),  # over the holiday
        ("2026-10-09", 1, "2026-10-10"),
        ("2026-11-24", 0, "2026-11-24"),
    ],
)
def test_working_days_are_counted_from_the_day_after(day, count, last):
    assert workday_after(date.fromisoformat(day), count) == date.fromisoformat(last)


def test_a_year_says_whether_its_arrangement_is_known():
    assert is_known(2026)
    assert not is_known(2099)


def test_a_worked_weekend_says_for_which_holiday():
    assert made_up(date(2026, 10, 10)) == "国庆节"
    assert made_up(date(2026, 10, 17)) is None
