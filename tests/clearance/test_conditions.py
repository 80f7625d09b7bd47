"""Conditions that contradict each other, or reach nobody, are told at their place."""

from __future__ import annotations

import pytest

from generator.problems import Language
from tests.site import FIGURES, PROVISION

POLICY = "content/policies/doc.yml"


@pytest.fixture
def conditioned(site):
    """A policy whose provision and figures have the conditions given."""
    site.add("criteria/project")

    def write(provision=None, *figures):
        parts = [
            {**figure, **({"for": conditions} if conditions is not None else {})}
            for figure, conditions in zip(FIGURES, figures, strict=False)
        ]
        given = {**PROVISION, **({"for": provision} if provision is not None else {})}
        site.policy(provisions=[given], figures=parts)
        return site.problems()

    return write


def told(problems):
    return [(one.file, one.key, one.code, str(one.severity)) for one in problems]


@pytest.mark.parametrize(
    ("provision", "figures"),
    [
        (None, ()),
        ({"project": ["outside", "inside"]}, ({"project": "outside"}, {"project": "inside"})),
        (None, ({"project": "outside"}, {"project": ["inside"]})),
        ({"project": "inside"}, (None,)),
        (None, (None, None)),  # both are shown, each by its subject
    ],
)
def test_conditions_that_part_people_are_fine(conditioned, provision, figures):
    """Each gets one amount, or none."""
    assert conditioned(provision, *figures) == []


def test_a_provision_that_no_answers_reach(conditioned):
    """It has no option; what hangs on it is not blamed as well."""
    problems = conditioned({"project": []}, {"project": "outside"}, {"project": "inside"})

    assert told(problems) == [
        (POLICY, "provisions.0.for.project", "provision-unreachable", "error")
    ]


def test_a_figure_that_contradicts_its_provision(conditioned):
    """The provision is for others."""
    problems = conditioned({"project": "inside"}, {"project": "outside"}, {"project": "inside"})

    assert told(problems) == [(POLICY, "figures.0.for.project", "figure-unreachable", "error")]
    assert "allowance" in problems[0].message(Language.ZH)


@pytest.mark.parametrize(
    ("figures", "key"),
    [
        (({"project": "outside"}, {"project": ["outside", "inside"]}), "figures.1.for"),
        (({"project": "outside"}, None), "figures.1"),
        ((None, {"project": "inside"}), "figures.1.for"),
    ],
)
def test_two_figures_that_the_same_answers_would_give(conditioned, figures, key):
    """A student must not read two amounts as theirs."""
    problems = conditioned(None, *figures)

    assert told(problems) == [(POLICY, key, "figures-overlap", "error")]
    assert "outside" in problems[0].message(Language.ZH)


def test_figures_of_different_units_do_not_clash(conditioned, site):
    """So much money, for so long."""
    conditioned()
    cite = {"at": "二(一)2", "quote": "本人可申请将户口保留在学校两年"}
    years = {"id": "years", "provision": "allowance", "value": 2, "unit": "year", "cite": cite}
    site.policy(figures=[FIGURES[0], years])

    assert site.problems() == []


def test_figures_of_a_procedure_may_stand_side_by_side(conditioned, site):
    """They are not what a person gets."""
    site.policy(provisions=[{**PROVISION, "kind": "procedure"}])

    assert site.problems() == []


@pytest.mark.parametrize(
    ("conditions", "code"),
    [
        ({"projct": "outside"}, "dangling-near"),
        ({"project": "outsde"}, "dangling-part"),
    ],
)
def test_an_unknown_criterion_or_option(conditioned, conditions, code):
    """Told where it is named."""
    assert [one.code for one in conditioned(conditions)] == [code]


def test_more_questions_than_four(site):
    """The one that is not asked is named."""
    for number in range(1, 6):
        site.add(f"criteria/c{number}", order=number)
    rules = [{f"c{number}": "outside"} for number in range(1, 6)]
    parts = [{**PROVISION, "id": f"p{n}", "for": one} for n, one in enumerate(rules)]
    site.policy(provisions=parts, figures=[])

    assert told(site.problems()) == [("content/criteria/c5.yml", "", "too-many-questions", "error")]
