"""Pairing: which number a source gives to whom.

Mostly it lists both and says 分别: 省外项目志愿者、省内项目志愿者，学校分别给与 6000 元、4000 元. The
lists may also follow each other, or the numbers come first. Without 分别, words and number stand
beside each other: 省外 6000 元、省内 4000 元.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.quantities import Number

RESPECTIVELY = "分别"
_SENTENCE_END = re.compile(r"[。;!?]")
# Not 给与, 参与, 涉及, 及时, 和谐.
_AND = r"以及|或者|或|和(?![谐平])|(?<![参给])与(?!会)|(?<![普涉以顾])及(?![时格其])"
_ITEM_ENDS = (re.compile("、"), re.compile(rf"、|{_AND}"))
_BREAK = re.compile(rf"[、,]|{_AND}")


@dataclass(frozen=True, slots=True)
class Pairing:
    """Numbers in the order of the source, and in the same order the words that each belongs to."""

    subjects: tuple[str, ...]
    numbers: tuple[Number, ...]
    respectively: bool
    """Whether the source says 分别, so that each number must belong to one of the words."""


def pairings(words: str, number: Number, counted: Sequence[Number]) -> Iterator[Pairing]:
    """How *words*, a clause's in one width, may be read to say whose *number* is, likeliest first.

    *counted* are the numbers in *words*. None where nothing but *number* is counted in its unit.
    """
    start, end = _sentence(words, number)
    alike = [
        each
        for each in counted
        if each.unit is number.unit and start <= each.start and each.until <= end
    ]
    rows = [_row(words, number, alike, adjoins) for adjoins in (_touches, _is_item, _is_next)]
    for row in rows:
        for subjects in _listed(words, start, end, row):
            yield Pairing(subjects, row, respectively=True)
    if len(rows[-1]) > 1:
        yield Pairing(tuple(_beside(words, start, rows[-1])), rows[-1], respectively=False)


def _sentence(words: str, number: Number) -> tuple[int, int]:
    start = max(
        (match.end() for match in _SENTENCE_END.finditer(words, 0, number.start)), default=0
    )
    match = _SENTENCE_END.search(words, number.until)
    return start, match.start() if match else len(words)


def _row(
    words: str, number: Number, alike: Sequence[Number], adjoins: Callable[[str], bool]
) -> tuple[Number, ...]:
    """The numbers that stand in a list with *number*, itself included."""
    place = first = last = alike.index(number)
    while first > 0 and adjoins(_between(words, alike[first - 1], alike[first])):
        first -= 1
    while last + 1 < len(alike) and adjoins(_between(words, alike[last], alike[last + 1])):
        last += 1
    assert first <= place <= last
    return tuple(alike[first : last + 1])


def _between(words: str, one: Number, other: Number) -> str:
    """What stands between two numbers; those of 6000、4000元 share the word of their unit."""
    return words[one.until if one.until <= other.start else one.end : other.start]


def _touches(between: str) -> bool:
    return _BREAK.fullmatch(between) is not None


def _is_item(between: str) -> bool:
    return "," not in between and _is_next(between)


def _is_next(between: str) -> bool:
    return len(_BREAK.findall(between)) == 1


def _listed(words: str, start: int, end: int, row: Sequence[Number]) -> Iterator[tuple[str, ...]]:
    """The lists of as many words as *row* has numbers that 分别 may pair with it, nearest first."""
    first, last, count = row[0].start, row[-1].until, len(row)
    if count < 2:
        return
    said = words.rfind(RESPECTIVELY, start, first)
    if said >= 0:
        phrases = [
            *reversed(words[said + len(RESPECTIVELY) : first].split(",")),
            *reversed(words[start:said].split(",")),
        ]
    else:
        said = words.find(RESPECTIVELY, last, end)
        if said < 0:
            return
        phrases = [
            *words[said + len(RESPECTIVELY) : end].split(","),
            *reversed(words[start:first].split(",")),
        ]
    found = [items for phrase in phrases if (items := _items(phrase, count))]
    yield from found
    if not found:
        # 省外项目的，省内项目的，分别…
        whole = [phrase for phrase in words[start:said].split(",") if phrase]
        if len(whole) == count:
            yield tuple(whole)


def _items(phrase: str, count: int) -> tuple[str, ...]:
    for ends in _ITEM_ENDS:
        items = ends.split(phrase)
        if len(items) == count and all(items):
            return tuple(items)
    return ()


def _beside(words: str, start: int, row: Sequence[Number]) -> Iterator[str]:
    """What stands before each number of *row*, back to the number before it."""
    for number in row:
        yield _BREAK.split(words[start : number.start])[-1].rpartition(RESPECTIVELY)[2]
        start = number.end
