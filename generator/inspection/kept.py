"""What an inspection keeps for the next one: an unchanged file needs no second look.

A file is known by its key, size and time, as in the manifest. No words that are withheld are kept,
only a digest of them: where they are others, all files are looked through again.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.inspection.facts import Facts, File, numbered
from generator.publishing.manifest import Entry


@dataclass(frozen=True, slots=True)
class Kept:
    """The facts of files, and what each was known by; ``words`` tells for which words."""

    words: str = ""
    known: Mapping[str, tuple[str, int, int]] = field(default_factory=dict)
    facts: Facts = field(default_factory=Facts)

    def has(self, name: str, entry: Entry) -> bool:
        """Whether a file is as it was."""
        return self.known.get(name) == entry[:3]


def read(path: Path | None, by: str) -> Kept:
    """What lies in *path*; nothing where that is damaged, or where another program than *by* made
    it."""
    if path is None:
        return Kept()
    try:
        digest, head, body = path.read_bytes().split(b"\n", 2)
        if digest != _digest(by, head, body):
            return Kept()
        words, texts, every_ids, (keys, sizes, times, counts, ids) = json.loads(head)
        known = dict(zip(texts, zip(keys, sizes, times, strict=True), strict=False))
        facts = Facts(texts)
        every_ids = [tuple(one) for one in every_ids]
        numbers, at = array("I", body), 0
        for name, count, which in zip(known, counts, ids, strict=True):
            facts.files[name] = File(numbers[at : at + count], every_ids[which])
            at += count
        return Kept(words, known, facts)
    except (OSError, ValueError, IndexError):
        return Kept()


def save(path: Path, by: str, words: str, files: Mapping[str, Entry], facts: Facts) -> None:
    """Write the *facts* of *files* to *path*, whole or not at all."""
    targets = list(facts.numbers)
    # Most targets are files: their names come first, and tell of which file a column speaks.
    numbers = numbered(files)
    every_ids: dict[tuple[str, ...], int] = {}
    leads = array("I")
    rows = []
    for name, entry in files.items():
        file = facts.files[name]
        leads.extend(map(numbers.__getitem__, map(targets.__getitem__, file.targets)))
        ids = every_ids.setdefault(file.ids, len(every_ids))
        rows.append((*entry[:3], len(file.targets), ids))
    columns = list(zip(*rows, strict=True))
    head = _dump([words, list(numbers), list(every_ids), columns])
    body = leads.tobytes()
    aside = path.with_suffix(".new")
    aside.write_bytes(b"\n".join((_digest(by, head, body), head, body)))
    aside.replace(path)


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _digest(by: str, head: bytes, body: bytes) -> bytes:
    digest = blake2b(f"{by}\n".encode(), digest_size=16)
    digest.update(head)
    digest.update(body)
    return digest.hexdigest().encode()
