"""Under which letter a name stands in a list: the first of its pinyin.

GB 2312 orders its 3,755 common characters by their pinyin, so the standard itself tells the letter
without a dictionary, which takes a third of a second to load.
"""

from __future__ import annotations

from bisect import bisect
from unicodedata import normalize

OTHER = "other"
"""Where names stand of which no letter is known, and who may not be named."""

_LETTERS = "abcdefghjklmnopqrstwxyz"
_FIRST = [
    character.encode("gb2312") for character in "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
]
"""The first of the common characters under each letter; no syllable begins with I, U or V."""
_LAST = "座".encode("gb2312")

_SURNAMES = {
    character: letter
    for letter, characters in {
        "b": "邴",
        "c": "晁谌岑褚",
        "d": "邸",
        "f": "酆",
        "g": "炅",
        "j": "郏暨",
        "k": "隗夔",
        "l": "蔺郦逯",
        "m": "缪闵芈",
        "n": "佴",
        "o": "区",
        "p": "逄邳",
        "q": "仇亓覃郄",
        "r": "芮",
        "s": "单佘莘",
        "t": "佟郯",
        "w": "邬",
        "x": "解冼郗",
        "y": "闫晏郓乐尉鄢",
        "z": "翟查祭",
    }.items()
    for character in characters
}
"""Surnames that are read otherwise than the character mostly is, or not among the common ones."""


def initial_of(name: str | None, pinyin: str | None = None) -> str:
    """a to z, or ``OTHER``; *pinyin* is how the name is spelled, where an editor has said so."""
    first = normalize("NFKD", pinyin or name or "")[:1].lower()
    if "a" <= first <= "z":
        return first
    return _SURNAMES.get(first) or _common(first) or OTHER


def _common(character: str) -> str:
    try:
        code = character.encode("gb2312")
    except UnicodeEncodeError:
        return ""
    return _LETTERS[bisect(_FIRST, code) - 1] if _FIRST[0] <= code <= _LAST else ""


def sorted_by(name: str | None) -> bytes:
    """What sorts names as a dictionary does."""
    return (name or "").encode("gb18030")
