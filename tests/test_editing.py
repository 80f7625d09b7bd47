"""Edits of a record's file: what was asked for, and not a letter more."""

from __future__ import annotations

import pytest

from generator.editing import Edits, record
from generator.reading.parsing import parse

BEFORE = """\
# 头
title: 示例  # 名称
dates:
  # 第一场
  - start: 2027-03-01T14:30  # 周一
    end: 2027-03-01T16:00

  # 第二场
  - start: 2027-03-08T14:30

# 地点
venue:
  room: 示例楼
body: |
  一。

  二。

# 尾
kind: visit
"""


def edited(text, *edits):
    found = Edits(text)
    for edit, loc, value in edits:
        getattr(found, edit)(loc, value)
    return found.made()


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        (("put", ("title",), "改了"), "title: 示例  #", "title: 改了  #"),
        (("put", ("title",), "a: b"), "title: 示例  #", 'title: "a: b"  #'),
        (
            ("put", ("dates", 0, "start"), "2027-03-02T14:30"),
            "start: 2027-03-01T14:30  # 周一",
            "start: 2027-03-02T14:30  # 周一",
        ),
        (
            ("put", ("dates", 0, "status"), "cancelled"),
            "# 周一\n",
            "# 周一\n    status: cancelled\n",
        ),
        (
            ("put", ("dates", 1, "previous"), [{"start": "2027-03-07"}]),
            "start: 2027-03-08T14:30\n",
            "start: 2027-03-08T14:30\n    previous:\n      - start: 2027-03-07\n",
        ),
        (
            ("append", ("dates",), {"start": "2027-03-15", "note": "加"}),
            "start: 2027-03-08T14:30\n",
            "start: 2027-03-08T14:30\n  - start: 2027-03-15\n    note: 加\n",
        ),
        (("put", ("venue",), {"room": "新楼", "campus": "东"}), "room: 示例楼\n", "room: 新楼\n  campus: 东\n"),
        (("put", ("body",), "三。\n\n四。"), "  一。\n\n  二。\n", "  三。\n\n  四。\n"),
        (("put", ("body",), "三。"), "body: |\n  一。\n\n  二。\n", "body: 三。\n"),
        (("put", ("uid",), "x@y"), "kind: visit\n", "kind: visit\nuid: x@y\n"),
    ],
    ids=str,
)  # fmt: skip
def test_an_edit_changes_its_place_and_nothing_else(edit, before, after):
    """Comments, empty lines and the order stay."""
    assert BEFORE.count(before) == 1
    assert edited(BEFORE, edit) == BEFORE.replace(before, after)


def test_lists_on_one_line_stay_on_it():
    """As an editor wrote them."""
    text = "title: x\ndates: [{start: 2027-03-01 }, {start: 2027-03-08}]  # 两场\n"
    found = edited(
        text,
        ("put", ("dates", 0, "status"), "cancelled"),
        ("append", ("dates",), {"start": "2027-03-15", "note": "一, 二"}),
    )

    assert found == (
        "title: x\ndates: [{start: 2027-03-01, status: cancelled }, {start: 2027-03-08}, "
        '{start: 2027-03-15, note: "一, 二"}]  # 两场\n'
    )


@pytest.mark.parametrize("empty", ["venue:", "venue: {}", "venue: { }"])
def test_what_stands_open_is_filled_in(empty):
    """As ``westbound new`` leaves it, or an editor."""
    text = f"title:\n{empty}\ndates: [{{start: x, previous: []}}]\n"
    found = edited(
        text,
        ("put", ("title",), "示例"),
        ("put", ("venue",), {"room": "示例楼"}),
        ("put", ("dates", 0, "previous"), [{"start": "y"}]),
    )

    assert parse(found, "").value == {
        "title": "示例",
        "venue": {"room": "示例楼"},
        "dates": [{"start": "x", "previous": [{"start": "y"}]}],
    }


def test_a_file_without_a_last_line_end_gets_its_line():
    """Windows' Notepad leaves it out."""
    assert edited("title: x", ("put", ("uid",), "y")) == "title: x\nuid: y\n"
    assert edited(
        "dates:\n- start: 2027-03-01", ("append", ("dates",), {"start": "2027-03-08"})
    ) == ("dates:\n- start: 2027-03-01\n- start: 2027-03-08\n")


@pytest.mark.parametrize(
    "text",
    ["null", "a: b", "# x", "a #b", "- x", "“x”", "'x", '"x"', "[x] y", "{x}", "*x*", "19:30", "no",
     "x：y", "@x", "%x", "!x", "a\\b", "~", "a, b", "？", "x:", "> x", "| x", "&x", "`x`", "2027-03-01"],
)  # fmt: skip
def test_whatever_a_text_says_is_what_will_be_read(text):
    """In quotes where it must be, on a line of its own and within braces."""
    assert parse(record({"title": text}), "").value == {"title": text}
    assert not parse(record({"title": text}), "").problems
    listed = edited("dates: [{start: x}]\n", ("put", ("dates", 0, "note"), text))
    assert parse(listed, "").value == {"dates": [{"start": "x", "note": text}]}


def test_a_new_record_has_its_fields_in_order():
    """With what is to be known at its head."""
    fields = {
        "title": "示例",
        "dates": [{"start": "2027-03-01", "previous": [{"start": "2027-02-01"}]}],
        "venue": {"room": "示例楼"},
        "body": "一。\n\n二。",
    }
    text = record(fields, ["从日历导入。"])

    assert text == (
        "# 从日历导入。\ntitle: 示例\ndates:\n  - start: 2027-03-01\n    previous:\n"
        "      - start: 2027-02-01\nvenue:\n  room: 示例楼\nbody: |\n  一。\n\n  二。\n"
    )
    assert parse(text, "").value == {**fields, "body": "一。\n\n二。\n"}
