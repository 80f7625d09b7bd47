"""Links between records: each that leads nowhere is a problem at the line that makes it."""

from __future__ import annotations

import pytest

from generator.problems import Language
from tests.site import FIGURES, PROVISION


def placed(site):
    """Line, column and code of each problem."""
    return [(line, column, code) for _, line, column, code in site.seen()]


@pytest.mark.parametrize(
    ("given", "code", "near"),
    [
        ("sample-colege-1", "dangling-near", "sample-college-1"),
        ("sample-college-2", "dangling-near", "sample-college-1"),
        ("library", "dangling", None),
    ],
)
def test_a_reference_to_nothing_is_a_problem_with_the_nearest_id(site, given, code, near):
    """A slip of the finger gets a suggestion; what is like nothing gets none."""
    site.add("units/sample-college-1")
    site.write(
        "volunteers/wb2024-001.yml",
        f"name: 志愿者甲\ncohort: 2024\nproject: outside\ncollege: {given}\n"
        "consent:\n  granted: 2024-09-01\n  covers: [name]\n",
    )

    (problem,) = site.problems()

    assert (problem.line, problem.column, problem.key) == (4, 10, "college")
    assert (problem.code, problem.particulars.get("near")) == (code, near)
    for language in Language:
        assert given in problem.line_in(language)


def test_a_reference_in_a_list_is_placed_at_its_item(site):
    """Not at the list, nor at the record."""
    site.add("volunteers/wb2024-001")
    site.write(
        "stories/x.yml",
        "title: 示例\ndate: 2026-10-01\nsummary: 示例\nbody: 示例\n"
        "volunteers:\n  - wb2024-001\n  - wb2024-009\n",
    )

    assert placed(site) == [(7, 5, "dangling-near")]


def test_a_reference_deep_in_a_record_is_placed_there(site):
    """A speaker's volunteer, say."""
    site.write(
        "events/x.yml",
        "title: 示例\nkind: visit\ndates: [{start: 2026-12-01}]\nspeakers:\n  - volunteer: nobody\n",
    )

    (problem,) = site.problems()

    assert (problem.line, problem.column, problem.key) == (5, 16, "speakers.0.volunteer")


def test_references_that_lead_somewhere_are_no_problem(site):
    """To records, drafts, withheld people and tombstones alike: they exist."""
    site.add("units/one", publish={"state": "draft"})
    site.add("volunteers/hidden", consent=None)
    site.add("volunteers/gone").withdraw("2026-01-01")
    site.add("events/talk", organiser="one", speakers=[{"volunteer": "hidden"}])
    site.add("stories/x", volunteers=["gone"], body="见[](../events/talk.yml)。")

    assert {problem.code for problem in site.problems()} == {"no-consent", "speaker-unnamed"}


def test_a_broken_record_is_one_problem_and_not_one_more_for_each_reference(site):
    """One cause, one problem."""
    site.write("units/broken.yml", "name: [\nrole: college\n")
    site.add("volunteers/wb2024-001", college="broken")
    site.add("events/talk", organiser="broken", body="见[主办](../units/broken.yml)。")
    site.write("pages/about.md", "见[主办](../units/broken.yml)。\n")

    assert {problem.file for problem in site.problems()} == {"content/units/broken.yml"}
    assert len(site.problems()) == 1


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ({"project": "outside"}, None),
        ({"project": ["outside", "inside"]}, None),
        ({"project": "abroad"}, "dangling-part"),
        ({"project": ["outside", "abroad"]}, "dangling-part"),
        ({"projekt": "outside"}, "dangling-near"),
        ({"age": "old"}, "dangling"),
    ],
)
def test_whom_a_provision_is_for_is_said_in_known_options_of_known_criteria(site, condition, code):
    """The criteria are a closed vocabulary."""
    site.add("criteria/project")
    site.policy(provisions=[{**PROVISION, "for": condition}])

    assert [problem.code for problem in site.problems()] == ([code] if code else [])


def test_an_unknown_option_is_named_with_its_criterion(site):
    """At the criterion's key, which is where the option stands."""
    site.add("criteria/project")
    site.policy(provisions=[{**PROVISION, "for": {"project": "abroad"}}])

    (problem,) = site.problems()

    assert problem.key == "provisions.0.for.project"
    assert problem.particulars == {"owner": "project", "id": "abroad"}


def test_a_source_that_is_not_there_is_one_problem(site):
    """Its clauses are not asked for as well."""
    site.policy(source="other.txt")

    (problem,) = site.problems()

    assert (problem.code, problem.key) == ("dangling-source", "source")
    assert "other.txt" in problem.message(Language.ZH)


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("二(一)1", None),
        ("二（一）1", None),
        ("二(一)9", "dangling-clause"),
        ("九", "dangling-clause"),
    ],
)
def test_a_clause_that_the_source_does_not_have_is_a_problem(site, at, code):
    """However wide its brackets are, it must be there."""
    site.policy(provisions=[{**PROVISION, "cite": {"at": at}}])

    assert [problem.code for problem in site.problems()] == ([code] if code else [])


def test_the_clauses_of_figures_and_duties_must_be_there_as_well(site):
    """Each at its own line."""
    site.policy(figures=[{**FIGURES[0], "cite": {"at": "九"}}])
    site.add(
        "units/office",
        source="doc.txt",
        duties=[{"text": "示例", "cite": {"at": "二"}}, {"text": "示例", "cite": {"at": "十"}}],
    )

    assert [(problem.code, problem.key) for problem in site.problems()] == [
        ("dangling-clause", "figures.0.cite.at"),
        ("dangling-clause", "duties.1.cite.at"),
    ]


