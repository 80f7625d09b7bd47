"""Words that are withheld: found however a file writes them, and not in look-alikes."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from generator.clearance.explained import Visible
from generator.clearance.withheld import Withheld, Word

HAN = Word("金丝雀甲", "volunteers/a", "name")
PLACE = Word("夏青", "volunteers/a", "name")
LATIN = Word("Canary Jia", "volunteers/a", "pinyin")
ID = Word("wb2019-001", "volunteers/wb2019-001", "id", "volunteers/wb2019-001/index.html")


def found(word, data):
    return Withheld((word,)).found(data) == {word}


@pytest.mark.parametrize(
    "data",
    [
        "他是金丝雀甲。".encode(),
        "金丝<wbr>雀甲".encode(),
        "SUMMARY:金丝\r\n 雀甲".encode(),
        quote("某金丝雀甲").encode(),
        quote("某金丝雀甲").lower().encode(),
        json.dumps("某金丝雀甲").encode(),
        "某金丝雀甲".encode("ascii", "xmlcharrefreplace"),
        b"Exif\0" + "金丝雀甲".encode("utf-16-le"),
        b"Exif\0" + "金丝雀甲".encode("utf-16-be"),
    ],
)
def test_a_name_is_found_however_a_file_writes_it(data):
    """Broken for a line, in an address, in JSON, in XML, in what a picture holds beside it."""
    assert found(HAN, data)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("by Canary Jia.", True),
        ("canary jia", True),
        ("CANARY JIA", True),
        ("Canary Jiang", False),
        ("Canary Jia2", False),
        ("Canary, Jia", False),
    ],
)
def test_a_latin_name_is_found_whole_and_in_any_case(text, there):
    """A part of a longer word is another word."""
    assert found(LATIN, text.encode()) is there


def test_an_id_may_stand_at_its_own_address_only():
    """As the tombstone's does; a longer id is another one."""
    words = Withheld((ID,))

    assert words.found(b"wb2019-001") == {ID}
    assert not ID.may_stand_in("volunteers/index.html")
    assert ID.may_stand_in("volunteers/wb2019-001/index.html")
    assert not HAN.may_stand_in("volunteers/a/index.html")
    assert words.found(b"wb2019-0012 xwb2019-001 wb2019-001-2") == set()


def test_what_records_editors_or_the_program_say_is_explained():
    """But a name of three characters or more is not by what a template types."""
    assert Visible(["金丝雀甲县"], (), ()).unexplained({HAN}) == set()
    assert Visible((), ["# 关于金丝雀甲"], ()).unexplained({HAN}) == set()
    assert Visible((), (), ["<p>金丝雀甲"]).unexplained({HAN}) == {HAN}
    assert Visible((), (), ["<p>夏青"]).unexplained({PLACE}) == set()
    assert Visible(["金丝雀"], ["雀甲"], ()).unexplained({HAN}) == {HAN}
    assert Visible(["wb2019-001"], (), ()).unexplained({ID}) == {ID}


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("在宁夏青铜峡市服务", True),
        ("夏青在宁夏青铜峡市服务", False),
        ("在宁夏夏青服务", False),
        ("夏青", False),
    ],
)
def test_a_name_that_comes_about_where_two_values_meet_is_none(text, joined):
    """Each place is looked at by itself."""
    visible = Visible(["青铜峡市"], (), ())

    assert visible.only_joins(PLACE, text) is joined
