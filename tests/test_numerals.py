"""Numerals in Chinese text: what number each names, and which name none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.numerals import value_of
from tests.spelling import han, spellings


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("6000", "6000"),
        ("6,000", "6000"),
        ("0.6万", "6000"),
        ("0.6 万", "6000"),
        ("6千", "6000"),
        ("六千", "6000"),
        ("陆仟", "6000"),
        ("2万5千", "25000"),
        ("12万3456", "123456"),
        ("1亿2000万", "120000000"),
        ("三万二千亿", "3200000000000"),
        ("一万亿", "1000000000000"),
        ("十", "10"),
        ("十五", "15"),
        ("两", "2"),
        ("两千两百二十五", "2225"),
        ("一百零二", "102"),
        ("一百二", "120"),
        ("一万二", "12000"),
        ("一万零二", "10002"),
        ("1万2", "12000"),
        ("〇", "0"),
        ("零点五", "0.5"),
        ("一点五", "1.5"),
        ("二〇二一", "2021"),
        ("二○二一", "2021"),
        ("一九九八", "1998"),
    ],
)
def test_a_numeral_names_its_number(numeral, value):
    """However it is spelled."""
    assert value_of(numeral) == Decimal(value)


@pytest.mark.parametrize(
    "numeral",
    ["千", "万", "百万", "三五", "两三", "七八十", "三四百", "五六千", "千百", "三百二千"],
)
def test_what_names_no_single_number_is_none(numeral):
    """三五 is three to five, not 35."""
    assert value_of(numeral) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [(10, "十"), (110, "一百一十"), (10050, "一万零五十"), (100_010_000, "一亿零一万")],
)
def test_the_tests_own_spelling_is_right(number, words):
    """What the next test spells by."""
    assert han(number) == words


@given(some.integers(0, 10**12 - 1))
def test_a_number_is_the_same_in_every_spelling_that_has_no_full_width(number):
    """Full width is not a matter of numerals but of the text they stand in."""
    for numeral in spellings(number):
        if numeral.isascii() or not any("０" <= sign <= "９" for sign in numeral):
            assert value_of(numeral) == number, numeral
