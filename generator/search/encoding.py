"""How postings stand in a file of the index.

A file holds, little-endian: how many lists, and how many tails (two 32-bit words); each list's
key, 24 bits; of each list, how many documents it names, times four, plus its ``Form``; the tails,
a byte for each document of a list that has them; and the documents' numbers, each as the step
from the one before in its list. Counts and steps are variable-length: 7 bits a byte, the lowest
first, the eighth set where more follow. ``search.js`` reads it.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from generator.search.kept import Buffer
from generator.search.postings import IN_TITLE, Words, changes

_Rows = NDArray[np.uint64]
"""Key, form, number and tail of a posting in one word, the bits that name its file foremost."""

_HEAD = struct.Struct("<II")
_BLOCK = 1 << 19
"""So many postings are encoded at once: what it takes beside the sorted ones stays small."""
NUMBER_BITS = 21
"""A document's number has so many at most."""
_NOBODY = (1 << 22) - 1
"""The number of no document: it ends a list that could be empty."""


class Form(IntEnum):
    """What a list tells of a key."""

    TAILED = 0
    """The documents that have it, each with its tail."""
    TITLES = 1
    """The documents whose title has it."""
    OTHERS = 2
    """The documents that have it elsewhere only."""
    LACKING = 3
    """The documents that do not have it: all others have."""


Common = Mapping[int, Form]
"""The keys that many documents have → how those are listed that have it elsewhere than in titles.

志愿 stands in nearly every document. Tails would rule little out there and cost most, and who
lacks it is soon told.
"""


def encoded(
    keys: Sequence[Buffer],
    tails: Sequence[Buffer] | None,
    numbers: Sequence[int],
    bits: int,
    shards: Collection[int],
    common: Common,
) -> Iterator[tuple[int, bytes]]:
    """Each of *shards* with its bytes, out of 2 to the power of *bits*.

    *keys* are those of each document, *tails* theirs, *numbers* the documents'.
    """
    rows = _sorted(keys, tails, numbers, bits, shards)
    rows = _shortened(rows, common, bits, shards, numbers)
    wanted = np.array(sorted(shards), np.uint64)
    shift = np.uint64(64 - bits) if bits else np.uint64(63)
    first = np.searchsorted(rows, wanted << shift) if bits else np.zeros(1, np.int64)
    limits = np.append(first, len(rows))
    start = 0
    while start < len(wanted):
        within = np.searchsorted(limits, limits[start] + _BLOCK, "right") - 1
        end = min(max(int(within), start + 1), len(wanted))
        block = rows[limits[start] : limits[end]]
        contents = _shards(block, limits[start : end + 1] - limits[start], bits)
        yield from zip(wanted[start:end].tolist(), contents, strict=True)
        start = end


def significant(hashes: Words, bits: int) -> Words:
    """*hashes* without the lowest eight bits, save those that name one of 2^*bits* files.

    A file's keys have 24 bits, and two that are equal there must be one.
    """
    return hashes & np.uint32(0xFFFFFF00 | (1 << bits) - 1) if bits < 8 else hashes


