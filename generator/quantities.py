"""What Chinese text counts: 6000 元, 六千元, 0.6万元, 两年半, 12个月, 加10分.

A number is taken whole or not at all: 6000 is not in 16000, 三五年 and 几千元 name no number.
Ordinals (第一年), dates (2021年7月1日), times of day and fractions count nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from generator.numerals import DIGITS, MULTIPLES, PATTERN, value_of
from generator.records.policy import FigureUnit
from generator.sources import folded

_ANY = rf"[0-9{DIGITS}十]"
_UNITS = {
    # Each with what would make another word of it: 元旦, 年级, 分钟.
    FigureUnit.CNY: rf"[元圆](?![旦素件宵首月化]|{_ANY}+角)|块钱",
    FigureUnit.YEAR: rf"周?年(?![级代度份]|半载|{_ANY}{{1,3}}月)半?",
    FigureUnit.MONTH: r"个半?月",
    FigureUnit.DAY: r"天(?!天)半?|日(?![程期常子报志记夜]|[上下]午|[晚凌起])",
    FigureUnit.POINT: r"分(?![之钟别为钱秒类组批期段步层级析享工管布配校局院会部支开成队])",
}
_NUMBER = re.compile(
    rf"(?P<number>{PATTERN}|半)"
    rf"(?:\s*(?:{'|'.join(f'(?P<{unit.name}>{word})' for unit, word in _UNITS.items())}))?"
)
_LISTED = re.compile(r"\s*(?:[、和或与及至到~\-—–]|以及)\s*\Z")
_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3})")
_IN_DATE = re.compile(rf"{_ANY}年?{_ANY}*月\s*\Z")
_TIME_OF_DAY = re.compile(rf"{_ANY}[点时:]\Z")
_YEAR = re.compile(rf"[12一二][0-9{DIGITS}]{{3}}\Z")
_HALF = Decimal("0.5")
_TIMES = (FigureUnit.YEAR, FigureUnit.MONTH, FigureUnit.DAY)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, from ``start`` to ``end``; the word of its unit ends at ``until``.

    ``value`` is None where it names no single number; ``unit`` is None where none that figures
    know follows, or where the number is an ordinal, a date or the like. Of a list or a range,
    6000、4000 元, each has the unit that stands at the end.
    """

    value: Decimal | None
    unit: FigureUnit | None
    start: int
    end: int
    until: int


@lru_cache(maxsize=256)
def numbers(text: str) -> tuple[Number, ...]:
    """Every number in *text*, in order, also those that count nothing."""
    plain = _in_one_width(text)
    found: list[Number] = []
    before: Number | None = None
    for match in _NUMBER.finditer(plain):
        number = _number(match, plain)
        # 第1、2年, 7月1日至5日: what is listed with an ordinal is one as well.
        listed = before is not None and _are_listed(plain, before, number)
        before = number if listed or _is_ordinal(match, plain) else None
        found.append(_uncounted(number) if before else number)
    return tuple(_without_compounds(_with_shared_units(found, plain), plain))


def quantities(text: str) -> tuple[Number, ...]:
    """The numbers in *text* that count something."""
    return tuple(one for one in numbers(text) if one.unit and one.value is not None)


def _in_one_width(text: str) -> str:
    """*text* in one width, save commas: 100，200元 are two numbers, ６，０００元 is one."""
    text = _WIDE_COMMA.sub(",", text)
    if "，" not in text:
        return folded(text)
    return "，".join(map(folded, text.split("，")))


def _number(match: re.Match[str], text: str) -> Number:
    numeral, start, end, until = match["number"], match.start(), match.end("number"), match.end()
    value = _HALF if numeral == "半" else value_of(numeral)
    unit = FigureUnit[match.lastgroup] if match.lastgroup != "number" else None  # type: ignore[misc]
    if value is not None and "半" in text[end:until]:
        value += _HALF
    if unit and not _is_unit(numeral, unit, text, start, until):
        unit = None
    if unit is None:
        until = end
        if text[max(0, start - 5) : start].rstrip().endswith(("¥", "人民币")):
            unit = FigureUnit.CNY
    return Number(None if _is_inexact(match, text) else value, unit, start, end, until)


def _is_unit(numeral: str, unit: FigureUnit, text: str, start: int, until: int) -> bool:
    """Whether the word behind a number is the unit that it seems to be."""
    before, after = text[max(0, start - 2) : start], text[until : until + 1]
    if unit is FigureUnit.YEAR:
        return not _YEAR.match(numeral)
    if unit is FigureUnit.POINT and numeral == "十":
        # 十分重要 is no amount.
        return before.endswith(tuple("加计得减扣满记降励")) or not after.isalnum()
    return unit is not FigureUnit.POINT or not _TIME_OF_DAY.search(before)


def _is_inexact(match: re.Match[str], text: str) -> bool:
    """Whether a number is a part of something: 几十, 上半年, 三分之一, 1.5.2."""
    numeral, start = match["number"], match.start()
    before = text[max(0, start - 2) : start]
    if numeral == "半":
        return before.endswith(tuple("上下前后大小多一个")) or match.lastgroup == "number"
    return bool(
        before.endswith(("几", "分之"))
        or (before.endswith("数") and numeral[0] in MULTIPLES)
        or re.search(r"[0-9][.,]\Z", before)
    )


def _is_ordinal(match: re.Match[str], text: str) -> bool:
    """Whether a number says which, not how many: 第 2 年, 7月1日; or is in a word: 统一."""
    before = text[max(0, match.start() - 12) : match.start()].rstrip()
    if before.endswith(("第", "统", "唯")):
        return True
    is_day = match.lastgroup == FigureUnit.DAY.name
    dated = _IN_DATE.search(before) or (is_day and before.endswith("月"))
    return bool(dated) and (is_day or match.lastgroup == "number")


def _uncounted(number: Number) -> Number:
    return replace(number, unit=None, until=number.end)


def _are_listed(text: str, first: Number, second: Number) -> bool:
    return _LISTED.match(text[first.until : second.start]) is not None


def _with_shared_units(found: Sequence[Number], text: str) -> list[Number]:
    """*found*, where those without a unit have that of the next in their list."""
    shared: list[Number] = []
    for number in reversed(found):
        following = shared[-1] if shared else None
        if following and not number.unit and _are_listed(text, number, following):
            # 2、3万元: nobody can tell whether the first is in thousands as well.
            alike = text[number.end - 1] in MULTIPLES or text[following.end - 1] not in MULTIPLES
            if following.unit and alike:
                number = replace(number, unit=following.unit, until=following.until)
        shared.append(number)
    return shared[::-1]


def _without_compounds(found: Sequence[Number], text: str) -> list[Number]:
    """*found*, where the parts of one duration, 一年零六个月, count nothing by themselves."""
    parts = set()
    for index in range(1, len(found)):
        one, other = found[index - 1], found[index]
        touch = one.until <= other.start and text[one.until : other.start] in ("", "零", "又")
        if touch and one.unit in _TIMES and other.unit in _TIMES:
            parts |= {index - 1, index}
    return [_uncounted(one) if index in parts else one for index, one in enumerate(found)]
