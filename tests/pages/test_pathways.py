"""Pathways: the road step by step, what is needed on it, and where other pages stand on it."""

from __future__ import annotations

import pytest

STEPS = [
    {
        "title": "先了解",
        "who": "示例办",
        "when": "低年级",
        "events": ["talk"],
        "questions": ["q1"],
        "body": "见[补贴](../policies/doc.yml#allowance)。",
    },
    {
        "title": "再报名",
        "policies": ["doc"],
        "events": ["last"],
        "all": ["报名表", "成绩单"],
        "any": ["推荐信", "获奖证书"],
    },
]


@pytest.fixture
def road(site):
    site.policy()
    site.add("events/talk", title="宣讲", dates=[{"start": "2026-12-03T19:00"}])
    site.add("events/last", title="报名截止", kind="deadline", dates=[{"start": "2026-12-15"}])
    site.add("questions/q1", title="问一？")
    site.add("pathways/road", title="从报名到回来", steps=STEPS)
    return site


def test_without_pathways_there_is_no_section(site):
    """Neither a page nor an entry in the header."""
    site.add("events/talk")

    site.build()

    assert not site.has("/pathways/")
    assert "办事指引" not in site.page("/").sections


def test_each_step_says_who_when_how_and_by_which_clause(road):
    """In the order of the record."""
    page = road.build().page("/pathways/road/")

    assert page.texts("wb-step__title") == ["第1步：先了解", "第2步：再报名"]
    first, second = page.classed("wb-step")
    assert [span.text for span in first.xpath(".//p[@class='wb-meta']/span")] == [
        "示例办",
        "低年级",
    ]
    links = {link.href for link in page.links_in(first)}
    assert {"/policies/doc/#allowance", "/sources/doc/#2-1-1", "/questions/q1/"} <= links
    assert "/events/last/" in {link.href for link in page.links_in(second)}


def test_what_is_needed_is_told_apart_from_what_is_a_choice(road):
    """All of the one list, any of the other."""
    _, second = road.build().page("/pathways/road/").classed("wb-step")

    lists = second.xpath(".//ul[contains(@class, 'wb-needed')]")
    assert [[li.text for li in one] for one in lists] == [
        ["报名表", "成绩单"],
        ["推荐信", "获奖证书"],
    ]
    labels = second.xpath(".//p[@class='wb-needed__label']/text()")
    assert labels == ["都要", "有一样就行"]


def test_what_is_needed_stands_on_one_page_to_print(road):
    """The steps that ask for something, with the address of the page."""
    page = road.build().page("/pathways/road/needs/")

    assert page.heading == "从报名到回来要办什么"
    assert page.texts("wb-needs__title") == ["2 再报名"]
    for line in ("报名表", "成绩单", "推荐信", "获奖证书"):
        assert line in page.text
    assert "/pathways/road/needs/" in page.texts("wb-printed")[0]


def test_a_road_that_asks_for_nothing_has_no_such_page(site):
    """Nor a link to it."""
    site.add("pathways/road")

    site.build()

    assert not site.has("/pathways/road/needs/")
    assert "办什么" not in site.page("/pathways/road/").text


def test_events_ahead_stand_with_their_day_and_past_ones_do_not(road):
    """A deadline says that it is one."""
    before = road.build("2026-12-03").page("/pathways/road/")
    assert before.texts("wb-step__event") == ["宣讲 12月3日", "报名截止 12月15日截止"]
    assert before.texts("wb-agenda__title") == ["宣讲", "报名截止"]

    after = road.build("2026-12-04").page("/pathways/road/")
    assert after.texts("wb-step__event") == ["报名截止 12月15日截止"]
    assert after.texts("wb-agenda__title") == ["报名截止"]


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/questions/q1/", ("第1步，共2步：先了解", "/pathways/road/#step-1")),
        ("/events/talk/", ("第1步，共2步：先了解", "/pathways/road/#step-1")),
        ("/events/last/", ("第2步，共2步：再报名", "/pathways/road/#step-2")),
        ("/policies/doc/", ("第2步，共2步：再报名", "/pathways/road/#step-2")),
    ],
)
def test_a_page_that_is_part_of_a_step_shows_where_it_is_on_the_road(road, address, place):
    """With the step's number, linked to the step."""
    page = road.build().page(address)

    assert place in [(link.text, link.href) for link in page.links]
    assert road.page("/pathways/road/").all(f"//*[@id='{place[1].partition('#')[2]}']")


def test_the_index_shows_each_road_with_its_steps(road):
    """Each leads to its place, and to what is needed."""
    page = road.build().page("/pathways/")

    assert [(link.text, link.href) for link in page.links][1:] == [
        ("从报名到回来", "/pathways/road/"),
        ("办什么", "/pathways/road/needs/"),
        ("先了解", "/pathways/road/#step-1"),
        ("再报名", "/pathways/road/#step-2"),
    ]


def test_a_step_that_names_what_may_not_be_seen_leaves_it_out(road):
    """A draft event is on no road."""
    road.add("events/talk", title="宣讲", publish={"state": "draft"})

    page = road.build().page("/pathways/road/")

    assert "宣讲" not in page.text
