"""What an editor is told where YAML cannot be read."""

from __future__ import annotations

import pytest

from generator.reading import parsing

VOLUNTEERS = "volunteers/a.yml"


@pytest.fixture(params=["libyaml", "Python"], autouse=True)
def parser(request, monkeypatch):
    """PyYAML's two parsers word their errors differently; editors should not notice."""
    if request.param == "Python":
        monkeypatch.setattr(parsing, "_Parser", parsing.yaml.SafeLoader)


def told(content, text):
    """The problems of a volunteer that says too little, without what it leaves out."""
    return [seen for seen in content.seen(VOLUNTEERS, text) if seen[2] != "missing"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name: a\n\tcohort: 2024\n", (2, 1)),
        ("mentor:\n\tname: x\n", (2, 1)),
        ("mentor:\n  name: x\n \tconsent: true\n", (3, 2)),
        ("body: |\n\tx\n", (2, 1)),
        ("name: x\n\t\n", (2, 1)),
    ],
)
def test_tabs_that_indent_are_named(content, text, place):
    assert told(content, text)[0][:3] == (*place, "tab")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name: 样例甲: 支教\n", (1, 10)),
        ("cohort: 2024\nsummary: 他说: 你好\n", (2, 12)),
        ("timeline:\n  - text: a: b\n", (2, 12)),
    ],
)
def test_a_second_colon_in_a_line_is_named(content, text, place):
    assert content.seen(VOLUNTEERS, text) == [(*place, "yaml-colon", "")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name：样例甲\ncohort：2024\n", (1, 5)),
        ("姓名：样例甲\n", (1, 3)),
        ("name: 样例甲\ncohort：2024\nproject: outside\n", (2, 7)),
        ("name: 样例甲\ncohort：2024\n", (2, 7)),
        ("timeline:\n  - date：2024-08\n    text: x\n", (2, 9)),
        ("# 说明\n\nname：样例甲\n", (3, 5)),
    ],
)
def test_a_chinese_colon_after_a_key_is_named(content, text, place):
    assert (*place, "full-width-colon", "") in told(content, text)


@pytest.mark.parametrize(
    ("text", "place", "detail"),
    [
        ('name: "样例甲\ncohort: 2024\n', (1, 7), "a quote is left open"),
        ('name: "样例甲\nsummary: "x"\n', (1, 7), "a quote is left open"),
        ('summary: "你好" 他说\n', (1, 14), "the value goes on after its closing quote"),
        ("name:样例甲\ncohort: 2024\n", (1, 5), "a space follows a colon"),
        ("name: 样例甲\n  cohort: 2024\n", (2, 3), "this line is indented under"),
        ("name: 样例甲\n cohort: 2024\n", (2, 2), "this line is indented under"),
        ("mentor:\n  name: x\n consent: true\n", (3, 2), "does not line up"),
        ("  name: x\ncohort: 2024\n", (2, 1), "does not line up"),
        ("name: x\n- y\n", (2, 1), "does not line up"),
        ("honours:\n  - a\n  b: c\n", (3, 3), "does not line up"),
        ("name: @样例\n", (1, 7), "no value starts with this character"),
        ("name: `样例`\n", (1, 7), "no value starts with this character"),
        ("honours: [a, b\nname: x\n", (1, 10), "a bracket [ ] is left open"),
        ("mentor: {name: x\ncohort: 2024\n", (1, 9), "a brace { } is left open"),
        ("name: x\ncohort\nproject: inside\n", (2, 1), "this line lacks a colon"),
        ("honours: - a\n", (1, 10), "a list item starts on a line of its own"),
        ("body: |第一段\n", (1, 8), "after | or > the text starts on the next line"),
        ('name: "C:\\path"\n', (1, 10), "a backslash in double quotes"),
        ('name: "\\ud8"\n', (1, 9), "a backslash in double quotes"),
        ("honours: [\n", (2, 1), "a bracket is left open"),
    ],
)
def test_other_mistakes_are_explained_where_they_can_be_mended(content, text, place, detail):
    (problem,) = [one for one in content.problems(VOLUNTEERS, text) if one.code != "missing"]

    assert problem.code == "yaml"
    assert detail in problem.particulars["detail"]
    assert problem.line == place[0]
    # The two parsers differ by a column in some escapes.
    assert abs(problem.column - place[1]) <= (1 if "backslash" in detail else 0)


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("summary: **很重要**的事\n", (1, 10), "anchor"),
        ("summary: &，他说\n", (1, 10), "anchor"),
        ("summary: !重要 你好\n", (1, 10), "tag"),
        ("summary: !<x 你好\n", (1, 10), "tag"),
    ],
)
def test_text_that_looks_like_an_anchor_or_a_tag_is_to_be_quoted(content, text, place, code):
    assert content.seen(VOLUNTEERS, text) == [(*place, code, "")]


def test_every_reason_is_given_in_both_languages():
    from generator.reading.syntax import _REASONS

    for _, zh, en in _REASONS:
        assert any("\u4e00" <= character <= "\u9fff" for character in zh)
        assert en.isascii()
