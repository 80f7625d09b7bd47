"""The files of the index: every document's postings, sorted into shards.

There are four kinds: ``words`` by a word's hash; ``titles`` (their single characters, and each
as a whole) and ``facets`` likewise; and ``records`` by number. How many files there are of a kind
grows in powers of two, and a document's number is a hash of its address, so that an edit, an
addition or a removal touches few files, and files fetched before and after it still fit together.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from math import ceil, log2
from typing import NamedTuple
from zlib import crc32

import numpy as np

from generator.search.encoding import NUMBER_BITS, Common, Form, encoded, significant
from generator.search.kept import Buffer
from generator.search.postings import Postings, changes, items, parts

MANIFEST = "index.json"

_KEYS = {"words": "words", "titles": "titles", "facets": "narrowed"}
_HASHED = tuple(_KEYS)
_KINDS = (*_HASHED, "records")
_WORDS_IN_FILE, _TITLES_IN_FILE, _FACETS_IN_FILE, _RECORDS_IN_FILE = 4096, 128, 256, 32
"""At most, on average: files of 2 to 12 KB."""
_ROOM = 8
"""So many numbers for each document, or more: few are displaced, and a step is mostly a byte."""
_MANY = 50
"""When more than one in so many documents changed, all files are made: that takes no longer."""
_FEW = 14
"""With so many bits of a number, some 2,000 documents, no list is long."""
_SAMPLED = 16
"""One in so many documents tells which words are common."""


Documents = Mapping[str, Buffer]
"""Address → ``postings``."""


class Change(NamedTuple):
    """The documents that an index has beyond the one before, and those that it lost.

    An edited document stands in both.
    """

    came: Documents
    went: Documents


class Index:
    """The index of *documents*, in any order.

    *change* is what there is to do since the last index; without it, all there is.
    """

    def __init__(self, documents: Documents, change: Change | None = None) -> None:
        self._corpus = _Corpus(_read(documents))
        touched = _touched(self._corpus, change) if change is not None else None
        self.names = frozenset(self._corpus.layout.names())
        """The files of the index, relative to its folder."""
        self.touched = self.names if touched is None else frozenset(_names(touched))
        """Those that may have changed: all others are as they were in the last index."""

    def files(self, names: Collection[str] | None = None) -> Iterator[tuple[str, bytes]]:
        """The files with these *names*, or all: the same, however many are asked for."""
        wanted: dict[str, set[int]] = defaultdict(set)
        for name in self.names if names is None else names:
            kind, _, shard = name.partition("/")
            wanted[kind].add(int(shard.partition(".")[0], 16) if shard else 0)
        if MANIFEST in wanted:
            yield MANIFEST, _manifest(self._corpus)
        for kind in _HASHED:
            if wanted[kind]:
                yield from _hashed(self._corpus, kind, wanted[kind])
        yield from _records(self._corpus, wanted["records"])


@dataclass(frozen=True, slots=True)
class _Layout:
    """How many bits of a hash name a file of each kind, and how many number a document."""

    words: int
    titles: int
    facets: int
    records: int
    numbers: int

    @classmethod
    def of(cls, documents: int, words: int) -> _Layout:
        return cls(
            words=_bits(words / _WORDS_IN_FILE),
            titles=_bits(documents / _TITLES_IN_FILE),
            facets=_bits(documents / _FACETS_IN_FILE),
            records=_bits(documents / _RECORDS_IN_FILE),
            numbers=min(_bits(documents * _ROOM), NUMBER_BITS),
        )

    def names(self) -> Iterator[str]:
        return _names({kind: range(1 << getattr(self, kind)) for kind in _KINDS})


_Rows = Mapping[str, Postings]
"""By address."""


def _read(documents: Documents) -> _Rows:
    return {address: parts(postings) for address, postings in documents.items()}


class _Corpus:
    """Documents by address, in its order, and numbered."""

    def __init__(self, rows: _Rows) -> None:
        self.rows: _Rows = {address: rows[address] for address in sorted(rows)}
        words = sum(map(len, (row.tails for row in rows.values())))
        self.layout = _Layout.of(len(rows), words)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each document."""
        return dict(zip(self.rows, _numbered(self.rows, self.layout.numbers), strict=True))

    @cached_property
    def common(self) -> Common:
        """The common words, as a sample tells, which few edits touch and which is soon read."""
        bits = self.layout.numbers
        if bits <= _FEW:
            return {}
        sample = [
            self.rows[address].words
            for address, number in self.numbers.items()
            if number < (1 << bits) // _SAMPLED
        ]
        hashes = significant(np.frombuffer(b"".join(sample), "<u4"), self.layout.words)
        keys, counts = np.unique(hashes[changes(hashes)], return_counts=True)
        often = counts * 4 > len(sample)
        return {
            key: Form.LACKING if count * 2 > len(sample) else Form.OTHERS
            for key, count in zip(keys[often].tolist(), counts[often].tolist(), strict=True)
        }


