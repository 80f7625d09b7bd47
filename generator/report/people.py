"""What is withheld because of somebody in it, and what is shown without somebody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.clearance import reasons
from generator.clearance.reasons import Why
from generator.problems import Problem
from generator.report.subject import Subject

KIND = "people"
TITLE = "因同意而没有公开的", "Withheld for want of consent"


def find(subject: Subject) -> Iterator[Problem]:
    """One finding for each person and place."""
    catalogue, groups, on = subject.catalogue, subject.prepared.clearance.groups, subject.today
    for item in catalogue.records:
        for reason in reasons.withholding(item, groups, catalogue, on):
            if reason.why is not Why.OVER:
                told = {"who": reason.who or "-", "why_zh": reason.why.zh, "why": reason.why.en}
                yield subject.finding(item, "report-withheld", reason.loc, **told)
        for reason in reasons.leaving_out(item, groups, catalogue, on):
            told = {"who": reason.who, "why_zh": reason.why.zh, "why": reason.why.en}
            yield subject.finding(item, "report-left-out", reason.loc, **told)
