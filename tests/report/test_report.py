"""The report: what editors should look at next, each with its place, its reason and what to do."""

from __future__ import annotations

import json

import pytest

from tests.commands import run
from tests.site import ALL_GROUPS, FIGURES, PROVISION, TODAY

EVERYTHING = {"granted": "2024-09-01", "covers": list(ALL_GROUPS)}
NEW = """\
示例大学

示例〔2026〕2号

关于示例工作的新意见

一、补贴

省外项目志愿者、省内项目志愿者，学校分别给与 6000 元、5000 元的补贴。

二、附则

本意见自印发之日起施行。

示例大学

2026年6月1日
"""


def report(site, *more, as_of=TODAY, lang="zh"):
    done = run("report", "--as-of", as_of, "--lang", lang, *more, cwd=site.root)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def found(site, as_of=TODAY):
    """Kind, code, file and line of each finding."""
    findings = json.loads(report(site, "--format", "json", as_of=as_of))["findings"]
    return [(f["code"], f["file"].removeprefix("content/"), f["key"]) for f in findings]


PEOPLE = {
    "nothing written": (None, "没有写同意"),
    "not yet": ({**EVERYTHING, "granted": "2026-12-01"}, "同意还没有生效"),
    "run out": ({**EVERYTHING, "until": "2026-11-23"}, "同意已到期"),
    "withdrawn": ({**EVERYTHING, "withdrawn": "2026-11-20"}, "本人已撤回"),
}


@pytest.mark.parametrize(("consent", "why"), PEOPLE.values(), ids=PEOPLE)
def test_what_is_withheld_because_of_somebody_is_named_with_the_reason(site, consent, why):
    """Their profile, a story, a picture; and what is shown without them."""
    site.add("volunteers/a", consent=consent)
    site.add("volunteers/b", name="志愿者乙")
    site.add("stories/x", volunteers=["b", "a"])
    site.add("media/face", file="face.jpg", subjects=[{"volunteer": "b"}, {"volunteer": "a"}])
    site.add("honours/medal", recipients=[{"volunteer": "a"}, {"volunteer": "b"}])
    site.add("events/x", speakers=[{"volunteer": "a"}])

    said = report(site)

    for place in (
        "content/stories/x.yml:7:3: volunteers.1: 没有公开：a，" + why,
        "subjects.1: 没有公开：a，" + why,
        "recipients.0: 公开了，但没有写出 a：" + why,
        "speakers.0: 公开了，但没有写出 a：" + why,
    ):
        assert place in said
    assert [line for line in said.splitlines() if "volunteers/a.yml:" in line and why in line]
    assert "：b" not in said


def test_whoever_agreed_to_less_than_a_story_needs_is_named(site):
    site.add("volunteers/a", consent={**EVERYTHING, "covers": ["name"]})
    site.add("stories/x", volunteers=["a"])
    site.add("events/x", speakers=[{"volunteer": "a"}])

    assert found(site)[:1] == [("report-withheld", "stories/x.yml", "volunteers.0")]
    assert not any(
        file == "events/x.yml" and code == "report-left-out" for code, file, _ in found(site)
    )


@pytest.mark.parametrize(
    ("until", "said"),
    [("2026-11-24", True), ("2027-01-23", True), ("2027-01-24", False), (None, False)],
)
def test_a_consent_that_runs_out_within_sixty_days_is_named(site, until, said):
    """The last day and the sixtieth count."""
    site.add("volunteers/a", consent={**EVERYTHING, **({"until": until} if until else {})})

    expiring = ("report-expiring", "volunteers/a.yml", "consent.until")
    assert (expiring in found(site)) is said


def test_a_consent_in_a_picture_runs_out_as_well(site):
    consent = {"record": "示例", "until": "2026-12-01"}
    site.add("media/face", file="face.jpg", subjects=[{"description": "同事", "consent": consent}])

    assert ("report-expiring", "media/face.yml", "subjects.0.consent.until") in found(site)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, True),
        ({"recap": "x"}, False),
        ({"kind": "deadline"}, False),
        ({"dates": [{"start": "2026-11-09", "status": "cancelled"}]}, False),
        ({"dates": [{"start": "2026-11-01"}, {"start": "2026-12-01"}]}, False),
        ({"dates": [{"start": "2026-11-10"}]}, False),
    ],
)
def test_an_event_that_is_over_for_two_weeks_without_a_recap_is_named(site, fields, said):
    site.add("stories/x")
    site.add("events/x", **{"dates": [{"start": "2026-11-09"}], **fields})

    assert (("report-no-recap", "events/x.yml", "") in found(site)) is said


