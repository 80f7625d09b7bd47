"""The types of records. A new one: its module here, its place in ``COLLECTIONS``, its test."""

from __future__ import annotations

from generator.records.criterion import Criterion
from generator.records.event import Event
from generator.records.honour import Honour
from generator.records.media import Media
from generator.records.notice import Notice
from generator.records.pathway import Pathway
from generator.records.policy import Policy
from generator.records.question import Question
from generator.records.record import Record, Tombstone
from generator.records.story import Story
from generator.records.unit import Unit
from generator.records.volunteer import Volunteer

COLLECTIONS: tuple[type[Record], ...] = (
    Volunteer,
    Story,
    Event,
    Policy,
    Notice,
    Honour,
    Unit,
    Question,
    Pathway,
    Criterion,
    Media,
)
"""Every type of record, in the order in which messages and indexes list them."""

BY_NAME = {model.collection: model for model in COLLECTIONS}
"""The type of a collection's records, by the collection's name."""

__all__ = ["BY_NAME", "COLLECTIONS", "Record", "Tombstone"]
