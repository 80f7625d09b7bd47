"""How names are spelled."""

from __future__ import annotations

import pytest

from generator.search import spellings


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("张三丰", {"zhang", "san", "feng", "zhangsanfeng", "sanfeng", "zsf"}),
        ("阿依古丽·买买提", {"ayiguli", "maimaiti", "ayigulimaimaiti", "ayglmmt"}),
        ("曾样例", {"zeng", "zengyangli", "zyl"}),
        ("单样例", {"shanyangli", "danyangli"}),
        ("吕样例", {"lv", "lyu", "lu", "lvyangli"}),
        ("王", {"wang"}),
    ],
)
def test_a_name_is_spelled_as_it_may_be_typed(name, typed):
    assert typed <= set(spellings(name))


def test_what_an_editor_wrote_counts_as_well():
    assert {"yue", "yangli", "yueyangli", "yy"} <= set(spellings("乐样例", "Yuè Yànglì"))


@pytest.mark.parametrize("name", ["Alice", "", "·"])
def test_what_is_not_chinese_is_spelled_already(name):
    assert spellings(name) == ()
