"""Consent: no live consent, no profile; what consent does not cover is not there (invariant 2).

Source: Personal Information Protection Law (个人信息保护法), articles 13, 14, 15 and 25.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.records.event import UNNAMED_SPEAKER, Event, Speaker
from generator.records.honour import Honour, Recipient
from generator.records.media import Media
from generator.records.record import Record
from generator.records.story import Story
from generator.records.volunteer import Consent, Group, Volunteer

Groups = Mapping[str, frozenset[Group]]
"""volunteer's id → the groups of fields that may be shown today."""


def is_live(consent: Consent, on: date) -> bool:
    """Whether *consent* allows publication on the day *on*.

    It runs from ``granted`` to ``until``, both days included; without ``until``, until it is
    withdrawn. A withdrawal counts from its own morning: who withdraws today is not on today's
    site.
    """
    if consent.withdrawn and consent.withdrawn <= on:
        return False
    return consent.granted <= on and (consent.until is None or on <= consent.until)


def covered(volunteer: Volunteer, on: date) -> frozenset[Group]:
    """The groups of fields that *volunteer* agreed to show on the day *on*.

    A portrait shows a face, which names a person as well as the name does: it needs both.
    """
    if volunteer.consent is None or not is_live(volunteer.consent, on):
        return frozenset()
    groups = frozenset(volunteer.consent.covers)
    return groups if Group.NAME in groups else groups - {Group.PORTRAIT}


def has_profile(volunteer: Volunteer, on: date) -> bool:
    """Whether *volunteer* has a profile at all: their consent is live."""
    return volunteer.consent is not None and is_live(volunteer.consent, on)


Changes = dict[str, Any]
"""field of a record → what stands in it instead."""


def profile(volunteer: Volunteer, groups: frozenset[Group]) -> Changes:
    """What leaves of *volunteer* what *groups* cover, and nothing about the consent."""
    changed: Changes = {"consent": None}
    for name, group in GROUP_OF.items():
        if group not in groups:
            field = Volunteer.model_fields[name]
            changed[name] = None if field.is_required() else field.default
    if volunteer.mentor and not volunteer.mentor.consent:
        changed["mentor"] = None
    return changed


def may_be_named(id: str, groups: Groups) -> bool:
    """Whether the volunteer *id* agreed to be named."""
    return Group.NAME in groups.get(id, ())


def may_be_told_of(id: str, groups: Groups) -> bool:
    """Whether the volunteer *id* agreed to be named and told of."""
    return {Group.NAME, Group.STORY} <= groups.get(id, frozenset())


def tells_of_hidden(story: Story, groups: Groups) -> bool:
    """Whether *story* is about somebody who did not agree to be named and told of."""
    return not all(may_be_told_of(id, groups) for id in story.volunteers)


def without_hidden(record: Record, groups: Groups) -> Changes:
    """What leaves nobody in *record* who did not agree to be named."""
    if isinstance(record, Event):
        speakers = tuple(_speaker(item, groups) for item in record.speakers)
        return {"speakers": speakers} if speakers != record.speakers else {}
    if isinstance(record, Honour):
        recipients = tuple(_recipient(item, groups) for item in record.recipients)
        return {"recipients": recipients} if recipients != record.recipients else {}
    if isinstance(record, Media):
        return {"subjects": ()}
    return {}


def _speaker(speaker: Speaker, groups: Groups) -> Speaker:
    if speaker.volunteer is None or may_be_named(speaker.volunteer, groups):
        return speaker
    return speaker.model_copy(update={"volunteer": None, "name": UNNAMED_SPEAKER, "title": None})


def _recipient(recipient: Recipient, groups: Groups) -> Recipient:
    """A recipient; one who may not be named and told of is counted, and no more."""
    if recipient.volunteer is None or may_be_told_of(recipient.volunteer, groups):
        return recipient
    return recipient.model_copy(update={"volunteer": None})


def _groups() -> Mapping[str, Group]:
    found = {}
    for name, info in Volunteer.model_fields.items():
        for mark in info.metadata:
            if isinstance(mark, Group):
                found[name] = mark
    return found


GROUP_OF = _groups()
"""field of a volunteer → the group of consent that covers it."""
