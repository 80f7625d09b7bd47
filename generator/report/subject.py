"""What a report is about: the content as it was prepared for readers, and its hand-written pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build import Prepared
from generator.catalogue import Catalogue
from generator.problems import Loc, Problem, Severity
from generator.records import Record
from generator.written import Written


@dataclass(frozen=True, slots=True)
class Subject:
    """What kinds of findings look at."""

    prepared: Prepared
    written: tuple[Written, ...]
    content: Path

    @property
    def catalogue(self) -> Catalogue:
        """Every record."""
        return self.prepared.catalogue

    @property
    def today(self) -> date:
        """The day of the report."""
        return self.prepared.site.as_of

    def finding(self, item: Record, code: str, loc: Loc = (), **told: object) -> Problem:
        """A finding in the record *item*."""
        file = f"{self.content.name}/{item.collection}/{item.id}.yml"
        return Problem(file, code, loc, particulars=told, severity=Severity.WARNING)