def test_a_story_that_names_the_event_is_its_recap(site):
    site.add("events/x", dates=[{"start": "2026-11-01"}])
    site.add("stories/x", events=["x"])

    assert found(site) == []


def superseded(site):
    cite = {"quote": "省外项目志愿者、省内项目志愿者，学校分别给与 6000 元、5000 元的补贴。"}
    changed = [
        {**FIGURES[0], "cite": cite},
        {**FIGURES[1], "value": 5000, "cite": cite},
    ]
    site.policy()
    site.policy(
        "policies/new",
        title="新政策",
        number="示例〔2026〕2号",
        issued="2026-06-01",
        source="new.txt",
        supersedes=["doc"],
        provisions=[{**PROVISION, "cite": cite}],
        figures=changed,
    )
    site.write("sources/new.txt", NEW)


def test_a_figure_that_changed_is_named_with_every_page_that_shows_it(site):
    superseded(site)
    site.add("stories/x", body="发[](../policies/new.yml#inside)。")

    said = report(site)

    (line,) = [line for line in said.splitlines() if "原来是 4000 元，现在是 5000 元" in line]
    assert line.strip().startswith("content/policies/new.yml:")
    assert "figures.1.value" in line
    assert "/stories/x/" in line
    assert "/policies/new/" in line
    assert "6000" not in line


def test_a_former_value_that_is_still_typed_is_named_where_it_stands(site):
    """In records and in hand-written pages."""
    superseded(site)
    site.add("stories/x", body="发4000元。")
    site.write("pages/about.md", "# 关于\n\n发4000元。\n")

    said = report(site)

    assert "content/pages/about.md:3:2: “4000元”是 doc 里的旧数字，现在是 5000 元。" in said
    assert "body: “4000元”是 doc 里的旧数字" in said


def test_a_clause_that_nobody_explained_is_named_in_its_document(site):
    superseded(site)

    said = report(site)

    assert "content/sources/new.txt:11:3: 条款 二（附则" in said


def test_a_picture_that_no_page_shows_is_named(site):
    """Not one in a story, on a profile, or in a hand-written page; nor one that may not be shown."""
    for name in "abcdef":
        site.add(f"media/{name}", file=f"{name}.jpg")
    site.add("media/e", file="e.jpg", subjects=[{"description": "同事"}])
    site.add("volunteers/v", portrait="a")
    site.add("media/a", file="a.jpg", subjects=[{"volunteer": "v"}])
    site.add("stories/x", cover="b", body="![](../media/c.yml)")
    site.write("pages/about.md", "# 关于\n\n![](../media/d.yml)\n")

    unused = [file for code, file, _ in found(site) if code == "report-unused-picture"]

    assert unused == ["media/f.yml"]


def test_drafts_and_embargoes_are_named(site):
    site.add("stories/x", publish={"state": "draft"})
    site.add("stories/y", publish={"from": "2026-12-05"})
    site.add("stories/z", publish={"from": "2026-11-05"})

    assert found(site) == [
        ("report-draft", "stories/x.yml", "publish.state"),
        ("report-embargo", "stories/y.yml", "publish.from"),
    ]


@pytest.mark.parametrize("required", [True, False])
def test_what_nobody_approved_is_named_where_that_is_required(site, required):
    site.add("stories/x")
    site.add("stories/y", publish={"approved": {"by": "示例", "on": "2026-11-01"}})
    if required:
        config = site.config.read_text("utf-8")
        site.config.write_text(
            config.replace("  - westbound\n", "  - westbound:\n      require_approval: true\n"),
            "utf-8",
        )

    wanted = [("report-unapproved", "stories/x.yml", "")] if required else []
    assert found(site) == wanted


def test_what_is_due_next_ends_the_report_in_both_languages(site):
    site.add("stories/x", publish={"until": "2026-12-05"})

    assert "下一次要重新生成：2026-12-06\n  content/stories/x.yml: publish.until" in report(site)
    assert "To be built again on 2026-12-06" in report(site, lang="en")
    assert "没有" not in report(site, lang="en")


def test_an_empty_site_has_nothing_to_look_at(site):
    """And says so by saying when it changes."""
    assert report(site) == "以后没有哪一天会变。\n"
    said = json.loads(report(site, "--format", "json"))
    assert said == {"as_of": TODAY, "next": None, "because": [], "findings": []}
