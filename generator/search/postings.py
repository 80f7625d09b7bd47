"""What one document brings to the index: its record, and the keys under which it is found.

A key is a hash of two adjacent characters where a script knows no spaces (Han, kana, hangul), or
of a whole run of letters and digits elsewhere, and of each beginning of such a run that has at
least three. With a key stands its *tail*: whether it is of the title, and a hash of the character
that follows, without which most of what is found for three characters would be wrong.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.search.document import Document
from generator.search.kept import Buffer
from generator.search.text import searchable

_Number = TypeVar("_Number", np.uint32, np.uint64)
Words = NDArray[np.uint32]
"""32-bit words: keys, or code points."""

IN_TITLE = 0x80
ANYTHING = 0x7F
"""The tail of a key that too much follows: rather one posting that always fits than ten."""
_FOLLOWERS = 4
"""So many different ones are kept.

Measured on a newspaper's prose, for three and four characters: 0.4 and 6 % of what is found is
wrong, against 0.3 and 6 % if all are kept, 0.9 and 9 % if two, and 19 and 50 % if none.
"""

_WIDE = 0x2E80
"""From here on Unicode's letters belong to scripts without spaces."""
_RUN = re.compile(r"[^ \u2e80-\U0010ffff]+")
_SHORTEST, _LONGEST = 3, 16
"""The beginnings of a run that are found."""

_PAIR, _TITLE, _FACET = 0x57420001, 0x57420002, 0x57420003
"""Seeds: a facet's value never meets a word of the text."""
_EVERYTHING = "", ""
"""The facet of all documents."""
_FACTOR = 0x9E3779B1
_MIX = 0x85EBCA6B, 0xC2B2AE35

_HEAD = struct.Struct("<6I")


class Postings(NamedTuple):
    """The parts of what ``postings`` gave, still in their bytes."""

    record: Buffer
    """JSON: address and title, a comma between."""
    facets: Buffer
    """JSON; many documents have the same."""
    words: Buffer
    tails: Buffer
    """A byte for each of ``words``."""
    titles: Buffer
    narrowed: Buffer
    """The keys of the facets."""


def postings(document: Document) -> bytes:
    """All that the index needs of *document*; the same document gives the same bytes."""
    title = searchable(document.title)
    called = " ".join((title, *map(searchable, document.also)))
    words, tails = _words(called, searchable(document.text))
    titles = sorted({hashed(_TITLE, character) for character in title if character >= chr(_WIDE)})
    titles.append(hashed(_TITLE, title.replace(" ", "") + "\n"))
    facets = {name: values for name, values in sorted(document.facets.items()) if values}
    narrowed = sorted({facet(*item) for item in (_EVERYTHING, *items(facets))})
    found = (
        _json([document.address, document.title])[1:-1],
        _json(facets),
        words.astype("<u4").tobytes(),
        tails.tobytes(),
        struct.pack(f"<{len(titles)}I", *titles),
        struct.pack(f"<{len(narrowed)}I", *narrowed),
    )
    return b"".join((_HEAD.pack(*map(len, found)), *found))


def parts(postings: Buffer) -> Postings:
    """What ``postings`` put together."""
    view = memoryview(postings)
    limits = accumulate(_HEAD.unpack_from(postings), initial=_HEAD.size)
    return Postings(*[view[start:end] for start, end in pairwise(limits)])


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def items(facets: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Each value with what it is a value of."""
    return ((name, value) for name, values in facets.items() for value in values)


def facet(name: str, value: str) -> int:
    """The key of a facet's value."""
    return hashed(_FACET, f"{name}\n{value}")


def hashed(seed: int, text: str) -> int:
    """A 32-bit hash of *text*, the same as ``hashed`` in search.js."""
    word = seed
    for character in text:
        word = (word ^ ord(character)) * _FACTOR & 0xFFFFFFFF
    word = (word ^ word >> 16) * _MIX[0] & 0xFFFFFFFF
    word = (word ^ word >> 13) * _MIX[1] & 0xFFFFFFFF
    return word ^ word >> 16


def _words(title: str, text: str) -> tuple[Words, NDArray[np.uint8]]:
    """The keys of both, sorted, each with its tail."""
    # Two spaces: what stands last in the title is followed by nothing, nor is the text's last.
    whole = f"{title}  {text}  "
    points = np.frombuffer(whole.encode("utf-32-le"), "<u4")
    wide = points >= _WIDE
    at = np.flatnonzero(wide[:-2] & wide[1:-1])
    pairs = _mixed((np.uint32(_PAIR) ^ points[at]) * np.uint32(_FACTOR), points[at + 1])
    tails = _followers(points[at + 2])
    tails[: np.searchsorted(at, len(title))] |= np.uint32(IN_TITLE)
    run_keys, run_tails = _runs(whole, len(title))
    entries = np.concatenate((pairs, np.array(run_keys, np.uint32))).astype(np.uint64)
    entries <<= np.uint64(8)
    entries |= np.concatenate((tails, np.array(run_tails, np.uint32)))
    entries.sort()
    entries = _merged(entries)
    return (entries >> np.uint64(8)).astype(np.uint32), entries.astype(np.uint8)


def _runs(whole: str, title: int) -> tuple[list[int], list[int]]:
    keys: list[int] = []
    tails: list[int] = []
    for match in _RUN.finditer(whole):
        flag = IN_TITLE if match.start() < title else 0
        run, begins = _beginnings(match[0])
        keys += run
        tails += [follower | flag for follower in begins]
        tails.append(_follower(whole[match.end()]) | flag)
    return keys, tails


@lru_cache(maxsize=1 << 16)
def _beginnings(run: str) -> tuple[list[int], list[int]]:
    """The keys of the beginnings of *run* and of the whole, and what follows each beginning."""
    ends = range(_SHORTEST, min(_LONGEST + 1, len(run)))
    keys = [hashed(_PAIR, run[:end]) for end in ends] + [hashed(_PAIR, run)]
    return keys, [_follower(run[end]) for end in ends]


def _follower(character: str) -> int:
    """1 and up, below ``ANYTHING``; 0 where nothing follows."""
    if character == " ":
        return 0
    return ((ord(character) * _FACTOR & 0xFFFFFFFF) >> 25) % (ANYTHING - 1) + 1


def _followers(points: Words) -> Words:
    """``_follower`` of each."""
    hashes = (points * np.uint32(_FACTOR) >> np.uint32(25)) % np.uint32(ANYTHING - 1) + np.uint32(1)
    hashes[points == ord(" ")] = 0
    return hashes


def _mixed(state: Words, points: Words) -> Words:
    """The rest of ``hashed``, when one character of each is left."""
    words = (state ^ points) * np.uint32(_FACTOR)
    words = (words ^ words >> np.uint32(16)) * np.uint32(_MIX[0])
    words = (words ^ words >> np.uint32(13)) * np.uint32(_MIX[1])
    return words ^ words >> np.uint32(16)


def _merged(entries: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Sorted *entries*, the followers of a key made ``ANYTHING`` where there are too many."""
    entries = entries[changes(entries)]
    starts = np.flatnonzero(changes(entries >> np.uint64(7)))
    sizes = np.diff(starts, append=len(entries))
    crowded = sizes > _FOLLOWERS
    entries[starts[crowded]] |= ANYTHING
    kept = np.repeat(~crowded, sizes)
    kept[starts] = True
    return entries[kept]


def changes(values: NDArray[_Number]) -> NDArray[np.bool_]:
    """Whether each is another than the one before."""
    changes = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes
