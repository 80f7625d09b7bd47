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
from hashlib import blake2b
from math import ceil, log2
from typing import NamedTuple

import numpy as np

from generator.search.documents import Document, Postings, parts, postings
from generator.search.encoding import encoded

FOLDER = "search/"
MANIFEST = f"{FOLDER}index.json"

_HASHED = ("words", "titles", "facets")
_KINDS = (*_HASHED, "records")
_WORDS_IN_FILE, _TITLES_IN_FILE, _FACETS_IN_FILE, _RECORDS_IN_FILE = 4096, 128, 256, 32
"""At most, on average: files of 2 to 12 KB."""
_ROOM = 8
"""So many numbers for each document, or more: few are displaced, and a step is mostly a byte."""
_MANY = 50
"""When more than one in so many documents changed, all files are made: that takes no longer."""


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
    """The files of the index of *documents*, with their names relative to the site's folder."""
    yield from assemble([postings(document) for document in documents]).files.items()


def assemble(documents: Collection[bytes], change: Change | None = None) -> Index:
    """The index of the documents with these ``postings``, in any order.

    With *change*, what there is to do since the last index, only the files that it touches are
    made, the same as they would be without it.
    """
    corpus = _Corpus(documents)
    touched = _touched(corpus, change) if change is not None else None
    if touched is None:
        touched = {kind: set(range(1 << getattr(corpus.layout, kind))) for kind in _KINDS}
    files = {MANIFEST: _manifest(corpus)}
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
            numbers=_bits(documents * _ROOM),
        )

    def names(self) -> Iterator[str]:
        yield MANIFEST
        for kind in _KINDS:
            yield from (_name(kind, shard) for shard in range(1 << getattr(self, kind)))


class _Corpus:
    """Documents by address, in its order, and numbered."""

    def __init__(self, documents: Iterable[bytes]) -> None:
        rows = [parts(document) for document in documents]
        # All records in one go: a tenth of the time that one after another takes.
        records = json.loads(b"[%s]" % b",".join(row.record for row in rows))
        found = {record[0]: row for record, row in zip(records, rows, strict=True)}
        ordered = sorted(found)
        self.rows: dict[str, Postings] = {address: found[address] for address in ordered}
        self.facets: list[dict[str, str]] = [record[2] for record in records]
        self.words = sum(len(row.tails) for row in self.rows.values())
        self.layout = _Layout.of(len(ordered), self.words)
        numbers = _numbered(ordered, self.layout.numbers)
        self.numbers: dict[str, int] = dict(zip(ordered, numbers, strict=True))


def _name(kind: str, shard: int) -> str:
    return f"{FOLDER}{kind}/{shard:x}.{'json' if kind == 'records' else 'bin'}"


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
    came, went = _Corpus(change.came), _Corpus(change.went)
    layout = corpus.layout
    before = sorted({*corpus.rows}.difference(came.rows).union(went.rows))
    words = corpus.words - came.words + went.words
    if _Layout.of(len(before), words) != layout or len(change.came) > len(before) // _MANY:
        return None
    numbers = corpus.numbers
    if came.rows.keys() != went.rows.keys():
        numbers = dict(zip(before, _numbered(before, layout.numbers), strict=True))
    displaced = {address for address in before if numbers[address] != corpus.numbers.get(address)}
    touched: dict[str, set[int]] = {kind: set() for kind in _KINDS}
    for address in displaced.union(came.rows, went.rows):
        now = _entries(corpus.rows.get(address), corpus.numbers.get(address))
        old = went.rows if address in went.rows or address in came.rows else corpus.rows
        then = _entries(old.get(address), numbers.get(address))
        for kind in _HASHED:
            last = (1 << getattr(layout, kind)) - 1
            touched[kind].update(key & last for key, *_ in now[kind] ^ then[kind])
        unused = layout.numbers - layout.records
        touched["records"].update(key >> unused for key, *_ in now["records"] ^ then["records"])
    return touched


def _entries(row: Postings | None, number: int | None) -> dict[str, set[tuple[int, int, object]]]:
    """What a document adds to each kind of file: key or number first, then all that tells."""
    if row is None or number is None:
        return {kind: set() for kind in _KINDS}
    keys = {kind: np.frombuffer(getattr(row, kind), "<u4").tolist() for kind in _HASHED}
    return {
        "words": {(key, number, tail) for key, tail in zip(keys["words"], row.tails, strict=True)},
        "titles": {(key, number, None) for key in keys["titles"]},
        "facets": {(key, number, None) for key in keys["facets"]},
        "records": {(number, number, bytes(row.record))},
    }


def _hashed(corpus: _Corpus, kind: str, shards: Collection[int]) -> Iterator[tuple[str, bytes]]:
    keys = [getattr(row, kind) for row in corpus.rows.values()]
    tails = [row.tails for row in corpus.rows.values()] if kind == "words" else None
    numbers = list(corpus.numbers.values())
    for shard, content in encoded(keys, tails, numbers, getattr(corpus.layout, kind), shards):
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


def _manifest(corpus: _Corpus) -> bytes:
    found = Counter(item for facets in corpus.facets for item in facets.items())
    counts: dict[str, dict[str, int]] = {}
    for (name, value), count in sorted(found.items()):
        counts.setdefault(name, {})[value] = count
    content = {
        "documents": len(corpus.rows),
        "bits": asdict(corpus.layout),
        "facets": counts,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
