"""Reading: a folder of files becomes typed records, or problems that say where and what.

One way through: folder → files (``folders``), bytes → text (``text``), text → tree (``parsing``),
tree → record (``records``). Each file is read by itself; nothing here knows two records.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from generator.problems import Problem
from generator.reading.folders import File, find, reason
from generator.reading.parsing import parse
from generator.reading.places import START, place_of
from generator.reading.records import read_record
from generator.reading.text import LIMIT, decode
from generator.records import COLLECTIONS
from generator.records.record import Record, Tombstone


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the content folder holds."""

    records: tuple[Record, ...]
    """In the order of ``COLLECTIONS``, then by id."""
    tombstones: tuple[tuple[str, Tombstone], ...]
    """What withdrawn records left, each with the name of its collection."""
    problems: tuple[Problem, ...]
    """Each with its place, by file and place."""
    broken: frozenset[tuple[str, str]]
    """Collection and id of records that exist but could not be read: no dangling reference
    should be reported on their account."""
    digests: Mapping[tuple[str, str], str]
    """Collection and id of each record → the digest of its file's bytes."""


def read(content: Path) -> Reading:
    """All records under *content*, and all problems met. Never raises for what files hold."""
    found = find(content)
    digests: dict[tuple[str, str], str] = {}
    records: list[Record] = []
    tombstones: list[tuple[str, Tombstone]] = []
    problems, broken = found.problems, found.broken
    for file in found.files:
        data = _bytes(file)
        if isinstance(data, Problem):
            problems.append(data)
            broken.add((file.model.collection, file.id))
            continue
        outcome = read_record(data, file)
        problems.extend(outcome.problems)
        if outcome.record:
            records.append(outcome.record)
            digests[file.model.collection, file.id] = digest(data)
        elif outcome.tombstone:
            tombstones.append((file.model.collection, outcome.tombstone))
        else:
            broken.add((file.model.collection, file.id))
    order = {model.collection: index for index, model in enumerate(COLLECTIONS)}
    return Reading(
        records=tuple(sorted(records, key=lambda one: (order[one.collection], one.id))),
        tombstones=tuple(sorted(tombstones, key=lambda one: (order[one[0]], one[1].id))),
        problems=tuple(sorted(problems, key=_place)),
        broken=frozenset(broken),
        digests=digests,
    )


def place(problems: Iterable[Problem], content: Path) -> tuple[Problem, ...]:
    """*problems* of later stages, each with its line and column in the file it names.

    A problem that has a place keeps it. Where a file cannot be read again, or is no record, the
    place is its beginning.
    """
    waiting: dict[str, list[Problem]] = {}
    placed: list[Problem] = []
    for problem in problems:
        if problem.line:
            placed.append(problem)
        else:
            waiting.setdefault(problem.file, []).append(problem)
    for file, its in waiting.items():
        placed.extend(_placed(its, content / file.partition("/")[2]))
    return tuple(sorted(placed, key=_place))


def digest(data: bytes) -> str:
    """What tells a file from any other."""
    return blake2b(data, digest_size=16).hexdigest()


def _placed(problems: list[Problem], path: Path) -> Iterable[Problem]:
    text: object = None
    if path.suffix == ".yml" and path.is_file():
        text = decode(path.read_bytes(), path.name)
    tree = parse(text, path.name) if isinstance(text, str) else None
    for problem in problems:
        line, column = START
        if tree and isinstance(text, str):
            line, column = place_of(
                tree, text, problem.loc, on_key=problem.on_key, offset=problem.offset
            )
        yield replace(problem, line=line, column=column)


def _place(problem: Problem) -> tuple[str, int, int, str]:
    return problem.file, problem.line, problem.column, problem.code


def _bytes(file: File) -> bytes | Problem:
    """What stands in *file*, or why it is not read."""
    try:
        with file.path.open("rb", buffering=0) as opened:
            size = os.fstat(opened.fileno()).st_size
            if size > LIMIT:
                particulars = {"size": f"{size / LIMIT:.1f} MB"}
                return Problem(file.shown, "file-too-large", (), 1, 1, particulars)
            return opened.read(size)
    except OSError as error:
        particulars = {"reason": reason(error)}
        return Problem(file.shown, "file-unreadable", (), 1, 1, particulars)
