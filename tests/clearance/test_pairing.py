"""Which number a source gives to whom: the ways in which documents say so."""

from __future__ import annotations

import pytest

from generator.clearance.pairing import pairings
from generator.quantities import quantities
from generator.sources import folded


def first(text, place=0):
    """The likeliest reading of a sentence, for its number at *place*: words with their numbers."""
    words = folded("".join(text.split()))
    counted = quantities(words)
    pairing = next(pairings(words, counted[place], counted), None)
    if pairing is None:
        return None
    amounts = [f"{number.value:f}" for number in pairing.numbers]
    return pairing.respectively, list(zip(pairing.subjects, amounts, strict=True))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "按期上岗的西部计划省外项目志愿者、省内项目志愿者，学校分别给与 6000 元、4000 元的补贴。",
            [("按期上岗的西部计划省外项目志愿者", "6000"), ("省内项目志愿者", "4000")],
        ),
        ("省外项目和省内项目分别给予6000元和4000元", [("省外项目", "6000"), ("省内项目", "4000")]),
        ("对省外、省内项目分别给予6000、4000元", [("对省外", "6000"), ("省内项目", "4000")]),
        ("省外、省内分别给予6000元补贴、4000元补贴", [("省外", "6000"), ("省内", "4000")]),
        ("分别给予省外、省内项目6000元、4000元", [("给予省外", "6000"), ("省内项目", "4000")]),
        (
            "标准为6000元、4000元，分别适用于省外、省内项目",
            [("适用于省外", "6000"), ("省内项目", "4000")],
        ),
        (
            "省外项目、省内项目和专项志愿者分别给予6000元、4000元、3000元",
            [("省外项目", "6000"), ("省内项目", "4000"), ("专项志愿者", "3000")],
        ),
        (
            "省外项目的，省内项目的，分别给予6000元、4000元",
            [("省外项目的", "6000"), ("省内项目的", "4000")],
        ),
        (
            "省外、省内项目分别给予6000元、4000元，满一年的另加1000元",
            [("省外", "6000"), ("省内项目", "4000")],
        ),
        (
            "省外、省内项目分别给予6000元补贴、4000元补贴，满一年的另加1000元",
            [("省外", "6000"), ("省内项目", "4000")],
        ),
        (
            "参与支教和涉及医疗的，学校分别给与6000元、4000元",
            [("参与支教", "6000"), ("涉及医疗的", "4000")],
        ),
    ],
)
def test_a_source_that_says_respectively_pairs_its_lists_in_order(text, pairs):
    """Wherever the lists stand, and whatever joins their items."""
    assert first(text) == (True, pairs)


def test_a_list_may_count_something_itself():
    """For each number, the numbers of its own unit are the list."""
    text = "服务满1年、2年、3年的，分别给予1000元、2000元、3000元"

    assert first(text, 3) == (
        True,
        [("服务满1年", "1000"), ("2年", "2000"), ("3年的", "3000")],
    )


@pytest.mark.parametrize(
    "text",
    [
        "省外项目6000元、省内项目4000元",
        "省外项目6000元，省内项目4000元",
        "学校分别给予省外项目6000元、省内项目4000元",
    ],
)
def test_a_number_belongs_to_the_words_right_before_it_otherwise(text):
    """Where each item of a list has its own words."""
    _, pairs = first(text)

    assert [(words[-4:], amount) for words, amount in pairs] == [
        ("省外项目", "6000"),
        ("省内项目", "4000"),
    ]


def test_what_another_sentence_pairs_is_its_own():
    """A sentence ends a list."""
    text = "省外、省内项目分别核算。交通费6000元、住宿费4000元。"

    assert first(text) == (False, [("交通费", "6000"), ("住宿费", "4000")])


@pytest.mark.parametrize(
    "text",
    [
        "可申请将户口保留在学校两年；",
        "省外项目6000元。省内项目4000元。",  # of different sentences
        "保留两年，给与6000元",  # of different units
    ],
)
def test_a_number_that_is_alone_belongs_to_nobody_else(text):
    """There is nothing to pair."""
    assert first(text) is None
