"""The dates that lie ahead, and will be held as far as anybody knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue
from generator.problems import Problem, Severity
from generator.records.event import Event, EventDate, Status

_OFF = frozenset({Status.CANCELLED, Status.POSTPONED})


@dataclass(frozen=True, slots=True)
class Ahead:
    """A date of an event, and which of its dates it is."""

    event: Event
    index: int
    date: EventDate

    def warning(self, code: str, *loc: str | int, folder: str, **particulars: object) -> Problem:
        """A warning at *loc*, or at the date itself."""
        return Problem(
            f"{folder}/events/{self.event.id}.yml",
            code,
            loc or ("dates", self.index, "start"),
            particulars=particulars,
            severity=Severity.WARNING,
        )


def ahead(catalogue: Catalogue, on: date) -> Sequence[Ahead]:
    """Every date that ends on the day *on* or later, and is neither cancelled nor postponed."""
    return [
        Ahead(event, index, when)
        for event in catalogue.all(Event)
        for index, when in enumerate(event.dates)
        if when.last_day >= on and when.status not in _OFF
    ]
