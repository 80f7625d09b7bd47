"""Conditions held against answers: what is asked, and what the answers give."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.eligibility import (
    OUTCOMES,
    Entitlement,
    Verdict,
    entitlements,
    failing,
    inquiry,
    rule,
)
from generator.records.criterion import Criterion
from generator.records.policy import Policy


def criterion(id, *options, **more):
    given = [{"id": option, "label": option} for option in options]
    return Criterion.model_validate({"id": id, "question": f"{id}？", "options": given, **more})


def provision(id, conditions=None, **more):
    return {
        **{"id": id, "title": id, "kind": "benefit", "body": id, "cite": {"at": "一"}},
        **{"for": conditions or {}, **more},
    }


def figure(id, owner, conditions=None, **more):
    return {
        **{"id": id, "provision": owner, "value": "1", "unit": "CNY", "cite": {"at": "一"}},
        **{"for": conditions or {}, **more},
    }


def policy(provisions=(), figures=(), **more):
    text = dict.fromkeys(("title", "document", "audience", "summary"), "示例")
    return Policy.model_validate(
        {
            **{"id": "doc", "level": "university", "issued": "2026-01-01", "source": "doc.txt"},
            **{**text, "provisions": provisions, "figures": figures, **more},
        }
    )


ABC = (criterion("a", "x", "y"), criterion("b", "x", "y", "z"), criterion("c", "x", "y"))


def asked(*provisions, criteria=ABC):
    """The provisions given, and the questions that decide on them."""
    given = entitlements([policy(provisions)])
    return given, inquiry(given, criteria)


def every_way(questions):
    """The outcomes, each as its answers."""
    return [dict(way) for way in questions.ways() if questions.next(way) is None]


def test_nothing_is_asked_that_decides_nothing():
    """Neither a criterion that nobody names, nor one of which all options will do."""
    _, questions = asked(provision("p", {"a": ["x", "y"]}), provision("q"))

    assert questions.criteria == ()
    assert every_way(questions) == [{}]


def test_a_question_is_asked_only_where_its_answer_still_decides():
    """Whoever is out already is not asked further."""
    _, questions = asked(provision("p", {"a": ["x"], "b": ["y"]}))

    assert every_way(questions) == [
        {"a": "x", "b": "x"},
        {"a": "x", "b": "y"},
        {"a": "x", "b": "z"},
        {"a": "y"},
    ]


def test_the_order_is_the_editors():
    """Those without a number follow, by id."""
    criteria = (criterion("a", "x", "y"), criterion("b", "x", "y", order="2"))
    criteria += (criterion("c", "x", "y", order="1"),)
    _, questions = asked(provision("p", {"a": "x", "b": "x", "c": "x"}), criteria=criteria)

    assert [one.id for one in questions.criteria] == ["c", "b", "a"]


def test_of_five_questions_the_fifth_is_left_out():
    """And what hangs on it is neither promised nor denied."""
    criteria = [criterion(id, "x", "y") for id in "abcde"]
    (one, *_), questions = asked(*(provision(id, {id: "x"}) for id in "eabcd"), criteria=criteria)

    assert [one.id for one in questions.left_out] == ["e"]
    assert max(map(len, questions.ways())) == 4
    assert {questions.verdict(one, way) for way in every_way(questions)} == {Verdict.MAY}


def test_a_question_that_makes_too_many_outcomes_is_left_out():
    """Each outcome is a page."""
    many = [f"o{number}" for number in range(OUTCOMES // 2 + 1)]
    criteria = (criterion("a", "x", "y"), criterion("b", *many))
    _, questions = asked(provision("p", {"a": "x", "b": "o1"}), criteria=criteria)

    assert [one.id for one in questions.left_out] == ["b"]


@pytest.mark.parametrize(
    ("more", "answers", "verdict"),
    [
        ({}, {"a": "x"}, Verdict.APPLIES),
        ({}, {"a": "y"}, Verdict.NOT),
        ({"depends": "由你申请"}, {"a": "x"}, Verdict.MAY),
        ({"depends": "由你申请"}, {"a": "y"}, Verdict.NOT),
    ],
)
def test_what_is_met_applies_unless_it_depends_on_more(more, answers, verdict):
    """What is not met is not open."""
    (one,), questions = asked(provision("p", {"a": "x"}, **more))

    assert questions.verdict(one, answers) is verdict


def test_a_colleges_document_is_never_certain():
    """No question asks for the college."""
    (one,) = entitlements([policy([provision("p")], level="college")])

    assert inquiry([one], ABC).verdict(one, {}) is Verdict.MAY


def test_a_condition_that_nobody_can_be_asked_about_leaves_it_open():
    """Its criterion is a draft, say."""
    (one,), questions = asked(provision("p", {"draft": "x"}))

    assert questions.verdict(one, {}) is Verdict.MAY


def test_what_goes_to_units_is_not_a_persons():
    """Nor are duties and procedures."""
    given, _ = asked(provision("p"), provision("q", collective="true"), provision("r", kind="duty"))

    assert [one.provision.id for one in given] == ["p"]


def test_an_amount_is_given_to_those_who_meet_both_its_conditions_and_its_provisions():
    """And where two remain of one unit, which of them is open."""
    figures = [figure("f", "p", {"b": "x"}), figure("g", "p", {"b": ["y", "z"]})]
    (one,) = entitlements([policy([provision("p", {"a": "x"})], figures)])
    assert isinstance(one, Entitlement)

    assert [f.id for f in one.given({"a": "x", "b": "x"})] == ["f"]
    assert [f.id for f in one.given({"a": "x", "b": "z"})] == ["g"]
    assert one.given({"a": "y", "b": "x"}) == ()
    assert inquiry([one], ABC).verdict(one, {"a": "x"}) is Verdict.MAY


conditions = st.dictionaries(
    st.sampled_from("abc"), st.sets(st.sampled_from("xyz"), min_size=1), max_size=3
)


@given(st.lists(conditions, min_size=1, max_size=4))
def test_whoever_answers_what_is_asked_learns_what_all_answers_would_say(every):
    """What is not asked changes nothing; and each question that is asked may change something."""
    given, questions = asked(
        *(
            provision(f"p{place}", {id: sorted(chosen) for id, chosen in one.items()})
            for place, one in enumerate(every)
        )
    )
    for options in product("xy", "xyz", "xy"):
        whole = dict(zip("abc", options, strict=True))
        way: dict[str, str] = {}
        while question := questions.next(way):
            way[question.id] = whole[question.id]
        assert [failing(one.rule, way) is None for one in given] == [
            failing(rule(one.provision.for_), whole) is None for one in given
        ]
        assert Verdict.MAY not in [questions.verdict(one, way) for one in given]
