"""Publish states and periods: drafts, embargo, expiry, the days of a notice (invariant 6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.records.notice import Notice
from generator.records.record import Publish, PublishState, Record


def is_open(publish: Publish, on: date) -> bool:
    """Whether a record may be seen on the day *on*."""
    return not waits(publish, on) and not is_over(publish, on)


def is_to_come(item: Record, on: date) -> bool:
    """Whether *item* is a notice whose period has not begun on the day *on*."""
    return isinstance(item, Notice) and on < item.period.from_


def without_ended(item: Record, on: date) -> Mapping[str, object]:
    """What leaves of a notice that ended before the day *on* its title, number and period.

    A list of names is shown for as long as objections can be made, and no longer.

    Source: Personal Information Protection Law (个人信息保护法), articles 6 and 19.
    """
    if isinstance(item, Notice) and item.period.until < on:
        return {"body": None, "people": (), "objections": None}
    return {}


def waits(publish: Publish, on: date, approved: bool = False) -> str:
    """The word for a record that may not be seen yet on the day *on*; nothing where it may.

    A draft waits; what has a ``from`` may be seen from that day on; and where it must be
    *approved*, what somebody approved by then.
    """
    if publish.state is PublishState.DRAFT:
        return PublishState.DRAFT.label
    if approved and not (publish.approved and publish.approved.on <= on):
        return "未审核"
    return "未发布" if publish.from_ and publish.from_ > on else ""


def is_over(publish: Publish, on: date) -> bool:
    """Whether the last day on which a record may be seen is past."""
    return publish.until is not None and publish.until < on
