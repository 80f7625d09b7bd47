"""Whatever a file holds, it is a record or a problem with a place: never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.problems import Language
from generator.reading.folders import File
from generator.reading.records import Outcome, read_record
from generator.records import BY_NAME

VOLUNTEER = """\
name: 样例甲
college: computing
degree: master
cohort: 2024
project: outside
placements:
  - province: 新疆
    county: 喀什市
    start: 2024-08
    end: 2025-07
  - province: 甘肃
    start: 2025-08
timeline:
  - date: 2024-09
    text: 到岗
summary: 在喀什教数学
body: |
  第一段。

  第二段：他说 # 你好。
consent:
  granted: 2024-06-01
  covers: [name, story]
sample: true
"""


def outcome(data: str | bytes, collection: str = "volunteers") -> Outcome:
    file = File(BY_NAME[collection], "a", Path("a.yml"), f"content/{collection}/a.yml")
    return read_record(data if isinstance(data, bytes) else data.encode("utf-8", "ignore"), file)


def check(data: str | bytes, collection: str = "volunteers") -> None:
    result = outcome(data, collection)
    text = data if isinstance(data, str) else data.decode("utf-8", "replace")
    assert result.record or result.tombstone or result.problems
    for problem in result.problems:
        assert 1 <= problem.line <= text.count("\n") + text.count("\r") + 1
        assert problem.column >= 1
        for language in Language:
            assert problem.line_in(language)


@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\x00" * 16)
@example(b"a: !<%ed%a0%80> b")
def test_any_bytes(data):
    check(data)


@given(st.text(max_size=200))
@example("\u3000")
@example('a: "\\U00110000"')
@example("%YAML " + "9" * 5000)
@example("a: !<!%ff> b")
def test_any_text(text):
    check(text)


@given(st.text(alphabet=" \n\t-:?[]{}&*!|>'\"%@`#,~<=ab甲：\\0", max_size=120))
def test_any_text_of_the_signs_that_yaml_knows(text):
    check(text)


def keys(collection: str) -> list[str]:
    return [info.alias or name for name, info in BY_NAME[collection].model_fields.items()]


WORDS = st.sampled_from(
    ["", "x", "甲", "''", "2024", "2024-13-01", "2024-02-30T25:00", "true", "*a", "&a b", "!c d",
     "a: b", "[x, y]", "{x: y}", "|\n  x", "- x", "\n  - x: y\n    z: [a]\n  - b", "\n  from: 1"]
)  # fmt: skip


@pytest.mark.parametrize("collection", BY_NAME)
@given(data=st.data())
def test_any_values_behind_the_right_keys(collection, data):
    chosen = data.draw(
        st.lists(st.tuples(st.sampled_from([*keys(collection), "withdrawn", "zzz"]), WORDS))
    )

    check("".join(f"{key}: {word}\n" for key, word in chosen), collection)


LINES = VOLUNTEER.splitlines()


@given(
    at=st.integers(0, len(LINES) - 1),
    cut=st.integers(0, 30),
    typed=st.sampled_from(
        ["", " ", "\t", ":", ": ", "#", "'", '"', "[", "}", "- ", "*", "：", "x"]
    ),
)
def test_any_slip_of_the_finger(at, cut, typed):
    line = LINES[at]
    slipped = line[:cut] + typed + line[cut:]

    check("\n".join([*LINES[:at], slipped, *LINES[at + 1 :]]) + "\n")


VALUES = [
    number
    for number, line in enumerate(LINES)
    if line.partition(":")[0].strip("- ") in ("degree", "cohort", "project", "province", "start", "granted", "sample", "college")
]  # fmt: skip


@given(
    at=st.sampled_from(VALUES),
    above=st.lists(st.sampled_from(["# 说明", "", "  # 缩进的说明"]), max_size=5),
    windows=st.booleans(),
)
def test_a_typo_is_found_in_its_line(at, above, windows):
    """Whatever stands above it, and however the lines end."""
    key, _, _ = LINES[at].partition(":")
    lines = [*above, *LINES[:at], f"{key}: ？？", *LINES[at + 1 :]]

    (problem,) = outcome("".join(line + ("\r\n" if windows else "\n") for line in lines)).problems

    assert problem.line == len(above) + at + 1
    assert problem.column == len(key) + 3
    assert lines[problem.line - 1][problem.column - 1] == "？"


KEYS = [number for number, line in enumerate(LINES) if ":" in line and "：" not in line]


@given(at=st.sampled_from(KEYS))
def test_a_mistyped_key_is_found_at_the_key(at):
    line = LINES[at]
    slipped = line.replace(":", "q:", 1)

    found = outcome("\n".join([*LINES[:at], slipped, *LINES[at + 1 :]])).problems

    unknown = [problem for problem in found if problem.code.startswith("unknown-key")]
    assert [problem.line for problem in unknown] == [at + 1]
    assert line[unknown[0].column - 1 :].startswith(line.strip("- ").partition(":")[0])


def test_the_record_that_these_tests_spoil_is_sound():
    assert outcome(VOLUNTEER).problems == ()
