"""Slips of a file come all at once, in their lines; text that only looks like one is left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Language
from generator.reading import parsing
from generator.reading.mistakes import MOST
from generator.reading.slips import slips_in
from generator.records import BY_NAME
from tests.site import ROOT

VOLUNTEER = "name: 样例甲\ncohort: 2024\nproject: outside\n"
EVENT = "title: x\nkind: visit\ndates:\n  - start: 2024-01-01\n"
NBSP, WIDE = "\u00a0", "\u3000"


@pytest.fixture(params=["libyaml", "Python"])
def parser(request, monkeypatch):
    if request.param == "Python":
        monkeypatch.setattr(parsing, "_Parser", parsing.yaml.SafeLoader)


def places(content, text, collection="volunteers"):
    """The problems of a record as line, column and code."""
    return [seen[:3] for seen in content.seen(f"{collection}/a.yml", text)]


@pytest.mark.usefixtures("parser")
def test_every_slip_of_a_file_is_told_and_what_else_is_wrong_with_it(content):
    """Full-width colons, missing spaces, tabs; and, with those mended, values and keys."""
    text = (
        "name：样例甲\n"
        "cohort:2024\n"
        "project: abroad\n"
        "mentor:\n"
        "\tname：示例教师\n"
        "\tconsent: yes\n"
        "timeline:\n"
        "  - date：2024-13\n"
        "    text:到岗\n"
        "sumary: x\n"
    )

    assert places(content, text) == [
        (1, 5, "full-width-colon"),
        (2, 7, "yaml"),
        (3, 10, "not-an-option"),
        (5, 1, "tab"),
        (5, 6, "full-width-colon"),
        (6, 1, "tab"),
        (6, 11, "not-a-flag"),
        (8, 9, "full-width-colon"),
        (8, 10, "no-such-day"),
        (9, 9, "yaml"),
        (10, 1, "unknown-key-near"),
    ]


def test_twenty_full_width_colons_are_twenty_problems(content):
    """One for each line."""
    text = "timeline：\n" + "  - date：2024-08\n    text：到岗\n" * 10

    found = [seen for seen in places(content, VOLUNTEER + text) if seen[2] == "full-width-colon"]

    assert [line for line, _, _ in found] == list(range(4, 25))


def test_the_problems_of_one_file_have_an_end(content):
    """A damaged file should not bury the others."""
    text = VOLUNTEER + "timeline:\n" + "  - date：2024-08\n    text：到岗\n" * MOST

    assert len(places(content, text)) == MOST


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "seen"),
    [
        # Full-width and no-break spaces where plain ones indent
        (f"mentor:\n{WIDE * 2}name: x\n{WIDE * 2}consent: true\n", [(5, "行首是全角空格"), (6, "行首是全角空格")]),
        (f"consent:\n  granted: 2024-01-01\n{WIDE * 2}covers: [name]\n", [(6, "行首是全角空格")]),
        (f"consent:\n  granted: 2024-01-01\n{NBSP * 2}covers:\n{NBSP * 2}- name\n", [(6, "行首是不间断空格"), (7, "行首是不间断空格")]),
        (f"{WIDE}consent:\n  granted: 2024-01-01\n  covers: [name]\n", [(4, "行首是全角空格")]),
        (f"{WIDE}\nsummary: x\n", [(4, "行首是全角空格")]),
        (f"body: |\n{WIDE * 2}第一段。\n{WIDE * 2}第二段：好。\n", [(5, "行首是全角空格"), (6, "行首是全角空格")]),
        ("\u200bsummary: x\n", [(4, "行首是看不见的特殊空格")]),
        # And behind a colon
        (f"summary:{WIDE}x\nmajor:{NBSP}y\n", [(4, "冒号后面是全角空格"), (5, "冒号后面是不间断空格")]),
        # Tabs
        ("summary: x\n\t\nmajor: y\n", [(5, "制表符")]),
        ("body: |\n  甲\n\t乙\nmajor: y\n", [(6, "制表符")]),
        # Brackets with which a text begins
        ("summary: [好] 好\nquote: {好} 好\n", [(4, "以“[”开头"), (5, "以“{”开头")]),
        ("summary: [重要 通知\nmajor: y\n", [(4, "以“[”开头")]),
        ("summary: [好]'好'\n", [(4, "以“[”开头")]),
    ],
)  # fmt: skip
def test_a_slip_is_named_in_its_own_line_and_nothing_follows_from_it(content, text, seen):
    problems = content.problems("volunteers/a.yml", VOLUNTEER + text)

    said = [(problem.line, problem.message(Language.ZH)) for problem in problems]
    assert [line for line, _ in said] == [line for line, _ in seen]
    for (_, message), (_, words) in zip(said, seen, strict=True):
        assert words in message


@pytest.mark.parametrize(
    "text",
    [
        "body: |\n  　　第一段。\n  姓名：样例甲\n  name:样例甲\n  \t退格\n",
        "body: >\n  cohort：2024\n\n  name:x\n",
        "summary: \"name：x\"\nquote: 'cohort:2024'\n",
        'summary: "第一行\n  name：x"\n',
        'summary: "第一行\nname：x"\n',
        "summary: 第一行\n  name：样例甲\n  cohort:2024\n",
        "summary: 地点：喀什，时间:周三\n",
        "aliases: [/a/]\ncoverage: [{title: 标题：副题, outlet: x, date: 2024-01-01}]\n",
        "# name：x\ndegree: master # name：x\n",
        "timeline:\n- date: 2024-08\n  text: 时间：周三\n- date: 2024-09\n  text: >-\n    地点：喀什\n",
        "summary: '[好] 好'\n",
        "placements:\n  -\n    province: 新疆\n    start: 2024-08\n",
        '"quote": x\nmajor: http://x\n',
    ],
)
def test_text_that_only_looks_like_a_slip_is_left_alone(content, text):
    """Block scalars, quotes, prose that goes on, comments: though the file has another mistake."""
    assert [seen[2:] for seen in content.seen("volunteers/a.yml", VOLUNTEER + text)] == []

    wrong = content.seen("volunteers/a.yml", VOLUNTEER + text + "zzz: x\n")

    assert [seen[2:] for seen in wrong] == [("unknown-key", "zzz")]


def test_items_of_a_list_of_texts_may_look_like_keys(content):
    """They may say 时间：周三."""
    text = EVENT + "audience:\n  - 时间：周三\n  - 地点:喀什\nzzz: x\n"

    assert places(content, text, "events") == [(8, 1, "unknown-key")]


def test_what_a_wrong_guess_may_have_brought_about_is_not_told(content):
    """Nobody can tell where a line with an unknown key belongs that is indented with a tab."""
    text = VOLUNTEER + "mentor:\n  name: x\n\tcohrt: true\nplacements: x\n"

    assert places(content, text) == [(6, 1, "tab")]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "content").glob("*/*.yml")), ids=lambda path: path.stem
)
def test_there_is_no_slip_in_the_example_content(path):
    found = slips_in(path.read_text("utf-8"), BY_NAME[path.parent.name], path.name)

    assert found.problems == ()
    assert found.mended == path.read_text("utf-8")


LINES = (ROOT / "content/policies/sdust-2021-52.yml").read_text("utf-8").splitlines()
KEYS = [
    number
    for number, line in enumerate(LINES)
    if re.match(r" *(- )?(id|kind|title|at|unit|value|provision|subject): ", line)
]


@given(st.lists(st.sampled_from(KEYS), min_size=1, max_size=8, unique=True), st.data())
def test_slips_at_any_keys_of_a_real_record_are_found_and_nothing_else(at, data):
    """In a policy of many parts, the text of which is full of colons."""
    lines = list(LINES)
    for number in at:
        typed = data.draw(st.sampled_from(["：", "： ", ":", f":{WIDE}"]))
        lines[number] = lines[number].replace(": ", typed, 1)

    found = slips_in("\n".join(lines), BY_NAME["policies"], "x.yml")

    assert [problem.line - 1 for problem in found.problems] == sorted(at)
    assert parsing.parse(found.mended, "x.yml").value == parsing.parse("\n".join(LINES), "x").value


def test_the_record_that_the_test_above_spoils_has_many_keys():
    assert len(KEYS) > 50
    assert Path(ROOT / "content").is_dir()
