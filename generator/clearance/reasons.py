"""Why something is withheld, as a value: for :func:`~generator.clearance.clear`, which withholds
it, and for editors, who are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.catalogue import Catalogue
from generator.clearance import consent, periods, photographs
from generator.clearance.consent import Groups
from generator.problems import Loc
from generator.records.event import Event
from generator.records.honour import Honour
from generator.records.media import Media
from generator.records.record import Record
from generator.records.story import Story
from generator.records.volunteer import Volunteer


class Why(Enum):
    """Why somebody may not be seen, or a record: in Chinese and English."""

    OVER = "公开的最后一天已过", "its last day is past"
    UNSAID = "没有写同意", "no consent is recorded"
    NOT_YET = "同意还没有生效", "the consent does not run yet"
    EXPIRED = "同意已到期", "the consent has run out"
    WITHDRAWN = "本人已撤回", "they withdrew"
    NOT_COVERED = "同意的内容不包括这些", "the consent does not cover it"
    NO_GUARDIAN = "没有监护人同意", "no guardian agreed"

    @property
    def zh(self) -> str:
        """In Chinese."""
        text: str = self.value[0]
        return text

    @property
    def en(self) -> str:
        """In English."""
        text: str = self.value[1]
        return text


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a record, or the part of it at ``loc``, is withheld; ``who`` is the volunteer's id."""

    why: Why
    loc: Loc = ()
    who: str = ""


def withholding(item: Record, groups: Groups, catalogue: Catalogue, on: date) -> Iterator[Reason]:
    """What withholds *item* as a whole on the day *on*; nothing where it may be seen.

    ``groups`` is volunteer's id → the groups of fields that may be shown. Drafts and what is not
    out yet are no part of it: a preview shows them.
    """
    if periods.is_over(item.publish, on):
        yield Reason(Why.OVER, ("publish", "until"))
    if isinstance(item, Volunteer) and not consent.has_profile(item, on):
        why = _of(item.id, catalogue, on)
        yield Reason(why, ("consent",) if why is not Why.UNSAID else (), item.id)
    elif isinstance(item, Story):
        for index, id in enumerate(item.volunteers):
            if not consent.may_be_told_of(id, groups):
                yield Reason(_of(id, catalogue, on), ("volunteers", index), id)
    elif isinstance(item, Media):
        for index, who in enumerate(item.subjects):
            if not photographs.agrees(who, groups, on):
                loc = ("subjects", index)
                if who.minor and not (who.consent and who.consent.guardian):
                    yield Reason(Why.NO_GUARDIAN, loc, who.volunteer or "")
                elif who.consent and who.consent.until and who.consent.until < on:
                    yield Reason(Why.EXPIRED, loc, who.volunteer or "")
                elif who.volunteer:
                    yield Reason(_of(who.volunteer, catalogue, on), loc, who.volunteer)
                else:
                    yield Reason(Why.UNSAID, loc)


def leaving_out(item: Record, groups: Groups, catalogue: Catalogue, on: date) -> Iterator[Reason]:
    """Who is not named in *item*, which is shown without them."""
    if isinstance(item, Event):
        for index, speaker in enumerate(item.speakers):
            if speaker.volunteer and not consent.may_be_named(speaker.volunteer, groups):
                why = _of(speaker.volunteer, catalogue, on)
                yield Reason(why, ("speakers", index), speaker.volunteer)
    elif isinstance(item, Honour):
        for index, recipient in enumerate(item.recipients):
            if recipient.volunteer and not consent.may_be_told_of(recipient.volunteer, groups):
                why = _of(recipient.volunteer, catalogue, on)
                yield Reason(why, ("recipients", index), recipient.volunteer)


def _of(id: str, catalogue: Catalogue, on: date) -> Why:
    """Why the volunteer *id* may not be shown as somebody would have it."""
    person = catalogue.get(Volunteer, id)
    if person is None:
        return Why.WITHDRAWN  # a tombstone
    given = person.consent
    if given is None:
        return Why.UNSAID
    if given.withdrawn and given.withdrawn <= on:
        return Why.WITHDRAWN
    if given.until and given.until < on:
        return Why.EXPIRED
    return Why.NOT_YET if given.granted > on else Why.NOT_COVERED
