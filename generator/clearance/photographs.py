"""Photographs: nobody is shown who did not agree to be (invariants 2 and 3).

Source: Personal Information Protection Law (个人信息保护法), articles 25 to 31; Civil Code
(民法典), article 1019: a likeness is published only with the consent of whose it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.clearance.consent import Groups
from generator.problems import Problem, Severity
from generator.records.media import Media, Subject
from generator.records.volunteer import Group, Volunteer


def agrees(subject: Subject, groups: Groups, on: date) -> bool:
    """Whether a subject agrees to be seen on the day *on*; the last day of a consent counts.

    ``groups`` is volunteer's id → the groups of fields that may be shown.
    """
    consent = subject.consent
    if consent and consent.until and consent.until < on:
        return False
    if subject.minor and not (consent and consent.guardian):
        return False
    if subject.volunteer:
        return {Group.NAME, Group.PORTRAIT} <= groups.get(subject.volunteer, frozenset())
    return consent is not None


def unguarded(catalogue: Catalogue, folder: str) -> Iterator[Problem]:
    """Subjects who cannot have agreed, or of whom it is not said that they did.

    A portrait's record must name whose it is: it is the record that withholds the picture
    elsewhere too, once its subject withdraws.
    """
    for item in catalogue.all(Media):
        file = f"{folder}/media/{item.id}.yml"
        for index, who in enumerate(item.subjects):
            consent = who.consent
            if who.minor and not (consent and consent.guardian):
                yield Problem(file, "minor-unguarded", ("subjects", index))
            elif not who.volunteer and consent is None:
                yield Problem(
                    file, "subject-no-consent", ("subjects", index), severity=Severity.WARNING
                )
    yield from _strangers(catalogue.all(Volunteer), catalogue, folder)


def _strangers(people: Iterable[Volunteer], catalogue: Catalogue, folder: str) -> Iterator[Problem]:
    for person in people:
        picture = catalogue.get(Media, person.portrait)
        if picture and person.id not in {who.volunteer for who in picture.subjects}:
            told = {"file": f"{folder}/media/{picture.id}.yml", "id": person.id}
            yield Problem(
                f"{folder}/volunteers/{person.id}.yml",
                "portrait-unnamed",
                ("portrait",),
                particulars=told,
            )
