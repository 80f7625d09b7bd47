"""Numbers of resident identity cards (居民身份证), of 18 digits and of the old 15.

Source: GB 11643-1999; the permits of residents from Hong Kong, Macau and Taiwan (81, 82, 83) and
of foreigners (a 9, then the province) follow it. python-stdnum's own ``validate`` is not asked:
it refuses whoever was born before the county had its code (in Nanjing's 320102 before 1983), and
raises KeyError for a county that its table lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.personal_data.disguise import GAP, Span

_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
# Looked for at each digit that begins a group, since other numbers may stand before it.
_BETWEEN = rf"(?:{GAP}|\n){{0,3}}"
_X = "XxХхΧχ×"
"""The check character, and the Cyrillic and Greek letters and the sign that look like it."""
_LONG = re.compile(
    rf"(?<![0-9])(?=([0-9](?:{_BETWEEN}[0-9]){{16}}{_BETWEEN}(?:[0-9]|[{_X}])(?![0-9])))"
)
_OLD = re.compile(
    rf"(?<![0-9A-Za-z])(?<![0-9]\.)([0-9]{{6}})({GAP}?)([0-9]{{6}})\2([0-9]{{3}})"
    r"(?![0-9A-Za-z])(?!\.[0-9])"
)


def found(text: str) -> Iterator[Span]:
    """Numbers of 18 digits whose province, day of birth and check digit are right.

    One number of 18 digits in some 40,000 passes by chance.
    """
    end = 0
    for match in _LONG.finditer(text):
        number = re.sub("[^0-9X]", "", re.sub(f"[{_X}]", "X", match[1]))
        if match.start() >= end and _is_right(number):
            end = match.end(1)
            yield Span(match.start(), end, number, number[:4])


def found_old(text: str) -> Iterator[Span]:
    """Numbers of 15 digits, which have no check digit: county and day of birth are right."""
    for match in _OLD.finditer(text):
        number = match[1] + match[3] + match[4]
        if _PROVINCE.match(number) and _is_born(f"19{number[6:12]}") and _is_county(number[:6]):
            yield Span(match.start(), match.end(), number, number[:4])


def _is_right(number: str) -> bool:
    region = number[1:] if number[0] == "9" else number
    return bool(_PROVINCE.match(region)) and _is_born(number[6:14]) and _is_checked(number)


def _is_born(day: str) -> bool:
    try:
        date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:
        return False
    return day[:2] in ("19", "20")


def _is_checked(number: str) -> bool:
    from stdnum.cn import ric

    return ric.calc_check_digit(number) == number[-1]


def _is_county(code: str) -> bool:
    from stdnum import numdb

    province, *county = numdb.get("cn/loc").info(code)
    return bool(province[1]) and any(found for _, found in county)
