"""Under which letter a name stands."""

from __future__ import annotations

import pytest

from generator.catalogue.initials import OTHER, initial_of, sorted_by


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("安样例", "a"),
        ("白样例", "b"),
        ("欧阳样例", "o"),
        ("阿依古丽·买买提", "a"),
        ("左样例", "z"),
        # Not among the common characters of GB 2312, or read otherwise in names.
        ("闫样例", "y"),
        ("翟样例", "z"),
        ("单样例", "s"),
        ("仇样例", "q"),
        ("查样例", "z"),
        ("曾样例", "z"),
        # No letter is known.
        ("𠮷田样例", OTHER),
        ("〇样例", OTHER),
        ("", OTHER),
        (None, OTHER),
        ("Álvaro", "a"),
    ],
)
def test_a_name_stands_under_the_first_letter_of_its_pinyin(name, letter):
    assert initial_of(name) == letter


def test_what_an_editor_wrote_counts():
    """Where the reading is another one."""
    assert initial_of("乐样例", "Lè Yànglì") == "l"


def test_names_are_sorted_by_their_pinyin():
    names = ["王样例", "安样例", "李样例", "左样例"]

    assert sorted(names, key=sorted_by) == ["安样例", "李样例", "王样例", "左样例"]
