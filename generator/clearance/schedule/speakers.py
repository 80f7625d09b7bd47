"""Speakers: whoever is announced has agreed to be named, or is announced without a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.clearance.consent import Groups
from generator.clearance.schedule.ahead import Ahead
from generator.problems import Problem
from generator.records.event import UNNAMED_SPEAKER
from generator.records.volunteer import Group


def unnamed(dates: Iterable[Ahead], groups: Groups, folder: str) -> Iterator[Problem]:
    """A warning at each volunteer who is to speak and has not agreed to be named."""
    for event, found in groupby(dates, key=lambda one: one.event):
        first = next(found)
        for index, speaker in enumerate(event.speakers):
            who = speaker.volunteer
            if who in groups and Group.NAME not in groups[who]:
                loc = ("speakers", index, "volunteer")
                yield first.warning(
                    "speaker-unnamed", *loc, folder=folder, who=who, shown=UNNAMED_SPEAKER
                )
