"""A look through files of the site, one by one: here, or by several processes at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from io import FileIO
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.clearance.withheld import Withheld, Word
from generator.inspection import formats, html
from generator.inspection.references import Target, Way
from generator.processes import FORKS, spread

BREAK_EVEN = 2000 if FORKS else 20000
"""Files from which processes pay: until they have started, one looks through half of that many."""

_SHARE = 250
"""Files that go to a process at once."""


class Look(NamedTuple):
    """What was found in a file."""

    words: tuple[Word, ...] = ()
    """The withheld words that stand in it."""
    wrong: tuple[tuple[str, str], ...] = ()
    """What is wrong with it: a problem's code, and what."""
    targets: tuple[Target, ...] = ()
    ids: tuple[str, ...] = ()


class Asked(NamedTuple):
    """A file to be looked through; of one that ``is_known`` only for withheld words."""

    name: str
    is_known: bool


class Reader:
    """Looks through the files of *tree*.

    ``own`` is how whole addresses of the site begin, ``made`` are the pages that templates made.
    """

    def __init__(self, tree: Path, own: str, withheld: Withheld, made: frozenset[str]) -> None:
        self._tree, self._own = f"{tree}/", own
        self._withheld, self._made = withheld, made
        self._way, self._quick = Way(own), html.Quick(own)
        self._words_around = lru_cache(html.FRAMES)(partial(withheld.found, is_text=True))

    def look_at_all(self, files: Sequence[Asked]) -> list[Look]:
        """Several files, in their order."""
        return [self._look(*file) for file in files]

    def _look(self, name: str, is_known: bool) -> Look:
        data = _read(f"{self._tree}{name}")
        own, around = html.parted(data) if name in self._made else (data, ())
        words = self._words(name, own, around)
        if is_known:
            return Look(words)
        if name.endswith(".html"):
            found = self._said(name, data, own, around)
            twice = [id for id, count in Counter(found.ids).items() if count > 1]
            wrong = [("site-double-id", id) for id in twice]
            # Most pages lead to parts of their own: what is there needs no asking of other files.
            needs, ids = found.needs.difference([f"#{id}" for id in found.ids]), found.ids
            loads = found.loads
        else:
            read = formats.read(name, data, self._own)
            wrong = [(read.code, read.wrong)] if read.wrong else []
            needs, ids, loads = read.needs, (), read.loads
        wrong += [("site-third-party", one) for one in loads if self._is_elsewhere(one)]
        return Look(words, tuple(wrong), tuple(self._way.targets(needs, name)), ids)

    def _words(self, name: str, own: bytes, around: tuple[bytes, ...]) -> tuple[Word, ...]:
        """The withheld words that stand in a file, its name included."""
        found = self._withheld.found(b"%b\0%b" % (name.encode(), own), name in self._made)
        found = found.union(*map(self._words_around, around))
        return tuple(word for word in found if not word.may_stand_in(name))

    def _said(self, name: str, page: bytes, own: bytes, around: tuple[bytes, ...]) -> html.Said:
        said = self._quick.said(own, around) if name in self._made else None
        if said is None or len(set(said.ids)) < len(said.ids):
            return html.parsed(page, self._own)
        return said

    def _is_elsewhere(self, address: str) -> bool:
        return html.leads_out(address, self._own) and not address.startswith("data:")


def _read(path: str) -> bytes:
    with FileIO(path) as file:  # Path.read_bytes takes twice as long
        return file.read()


def looks(
    files: Sequence[Asked],
    given: tuple[Path, str, Withheld, frozenset[str]],
    jobs: int | None = 1,
) -> Iterator[Look]:
    """What is found in each of *files*, in order; where they are many, by *jobs* processes.

    ``given`` is what a :class:`Reader` is made of.
    """
    shares = [files[at : at + _SHARE] for at in range(0, len(files), _SHARE)]
    if jobs == 1 or len(files) < BREAK_EVEN:
        return chain.from_iterable(map(Reader(*given).look_at_all, shares))
    return chain.from_iterable(spread(_look_at_all, shares, jobs, _take, given))


_reader: Reader | None = None
"""What this process looks with."""


def _take(tree: Path, own: str, withheld: Withheld, made: frozenset[str]) -> None:
    global _reader
    _reader = Reader(tree, own, withheld, made)


def _look_at_all(files: Sequence[Asked]) -> list[Look]:
    assert _reader
    return _reader.look_at_all(files)
