"""Problems that later stages find, placed in the file that they name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.reading.parsing import parse
from generator.reading.places import place_of

TEXT = """\
# 第一行
name: 样例甲
quote: "到祖国最需要的地方去"
placements:
  - province: 新疆
    start: 2024-08
body: |
  第一段。

  - 他说 “你好”。
summary: 一行
  接着一行
honours: []
"""


@pytest.mark.parametrize(
    ("loc", "more", "place"),
    [
        (("name",), {}, (2, 7)),
        (("name",), {"on_key": True}, (2, 1)),
        (("placements",), {}, (5, 3)),
        (("placements", 0), {}, (5, 5)),
        (("placements", 0, "start"), {}, (6, 12)),
        (("placements", 0, "start"), {"on_key": True}, (6, 5)),
        (("placements", 0, "end"), {}, (5, 5)),  # not there: what it would stand in
        (("placements", 7, "end"), {}, (5, 3)),
        (("degree",), {}, (2, 1)),
        ((), {}, (2, 1)),
        (("honours",), {}, (13, 10)),
        (("body",), {}, (7, 7)),
        (("body",), {"offset": 0}, (8, 3)),
        (("body",), {"offset": "第一段。\n\n- 他说 “".index("“")}, (10, 8)),
        (("body",), {"offset": "第一段。\n\n- 他说 “".index(" “")}, (10, 7)),
        (("body",), {"offset": "第一段。\n\n- 他说 “".index("- ")}, (10, 3)),
        (("quote",), {"offset": 2}, (3, 11)),
        (("name",), {"offset": 2}, (2, 9)),
        (("summary",), {"offset": 3}, (12, 3)),
    ],
)
def test_problems_of_later_stages_are_placed(content, loc, more, place):
    content.write("volunteers/a.yml", TEXT)

    placed = content.place(Problem("content/volunteers/a.yml", "dangling", loc, **more))

    assert placed == [place]


def test_a_place_that_is_known_is_kept(content):
    content.write("volunteers/a.yml", TEXT)

    placed = content.place(Problem("content/volunteers/a.yml", "dangling", ("name",), 9, 9))

    assert placed == [(9, 9)]


@pytest.mark.parametrize(
    "file", ["content/volunteers/gone.yml", "content/pages/a.md", "content/volunteers/b.yml", "x"]
)
def test_what_cannot_be_read_again_is_placed_at_its_beginning(content, file):
    content.write("pages/a.md", "# x")
    content.write("volunteers/b.yml", b"\xff")

    assert content.place(Problem(file, "dangling", ("name",))) == [(1, 1)]


@pytest.mark.parametrize(
    ("value", "offset", "place"),
    [
        ("'样例''甲'", 3, (1, 7)),  # written with escapes: the value's own place
        ('"样例\\u7532"', 2, (1, 7)),
        ("'样例甲'", 2, (1, 10)),
        ("|2-\n    样例\n  甲", 2, (2, 5)),
        (">\n  样例\n  甲", 3, (3, 3)),
    ],
)
def test_a_place_within_a_value_is_exact_unless_it_is_written_with_escapes(
    content, value, offset, place
):
    content.write("volunteers/a.yml", f"name: {value}\ncohort: 2024\n")

    assert content.place(
        Problem("content/volunteers/a.yml", "names-withheld", ("name",), offset=offset)
    ) == [place]


def test_characters_count_however_wide_they_are(content):
    body = "👩‍🏫𠮷\n他说：é\n"
    content.write("volunteers/a.yml", "\ufeffbody: |\r\n  👩‍🏫𠮷\r\n  他说：é\r\n")

    def at(word: str) -> list[tuple[int, int]]:
        return content.place(
            Problem("content/volunteers/a.yml", "x", ("body",), offset=body.index(word))
        )

    assert at("𠮷") == [(2, 6)]
    assert at("é") == [(3, 6)]


WORDS = st.text(alphabet="甲乙 　#-:'\"👩", min_size=1, max_size=8)


@given(
    lines=st.lists(WORDS, min_size=1, max_size=6),
    style=st.sampled_from(["|", ">", "|-"]),
    data=st.data(),
)
def test_a_place_within_a_text_is_that_of_the_same_character(lines, style, data):
    text = f"name: x\nbody: {style}\n" + "".join(f"  甲{line}\n" for line in lines)
    tree = parse(text, "x.yml")
    body = tree.value["body"]
    offset = data.draw(st.sampled_from([i for i, c in enumerate(body) if not c.isspace()]))

    line, column = place_of(tree, text, ("body",), offset=offset)

    assert text.split("\n")[line - 1][column - 1] == body[offset]
    assert body.count("甲", 0, offset) == "\n".join(
        [*text.split("\n")[2 : line - 1], text.split("\n")[line - 1][: column - 1]]
    ).count("甲")
