"""Policies: the index by level, the explainers, and their sources clause by clause."""

from __future__ import annotations

import pytest

from tests.site import FIGURES, PROVISION, SOURCE


def provision(id, kind, **more):
    return {**PROVISION, "id": id, "kind": kind, "title": f"条目{id}", **more}


def test_without_policies_there_is_no_section(site):
    """Neither a page nor an entry in the header, nor the button on the home page."""
    site.add("volunteers/a")

    site.build()

    assert not site.has("/policies/")
    assert "政策" not in site.page("/").sections
    assert "看政策给什么" not in site.page("/").text


def test_benefits_stand_before_duties(site):
    """Whatever the order of the record; within a kind that order stays."""
    site.policy(
        provisions=[
            provision("duty", "duty"),
            provision("b2", "benefit"),
            provision("honour", "honour"),
            provision("b1", "benefit"),
            provision("procedure", "procedure"),
        ],
        figures=[],
    )

    page = site.build().page("/policies/doc/")

    parts = [part.get("id") for part in page.classed("wb-provision") if part.get("id")]
    assert parts == ["b2", "b1", "honour", "procedure", "duty", "__source"]
    assert page.texts("wb-badge")[1:] == ["待遇", "待遇", "荣誉", "流程", "责任"]


def test_each_amount_leads_to_its_clause_on_the_source(site):
    """At an anchor that is there, where the number stands."""
    site.policy()

    site.build()

    (part,) = site.page("/policies/doc/").all("//*[@id='allowance']")
    assert part.xpath(".//data/@value") == ["6000", "4000"]
    links = [
        link for link in site.page("/policies/doc/").links_in(part) if "/sources/" in link.href
    ]
    assert {link.href for link in links} == {"/sources/doc/#2-1-1"}
    (clause,) = site.page("/sources/doc/").all("//*[@id='2-1-1']")
    for value in ("6000", "4000"):
        assert value in clause.text_content()


def test_the_quote_marks_what_the_figures_say_each_in_its_colour(site):
    """So that 6000 is read with 省外项目 and 4000 with 省内项目."""
    site.policy()

    page = site.build().page("/policies/doc/")

    assert page.texts("wb-mark--gold") == ["省外项目", "6000 元"]
    assert page.texts("wb-mark--lake") == ["省内项目", "4000 元"]
    assert page.texts("wb-clause-quote__text") == [f"“{PROVISION['cite']['quote']}”"]


def test_a_number_within_another_is_not_marked(site):
    """6000 is not in 16000."""
    quote = "学校给与 16000 元，其中 6000 元为省外项目补贴。"
    site.policy(
        provisions=[{**PROVISION, "cite": {"at": "二(一)1", "quote": quote}}], figures=FIGURES[:1]
    )
    site.write("sources/doc.txt", SOURCE.replace(PROVISION["cite"]["quote"], quote))

    page = site.build().page("/policies/doc/")

    assert page.texts("wb-mark") == ["6000 元", "省外项目"]
    assert page.texts("wb-clause-quote__text") == [f"“{quote}”"]


@pytest.mark.parametrize(
    ("sentence", "gold", "lake"),
    [
        ("省外项目给六千元，省内项目给四千元。", ["省外项目", "六千元"], ["省内项目", "四千元"]),
        ("省外项目给 0.6 万元，省内项目给 0.4 万元。", ["省外项目", "0.6 万元"], ["省内项目", "0.4 万元"]),
        ("省外项目给６０００ 元，省内项目给4,000元。", ["省外项目", "６０００ 元"], ["省内项目", "4,000元"]),
        ("省外项目、省内项目，分别给6000、4000元。", ["省外项目", "6000"], ["省内项目", "4000元"]),
    ],
)  # fmt: skip
def test_the_marks_know_every_spelling_of_an_amount(site, sentence, gold, lake):
    """As the check does: what is bound is marked."""
    cite = {"at": "二(一)1", "quote": sentence}
    site.policy(
        provisions=[{**PROVISION, "cite": cite}],
        figures=[{**figure, "cite": cite} for figure in FIGURES],
    )
    site.write("sources/doc.txt", SOURCE.replace(PROVISION["cite"]["quote"], sentence))

    page = site.build().page("/policies/doc/")

    assert page.texts("wb-mark--gold") == gold
    assert page.texts("wb-mark--lake") == lake


def test_two_figures_of_one_value_are_each_marked(site):
    """Neither takes the other's place."""
    sentence = "省外项目给 6000 元，省内项目给 6000 元。"
    cite = {"at": "二(一)1", "quote": sentence}
    site.policy(
        provisions=[{**PROVISION, "cite": cite}],
        figures=[{**figure, "value": 6000, "cite": cite} for figure in FIGURES],
    )
    site.write("sources/doc.txt", SOURCE.replace(PROVISION["cite"]["quote"], sentence))

    page = site.build().page("/policies/doc/")

    assert page.texts("wb-mark--gold") == ["省外项目", "6000 元"]
    assert page.texts("wb-mark--lake") == ["省内项目", "6000 元"]


@pytest.mark.parametrize(
    ("effective", "as_of", "badge"),
    [
        (None, "2026-11-24", "●现行有效"),
        (None, "2025-12-31", "○未生效"),  # issued on 2026-01-01
        (None, "2026-01-01", "●现行有效"),
        ({"from": "2026-12-01"}, "2026-11-30", "○未生效"),
        ({"from": "2026-12-01"}, "2026-12-01", "●现行有效"),
        ({"until": "2026-11-24"}, "2026-11-24", "●现行有效"),  # the last day counts
        ({"until": "2026-11-24"}, "2026-11-25", "◌已失效"),
    ],
)
def test_a_document_says_whether_it_is_in_force(site, effective, as_of, badge):
    """By its own dates, on the day of the build."""
    site.policy(effective=effective)

    site.build(as_of)

    assert site.page("/policies/doc/").texts("wb-badge")[0] == badge
    assert site.page("/policies/").texts("wb-badge") == [badge]


