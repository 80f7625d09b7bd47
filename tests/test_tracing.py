"""Where a figure is shown, which former values are still typed, what nobody has explained."""

from __future__ import annotations

from datetime import date

import pytest

from generator import build, tracing
from generator.pages.page import Site as Shared
from generator.written import read_written
from tests.site import FIGURES, PROVISION, ROOT, TODAY

NEW = """\
示例大学

示例〔2026〕2号

关于示例工作的新意见

一、补贴

省外项目志愿者、省内项目志愿者，学校分别给与 6000 元、5000 元的补贴。

示例大学

2026年6月1日
"""


def prepared(content):
    return build.prepare(content, Shared("示例网", "", date.fromisoformat(TODAY)))


def shown_on(site):
    made = prepared(site.content_folder)
    written, _ = read_written(site.content_folder)
    return tracing.shown_on(made.plan, made.public, made.site, written)


def test_a_figure_s_pages_are_those_that_show_it_and_no_others(site):
    """Its explainer, the index, the home page, and texts that link to it, by hand or not."""
    site.policy()
    site.add("stories/linked", body="发[](../policies/doc.yml#outside)。")
    site.add("stories/other", body="见[政策](../policies/doc.yml#allowance)。")
    site.add("stories/typed", body="发 6000 元。")
    site.write("pages/about.md", "# 关于\n\n发[](../policies/doc.yml#outside)。\n")

    pages = shown_on(site)

    cohorts = {f"/policies/for/{year}/" for year in (2026, 2027)}
    own = {"/", "/policies/", "/policies/doc/"} | cohorts
    assert set(pages["doc", "outside"]) == own | {"/stories/linked/", "/about/"}
    assert set(pages["doc", "inside"]) == own


def superseding(site):
    """Two policies: the newer one raises one figure, keeps one, and drops one."""
    quote = "本人可申请将户口保留在学校两年"
    hukou = {"id": "hukou", "provision": "allowance", "value": 2, "unit": "year", "subject": "户口"}
    site.policy(
        "policies/old", figures=[*FIGURES, {**hukou, "cite": {"at": "二(一)2", "quote": quote}}]
    )
    site.write("sources/new.txt", NEW)
    site.policy(
        "policies/new",
        source="new.txt",
        supersedes=["old"],
        provisions=[{**PROVISION, "cite": {"at": "一"}}],
        figures=[
            {**FIGURES[0], "cite": {"at": "一"}},
            {**FIGURES[1], "value": 5000, "cite": {"at": "一"}},
        ],
    )


def typed(site):
    made = prepared(site.content_folder)
    written, _ = read_written(site.content_folder)
    return [
        (one.file, ".".join(map(str, one.loc)), one.offset, one.words, one.former.by)
        for one in tracing.still_typed(made.catalogue, written)
    ]


@pytest.mark.parametrize("words", ["4000元", "4000 元", "四千元", "0.4 万元", "４０００元"])
def test_a_former_value_that_is_still_typed_is_found(site, words):
    """However it is spelt, also in a line that can hold no link."""
    superseding(site)
    site.add("stories/x", summary=f"补贴{words}。", body=f"示例。\n\n当年补贴{words}。")
    site.write("pages/about.md", f"# 关于\n\n省内{words}。\n")

    assert typed(site) == [
        ("content/stories/x.yml", "summary", 2, words, "new"),
        ("content/stories/x.yml", "body", 9, words, "new"),
        ("content/pages/about.md", "", 8, words, "new"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "补贴 5000 元。",
        "补贴 6000 元。",
        "补贴 14000 元。",
        "一起走了两年。",
        "[](../policies/old.yml#inside)",
    ],
)
def test_what_is_no_former_value_is_left_alone(site, body):
    """The new one, the same one, another number, years that are not the figure's, a link."""
    superseding(site)
    site.add("stories/x", body=body)

    assert typed(site) == []


def test_former_years_are_found_beside_their_subject(site):
    """The newer document no longer says it."""
    superseding(site)
    site.add("stories/x", body="户口可以留两年。")

    assert [words for *_, words, _ in typed(site)] == ["两年"]


def test_former_values_say_what_took_their_place(site):
    """Over several documents the newest counts; a circle ends."""
    superseding(site)
    site.write("sources/newest.txt", NEW.replace("5000", "5500"))
    newest = {**FIGURES[1], "value": 5500, "cite": {"at": "一"}}
    site.policy(
        "policies/newest",
        source="newest.txt",
        supersedes=["new"],
        provisions=[{**PROVISION, "cite": {"at": "一"}}],
        figures=[newest],
    )
    catalogue = prepared(site.content_folder).catalogue

    found = {
        (one.policy, one.figure.id): (one.by, one.now and int(one.now.value))
        for one in tracing.former_values(catalogue)
    }

    assert found == {
        ("old", "outside"): ("newest", None),
        ("old", "inside"): ("newest", 5500),
        ("old", "hukou"): ("newest", None),
        ("new", "outside"): ("newest", None),
        ("new", "inside"): ("newest", 5500),
    }


def test_policies_that_supersede_each_other_do_not_hang(site):
    site.policy("policies/a", supersedes=["b"])
    site.policy("policies/b", supersedes=["a"])

    assert tracing.former_values(prepared(site.content_folder).catalogue) == []


def test_clauses_that_no_provision_cites_are_named(site):
    """Not a heading that only stands over others."""
    site.policy()

    catalogue = prepared(site.content_folder).catalogue

    found = [(document.file, clause.at) for document, clause in tracing.unexplained(catalogue)]
    assert found == [("doc.txt", "一"), ("doc.txt", "二(一)2")]


def test_of_the_real_document_the_clauses_without_provision_are_those_for_offices():
    """What speaks to students is explained."""
    catalogue = prepared(ROOT / "content").catalogue

    found = [
        clause.at
        for document, clause in tracing.unexplained(catalogue)
        if document.file == "sdust-2021-52.txt"
    ]
    assert found == ["一", "二", "五(一)", "五(二)", "五(三)"]
