"""Mobile telephone numbers: 11 digits from 13 to 19.

Source: 电信网编号计划 (MIIT, 2017). Which of the ranges are in use is not asked: the list grows,
and what it lacks would be published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal_data.disguise import DOTLESS, EMPHASIS, GAP, Span

_BEFORE = ("0086", "tel", "phone", "mobile", "wx", "vx", "wechat", "weixin", "qq")
_AFTER = "|".join(f"(?<={word}1)" for word in _BEFORE)

_MOBILE = re.compile(
    rf"""
    1 (?: (?<![0-9]1) | {_AFTER} | (?<=861)(?<![0-9]861) )
    (?<![0-9]\.1) (?<![¥￥$]1) (?: (?<![0-9]-1) | (?<=86-1) | (?![0-9]{{2}}-) )
    (?:
        [3-9][0-9] (?:
            [0-9]{{8}}
          | (?P<gap>{GAP}{{1,3}}) (?: [0-9]{{4}} (?P=gap) [0-9]{{4}} | [0-9]{{3}} (?P=gap) [0-9]{{5}} ) (?!-[0-9])
          | {DOTLESS}{{1,3}} [0-9]{{8}}  # 139.12345678 is a longitude
          | [0-9] (?P<wide>{GAP}{{1,3}}) [0-9]{{3}} (?P=wide) [0-9]{{4}}
          | [0-9]{{4}} {DOTLESS}{{1,3}} [0-9]{{4}}
        )
      | (?P<each>{GAP}{{1,3}}) [3-9] (?: (?P=each) [0-9] ){{9}}
      # 13800**138**000; 1920*1080*144 is a product
      | (?<![0-9]\*1) (?! [0-9]{{3}}\*[0-9]{{3,4}}\*[0-9] ) {EMPHASIS}? [3-9] (?: {EMPHASIS}? [0-9] ){{9}}
    )
    (?![0-9]) (?!\.[0-9]) (?!\s?[元万亿年届])
    """,
    re.VERBOSE | re.IGNORECASE,
)

_LETTERS_BEFORE = re.compile("[0-9A-Za-z]*[A-Za-z]$")
_LETTERS_AFTER = re.compile("[A-Za-z][0-9A-Za-z]*")
# Letters that make it no part of a hash, an order's number (SF…) or an amount (…kWh).
_WORD_BEFORE = re.compile(r"(?!(?:no|ref|isbn|issn|sn|order|img|v|ver)$)(?=.*[g-z])[A-Za-z][a-z]+")
_WORD_AFTER = re.compile(
    r"(?!(?:[kmgt]?(?:wh|hz|bits?|bytes?|bps|pa|mol)|usd|rmb|cny|eur|yuan|rpm)$)"
    r"(?:[a-f]{3,4}|(?=.*[g-z])[a-z]{3,})",
    re.IGNORECASE,
)


def found(text: str) -> Iterator[Span]:
    """Numbers solid or in the groups in which people write them, with 86 before them or not."""
    for match in _MOBILE.finditer(text):
        if not _may_stand_alone(text, match.start(), match.end()):
            continue
        number = re.sub("[^0-9]", "", match[0])
        yield Span(match.start(), match.end(), number, number[:3])


def _may_stand_alone(text: str, start: int, end: int) -> bool:
    """Whether what touches the digits from *start* to *end* are words: wx, zhang, abc."""
    before = _LETTERS_BEFORE.search(text[max(0, start - 40) : start])
    after = _LETTERS_AFTER.match(text, end, end + 40)
    return (
        not before or before[0].lower().endswith(_BEFORE) or bool(_WORD_BEFORE.fullmatch(before[0]))
    ) and (not after or bool(_WORD_AFTER.fullmatch(after[0])))
