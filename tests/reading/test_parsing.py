"""Text → tree: what is read, what is refused, and that nothing brings the process down."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.problems import Language
from generator.reading import parsing
from generator.reading.parsing import parse

VOLUNTEERS = "volunteers/a.yml"


@pytest.fixture(params=["libyaml", "Python"])
def parser(request, monkeypatch):
    if request.param == "Python":
        monkeypatch.setattr(parsing, "_Parser", parsing.yaml.SafeLoader)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b\nc:\n  - d\n  - e: f\n", {"a": "b", "c": ["d", {"e": "f"}]}),
        (
            "a: no\nb: 19:30\nc: 007\nd: on\ne: 1_0\n",
            {"a": "no", "b": "19:30", "c": "007", "d": "on", "e": "1_0"},
        ),
        ("a:\nb: ''\nc: [x, ]\nd:\n  -\n  - y\n", {"b": "", "c": ["x"], "d": ["y"]}),
        (
            "a: |\n  第一行\n\n  第二行\nb: >-\n  甲\n  乙\n",
            {"a": "第一行\n\n第二行\n", "b": "甲 乙"},
        ),
        ("", None),
        ("# nothing\n", None),
        ("a:\n", {}),
        ("text\n", "text"),
        ("- a\n- b\n", ["a", "b"]),
        ("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}),
    ],
)
def test_scalars_stay_text_and_what_is_empty_is_absent(text, value):
    tree = parse(text, "x.yml")

    assert tree.value == value
    assert tree.problems == []


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("name: a\nname: b\n", [(2, 1, "duplicate-key", "name")]),
        ("mentor:\n  name: a\n  name: b\n", [(3, 3, "duplicate-key", "mentor.name")]),
        ("name: *x\n", [(1, 7, "anchor", "name")]),
        ("name: null\n", [(1, 7, "null", "name")]),
        ("name: ~\n", [(1, 7, "null", "name")]),
        ("tags: [a, NULL]\n", [(1, 11, "null", "tags.1")]),
        ("mentor:\n  name: Null\n", [(2, 9, "null", "mentor.name")]),
        ("name: &x y\n", [(1, 7, "anchor", "name")]),
        ("mentor: &x\n  name: y\n", [(1, 9, "anchor", "mentor")]),
        ("mentor:\n  <<: *x\n", [(2, 7, "anchor", "mentor.<<")]),
        ("*x : y\n", [(1, 1, "anchor", "")]),
        ("name: !x y\n", [(1, 7, "tag", "name")]),
        ("cohort: !!int 3\n", [(1, 9, "tag", "cohort")]),
        ("honours: !!set [a]\n", [(1, 10, "tag", "honours")]),
        ("name: {{ title }}\n", [(1, 8, "not-a-key", "name")]),
        ("? [a, b]\n: c\n", [(1, 3, "not-a-key", "")]),
        ('"": c\n', [(1, 1, "not-a-key", "")]),
        ("? {? {a: &b c}: d}\n: e\n", [(1, 3, "not-a-key", "")]),
        ("a: b\n---\nc: d\n", [(2, 1, "several-documents", "")]),
        ('name: "甲\\u202e"\n', [(1, 7, "control-character", "name")]),
        ("honours: a\n  - b\n", [(1, 10, "list-in-value", "honours")]),
        ("honours:\n  - a\n   - b\n", [(2, 5, "list-in-value", "honours.0")]),
    ],
)
def test_what_records_do_without_is_refused_where_it_stands(text, seen):
    found = parse(text, "x.yml").problems

    assert [(one.line, one.column, one.code, one.key) for one in found] == seen


@pytest.mark.parametrize(
    "text",
    [
        "summary: 甲 - 乙\n",
        "summary: 甲\n  乙 - 丙\n",
        "summary: R&D，A*B，太好了!\n",
        'summary: "*重要* & !"\n',
        "a: \"null\"\nb: ['~']\nc: nullify\nd: |\n  null\n",
        "null: x\n",
        'summary: "C:\\\\temp\\t"\n',
        "body: |\n  甲\n  - 乙\n  {{ x }} &c *d !e\n",
        "a: {b: c}\nb: {b: c}\n",
    ],
)
def test_text_that_only_looks_like_it_is_left_alone(text):
    assert parse(text, "x.yml").problems == []


def test_what_follows_from_a_problem_is_no_second_one(content):
    """The alias has no value, but it was not forgotten; so it is with null."""
    for typed, code in (("*x", "anchor"), ("null", "null"), ("~", "null")):
        text = f"name: {typed}\ncohort: 2024\nproject: inside\n"
        assert content.seen(VOLUNTEERS, text) == [(1, 7, code, "name")]


def test_null_behind_any_key_is_told_that_nothing_is_to_be_written(content):
    """It would have been published as the word."""
    text = "name: 样例甲\ncohort: 2024\nproject: inside\nsummary: null\nconsent: ~\n"

    first, second = content.problems(VOLUNTEERS, text)

    assert (first.line, second.line) == (4, 5)
    assert "不填就让冒号后面空着" in first.message(Language.ZH)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("depth", "codes"), [(31, []), (32, ["too-deep"])])
def test_records_nest_thirty_two_deep_at_most(depth, codes):
    tree = parse("a: " + "[" * depth + "x" + "]" * depth, "x.yml")

    assert [problem.code for problem in tree.problems] == codes


HOSTILE = ["[", "{", "- ", "? ", "a: [", "[{", "{a: ", "- - ? ", "!", "&a ", "*a ", "'", '"', "|\n", "%", ": ", "\t", "---\n", "a:\n "]  # fmt: skip


def test_no_input_brings_the_process_down():
    """PyYAML's C composer dies of 50 KB of brackets, and takes the process with it."""
    script = f"""
import sys
from generator.reading import parsing
for unit in {HOSTILE!r}:
    for size in (50_000, 1_000_000):
        parsing.parse(unit * (size // len(unit)), "x.yml")
parsing._Parser = parsing.yaml.SafeLoader
for unit in {HOSTILE!r}:
    parsing.parse(unit * (20_000 // len(unit)), "x.yml")
print("alive")
"""
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False
    )

    assert run.stdout == "alive\n", run.stderr
