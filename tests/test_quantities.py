"""What Chinese text counts: found whole, with its unit, and nothing else taken for it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from generator.quantities import quantities
from generator.records.policy import FigureUnit
from tests.spelling import spellings

WORDS = {"元": FigureUnit.CNY, "年": FigureUnit.YEAR, "个月": FigureUnit.MONTH,
         "天": FigureUnit.DAY, "分": FigureUnit.POINT}  # fmt: skip


def found(text):
    """The amounts in a text: value, what they count, and the words."""
    return [
        (str(one.value.normalize().__format__("f")), one.unit.value, text[one.start : one.until])
        for one in quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            "学校分别给与 6000 元、4000 元的",
            [("6000", "CNY", "6000 元"), ("4000", "CNY", "4000 元")],
        ),
        ("６０００ 元", [("6000", "CNY", "６０００ 元")]),
        ("６，０００元", [("6000", "CNY", "６，０００元")]),
        ("6,000元", [("6000", "CNY", "6,000元")]),
        ("0.6 万元", [("6000", "CNY", "0.6 万元")]),
        ("六千元整", [("6000", "CNY", "六千元")]),
        ("陆仟圆", [("6000", "CNY", "陆仟圆")]),
        ("六千块钱", [("6000", "CNY", "六千块钱")]),
        ("￥6000，", [("6000", "CNY", "6000")]),
        ("人民币 6000", [("6000", "CNY", "6000")]),
        ("每月6000、4000元", [("6000", "CNY", "6000、4000元"), ("4000", "CNY", "4000元")]),
        ("2万、3万元", [("20000", "CNY", "2万、3万元"), ("30000", "CNY", "3万元")]),
        ("保留在学校两年；", [("2", "year", "两年")]),
        ("服务期为1至3年", [("1", "year", "1至3年"), ("3", "year", "3年")]),
        ("两年半", [("2.5", "year", "两年半")]),
        ("半年", [("0.5", "year", "半年")]),
        ("满一周年", [("1", "year", "一周年")]),
        ("12个月", [("12", "month", "12个月")]),
        ("一个半月", [("1.5", "month", "一个半月")]),
        ("半个月", [("0.5", "month", "半个月")]),
        ("公示5天", [("5", "day", "5天")]),
        ("三十日内", [("30", "day", "三十日")]),
        ("初试总分加10分，同等条件下", [("10", "point", "10分")]),
        ("加十分。", [("10", "point", "十分")]),
        ("⼀年", [("1", "year", "⼀年")]),  # a radical, as text from a PDF has it
    ],
)
def test_an_amount_is_found_with_its_unit(text, amounts):
    """In any spelling; of a list or a range, each has the unit at its end."""
    assert found(text) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "山科大党发〔2021〕52号", "2021年7月1日", "二〇二一年", "2021、2022年", "2021年度", "90年代",
        "7月1、2日", "7月1日至5日", "每月5日", "三月", "25日上午",
        "第一年", "第 2 年", "第1、2年", "一年级", "统一天线", "四（一）1",
        "三分之一", "百分之五", "5%", "七分钟", "19时30分", "19:30分", "十分重要", "学校分别给与",
        "一次性", "一些", "一元化", "二〇二七年元旦", "一年半载",
        "三五年", "七八十元", "几千元", "数十元", "十几年", "十多年", "6000多元", "上半年", "万元",
        "1,2345元", "1.5.2元", "6000元5角", "一年零六个月", "1年6个月", "5个工作日", "6000人", "6000美元",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_left_alone(text):
    """Dates, ordinals, times, fractions, words, and numbers that are no single one."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("100，200元", ["200"]),  # a full-width comma lists
        ("2、3万元", ["30000"]),  # 2 or 20000? nobody can tell
        ("总数6000元", ["6000"]),
        ("3天2夜", ["3"]),
        ("7月1日起公示5日", ["5"]),
    ],
)
def test_only_what_is_clear_counts(text, values):
    """What could be read in two ways is not."""
    assert [value for value, *_ in found(text)] == values


@given(some.integers(1, 10**9), some.sampled_from(list(WORDS)), some.data())
def test_a_number_is_found_as_itself_in_every_spelling(number, word, data):
    """With the words around it, and with a space before its unit."""
    assume(not (word == "年" and number < 10_000))  # 2021年 is a date
    spelled = data.draw(some.sampled_from(spellings(number)))
    space = data.draw(some.sampled_from(["", " "]))

    (one,) = quantities(f"学校给与{spelled}{space}{word}，如此。")

    assert (one.value, one.unit) == (number, WORDS[word])


@given(some.integers(1, 10**6), some.sampled_from("123456789"), some.booleans())
def test_a_number_is_never_found_inside_a_longer_one(number, digit, before):
    """6000 is not in 16000, nor in 60001."""
    longer = f"{digit}{number}" if before else f"{number}{digit}"

    assert [one.value for one in quantities(f"给与{longer}元")] == [Decimal(longer)]


@given(some.text("0123456789,.，、万千百十两半一三〇点元年个月天分第几-至 \n"))
def test_any_text_can_be_read(text):
    """Each amount lies in the text, in order, and says something."""
    ends = 0
    for one in quantities(text):
        assert ends <= one.start < one.end <= one.until <= len(text)
        assert one.value >= 0
        ends = one.end
