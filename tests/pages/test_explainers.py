"""What an explainer tells: terms where they are first used, its history, what takes its place."""

from __future__ import annotations

import pytest

from tests.site import PROVISION, SOURCE, words


def provision(id, body):
    return {**PROVISION, "id": id, "title": f"条目{id}", "body": body}


OFFICE = {"term": "校项目办", "meaning": "学校西部计划项目管理办公室。"}
OFFICES = {"term": "项目办", "meaning": "管西部计划的办公室。"}


def test_a_term_is_explained_where_it_is_first_used_and_in_the_list(site):
    """Once beside the text, marked as a definition in it; a longer term is not its part."""
    site.policy(
        background="校项目办写的，请问**校项目办**。",
        provisions=[
            provision("a", "请问校项目办。"),
            provision("b", "请问项目办，或[项目办](/)。"),
        ],
        figures=[],
        terms=[OFFICES, OFFICE, {"term": "没有用到的", "meaning": "示例。"}],
    )

    page = site.build().page("/policies/doc/")

    assert [words(mark) for mark in page.all("//dfn")] == ["校项目办", "项目办"]
    assert page.texts("wb-gloss") == [
        "校项目办：学校西部计划项目管理办公室。",
        "项目办：管西部计划的办公室。",
    ]
    places = [part.getparent().get("id") for part in page.classed("wb-gloss")]
    assert places == [None, "b"]
    (terms,) = page.classed("wb-terms")
    assert [words(term) for term in terms.iter("dt")] == ["项目办", "校项目办", "没有用到的"]


def test_a_term_in_a_link_or_in_code_is_explained_but_not_marked(site):
    """A link says what it leads to already."""
    site.policy(
        provisions=[provision("a", "[校项目办](/)和`校项目办`。")], figures=[], terms=[OFFICE]
    )

    page = site.build().page("/policies/doc/")

    assert page.all("//dfn") == []
    assert len(page.texts("wb-gloss")) == 1


def test_a_term_may_hold_what_html_and_patterns_mean_something_by(site):
    """& and brackets are text."""
    term = {"term": "A&B(c)", "meaning": "示例。"}
    site.policy(provisions=[provision("a", "这是A&B(c)。")], figures=[], terms=[term])

    page = site.build().page("/policies/doc/")

    assert [words(mark) for mark in page.all("//dfn")] == ["A&B(c)"]


def test_the_history_tells_larger_changes_from_small_ones(site):
    """In order of time; the head says when it came out and when it last changed for readers."""
    site.policy(
        interpreted_on="2026-02-01",
        history=[
            {"on": "2026-05-01", "kind": "minor", "note": "改了一个错字。"},
            {"on": "2026-03-01", "kind": "major", "note": "补充办理步骤。"},
        ],
    )

    page = site.build().page("/policies/doc/")

    assert list(page.facts.items()) == [
        ("印发", ["2026年1月1日"]),
        ("首发", ["2026年2月1日"]),
        ("更新", ["2026年3月1日：补充办理步骤。"]),
        ("小修", ["2026年5月1日：改了一个错字。"]),
    ]
    assert page.texts("wb-meta")[:1] == ["首发2026年2月1日 更新2026年3月1日"]


def notice(page):
    """The words of the notice at the top, and where it leads."""
    found = page.classed("wb-moved")
    if not found:
        return None
    assert found[0].sourceline < page.all("//h1")[0].sourceline
    return page.texts("wb-moved__heading"), [link.href for link in page.links_in(found[0])]


@pytest.fixture
def superseding(site):
    """A document, and one that takes its place in June."""
    site.policy("policies/old", title="旧政策")
    site.policy(
        "policies/new", title="新政策", supersedes=["old"], effective={"from": "2026-06-01"}
    )
    return site


WAY = ["/policies/new/", "/policies/new/compare/old/"]


@pytest.mark.parametrize(
    ("on", "said", "until"),
    [
        ("2026-05-31", "这份文件将被取代", "有效到2026年5月31日"),
        ("2026-06-01", "这份文件已废止", "有效到2026年5月31日"),
    ],
)
def test_a_superseded_page_leads_with_its_successor(superseding, on, said, until):
    """Before the title: whoever has the old address must not act on it. It says so beforehand."""
    page = superseding.build(on).page("/policies/old/")

    assert notice(page) == ([said], WAY)
    assert until in page.texts("wb-summary__cell")[2]
    assert notice(superseding.page("/policies/new/")) is None


def test_a_successor_that_was_itself_superseded_is_passed_over(superseding):
    """Straight to what counts today."""
    superseding.policy("policies/newest", supersedes=["new"], effective={"from": "2026-07-01"})

    page = superseding.build().page("/policies/old/")

    assert notice(page)[1] == ["/policies/newest/", *WAY]


def test_policies_that_supersede_each_other_have_pages_all_the_same(site):
    """It is a mistake, and no endless loop."""
    site.policy("policies/a", supersedes=["b"])
    site.policy("policies/b", supersedes=["a"])

    site.build()

    assert site.has("/policies/a/")


def test_a_document_that_ran_out_says_so_at_the_top(site):
    """Nothing takes its place."""
    site.policy(effective={"until": "2026-06-30"})

    assert notice(site.build().page("/policies/doc/")) == (["这份文件已失效"], [])


def test_a_new_document_leads_to_what_changed(superseding):
    """And to the one that it replaces."""
    page = superseding.build().page("/policies/new/")

    assert page.facts["取代"] == ["旧政策"]
    assert {"/policies/new/compare/old/", "/policies/old/"} <= page.addresses


def test_a_successor_that_is_a_draft_takes_nobody_s_place(superseding):
    """Nothing that may not be seen is told of."""
    path = superseding.content_folder / "policies" / "new.yml"
    path.write_text(path.read_text("utf-8") + "publish: {state: draft}\n", "utf-8")
    superseding.write("sources/new.txt", SOURCE)

    page = superseding.build().page("/policies/old/")

    assert notice(page) is None
    assert page.texts("wb-badge")[0] == "●现行有效"
    assert not superseding.has("/policies/new/compare/old/")
