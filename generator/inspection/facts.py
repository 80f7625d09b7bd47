"""What is known of the files of a site: where each leads, and what can be led to on it."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

from generator.inspection.references import Target


def numbered(texts: Iterable[str]) -> Mapping[str, int]:
    """Text → its number; one that is new gets the next when it is asked for."""
    known = {text: at for at, text in enumerate(texts)}
    return defaultdict(count(len(known)).__next__, known)


class File(NamedTuple):
    """The numbers of what a file leads to, and its ids."""

    targets: array[int]
    ids: tuple[str, ...]


class Facts:
    """The facts of files. Many lead to the same: each target stands once, and has a number."""

    def __init__(self, targets: Iterable[Target] = ()) -> None:
        self.numbers = numbered(targets)
        """Every target of a file, and such as no file leads to any more."""
        self.files: dict[str, File] = {}

    def put(self, name: str, targets: Iterable[Target], ids: tuple[str, ...]) -> None:
        """Note where the file *name* leads, and what can be led to on it."""
        self.files[name] = File(array("I", map(self.numbers.__getitem__, targets)), ids)

    def only(self, names: Iterable[str]) -> None:
        """Forget all files but *names*, which are known, and have them in that order."""
        self.files = {name: self.files[name] for name in names}

    def dead(self) -> Iterator[tuple[str, Target, bool]]:
        """What leads nowhere: the file, the target, and whether only a part of a page is missing."""
        missing = {
            number: target for target, number in self.numbers.items() if not self._has(target)
        }
        if missing:  # hardly ever: there are fewer targets than files that lead to them
            for name, file in self.files.items():
                for number in file.targets:
                    if number in missing:
                        target = missing[number]
                        yield name, target, target.partition("#")[0] in self.files

    def _has(self, target: Target) -> bool:
        if target in self.files:
            return True
        name, _, part = target.partition("#")
        file = self.files.get(name)
        return file is not None and (
            not name.endswith(".html") or part in ("", "top") or part in file.ids
        )
