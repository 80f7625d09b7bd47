"""How a Chinese name is spelled in Latin letters: the ways in which somebody may type it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from unicodedata import normalize

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]+")


def spellings(name: str, typed: str | None = None) -> tuple[str, ...]:
    """Syllables, parts, whole, given name and initials of *name*, in small letters without tones.

    *typed* is the spelling that an editor gave, and counts beside a dictionary's. A surname is
    often read otherwise than its character mostly is (曾, 单), so it is spelled every way.
    """
    found = list(_joined([_plain(typed).split()])) if typed else []
    parts = _HAN.findall(name)
    if parts:
        others = [[_readings(character)[0] for character in part] for part in parts]
        for surname in _readings(parts[0][0]):
            found += _joined([[surname, *others[0][1:]], *others[1:]])
    return tuple(dict.fromkeys(variant for word in found for variant in _variants(word)))


def _joined(parts: Sequence[Sequence[str]]) -> Iterator[str]:
    """What may be typed in one go, of names in *parts* of syllables."""
    syllables = [syllable for part in parts for syllable in part]
    yield from syllables
    yield from map("".join, parts)
    yield "".join(syllables)
    yield "".join(parts[0][1:]) or syllables[0]
    yield "".join(syllable[0] for syllable in syllables)


@cache
def _readings(character: str) -> tuple[str, ...]:
    """The commonest first."""
    from pypinyin import Style, pinyin  # a third of a second, which a build without names saves

    return tuple(pinyin(character, style=Style.NORMAL, heteronym=True)[0][:3])


def _plain(text: str) -> str:
    """The letters of *text*, tones and dots taken off."""
    return re.sub("[^a-z ]", "", normalize("NFKD", text).lower().replace("u\u0308", "v"))


def _variants(word: str) -> tuple[str, ...]:
    """吕 is lv to an input method, lyu in a passport, lu in many an address."""
    return (word, word.replace("v", "yu"), word.replace("v", "u")) if "v" in word else (word,)