def test_a_superseded_document_says_so(site):
    """The newer one is valid."""
    site.policy("policies/old")
    site.policy("policies/new", supersedes=["old"])

    site.build()

    assert site.page("/policies/old/").texts("wb-badge")[0] == "×已废止"
    assert site.page("/policies/new/").texts("wb-badge")[0] == "●现行有效"


def test_a_newer_document_that_is_not_yet_in_force_does_not_abolish_the_old(site):
    """Until its day the old one counts."""
    site.policy("policies/old")
    site.policy("policies/new", supersedes=["old"], effective={"from": "2027-01-01"})

    site.build("2026-11-24")

    assert site.page("/policies/old/").texts("wb-badge")[0] == "●现行有效"


def test_a_superseded_document_does_not_come_back_when_its_successor_ends(site):
    """A third has taken its place, or it has run out: the first is abolished all the same."""
    site.policy("policies/a")
    site.policy(
        "policies/b", supersedes=["a"], effective={"from": "2026-03-01", "until": "2026-08-31"}
    )
    site.policy("policies/c", supersedes=["b"], effective={"from": "2026-06-01"})

    def badges(day):
        site.build(day)
        return [site.page(f"/policies/{id}/").texts("wb-badge")[0] for id in "abc"]

    assert badges("2026-02-28") == ["●现行有效", "○未生效", "○未生效"]
    assert badges("2026-03-01") == ["×已废止", "●现行有效", "○未生效"]
    assert badges("2026-06-01") == ["×已废止", "×已废止", "●现行有效"]
    assert badges("2026-09-01") == ["×已废止", "×已废止", "●现行有效"]


def test_figures_of_a_superseded_document_are_not_on_the_home_page(site):
    """A visitor must not read last year's amount."""
    site.policy("policies/old", title="旧政策")
    site.write("sources/new.txt", SOURCE.replace("6000", "7000"))
    site.policy(
        "policies/new",
        source="new.txt",
        supersedes=["old"],
        provisions=[{**PROVISION, "cite": {"at": "二(一)1"}}],
        figures=[{**FIGURES[0], "value": 7000}],
    )

    page = site.build().page("/")

    assert page.all("//*[@id='__content']//data/@value") == ["7000"]


def test_the_index_stands_by_level(site):
    """The nation first, the college last; empty levels do not stand."""
    site.policy("policies/a", level="college", title="学院的")
    site.policy("policies/b", level="national", title="国家的")

    page = site.build().page("/policies/")

    assert page.texts("wb-section__heading") == ["国家", "学院", "按届看"]
    assert page.texts("wb-policy-card__title") == ["国家的", "学院的"]


def test_the_summary_says_for_whom_how_much_until_when_and_whom_to_ask(site):
    """The four questions of a student, before anything else."""
    site.add("units/office", name="示例项目管理办公室", short="示例项目办")
    site.policy(contacts=["office"])

    page = site.build().page("/policies/doc/")

    assert page.texts("wb-summary__cell") == [
        "给谁 示例志愿者",
        "多少 6000 元 省外项目 4000 元 省内项目",
        "到何时 2026年1月1日印发 文件未写截止日期",
        "找谁 示例项目办",
    ]


@pytest.mark.parametrize(
    ("given", "applies"),
    [
        ({"for": {"project": ["outside", "inside"]}}, "适用：省外项目、省内项目"),
        ({"for": {"project": "inside"}}, "适用：省内项目"),
        ({"for": {"project": "inside"}, "applies": "省内的志愿者"}, "适用：省内的志愿者"),
        ({}, None),
    ],
)
def test_a_provision_says_to_whom_it_applies(site, given, applies):
    """In its own words, or in those of the criteria; nothing where it applies to all."""
    site.add("criteria/project")
    site.policy(provisions=[{**PROVISION, **given}])

    page = site.build().page("/policies/doc/")

    assert page.texts("wb-state__text")[1:] == ([applies] if applies else [])


def test_the_contents_lead_to_parts_that_are_there(site):
    """Every provision, and the source."""
    site.policy(provisions=[PROVISION, provision("two", "duty")])

    page = site.build().page("/policies/doc/")

    targets = {link.get("href") for link in page.classed("wb-contents__link")}
    assert targets == {"#allowance", "#two", "#__source"}
    for target in targets:
        assert page.all(f"//*[@id='{target[1:]}']")


@pytest.mark.parametrize("id", ["source", "history", "terms", "caveats", "content"])
def test_a_provision_may_have_any_id(site, id):
    """The page's own parts have names as well: no id stands twice."""
    site.policy(
        provisions=[{**PROVISION, "id": id}],
        figures=[],
        terms=[{"term": "示例词", "meaning": "示例意思"}],
        caveats=["示例注意。"],
    )

    if any(problem.severity == "error" for problem in site.problems()):
        return  # refused with a reason is as good
    page = site.build().page("/policies/doc/")

    assert len(page.all(f"//*[@id='{id}']")) == 1


def test_the_history_of_an_explainer_is_told(site):
    """Printed, first explained, changed."""
    site.policy(
        interpreted_on="2026-02-01",
        history=[{"on": "2026-03-01", "kind": "major", "note": "补充办理步骤。"}],
    )

    assert site.build().page("/policies/doc/").facts == {
        "印发": ["2026年1月1日"],
        "首发": ["2026年2月1日"],
        "更新": ["2026年3月1日：补充办理步骤。"],
    }
