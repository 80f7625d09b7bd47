"""Consents that run out soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.clearance.consent import has_profile
from generator.problems import Loc, Problem
from generator.records import Record
from generator.records.media import Media
from generator.records.volunteer import Volunteer
from generator.report.subject import Subject

KIND = "consents"
TITLE = "快到期的同意", "Consents about to run out"
AHEAD = timedelta(days=60)


def find(subject: Subject) -> Iterator[Problem]:
    """Each consent that runs today and ends within ``AHEAD``."""
    for item, loc, until in _ends(subject):
        if subject.today <= until <= subject.today + AHEAD:
            left = (until - subject.today).days
            yield subject.finding(item, "report-expiring", loc, until=str(until), days=left)


def _ends(subject: Subject) -> Iterator[tuple[Record, Loc, date]]:
    for person in subject.catalogue.all(Volunteer):
        if person.consent and person.consent.until and has_profile(person, subject.today):
            yield person, ("consent", "until"), person.consent.until
    for picture in subject.catalogue.all(Media):
        for index, who in enumerate(picture.subjects):
            if who.consent and who.consent.until:
                yield picture, ("subjects", index, "consent", "until"), who.consent.until