def _names(shards: Mapping[str, Collection[int]]) -> Iterator[str]:
    if shards["facets"]:  # which it counts, and one of them is everything's
        yield MANIFEST
    for kind, numbers in shards.items():
        yield from (_name(kind, number) for number in numbers)


def _name(kind: str, shard: int) -> str:
    return f"{kind}/{shard:x}.{'json' if kind == 'records' else 'bin'}"


def _bits(count: float) -> int:
    return max(0, ceil(log2(count))) if count > 1 else 0


def _numbered(addresses: Iterable[str], bits: int) -> list[int]:
    """A number for each address: its hash, or where that is taken, the next that is free.

    *addresses* are sorted, so the same ones get the same numbers, whatever came before.
    """
    last = (1 << bits) - 1
    taken: dict[int, None] = {}
    for address in addresses:
        number = crc32(address.encode()) & last
        while number in taken:
            number = number + 1 & last
        taken[number] = None
    return list(taken)


def _touched(corpus: _Corpus, change: Change) -> dict[str, set[int]] | None:
    """The shards of each kind that *change* touches; None if it may touch all."""
    came, went = map(_read, change)
    kept = {address: row for address, row in corpus.rows.items() if address not in came}
    before = _Corpus({**kept, **went})
    if before.layout != corpus.layout or len(came) > len(before.rows) // _MANY:
        return None
    changed = set(came)
    if came.keys() == went.keys():
        before.numbers = corpus.numbers
    else:
        changed |= {address for address, _ in before.numbers.items() ^ corpus.numbers.items()}
    layout = corpus.layout
    touched: dict[str, set[int]] = {kind: set() for kind in _KINDS}
    for address in changed:
        now, then = _entries(corpus, address), _entries(before, address)
        for kind in _HASHED:
            last = (1 << getattr(layout, kind)) - 1
            touched[kind].update(key & last for key, *_ in now[kind] ^ then[kind])
        unused = layout.numbers - layout.records
        touched["records"].update(key >> unused for key, *_ in now["records"] ^ then["records"])
    last = (1 << layout.words) - 1
    listed = corpus.common.items() ^ before.common.items()
    touched["words"].update(key & last for key, _ in listed)
    return touched


def _entries(corpus: _Corpus, address: str) -> dict[str, set[tuple[int, int, object]]]:
    """What a document adds to each kind of file: key or number first, then all that tells."""
    row = corpus.rows.get(address)
    if row is None:
        return {kind: set() for kind in _KINDS}
    number = corpus.numbers[address]
    keys = {kind: np.frombuffer(getattr(row, _KEYS[kind]), "<u4") for kind in _HASHED}
    lacking = {key for key, form in corpus.common.items() if form is Form.LACKING}
    lacking.difference_update(significant(keys["words"], corpus.layout.words).tolist())
    entries: dict[str, set[tuple[int, int, object]]] = {
        kind: {(key, number, None) for key in keys[kind].tolist()} for kind in _HASHED
    }
    words = zip(keys["words"].tolist(), row.tails, strict=True)
    entries["words"] = {(key, number, tail) for key, tail in words}
    entries["words"] |= {(key, number, Form.LACKING) for key in lacking}
    entries["records"] = {(number, number, bytes(row.record) + row.facets)}
    return entries


def _hashed(corpus: _Corpus, kind: str, shards: Collection[int]) -> Iterator[tuple[str, bytes]]:
    keys = [getattr(row, _KEYS[kind]) for row in corpus.rows.values()]
    tails = [row.tails for row in corpus.rows.values()] if kind == "words" else None
    common = corpus.common if kind == "words" else {}
    numbers = list(corpus.numbers.values())
    bits = getattr(corpus.layout, kind)
    for shard, content in encoded(keys, tails, numbers, bits, shards, common):
        yield _name(kind, shard), content


def _records(corpus: _Corpus, shards: Collection[int]) -> Iterator[tuple[str, bytes]]:
    unused = corpus.layout.numbers - corpus.layout.records
    lines: dict[int, dict[int, bytes]] = {shard: {} for shard in sorted(shards)}
    for number, row in zip(corpus.numbers.values(), corpus.rows.values(), strict=True):
        if (shard := number >> unused) in lines:
            lines[shard][number] = b'"%d":[%s,%s]' % (number, row.record, row.facets)
    for shard, found in lines.items():
        yield _name("records", shard), b"{%s}\n" % b",\n".join(found[at] for at in sorted(found))


def _manifest(corpus: _Corpus) -> bytes:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for facets, count in Counter(bytes(row.facets) for row in corpus.rows.values()).items():
        for name, value in items(json.loads(facets)):
            counts[name][value] += count
    content = {
        "documents": len(corpus.rows),
        "bits": asdict(corpus.layout),
        "facets": counts,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode() + b"\n"
