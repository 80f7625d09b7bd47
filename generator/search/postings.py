"""What each document brings to the index: its record, and the keys under which it is found.

A key is a hash of two adjacent characters where a script knows no spaces (Han, kana, hangul), or
of a whole run of letters and digits elsewhere, and of each beginning of such a run that has at
least three. With a key stands its *tail*: whether it is of the title, and a hash of the character
that follows, without which most of what is found for three characters would be wrong.

The words of many documents are found at once, since NumPy takes as long for the text of one as
for those of ten: each entry carries the number of its document, and is sorted by that first.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_Entries = NDArray[np.uint64]
"""A document's number, a key and its tail (8 bits) in one word."""

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


def postings(documents: Iterable[Document]) -> list[bytes]:
    """All that the index needs of each of *documents*; the same one gives the same bytes."""
    documents = list(documents)
    titles = [searchable(document.title) for document in documents]
    called = [
        " ".join((title, *map(searchable, document.also)))
        for title, document in zip(titles, documents, strict=True)
    ]
    words = _words(called, [searchable(document.text) for document in documents])
    return list(map(_together, documents, titles, words))


def _together(document: Document, title: str, words: tuple[Words, NDArray[np.uint8]]) -> bytes:
    """What *document* brings, in one piece."""
    keys, tails = words
    titles = sorted({_of_character(character) for character in title if character >= chr(_WIDE)})
    titles.append(hashed(_TITLE, title.replace(" ", "") + "\n"))
    facets = {name: values for name, values in sorted(document.facets.items()) if values}
    narrowed = sorted({facet(*item) for item in (_EVERYTHING, *items(facets))})
    found = (
        _json([document.address, document.title])[1:-1],
        _json(facets),
        keys.astype("<u4").tobytes(),
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


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _json(value: object) -> bytes:
    return _encoder.encode(value).encode()


def items(facets: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Each value with what it is a value of."""
    return ((name, value) for name, values in facets.items() for value in values)


@lru_cache(maxsize=1 << 14)
def facet(name: str, value: str) -> int:
    """The key of a facet's value."""
    return hashed(_FACET, f"{name}\n{value}")


@lru_cache(maxsize=1 << 14)
def _of_character(character: str) -> int:
    """The key of a character of a title."""
    return hashed(_TITLE, character)


def hashed(seed: int, text: str) -> int:
    """A 32-bit hash of *text*, the same as ``hashed`` in search.js."""
    word = seed
    for character in text:
        word = (word ^ ord(character)) * _FACTOR & 0xFFFFFFFF
    word = (word ^ word >> 16) * _MIX[0] & 0xFFFFFFFF
    word = (word ^ word >> 13) * _MIX[1] & 0xFFFFFFFF
    return word ^ word >> 16


def _words(titles: Sequence[str], texts: Sequence[str]) -> list[tuple[Words, NDArray[np.uint8]]]:
    """The keys of each title and its text, sorted, each with its tail."""
    # Two spaces: what stands last in a title is followed by nothing, nor is a text's last.
    stretches = [
        stretch
        for title, text in zip(titles, texts, strict=True)
        for stretch in (title, f"  {text}  ")
    ]
    points = np.frombuffer("".join(stretches).encode("utf-32-le"), "<u4")
    numbers = np.arange(len(titles), dtype=np.uint64) << np.uint64(40)
    marks = np.stack((numbers | np.uint64(IN_TITLE), numbers), axis=1).ravel()
    at, hashes, after = map(np.concatenate, zip(_pairs(points), *_runs(points), strict=True))
    entries = hashes.astype(np.uint64) << np.uint64(8)
    entries |= np.repeat(marks, list(map(len, stretches)))[at]
    entries |= _followers(points[after])
    entries.sort()
    entries = _merged(entries)
    limits = np.searchsorted(entries, numbers[1:])
    keys = np.split((entries >> np.uint64(8)).astype(np.uint32), limits)
    return list(zip(keys, np.split(entries.astype(np.uint8), limits), strict=True))


_Found = tuple[NDArray[np.intp], Words, NDArray[np.intp]]
"""Where the text of each key begins, the keys, and where the character that follows stands."""


def _pairs(points: Words) -> _Found:
    """The keys of all pairs of wide characters."""
    wide = points >= _WIDE
    at = np.flatnonzero(wide[:-1] & wide[1:])
    state = (np.uint32(_PAIR) ^ points[at]) * np.uint32(_FACTOR)
    return at, _mixed(state, points[at + 1]), at + 2


def _runs(points: Words) -> Iterator[_Found]:
    """The keys of all runs of other letters and digits and of their beginnings, by length."""
    other = (points < _WIDE) & (points != ord(" "))
    edges = np.flatnonzero(np.diff(other, prepend=False))
    at, ends = edges[::2], edges[1::2]
    state = np.full(len(at), _PAIR, np.uint32)
    for length in range(1, _LONGEST + 1):
        last = at + (length - 1)
        is_whole = ends == at + length
        found = is_whole | (length >= _SHORTEST)
        yield at[found], _mixed(state[found], points[last[found]]), last[found] + 1
        state = (state ^ points[last]) * np.uint32(_FACTOR)
        at, ends, state = at[~is_whole], ends[~is_whole], state[~is_whole]
    # Few are longer; one may be a picture in letters, and have a million.
    longer = [
        points[start:end].tobytes().decode("utf-32-le")
        for start, end in zip(at.tolist(), ends.tolist(), strict=True)
    ]
    yield at, np.array([hashed(_PAIR, run) for run in longer], np.uint32), ends


def _followers(points: Words) -> Words:
    """What tells that each of *points* follows: 1 and up, below ``ANYTHING``; 0 for a space."""
    hashes = (points * np.uint32(_FACTOR) >> np.uint32(25)) % np.uint32(ANYTHING - 1) + np.uint32(1)
    hashes[points == ord(" ")] = 0
    return hashes


def _mixed(state: Words, points: Words) -> Words:
    """The rest of ``hashed``, when one character of each is left."""
    words = (state ^ points) * np.uint32(_FACTOR)
    words = (words ^ words >> np.uint32(16)) * np.uint32(_MIX[0])
    words = (words ^ words >> np.uint32(13)) * np.uint32(_MIX[1])
    return words ^ words >> np.uint32(16)


def _merged(entries: _Entries) -> _Entries:
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
