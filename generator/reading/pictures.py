"""The files of ``content/media``: what is in each, or why it cannot be shown.

A file that is as it was (name, size, time) is not even opened; what else is known by its digest
is not decoded again.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.images import SUFFIXES, Picture, digest_of
from generator.problems import Problem
from generator.processes import FORKS, spread
from generator.reading.files import file_problem, reason, symlink_problem
from generator.reading.folders import folder_name, is_passed_over
from generator.reading.names import printable
from generator.records.media import Media

log = logging.getLogger("westbound")

BYTES = 50 << 20
"""So large a picture's file may be. Photographs of telephones have 2 to 12 MB."""
BREAK_EVEN = 4 if FORKS else 16
"""Pictures from which processes pay."""
OTHER_KINDS = frozenset(
    {".avif", ".bmp", ".dng", ".gif", ".ico", ".jfif", ".jp2", ".pdf", ".psd", ".raw", ".svg"}
)
"""Pictures as well, which are not read."""
_UNCERTAIN = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was noted may have changed once more with the
same time. FAT counts in steps of two seconds."""
_EDITION = 1


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a content folder: ``found`` is file's name → what is in it.

    ``unfit`` are files that are there and cannot be shown. ``kept`` is a folder for what is made
    of the pictures, ``jobs`` how many processes may make it.
    """

    folder: Path = Path()
    found: Mapping[str, Picture] = field(default_factory=dict)
    unfit: Mapping[str, Problem] = field(default_factory=dict)
    kept: Path | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class _File:
    """A file as the folder lists it."""

    name: str
    path: str
    shown: str
    size: int
    time: int


def read_pictures(content: Path, kept: Path | None = None, jobs: int | None = None) -> Pictures:
    """Every picture in *content*. ``kept`` is a folder for what was found before."""
    files, unfit = _files(content)
    before, noted = _load(kept)
    found: dict[str, Picture] = {}
    changed = []
    for file in files:
        entry = before.get(file.name)
        if entry and entry[:2] == (file.size, file.time) and file.time + _UNCERTAIN < noted:
            found[file.name] = entry[2]
        else:
            changed.append(file)
    known = {(entry[2].digest, _suffix(name)): entry[2] for name, entry in before.items()}
    for file, one in zip(changed, _look_at(changed, known, jobs), strict=True):
        if isinstance(one, Picture):
            found[file.name] = one
        else:
            unfit[file.name] = one
    now = {
        file.name: (file.size, file.time, found[file.name]) for file in files if file.name in found
    }
    if kept and (now != before or changed):
        _save(now, kept)
    return Pictures(content / Media.collection, dict(sorted(found.items())), unfit, kept, jobs)


def _files(content: Path) -> tuple[list[_File], dict[str, Problem]]:
    """What is there by its name; and what is no file to be opened."""
    folder = content / Media.collection
    files: list[_File] = []
    unfit: dict[str, Problem] = {}
    for path, below in _entries(folder):
        suffix = path.suffix.lower()
        if suffix not in SUFFIXES and suffix not in OTHER_KINDS:
            continue
        shown = f"{folder_name(content)}/{Media.collection}/{printable(below)}"
        astray = symlink_problem(path, content, shown)
        if astray:
            unfit[below] = astray
        elif not path.is_file():
            continue
        elif suffix in OTHER_KINDS:
            unfit[below] = file_problem("picture-kind", shown)
        elif "/" in below:
            unfit[below] = file_problem("picture-below", shown, folder=Media.collection)
        elif (status := path.stat()).st_size > BYTES:
            size = f"{status.st_size / (1 << 20):.0f} MB"
            limit = f"{BYTES >> 20} MB"
            unfit[below] = file_problem("picture-heavy", shown, size=size, limit=limit)
        else:
            files.append(_File(below, str(path), shown, status.st_size, status.st_mtime_ns))
    return files, unfit


def _entries(folder: Path, below: str = "") -> Iterator[tuple[Path, str]]:
    """What is in *folder*, and in folders within, by name; without what systems leave behind."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return  # there is none, or reading the records says why
    for entry in found:
        if is_passed_over(entry.name):
            continue
        name = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry.path), f"{name}/")
        else:
            yield Path(entry.path), name


_Known = Mapping[tuple[str, str], Picture]
"""A file's digest and the ending of its name → what is in it."""


def _look_at(
    files: Sequence[_File], known: _Known, jobs: int | None
) -> Iterator[Picture | Problem]:
    tasks = [(file, known) for file in files]
    yield from spread(_look, tasks, 1 if len(tasks) < BREAK_EVEN else jobs)


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _look(task: tuple[_File, _Known]) -> Picture | Problem:
    """What is in a file. A known digest spares looking at the pixels."""
    file, known = task
    try:
        data = Path(file.path).read_bytes()
    except OSError as error:
        return file_problem("file-unreadable", file.shown, reason=reason(error))
    digest = digest_of(data)
    if (digest, _suffix(file.name)) in known:
        return known[digest, _suffix(file.name)]
    if not data:
        return file_problem("picture-empty", file.shown)
    from generator.images.making import Unfit, look  # Pillow

    try:
        return look(data, digest, _suffix(file.name))
    except Unfit as unfit:
        return file_problem(unfit.code, file.shown, **unfit.particulars)


# What was found before

_Noted = dict[str, tuple[int, int, Picture]]
"""file's name → its size, its time, what is in it."""


def _load(kept: Path | None) -> tuple[_Noted, int]:
    """What was noted, and when; nothing where it is damaged or another edition's."""
    path = kept and kept / "pictures" / "index"
    if not path or not path.is_file():
        return {}, 0
    try:
        digest, _, body = path.read_text("utf-8").partition("\n")
        if digest != _digest(body):
            raise ValueError
        noted = {
            name: (size, time, Picture(*facts))
            for name, (size, time, *facts) in json.loads(body).items()
        }
        return noted, path.stat().st_mtime_ns
    except (OSError, ValueError, TypeError):
        log.warning("缓存 %s 坏了，不用它，重新读。 (Damaged; read anew.)", path.name)
        return {}, 0


def _save(noted: _Noted, kept: Path) -> None:
    body = json.dumps(
        {
            name: (size, time, one.digest, one.width, one.height)
            for name, (size, time, one) in noted.items()
        },
        ensure_ascii=False,
    )
    path = kept / "pictures" / "index"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".new")
        aside.write_text(f"{_digest(body)}\n{body}", encoding="utf-8", newline="\n")
        aside.replace(path)
    except OSError as error:
        log.warning("缓存写不了（%s），不影响结果。 (It cannot be kept.)", error.strerror)


def _digest(body: str) -> str:
    return blake2b(f"{_EDITION}{body}".encode(), digest_size=16).hexdigest()
