"""The report: what editors should look at next, one kind of finding a module.

A finding is a :class:`~generator.problems.Problem` that is none: a place, what is there, why, and
what to do. Nothing here keeps a site from being built. A new kind: its module with ``KIND``,
``TITLE`` and ``find``, its place in ``KINDS``, its test.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build import Prepared
from generator.due import Due
from generator.problems import Problem
from generator.reading import place
from generator.report import consents, events, figures, people, pictures, unpublished
from generator.report.subject import Subject
from generator.written import Written

KINDS = (people, consents, events, figures, pictures, unpublished)
"""Every kind of finding, in the order in which the report tells of them."""

TITLES: Mapping[str, tuple[str, str]] = {kind.KIND: kind.TITLE for kind in KINDS}
"""What each kind is called, in Chinese and English."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, by kind, and when the site changes next."""

    findings: Mapping[str, tuple[Problem, ...]]
    following: Due | None


def report(
    prepared: Prepared, written: Iterable[Written], content: Path, following: Due | None
) -> Report:
    """What is to be looked at in *content*, of which *prepared* was made."""
    subject = Subject(prepared, tuple(written), content)
    findings = {kind.KIND: place(kind.find(subject), content) for kind in KINDS}
    return Report(findings, following)
