"""An amount in prose that is a policy's figure should be a link, so that it is typed once."""

from __future__ import annotations

from datetime import date

import pytest

from generator.build import prepare, reworded
from generator.pages.page import Site as Shared
from generator.problems import Language, Severity
from generator.reading import read_file
from generator.reading.cache import Cache
from generator.reading.folders import find
from tests.site import FIGURES, PROVISION, SOURCE, TODAY, URL

LINK = "[](../policies/doc.yml#outside)"
POINTS = {
    "id": "bonus",
    "provision": "allowance",
    "value": 10,
    "unit": "point",
    "cite": {"quote": "初试总分加10分"},
}


def warned(site, body, **policy):
    """What a story's *body* is told beside a policy."""
    site.policy(**policy)
    site.add("stories/told", body=body)
    return [one.code for one in site.problems()]


@pytest.mark.parametrize(
    "body",
    ["发了 6000 元。", "发了六千元。", "发了 0.6 万元。", "发了６０００元。", "¥6,000 到账。", "发了**6000**元。"],
)  # fmt: skip
def test_an_amount_that_a_policy_has_is_a_warning(site, body):
    """However it is spelled, and where emphasis parts it from its unit."""
    site.policy()
    site.add("stories/told", body=body)

    (problem,) = site.problems()

    assert (problem.code, problem.severity) == ("bare-figure", Severity.WARNING)


def test_the_warning_stands_at_the_amount_and_gives_the_link_to_write(site):
    """Line and column; as seen from the record's folder."""
    site.policy()
    site.write(
        "stories/told.yml",
        "title: 示例\n"
        "date: 2026-10-01\n"
        "summary: 示例提要。\n"
        "body: |\n"
        "  第一行。\n"
        "\n"
        "  学校给省外项目志愿者 6000 元，一次发给。\n",
    )

    (problem,) = site.problems()

    assert problem.line_in(Language.ZH) == (
        f"content/stories/told.yml:7:14: warning: body: “6000 元”是政策里的数字。请换成 {LINK}，"
        "网页上会填好数字并连到条款，政策改了也跟着改。"
    )
    assert f"Write {LINK} instead" in problem.message(Language.EN)


def test_the_link_that_is_offered_fills_in_the_amount(site):
    """And then there is nothing to warn of."""
    site.policy()
    site.add("stories/told", body=f"学校给省外项目志愿者{LINK}，一次发给。")

    assert site.problems() == []
    assert "省外项目志愿者6000元" in site.build().page("/stories/told/").text


def test_within_the_policies_folder_the_link_is_the_files_name(site):
    """As seen from there."""
    site.policy(provisions=[{**PROVISION, "body": "省外项目志愿者给6000元。"}])

    (problem,) = site.problems()

    assert problem.key == "provisions.0.body"
    assert "[](doc.yml#outside)" in problem.message(Language.ZH)


def test_of_several_figures_of_one_amount_each_is_offered_with_its_subject(site):
    """The editor knows which is meant."""
    site.policy("policies/other", figures=[{**FIGURES[0], "subject": "省外项目志愿者"}])
    site.policy()
    site.add("stories/told", body="发了6000元。")

    (problem,) = site.problems()

    assert f"{LINK}（省外项目）" in problem.message(Language.ZH)
    assert "[](../policies/other.yml#outside) (省外项目志愿者)" in problem.message(Language.EN)


def test_every_place_is_told(site):
    """In lists and quotations as well."""
    site.policy()
    site.add("stories/told", body="- 六千元，又六千元\n\n> 六千元\n\n## 六千元\n")

    assert len(site.problems()) == 4


@pytest.mark.parametrize(
    "body",
    [
        "给[6000 元](../policies/doc.yml#outside)。",
        "给[6000 元][1]。\n\n[1]: ../policies/doc.yml#outside",
        "写作`6000 元`。",
        "```\n6000 元\n```",
        "见 <https://example.com/6000元>。",
        "发了 16000 元。",
        "发了 600 元。",
        "六千多元。",
        "6000 人。",
        "第6000元",
        "走了 6000 米，花了 60 元。",
    ],
)
def test_links_code_and_other_numbers_are_left_alone(site, body):
    """Only a bare amount is told."""
    assert warned(site, body) == []


def test_years_and_days_are_left_alone(site):
    """A story has its own two years."""
    figure = {
        "id": "years",
        "provision": "allowance",
        "value": 2,
        "unit": "year",
        "cite": {"at": "二(一)2"},
    }

    assert warned(site, "他在县里住了两年。", figures=[figure]) == []


def test_points_are_told(site):
    """As money is; 十分 as a word is not."""
    site.policy(figures=[POINTS])
    site.write("sources/doc.txt", SOURCE.replace("学校两年。", "学校两年，初试总分加10分。"))
    site.add("stories/told", body="报考时加十分。")
    site.add("stories/untold", body="大家十分高兴，用了十分钟，部分同学分别来了。")

    assert [(one.file, one.code) for one in site.problems()] == [
        ("content/stories/told.yml", "bare-figure")
    ]


@pytest.mark.parametrize(
    "policy",
    [
        {"publish": {"state": "draft"}},
        {"effective": {"from": "2020-01-01", "until": "2026-11-23"}},
        {"effective": {"from": "2026-11-25"}},
    ],
    ids=str,
)
def test_a_policy_that_does_not_count_today_is_not_offered(site, policy):
    """A link to it would be dead, or tell what was."""
    assert warned(site, "发了6000元。", **policy) == []


def test_of_a_policy_and_the_one_it_replaced_the_new_one_is_offered(site):
    """The old amount is none to link to."""
    site.policy("policies/old")
    site.policy("policies/new", supersedes=["old"])
    site.add("stories/told", body="发了6000元。")

    (problem,) = site.problems()

    assert "../policies/new.yml#outside" in problem.message(Language.ZH)
    assert "old" not in problem.message(Language.ZH)


def test_a_record_that_is_withheld_today_is_not_told_yet(site):
    """A draft may still hold what its writer will link."""
    site.policy()
    site.add("stories/told", body="发了6000元。", publish={"state": "draft"})

    assert site.problems() == []


def test_a_hand_written_page_is_told_as_well(site):
    """In its text, not in its front matter, where no link can stand."""
    site.policy()
    site.write(
        "pages/about.md",
        "---\ntitle: 关于\ndescription: 给6000元。\n---\n\n# 关于\n\n省外给`6000元`，6000元。\n",
    )

    (problem,) = site.problems()

    assert problem.head == "content/pages/about.md:8:12: warning:"
    assert LINK in problem.message(Language.ZH)


def test_warnings_do_not_keep_the_site_from_being_built(site):
    """An editor may know better."""
    site.policy()
    site.add("stories/told", body="发了6000元。")

    site.build(TODAY)

    assert "6000元" in site.page("/stories/told/").text


def test_without_policies_nothing_is_told(site):
    """There is no figure to link to."""
    site.add("stories/told", body="发了6000元。")

    assert site.problems() == []


def test_a_change_of_words_alone_is_told_what_the_whole_would_be(site):
    """The live preview looks at the changed record only; its figures are not forgotten."""
    policy = site.policy(figures=[{**FIGURES[0], "value": 4000}, FIGURES[1]])
    story = site.add("stories/told")
    shared = Shared("示例网", URL, date.fromisoformat(TODAY))
    prepared = prepare(site.content_folder, shared)
    files = {file.id: file for file in find(site.content_folder).files}

    for entry in (policy, story):
        entry.edit(summary="改了字。", **({"body": "发了4000元。"} if entry is story else {}))
        now = read_file(files[entry.path.stem], Cache(None))
        prepared = reworded(prepared, site.content_folder, now)

    assert [problem.code for problem in prepared.problems] == ["figure-swapped", "bare-figure"]
    assert list(prepared.problems) == site.problems()
