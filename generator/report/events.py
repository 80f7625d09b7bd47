"""Events that are over and of which nothing was told since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.problems import Problem
from generator.records.event import Event, EventKind, Status
from generator.records.story import Story
from generator.report.subject import Subject

KIND = "events"
TITLE = "办完了、还没有回顾的活动", "Events without a recap"
PATIENCE = timedelta(days=14)


def find(subject: Subject) -> Iterator[Problem]:
    """Each event whose last day is more than ``PATIENCE`` ago, save deadlines and what was called
    off.
    """
    told = {id for story in subject.catalogue.all(Story) for id in story.events}
    for event in subject.catalogue.all(Event):
        held = [when.last_day for when in event.dates if when.status is not Status.CANCELLED]
        if event.kind is EventKind.DEADLINE or event.recap or event.id in told or not held:
            continue
        if max(held) + PATIENCE < subject.today:
            yield subject.finding(event, "report-no-recap", last=str(max(held)))
