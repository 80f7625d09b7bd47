"""What an inspection keeps for the next one: an unchanged file needs no second look.

A file is known by its key, size and time, as in the manifest. No words that are withheld are kept,
only a digest of them: where they are others, all files are looked through again.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.publishing.manifest import Entry


class Facts(NamedTuple):
    """Where a file leads within the site, and what can be led to on it."""

    targets: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()


class Kept(NamedTuple):
    """The facts of files, each with what the file is known by; ``words`` tells for which."""

    words: str = ""
    facts: Mapping[str, tuple[tuple[str, int, int], Facts]] = {}

    def of(self, name: str, entry: Entry) -> Facts | None:
        """The facts of a file that is as it was."""
        known, facts = self.facts.get(name, (None, None))
        return facts if known == entry[:3] else None


def read(path: Path | None, by: str) -> Kept:
    """What lies in *path*; nothing where that is damaged, or where another program than *by* made
    it."""
    if path is None:
        return Kept()
    try:
        digest, head, body = path.read_bytes().split(b"\n", 2)
        if digest != _digest(by, head, body):
            return Kept()
        words, texts, files = json.loads(head)
        numbers = array("I", body)
        at = 0
        facts = {}
        for name, key, size, time, targets, ids in files:
            named = [texts[number] for number in numbers[at : at + targets + ids]]
            at += targets + ids
            found = Facts(frozenset(named[:targets]), frozenset(named[targets:]))
            facts[name] = (key, size, time), found
        return Kept(words, facts)
    except (OSError, ValueError, IndexError):
        return Kept()


def save(
    path: Path, by: str, words: str, files: Mapping[str, Entry], facts: Mapping[str, Facts]
) -> None:
    """Write the *facts* of *files* to *path*, whole or not at all."""
    texts: dict[str, int] = {}
    numbers = array("I")
    listed = []
    for name, (targets, ids) in facts.items():
        numbers.extend([texts.setdefault(text, len(texts)) for text in (*targets, *ids)])
        listed.append((name, *files[name][:3], len(targets), len(ids)))
    head = json.dumps([words, list(texts), listed], ensure_ascii=False).encode()
    body = numbers.tobytes()
    aside = path.with_suffix(".new")
    aside.write_bytes(b"\n".join((_digest(by, head, body), head, body)))
    aside.replace(path)


def _digest(by: str, head: bytes, body: bytes) -> bytes:
    digest = blake2b(f"{by}\n".encode(), digest_size=16)
    digest.update(head)
    digest.update(body)
    return digest.hexdigest().encode()
