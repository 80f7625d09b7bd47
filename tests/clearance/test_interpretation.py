"""A document that nobody has explained after three working days is a warning."""

from __future__ import annotations

import pytest

from generator.problems import Language


def said(site, on):
    return [(one.code, one.key, str(one.severity)) for one in site.problems(on)]


LATE = [("uninterpreted", "interpreted_on", "warning")]


@pytest.mark.parametrize(
    ("issued", "interpreted", "on", "expected"),
    [
        ("2026-11-20", None, "2026-11-25", []),  # a Friday; the third working day is a Wednesday
        ("2026-11-20", None, "2026-11-26", LATE),
        ("2026-11-20", "2026-11-26", "2026-11-26", []),
        ("2026-11-20", "2026-12-01", "2026-11-26", LATE),  # dated ahead
        ("2026-09-29", None, "2026-10-09", []),  # over the National Day holiday
        ("2026-09-29", None, "2026-10-10", LATE),
        ("2026-11-27", None, "2026-11-24", []),  # not issued yet
    ],
)
def test_three_working_days_are_given(site, issued, interpreted, on, expected):
    site.policy(issued=issued, interpreted_on=interpreted)

    assert said(site, on) == expected


def test_a_document_that_holds_no_more_needs_no_explanation(site):
    """Superseded, or run out."""
    site.policy("policies/old", interpreted_on=None)
    site.policy("policies/new", supersedes=["old"])
    site.policy("policies/past", interpreted_on=None, effective={"until": "2026-06-30"})

    assert said(site, "2026-11-24") == []


def test_a_draft_is_waited_for_as_well(site):
    """It is a draft since nobody has finished it."""
    site.policy(interpreted_on=None, publish={"state": "draft"})

    assert said(site, "2026-11-24") == LATE


@pytest.mark.parametrize(("issued", "known"), [("2026-01-05", True), ("2099-01-05", False)])
def test_holidays_that_nobody_knows_yet_are_said(site, issued, known):
    """Else an editor would think that they were counted."""
    site.policy(issued=issued, interpreted_on=None)

    (problem,) = site.problems("2099-12-01")

    assert ("2099 年的放假安排还不知道" in problem.message(Language.ZH)) is not known
    assert ("holidays of 2099" in problem.message(Language.EN)) is not known
