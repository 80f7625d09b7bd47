"""Numerals as Chinese text writes them, as numbers: 6000, 6,000, 0.6万, 六千, 2万5千, 二〇二一."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

_DIGITS = {
    digit: value
    for value, digits in enumerate(
        ("〇零○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for digit in digits
}
_MULTIPLES = {
    **dict.fromkeys("十拾", 10),
    **dict.fromkeys("百佰", 100),
    **dict.fromkeys("千仟", 1000),
    "万": 10_000,
    "亿": 100_000_000,
}
DIGITS = "".join(_DIGITS)
MULTIPLES = "".join(_MULTIPLES)

_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_DECIMAL = rf"[{DIGITS}]+点[{DIGITS}]+(?![十百千])"
PATTERN = rf"(?:{_DECIMAL}|{_ARABIC}(?:[ \t]*[{MULTIPLES}]+)?|[{DIGITS}{MULTIPLES}]+)+"
"""A numeral, as long as it goes."""

_TOKEN = re.compile(rf"{_DECIMAL}|{_ARABIC}|[{DIGITS}{MULTIPLES}]")


def value_of(numeral: str) -> Decimal | None:
    """The number that *numeral* names; None where it is none (千), or no single one.

    三五 and 七八十 are "some"; 一万二 is 12000, as people say it, and 一万零二 is not.
    """
    tokens = _TOKEN.findall(numeral)
    if len(tokens) > 1 and all(token in _DIGITS for token in tokens):
        return _digit_by_digit(tokens)
    total = section = Decimal(0)
    digit: Decimal | None = None
    least, behind_zero = 10_000, False
    for token in tokens:
        multiple = _MULTIPLES.get(token)
        if multiple is None:
            if digit is not None:
                return None
            if len(tokens) > 1 and _DIGITS.get(token) == 0:
                behind_zero = True
            else:
                digit = _amount(token)
            continue
        if multiple >= 10_000:
            section += digit or 0
            if not section and not 0 < total < multiple:
                return None
            # 三万二千亿: a multiple counts all that is less than itself.
            counted = (total + section) if total < multiple else section
            total = counted * multiple + (0 if total < multiple else total)
            section = Decimal(0)
        else:
            if digit is None and multiple == 10:
                digit = Decimal(1)
            if digit is None or multiple >= least:
                return None
            section += digit * multiple
        digit, least, behind_zero = None, multiple, False
    if digit is None:
        return total + section if tokens else None
    said_short = total + section and least >= 100 and not behind_zero and len(tokens[-1]) == 1
    return total + section + digit * (least // 10 if said_short else 1)


def _digit_by_digit(digits: Sequence[str]) -> Decimal | None:
    """Digits in a row, 二〇二一; but two of them are no number, 三五 is three to five."""
    values = [_DIGITS[digit] for digit in digits]
    if len(values) == 2 and all(values):
        return None
    return Decimal("".join(map(str, values)))


def _amount(token: str) -> Decimal:
    if token[0] in _DIGITS:
        return Decimal("".join("." if sign == "点" else str(_DIGITS[sign]) for sign in token))
    return Decimal(token.replace(",", ""))
