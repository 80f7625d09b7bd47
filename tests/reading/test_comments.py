"""Comments that may have been meant as text."""

from __future__ import annotations

import pytest

REST = "cohort: 2024\nproject: outside\n"


@pytest.mark.parametrize(
    ("text", "seen", "lost"),
    [
        ("name: 样例 #1\n", (1, 10, "comment-in-value", "name"), "1"),
        ("name: 样例 # 甲\n", (1, 10, "comment-in-value", "name"), "甲"),
        ("name: 样例甲\nsummary: 支教\t#第2年 #3\n", (2, 13, "comment-in-value", "summary"), "第2年 #3"),
        ("name: x\ntimeline:\n  - date: 2024\n    text: 获奖 #支教\n", (4, 14, "comment-in-value", "timeline.0.text"), "支教"),
        ("name: x\nsummary: #支教\n", (2, 10, "comment-in-value", "summary"), "支教"),
        ("name: x\nsummary: 一行\n  又一行 #支教\n", (3, 7, "comment-in-value", "summary"), "支教"),
    ],
)  # fmt: skip
def test_text_behind_a_hash_is_reported_as_lost(content, text, seen, lost):
    (problem,) = content.problems("volunteers/a.yml", text + REST)

    assert (problem.line, problem.column, problem.code, problem.key) == seen
    assert problem.particulars == {"lost": lost}
    assert problem.severity == "warning"


def test_a_value_that_a_comment_took_whole_is_missing_and_it_is_said_why(content):
    assert content.seen("volunteers/a.yml", "name: #1\n" + REST) == [
        (1, 1, "missing", "name"),
        (1, 7, "comment-in-value", "name"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "name: 样例#1\n",  # no space before it: a part of the name
        "name: '样例 #1'\n",
        "name: '样例' # 化名\n",  # the quotes say where the value ends
        "name: 样例 #\n",
        "name: 样例甲\ndegree: master # 硕士\nsample: true #示例\n",
        "name: 样例甲\npublish:\n  from: 2024-01-01 # 开学\n",
        "name: 样例甲\nhonours:\n  - a # 五星\n",
        "name: 样例甲\nsummary: # 一两句话\n",
        "# 姓名 # 本人\nname: 样例甲\n  # 缩进的说明 # x\n",
        "name: 样例甲\nbody: |  # 正文\n  ## 标题 #1\n",
        "name: 样例甲\nconsent: # 同意书\n  granted: 2024-01-01\n  covers: [name]\n",
    ],
)
def test_comments_that_are_comments_are_left_alone(content, text):
    assert content.problems("volunteers/a.yml", text + REST) == ()
