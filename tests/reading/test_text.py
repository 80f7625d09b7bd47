"""What programs save, and what a text must not hold."""

from __future__ import annotations

import pytest

from generator.reading.text import LIMIT, decode

CHINESE = "name: 样例甲\n"


@pytest.mark.parametrize(
    ("data", "code", "guess"),
    [
        (CHINESE.encode("gbk"), "not-utf8", "GBK"),
        (("# x\n" * 3 + CHINESE).encode("gb18030"), "not-utf8", "GBK"),
        (CHINESE.encode("utf-16"), "not-utf8", "UTF-16"),
        (b"name: Example\n".decode().encode("utf-16-le"), "not-utf8", "UTF-16"),
        (b"name: Example\n".decode().encode("utf-16-be"), "not-utf8", "UTF-16"),
        (b"name: \xff\xff\xff\n", "not-text", None),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xae\x42\x60\x82", "not-text", None),
        (b"a: \xed\xa0\x80\n", "not-text", None),  # a lone surrogate
    ],
)
def test_a_text_in_another_encoding_is_told_which(data, code, guess):
    (problem,) = decode(data, "x.yml")

    assert (problem.code, problem.particulars.get("guess")) == (code, guess)


def test_the_first_character_that_is_not_utf8_is_placed():
    (problem,) = decode(b"a: 1\nb: \xce\xd2\n", "x.yml")

    assert (problem.line, problem.column) == (2, 4)


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"),
        ("\x08", "U+0008"),
        ("\x0b", "U+000B"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\ufeff", "U+FEFF"),
        ("\uffff", "U+FFFF"),
    ],
)
def test_invisible_characters_are_found_where_they_stand(character, name):
    (problem,) = decode(f"a: 1\n姓名: 甲{character}\n".encode(), "x.yml")

    assert problem.code == "control-character"
    assert problem.particulars == {"character": name}
    assert (problem.line, problem.column) == (2, 6)


@pytest.mark.parametrize(
    "character", ["\t", "\u3000", "\u00a0", "\u200d", "𠮷", "é", "👩‍🏫", "\ue000"]
)
def test_characters_that_people_type_are_left_alone(character):
    text = f"a: 甲{character}乙\n"

    assert decode(text.encode(), "x.yml") == text


def test_lone_carriage_returns_are_a_problem_and_windows_line_ends_none():
    (problem,) = decode(b"a: 1\r\nb: 2\rc: 3\n", "x.yml")

    assert (problem.code, problem.line, problem.column) == ("line-end", 2, 5)
    assert decode(b"a: 1\r\nb: 2\r\n", "x.yml") == "a: 1\nb: 2\n"


def test_a_file_over_a_megabyte_is_not_read(content):
    content.write("volunteers/a.yml", b"body: " + b"x" * (5 * LIMIT))

    (problem,) = content.read().problems

    assert problem.code == "file-too-large"
    assert problem.particulars == {"size": "5.0 MB"}
