"""Working days and public holidays of mainland China.

The General Office of the State Council arranges them each November for the year to come (全国年节
及纪念日放假办法): holidays are joined with weekends, for which other weekends are worked. The library
knows the years that were announced when it was released; of others only weekends are known.
"""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
from chinese_calendar import Holiday

_DAY = timedelta(days=1)
_BY_LAW = {
    (1, 1): "元旦",
    **dict.fromkeys([(5, 1), (5, 2)], "劳动节"),
    **dict.fromkeys([(10, 1), (10, 2), (10, 3)], "国庆节"),
}
"""Source: 全国年节及纪念日放假办法 (2024), article 2."""
_YEARS = frozenset(day.year for day in (*chinese_calendar.holidays, *chinese_calendar.workdays))


def is_known(year: int) -> bool:
    """Whether the arrangement of *year* is known."""
    return year in _YEARS


def is_workday(day: date) -> bool:
    """Whether *day* is worked; of a year that is not known, Mondays to Fridays are."""
    if is_known(day.year):
        return bool(chinese_calendar.is_workday(day))
    return day.weekday() < 5


def holiday(day: date) -> str | None:
    """The public holiday for which *day* is free (春节); None for any other day, or if not known.

    A weekend is one only where it belongs to a holiday. Of a year that is not known, those days
    are that the law sets by the solar calendar, in every year.
    """
    if not is_known(day.year):
        return _BY_LAW.get((day.month, day.day))
    return _chinese(chinese_calendar.holidays.get(day))


def made_up(day: date) -> str | None:
    """The public holiday for which *day*, of a weekend, is worked (春节); None for any other day."""
    return _chinese(chinese_calendar.workdays.get(day))


def _chinese(name: str | None) -> str | None:
    found: str | None = Holiday(name).chinese if name else None
    return found


def workday_after(day: date, count: int) -> date:
    """The *count*-th working day after *day*, which is not counted itself."""
    while count:
        day += _DAY
        count -= is_workday(day)
    return day
