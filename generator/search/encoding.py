"""How postings stand in a file of the index.

A file holds, little-endian: how many keys and how many postings (two 32-bit words); the keys, 24
bits each; how many postings each key has; the tails, a byte each, if there are any; and the
documents' numbers, each as the step from the one before. Counts and steps are variable-length: 7
bits a byte, the lowest first, the eighth set where more follow. ``search.js`` reads it.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.search.documents import ANYTHING, Buffer, changes

_Word = TypeVar("_Word", np.uint8, np.uint32)
_HEAD = struct.Struct("<II")
_LONG = 4096
"""A list of so many postings is some 10 KB; shorter ones are left as they are."""
_BLOCK = 1 << 19
"""So many postings are encoded at once: what it takes beside the sorted ones stays small."""


def encoded(
    keys: Sequence[Buffer],
    tails: Sequence[Buffer] | None,
    numbers: Sequence[int],
    bits: int,
    shards: Collection[int],
) -> Iterator[tuple[int, bytes]]:
    """Each of *shards* with its bytes, out of 2 to the power of *bits*.

    *keys* are those of each document, *tails* theirs, *numbers* the documents'.
    """
    rows = _sorted(keys, tails, numbers, bits, shards)
    if tails is not None:
        rows = _thinned(rows, max(len(numbers) // 2, _LONG))
    wanted = np.array(sorted(shards), np.uint64)
    shift = np.uint64(64 - bits) if bits else np.uint64(63)
    first = np.searchsorted(rows, wanted << shift) if bits else np.zeros(1, np.int64)
    limits = np.append(first, len(rows))
    start = 0
    while start < len(wanted):
        within = np.searchsorted(limits, limits[start] + _BLOCK, "right") - 1
        end = min(max(int(within), start + 1), len(wanted))
        block = rows[limits[start] : limits[end]]
        contents = _shards(block, limits[start : end + 1] - limits[start], bits, tails is not None)
        yield from zip(wanted[start:end].tolist(), contents, strict=True)
        start = end


def _sorted(
    keys: Sequence[Buffer],
    tails: Sequence[Buffer] | None,
    numbers: Sequence[int],
    bits: int,
    shards: Collection[int],
) -> NDArray[np.uint64]:
    """Key, number and tail of each posting in one word, the bits that name its shard foremost."""
    hashes = np.frombuffer(b"".join(keys), "<u4")
    sizes = np.array([len(buffer) // 4 for buffer in keys], np.int64)
    chosen = None
    if len(shards) < 1 << bits:
        among = np.zeros(1 << bits, bool)
        among[list(shards)] = True
        chosen = np.flatnonzero(among[hashes & np.uint32((1 << bits) - 1)])
        hashes = hashes[chosen]
    rows = _rotated(hashes, bits).astype(np.uint64)
    rows <<= np.uint64(24)
    rows |= _picked(np.repeat(np.array(numbers, np.uint32), sizes), chosen)
    rows <<= np.uint64(8)
    if tails is not None:
        rows |= _picked(np.frombuffer(b"".join(tails), np.uint8), chosen)
    rows.sort()
    return rows


def _thinned(rows: NDArray[np.uint64], most: int) -> NDArray[np.uint64]:
    """*rows* without what follows a key that has more than *most* of them.

    志愿 stands in nearly every document: what follows it rules little out, and costs most.
    """
    firsts = np.flatnonzero(changes(rows >> np.uint64(32)))
    sizes = np.diff(firsts, append=len(rows))
    crowded = np.flatnonzero(sizes > most)
    for start, size in zip(firsts[crowded], sizes[crowded], strict=True):
        rows[start : start + size] |= np.uint64(ANYTHING)
    return rows[changes(rows)] if len(crowded) else rows


def _picked(values: NDArray[_Word], chosen: NDArray[np.int64] | None) -> NDArray[_Word]:
    return values if chosen is None else values[chosen]


def _rotated(hashes: NDArray[np.uint32], bits: int) -> NDArray[np.uint32]:
    """Hashes with the low bits, which name the shard, foremost.

    The lowest eight that do not are dropped: a file's keys have 24 bits, and two that are equal
    there must be one.
    """
    if bits < 8:
        hashes = hashes & np.uint32(0xFFFFFF00 | (1 << bits) - 1)
    if not bits:
        return hashes
    return hashes << np.uint32(32 - bits) | hashes >> np.uint32(bits)


def _shards(
    rows: NDArray[np.uint64], limits: NDArray[np.int64], bits: int, tailed: bool
) -> Iterator[bytes]:
    """The bytes of neighbouring shards, which begin and end in *rows* at *limits*."""
    keys = (rows >> np.uint64(32)).astype(np.uint32)
    numbers = (rows >> np.uint64(8) & np.uint64(0xFFFFFF)).astype(np.uint32)
    tails = rows.astype(np.uint8)
    is_first = np.ones(len(rows), bool)
    is_first[1:] = keys[1:] != keys[:-1]
    steps = numbers.copy()
    steps[1:] -= np.where(is_first[1:], np.uint32(0), numbers[:-1])
    firsts = np.flatnonzero(is_first)
    counts, count_ends = _variable(np.diff(firsts, append=len(rows)).astype(np.uint32))
    stepped, step_ends = _variable(steps)
    low = _unrotated(keys[firsts], bits).astype("<u4").view(np.uint8).reshape(-1, 4)[:, 1:]
    of_keys = np.searchsorted(firsts, limits)
    for start, end, key, last in zip(limits, limits[1:], of_keys, of_keys[1:], strict=False):
        yield b"".join(
            (
                _HEAD.pack(last - key, end - start),
                low[key:last].tobytes(),
                counts[count_ends[key] : count_ends[last]].tobytes(),
                tails[start:end].tobytes() if tailed else b"",
                stepped[step_ends[start] : step_ends[end]].tobytes(),
            )
        )


def _unrotated(keys: NDArray[np.uint32], bits: int) -> NDArray[np.uint32]:
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
