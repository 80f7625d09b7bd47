"""The files of the index: every document's postings, sorted into shards.

There are four kinds: ``words`` by a word's hash; ``titles`` (their single characters, and each
as a whole) and ``facets`` likewise; and ``records`` by number. How many files there are of a kind
grows in powers of two, and a document's number is a hash of its address, so that an edit, an
addition or a removal touches few files, and files fetched before and after it still fit together.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import blake2b
from math import ceil, log2
from typing import NamedTuple

import numpy as np

from generator.search.documents import Document, Postings, changes, items, parts, postings
from generator.search.encoding import NUMBER_BITS, Common, Form, encoded, significant

MANIFEST = "index.json"

_HASHED = ("words", "titles", "facets")
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


@dataclass(frozen=True, slots=True)
class Index:
    """The files of an index: the *names* of all, and the bytes of those to be written."""

    names: frozenset[str]
    files: Mapping[str, bytes]


class Change(NamedTuple):
    """The postings that an index has beyond the one before, and those that it lost.

    An edited document stands in both.
    """

    came: Collection[bytes]
    went: Collection[bytes]


def index(documents: Iterable[Document]) -> Iterator[tuple[str, bytes]]:
    """The files of the index of *documents*, with their names relative to its folder."""
    yield from assemble([postings(document) for document in documents]).files.items()


def assemble(documents: Collection[bytes], change: Change | None = None) -> Index:
    """The index of the documents with these ``postings``, in any order.

    With *change*, what there is to do since the last index, only the files that it touches are
    made, the same as they would be without it.
    """
    rows, facets = _read(documents)
    corpus = _Corpus(rows)
    touched = _touched(corpus, change) if change is not None else None
    if touched is None:
        touched = {kind: set(range(1 << getattr(corpus.layout, kind))) for kind in _KINDS}
    files = {MANIFEST: _manifest(corpus, facets)}
    for kind in _HASHED:
        files.update(_hashed(corpus, kind, touched[kind]))
    files.update(_records(corpus, touched["records"]))
    return Index(frozenset(corpus.layout.names()), files)


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
        yield MANIFEST
        for kind in _KINDS:
            yield from (_name(kind, shard) for shard in range(1 << getattr(self, kind)))


_Rows = Mapping[str, Postings]
"""By address."""
_Facets = Mapping[str, Iterable[str]]
"""As a record has them."""


def _read(documents: Iterable[bytes]) -> tuple[_Rows, list[_Facets]]:
    rows = [parts(document) for document in documents]
    # All records in one go: a tenth of the time that one after another takes.
    records = json.loads(b"[%s]" % b",".join(row.record for row in rows))
    addresses = (record[0] for record in records)
    return dict(zip(addresses, rows, strict=True)), [record[2] for record in records]


class _Corpus:
    """Documents by address, in its order, and numbered."""

    def __init__(self, rows: _Rows) -> None:
        self.rows: _Rows = {address: rows[address] for address in sorted(rows)}
        self.layout = _Layout.of(len(rows), sum(len(row.tails) for row in rows.values()))

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
        digest = blake2b(address.encode(), digest_size=8).digest()
        number = int.from_bytes(digest, "little") & last
        while number in taken:
            number = number + 1 & last
        taken[number] = None
    return list(taken)


def _touched(corpus: _Corpus, change: Change) -> dict[str, set[int]] | None:
    """The shards of each kind that *change* touches; None if it may touch all."""
    came, went = _read(change.came)[0], _read(change.went)[0]
    kept = {address: row for address, row in corpus.rows.items() if address not in came}
    before = _Corpus({**kept, **went})
    if before.layout != corpus.layout or len(came) > len(before.rows) // _MANY:
        return None
    moved = set()
    if came.keys() == went.keys():
        before.numbers = corpus.numbers
    else:
        numbers = before.numbers.items() ^ corpus.numbers.items()
        moved = {address for address, _ in numbers}
    layout = corpus.layout
    touched: dict[str, set[int]] = {kind: set() for kind in _KINDS}
    for address in moved.union(came, went):
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
    keys = {kind: np.frombuffer(getattr(row, kind), "<u4") for kind in _HASHED}
    lacking = {key for key, form in corpus.common.items() if form is Form.LACKING}
    lacking.difference_update(significant(keys["words"], corpus.layout.words).tolist())
    entries: dict[str, set[tuple[int, int, object]]] = {
        kind: {(key, number, None) for key in keys[kind].tolist()} for kind in _HASHED
    }
    words = zip(keys["words"].tolist(), row.tails, strict=True)
    entries["words"] = {(key, number, tail) for key, tail in words}
    entries["words"] |= {(key, number, Form.LACKING) for key in lacking}
    entries["records"] = {(number, number, bytes(row.record))}
    return entries


def _hashed(corpus: _Corpus, kind: str, shards: Collection[int]) -> Iterator[tuple[str, bytes]]:
    keys = [getattr(row, kind) for row in corpus.rows.values()]
    tails = [row.tails for row in corpus.rows.values()] if kind == "words" else None
    common = corpus.common if kind == "words" else {}
    numbers = list(corpus.numbers.values())
    bits = getattr(corpus.layout, kind)
    for shard, content in encoded(keys, tails, numbers, bits, shards, common):
        yield _name(kind, shard), content


def _records(corpus: _Corpus, shards: Collection[int]) -> Iterator[tuple[str, bytes]]:
    unused = corpus.layout.numbers - corpus.layout.records
    rows: dict[int, list[tuple[int, bytes]]] = {shard: [] for shard in sorted(shards)}
    for number, row in zip(corpus.numbers.values(), corpus.rows.values(), strict=True):
        if (shard := number >> unused) in rows:
            rows[shard].append((number, bytes(row.record)))
    for shard, found in rows.items():
        lines = (b'"%d":%s' % row for row in sorted(found))
        yield _name("records", shard), b"{%s}\n" % b",\n".join(lines)


def _manifest(corpus: _Corpus, facets: Iterable[_Facets]) -> bytes:
    found = Counter(item for one in facets for item in items(one))
    counts: dict[str, dict[str, int]] = {}
    for (name, value), count in sorted(found.items()):
        counts.setdefault(name, {})[value] = count
    content = {
        "documents": len(corpus.rows),
        "bits": asdict(corpus.layout),
        "facets": counts,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
