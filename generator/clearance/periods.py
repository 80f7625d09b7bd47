"""Publish states and periods: drafts, embargo, expiry (invariant 6)."""

from __future__ import annotations

from datetime import date

from generator.records.record import Publish, PublishState


def is_open(publish: Publish, on: date) -> bool:
    """Whether a record may be seen on the day *on*.

    A draft may not; ``from`` and ``until`` are both days on which it may.
    """
    if publish.state is PublishState.DRAFT:
        return False
    begun = publish.from_ is None or publish.from_ <= on
    ended = publish.until is not None and publish.until < on
    return begun and not ended