def _sorted(
    keys: Sequence[Buffer],
    tails: Sequence[Buffer] | None,
    numbers: Sequence[int],
    bits: int,
    shards: Collection[int],
) -> _Rows:
    hashes = np.frombuffer(b"".join(keys), "<u4")
    sizes = np.array([len(buffer) // 4 for buffer in keys], np.int64)
    chosen = None
    if len(shards) < 1 << bits:
        among = np.zeros(1 << bits, bool)
        among[list(shards)] = True
        chosen = np.flatnonzero(among[hashes & np.uint32((1 << bits) - 1)])
        hashes = hashes[chosen]
    form = Form.TITLES if tails is None else Form.TAILED
    rows = _rotated(significant(hashes, bits), bits).astype(np.uint64)
    rows <<= np.uint64(24)
    rows |= _of_each(np.array(numbers, np.uint32), sizes, chosen)
    rows |= np.uint64(form << 22)
    rows <<= np.uint64(8)
    if tails is not None:
        every = np.frombuffer(b"".join(tails), np.uint8)
        rows |= every if chosen is None else every[chosen]
    rows.sort()
    return rows


def _shortened(
    rows: _Rows, common: Common, bits: int, shards: Collection[int], numbers: Sequence[int]
) -> _Rows:
    """*rows*, with the *common* keys listed as they are to be."""
    last = (1 << bits) - 1
    words = np.array([key for key in common if key & last in shards], np.uint32)
    rotated = _rotated(words, bits)
    everybody = np.sort(np.array(numbers, np.uint64))
    parts: list[_Rows] = []
    done = 0
    for at in np.argsort(rotated):
        key = np.uint64(rotated[at]) << np.uint64(32)
        start, end = np.searchsorted(rows, (key, key | np.uint64(0xFFFFFFFF)))
        parts += rows[done:start], *_listed(rows[start:end], key, common[int(words[at])], everybody)
        done = end
    return np.concatenate([*parts, rows[done:]]) if parts else rows


def _listed(rows: _Rows, key: np.uint64, form: Form, everybody: _Rows) -> Iterator[_Rows]:
    """The rows of a key, those of titles first."""
    numbers = rows >> np.uint64(8) & np.uint64(0x3FFFFF)
    titles = numbers[(rows & np.uint64(IN_TITLE)).astype(bool)]
    if form is Form.LACKING:
        others = np.append(_without(everybody, numbers), np.uint64(_NOBODY))
    else:
        others = _without(numbers[changes(numbers)], titles)
    for kind, found in ((Form.TITLES, titles[changes(titles)]), (form, others)):
        yield key | np.uint64(kind << 30) | found << np.uint64(8)


def _without(sorted_numbers: _Rows, some: _Rows) -> _Rows:
    """All but *some* of them; much faster than ``setdiff1d``, which knows of no order."""
    left = np.ones(len(sorted_numbers), bool)
    left[np.searchsorted(sorted_numbers, some)] = False
    return sorted_numbers[left]


def _of_each(
    numbers: NDArray[np.uint32], sizes: NDArray[np.int64], chosen: NDArray[np.int64] | None
) -> NDArray[np.uint32]:
    """The document's number for each posting that is *chosen*."""
    if chosen is None:
        return np.repeat(numbers, sizes)
    return numbers[np.searchsorted(np.cumsum(sizes), chosen, "right")]


def _rotated(hashes: Words, bits: int) -> Words:
    """Hashes with the low bits, which name the shard, foremost."""
    if not bits:
        return hashes
    return hashes << np.uint32(32 - bits) | hashes >> np.uint32(bits)


def _shards(rows: _Rows, limits: NDArray[np.int64], bits: int) -> Iterator[bytes]:
    """The bytes of neighbouring shards, which begin and end in *rows* at *limits*."""
    is_first = changes(rows >> np.uint64(30))
    numbers = (rows >> np.uint64(8) & np.uint64(0x3FFFFF)).astype(np.uint32)
    steps = numbers.copy()
    steps[1:] -= np.where(is_first[1:], np.uint32(0), numbers[:-1])
    firsts = np.flatnonzero(is_first)
    forms = (rows >> np.uint64(30)).astype(np.uint32) & np.uint32(3)
    sizes = np.diff(firsts, append=len(rows)).astype(np.uint32)
    counts, count_ends = _variable(sizes << np.uint32(2) | forms[firsts])
    stepped, step_ends = _variable(steps)
    tailed = forms == Form.TAILED
    tails = rows.astype(np.uint8)[tailed]
    tail_ends = np.concatenate((np.zeros(1, np.int64), np.cumsum(tailed)))
    keys = _unrotated((rows[firsts] >> np.uint64(32)).astype(np.uint32), bits)
    low = keys.astype("<u4").view(np.uint8).reshape(-1, 4)[:, 1:]
    of_lists = np.searchsorted(firsts, limits)
    for start, end, one, last in zip(limits, limits[1:], of_lists, of_lists[1:], strict=False):
        yield b"".join(
            (
                _HEAD.pack(last - one, tail_ends[end] - tail_ends[start]),
                low[one:last].tobytes(),
                counts[count_ends[one] : count_ends[last]].tobytes(),
                tails[tail_ends[start] : tail_ends[end]].tobytes(),
                stepped[step_ends[start] : step_ends[end]].tobytes(),
            )
        )


def _unrotated(keys: Words, bits: int) -> Words:
    return keys << np.uint32(bits) | keys >> np.uint32(32 - bits) if bits else keys


def _variable(values: NDArray[np.uint32]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """*values* in as many bytes as each needs, and where each begins, and the last ends."""
    sizes = np.ones(len(values), np.int64)
    for more in (7, 14, 21):
        sizes += values >= 1 << more
    ends = np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes)))
    written = np.empty(int(ends[-1]), np.uint8)
    at = ends[:-1]
    written[at] = values & np.uint32(0x7F)
    while len(values := values[longer := sizes > 1] >> np.uint32(7)):
        at, sizes = at[longer], sizes[longer] - 1
        written[at] |= 0x80
        at = at + 1
        written[at] = values & np.uint32(0x7F)
    return written, ends