def test_a_figure_belongs_to_a_provision_of_its_policy(site):
    """A figure of no provision would stand nowhere."""
    site.policy(figures=[{**FIGURES[0], "provision": "allowence"}])

    (problem,) = site.problems()

    assert (problem.code, problem.key) == ("dangling-part", "figures.0.provision")


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("[字](../policies/doc.yml)", None),
        ("[字](../policies/doc.yml#allowance)", None),
        ("[](../policies/doc.yml#outside)", None),
        ("[](../policies/doc.yml)", None),
        ("[字](../events/talk.yml#2026-12-03)", None),
        ("[字](../pages/about.md)", None),
        ("[字](/about/)", None),
        ("[字](/about/#part)", None),
        ("[字](https://example.com/)", None),
        ("[字](#part)", None),
        ("字[^1]\n\n[^1]: 注", None),
        ("[字](../policies/none.yml)", "dangling-link"),
        ("[字](../policies/doc.yml#none)", "dangling-part"),
        ("[字](../events/talk.yml#2026-12-04)", "dangling-part"),
        ("[字](../pages/none.md)", "dangling-link"),
        ("[字](/none/)", "dangling-link"),
        ("[字](photo.jpg)", "dangling-link"),
        ("[](https://example.com/)", "empty-link"),
        ("[](../pages/about.md)", "empty-link"),
        ("[字](javascript:alert(1))", "unsafe-link"),
        ("[字](ftp://example.com/)", "dangling-link"),
        ("![图](photo.jpg)", "picture-in-prose"),
        ("[字]（../policies/doc.yml）", "failed-link"),
        ('!!! note "提示"', "foreign-markdown"),
    ],
)
def test_a_link_in_prose_leads_somewhere_or_is_a_problem(site, link, code):
    """Records, their parts, pages and other sites; nothing else."""
    site.policy()
    site.add("events/talk")
    site.write("pages/about.md", "# 关于\n")
    site.add("stories/x", body=f"见\n\n{link}\n")

    assert [problem.code for problem in site.problems()] == ([code] if code else [])


def test_a_record_may_be_linked_by_its_address_as_well_as_by_its_file(site):
    """An editor copies it from the browser; a withheld record is no link that way either."""
    site.add("units/office")
    site.add("volunteers/hidden", name="志愿者丁", consent=None)
    site.add("stories/x", body="见[单位](/units/office/)和[一位同学](/volunteers/hidden/)。")

    assert [problem.code for problem in site.problems()] == ["no-consent"]
    links = site.build().page("/stories/x/").links
    assert ("单位", "/units/office/") in [(link.text, link.href) for link in links]
    assert not [link for link in links if "hidden" in link.href]


def test_a_list_may_be_linked_by_its_address(site):
    """The section's own page is a page of the site."""
    site.add("units/office")
    site.add("stories/x", body="见[全部单位](/units/)。")

    assert site.problems() == []


BODY = """\
title: 示例
date: 2026-10-01
summary: 示例
body: |
  第一段，没有链接。

  𠮷第二段：[一](../policies/none.yml)，[二](../policies/doc.yml)，[三](nowhere.yml)。
  同一段[四](../policies/doc.yml#none)。

  - 列表[五](javascript:x)
  - 再看[政策]（../policies/doc.yml）

  > 引用[六](/none/)

  !!! note
"""


def test_a_problem_in_prose_stands_at_its_line_and_column(site):
    """In characters, as editors count, whatever block the link stands in."""
    site.policy()
    site.write("stories/x.yml", BODY)

    def at(line, words):
        return line, BODY.splitlines()[line - 1].index(words) + 1

    assert placed(site) == [
        (*at(7, "[一]"), "dangling-link"),
        (*at(7, "[三]"), "dangling-link"),
        (*at(8, "[四]"), "dangling-part"),
        (*at(10, "[五]"), "unsafe-link"),
        (*at(11, "]（"), "failed-link"),
        (*at(13, "[六]"), "dangling-link"),
        (*at(15, "!!!"), "foreign-markdown"),
    ]


def test_prose_in_every_place_is_looked_through(site):
    """A provision's body as well as a story's."""
    site.policy(
        background="见[一](none.yml)。",
        provisions=[{**PROVISION, "body": "见[二](none.yml)。"}],
    )

    assert {problem.key for problem in site.problems()} == {"background", "provisions.0.body"}


def test_a_link_in_a_hand_written_page_is_held_to_the_same_rule(site):
    """At its line and column; what leads somewhere is left alone."""
    site.add("units/office")
    line = "见[单位](../units/office.yml)和[别的](../units/none.yml)。"
    site.write("pages/about.md", f"# 关于\n\n{line}\n")

    column = line.index("[别的]") + 1
    assert site.seen() == [("content/pages/about.md", 3, column, "dangling-link")]


def test_a_line_that_a_template_could_mistake_is_only_text(site):
    """Braces and percent signs mean nothing here."""
    site.add("stories/x", body="他写：{{ secret }} {% if %} 50%。")

    assert site.problems() == []
    assert "{{ secret }} {% if %} 50%" in site.build().page("/stories/x/").text


@pytest.mark.parametrize("collection", ["honours", "criteria", "questions", "media"])
def test_a_link_to_a_record_that_has_no_page_is_no_dead_link(site, collection):
    """It is refused, or shown as words."""
    site.add(f"{collection}/x")
    site.add("stories/x", body=f"见[示例](../{collection}/x.yml)。")

    if site.problems():
        return
    site.build()

    for address in site.page("/stories/x/").addresses:
        assert site.has(address)
