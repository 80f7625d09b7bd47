"""Manifests: what each kept edition of the site holds, and what it was made from.

A manifest names its tree by the folder's number on the disk (its inode), which stays when the
folder is renamed or exchanged: so a build that is killed at any moment leaves nothing that the
next one could take for what it is not.
"""

from __future__ import annotations

import json
import logging
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import NamedTuple

log = logging.getLogger("westbound")

Asked = tuple[tuple[str | int, ...], ...]
"""The questions whose answers a page was made from."""


class Entry(NamedTuple):
    """A file as it was written: the key of what it was made from, bytes, nanoseconds."""

    key: str
    size: int
    time: int
    asked: Asked = ()


Files = dict[str, Entry]
"""path below the tree, with slashes → the file as it was written."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What is said of an edition beside its files.

    ``as_of`` is the day for which it was built, ``next_due`` the first on which it is not right
    any more (ISO 8601; nothing where there is none). ``people`` are the volunteers whom it shows,
    each with the groups of fields that it shows of them, ``names`` how it names them: once they
    withdraw, what is published after it is searched for these.
    """

    number: int
    as_of: str = ""
    next_due: str = ""
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def shows_more_than(self, now: Edition) -> bool:
        """Whether it shows something of somebody that *now* does not show any more."""
        return any(
            groups != (now_shown := now.people.get(id, ())) and not set(groups) <= set(now_shown)
            for id, groups in self.people.items()
        )


def save(edition: Edition, files: Files, tree: Path, path: Path) -> Manifest:
    """Write the manifest of *tree* to *path*, whole or not at all."""
    # Many pages ask the same: each question stands once, and pages have its number.
    numbers: dict[tuple[str | int, ...], int] = defaultdict(count().__next__)
    listed = {
        name: (key, size, time, list(map(numbers.__getitem__, asked)))
        for name, (key, size, time, asked) in files.items()
    }
    inode = tree.stat().st_ino
    head = {
        "edition": edition.number,
        "tree": inode,
        "as_of": edition.as_of,
        "next_due": edition.next_due,
        "people": edition.people,
        "names": edition.names,
    }
    lines = [_dump(head), _dump({"questions": list(numbers), "files": listed})]
    aside = path.with_suffix(".new")
    path.parent.mkdir(parents=True, exist_ok=True)
    with aside.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join([*map(_digest, lines), *lines]))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    return Manifest(path, inode, edition)


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest on disk, of which the head was read."""

    path: Path
    tree: int
    """The number of its tree's folder on the disk."""
    edition: Edition

    def files(self) -> Files:
        """The files of the edition; none where the manifest is damaged."""
        try:
            _, digest, _, body = self.path.read_text("utf-8").split("\n")
            if digest != _digest(body):
                raise ValueError
            kept = json.loads(body)
            questions = [tuple(question) for question in kept["questions"]]
            return {
                name: Entry(key, size, time, tuple(map(questions.__getitem__, asked)))
                for name, (key, size, time, asked) in kept["files"].items()
            }
        except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
            _say_damaged(self.path)
            return {}


def read(path: Path) -> Manifest | None:
    """The manifest in *path*; None where it is cut short, or not ours."""
    try:
        with path.open(encoding="utf-8") as file:
            digest, _, line = (file.readline().rstrip("\n") for _ in range(3))
        if digest != _digest(line):
            raise ValueError
        head = json.loads(line)
        edition = Edition(
            head["edition"],
            head["as_of"],
            head["next_due"],
            {id: tuple(groups) for id, groups in head["people"].items()},
            {id: tuple(names) for id, names in head["names"].items()},
        )
        return Manifest(path, head["tree"], edition)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        _say_damaged(path)
        return None


def _say_damaged(path: Path) -> None:
    log.warning("%s 坏了，不用它，重新生成。 (Damaged; made anew.)", path.name)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _digest(body: str) -> str:
    return blake2b(body.encode(), digest_size=16).hexdigest()
