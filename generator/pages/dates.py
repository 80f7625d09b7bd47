"""Days and times as readers see them, in Chinese. No spaces: the browser sets those."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from generator.records.event import EventDate

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def day(when: date) -> str:
    """2026年11月24日"""
    return f"{when.year}年{when.month}月{when.day}日"


def short_day(when: date) -> str:
    """11月24日"""
    return f"{when.month}月{when.day}日"


def weekday(when: date) -> str:
    """周二"""
    return WEEKDAYS[when.weekday()]


def month_and_weekday(when: date) -> str:
    """11月 周二"""
    return f"{when.month}月 {weekday(when)}"


def clock(when: datetime) -> str:
    """19:00"""
    return f"{when:%H:%M}"


@lru_cache(maxsize=1 << 12)
def reduced(text: str) -> str:
    """A date of reduced precision: 2024年, 2024年8月 or 2024年8月15日."""
    parts = [int(part) for part in text.split("-")]
    return "".join(f"{part}{name}" for part, name in zip(parts, "年月日", strict=False))


def moment(when: date) -> str:
    """12月3日 周四 19:00, or without the time where there is none."""
    text = f"{short_day(when)} {weekday(when)}"
    return f"{text} {clock(when)}" if isinstance(when, datetime) else text


def span(when: EventDate, deadline: bool = False) -> str:
    """The hours of a date: 19:00–20:30, 全天, 18:00 前, or until when it lasts."""
    start, end = when.start, when.end
    if deadline:
        return f"{clock(start)}前" if isinstance(start, datetime) else "当天截止"
    if when.last_day != when.first_day:
        return f"至{short_day(when.last_day)}"
    if not isinstance(start, datetime):
        return "全天"
    return f"{clock(start)}–{clock(end)}" if isinstance(end, datetime) else clock(start)


def end(when: EventDate, deadline: bool = False) -> str:
    """The minute from which on a date is past, ISO 8601; without an hour, the end of its day."""
    last = when.start if deadline and when.end is None else when.end
    return until(last or when.first_day)


def until(when: date) -> str:
    """The minute up to which *when* lasts, ISO 8601: a day to its end."""
    return machine(when) if isinstance(when, datetime) else f"{when}T24:00"


def machine(when: date) -> str:
    """ISO 8601, for ``<time datetime>``."""
    return when.isoformat(timespec="minutes") if isinstance(when, datetime) else when.isoformat()
