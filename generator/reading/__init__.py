"""Reading: a folder of files becomes typed records, or problems that say where and what.

One way through: folder → files (``folders``), bytes → text (``text``), text → tree (``parsing``),
tree → record (``records``). Each file is read by itself; nothing here knows two records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from generator.problems import Problem
from generator.processes import BREAK_EVEN, spread
from generator.reading.cache import Cache, Value
from generator.reading.files import bytes_of
from generator.reading.folders import File, Found, find
from generator.reading.parsing import parse
from generator.reading.pictures import Pictures, read_pictures
from generator.reading.places import START, place_of
from generator.reading.records import Outcome, read_record, record_of, value_in
from generator.reading.text import decode
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
    pictures: Pictures


def read(content: Path, cache: Cache | None = None, jobs: int | None = None) -> Reading:
    """All records under *content*, and all problems met. Never raises for what files hold.

    What *cache* has is not parsed again; of the rest, where it is much, *jobs* processes parse a
    share each.
    """
    found = find(content)
    cache = Cache() if cache is None else cache
    pictures = read_pictures(content, cache.folder, jobs)
    return gathered(found, read_each(found.files, cache, jobs), pictures)


def read_each(
    files: Sequence[File], cache: Cache, jobs: int | None = None
) -> Iterator[FileReading]:
    """What came of each of *files*, in their order."""
    advance = _in_advance(files, cache, jobs)
    return (read_file(file, cache, advance.get(file.shown)) for file in files)


@dataclass(frozen=True, slots=True)
class FileReading:
    """What came of one file."""

    file: File
    outcome: Outcome
    digest: str


def gathered(found: Found, files: Iterable[FileReading], pictures: Pictures) -> Reading:
    """What came of all files of a folder."""
    records: list[Record] = []
    tombstones: list[tuple[str, Tombstone]] = []
    problems, broken = list(found.problems), set(found.broken)
    digests: dict[tuple[str, str], str] = {}
    for one in files:
        key = one.file.model.collection, one.file.id
        problems.extend(one.outcome.problems)
        if one.outcome.record:
            records.append(one.outcome.record)
            digests[key] = one.digest
        elif one.outcome.tombstone:
            tombstones.append((key[0], one.outcome.tombstone))
        else:
            broken.add(key)
    order = {model.collection: index for index, model in enumerate(COLLECTIONS)}
    return Reading(
        records=tuple(sorted(records, key=lambda one: (order[one.collection], one.id))),
        tombstones=tuple(sorted(tombstones, key=lambda one: (order[one[0]], one[1].id))),
        problems=tuple(sorted(problems, key=_place)),
        broken=frozenset(broken),
        digests=digests,
        pictures=pictures,
    )


def read_file(file: File, cache: Cache, advance: Parsed | None = None) -> FileReading:
    """The record in *file*; what it says is taken from *advance* or *cache* where it is there."""
    value: Value | None = None
    data: bytes | Problem = b""
    if advance:
        digest, value = advance
    if value is None:
        data = bytes_of(file.path, file.shown)
        if isinstance(data, Problem):
            return FileReading(file, Outcome(None, None, (data,)), "")
        digest = digest_of(data)
        value = cache.find(file.shown, digest) or value_in(data, file)
    record = record_of(value, file) if value is not None else None
    if value is not None and record:
        cache.keep(file.shown, digest, value)
        return FileReading(file, Outcome(record, None, ()), digest)
    data = data or bytes_of(file.path, file.shown)
    if isinstance(data, Problem):
        return FileReading(file, Outcome(None, None, (data,)), "")
    return FileReading(file, read_record(data, file), digest)


Parsed = tuple[str, Value | None]
"""The digest of a file's bytes, and what it says where nothing is wrong with it."""

_SHARE = 250
"""Files that go to a process at once."""


def _in_advance(files: Sequence[File], cache: Cache, jobs: int | None) -> Mapping[str, Parsed]:
    """What files say that are parsed by several processes, by name; nothing where few are new."""
    if len(files) - len(cache) < BREAK_EVEN:
        return {}
    shares = [files[at : at + _SHARE] for at in range(0, len(files), _SHARE)]
    parsed = spread(_parse_all, shares, jobs)
    return {
        file.shown: one for file, one in zip(files, chain.from_iterable(parsed), strict=True) if one
    }


def _parse_all(files: Sequence[File]) -> list[Parsed | None]:
    return [_parse(file) for file in files]


def _parse(file: File) -> Parsed | None:
    data = bytes_of(file.path, file.shown)
    return None if isinstance(data, Problem) else (digest_of(data), value_in(data, file))


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


def digest_of(data: bytes) -> str:
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
