"""A tree of published files, brought up to date by comparison.

On ext4, creating files after deleting many is what costs; so whole older trees are kept, and only
what changed in one is overwritten. A file is known by the key of what it was made from, its size
and its time: one that is not as it was written is not trusted, whatever became of it. What two
trees have alike is one file that has a name in each; it is left alone when either of them changes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.publishing.manifest import Asked, Entry, Files, Manifest

KeyOf = Callable[[Asked], str]
"""asked → the key that it makes now."""


def constant(key: str) -> KeyOf:
    """The key of a file that asks nothing."""
    return lambda asked: key


@dataclass(frozen=True, slots=True)
class Changes:
    """How many files a publication made, changed, removed and left as they were."""

    made: int
    changed: int
    removed: int
    kept: int


class Source:
    """A tree whose files may be taken over, as its *manifest* has them: read when one is wanted."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder, self._manifest = folder, manifest

    @cached_property
    def _files(self) -> Files:
        return self._manifest.files()

    def trusted(self, name: str) -> Entry | None:
        """The file *name*, if it is as it was written."""
        entry = self._files.get(name)
        if entry is None:
            return None
        try:
            status = os.lstat(f"{self.folder}{os.sep}{name}")
        except OSError:
            return None
        return entry if (status.st_size, status.st_mtime_ns) == (entry.size, entry.time) else None

    def altered(self) -> int:
        """How many files are not as they were written."""
        return sum(self.trusted(name) is None for name in self._files)


class Tree:
    """The files below *folder*, as *files* has them; those of *other*, the live tree, may be taken
    over.
    """

    def __init__(self, folder: Path, files: Files, other: Source | None = None) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._found, self._folders = _scan(folder)
        self._trusted = {
            name: entry
            for name, entry in files.items()
            if self._found.get(name) == (entry.size, entry.time)
        }
        self._other = other
        self.files: Files = {}

    def keep(self, name: str, key: KeyOf) -> Entry | None:
        """Leave the file *name* as it is, if it was made from what it would be now."""
        entry = self._trusted.get(name)
        if entry is not None and entry.key == key(entry.asked):
            self.files[name] = entry
            return entry
        return self._take_over(name, key)

    def _take_over(self, name: str, key: KeyOf) -> Entry | None:
        """The same with the other tree's file, which has a name in both of them then."""
        entry = self._other.trusted(name) if self._other else None
        if self._other is None or entry is None or entry.key != key(entry.asked):
            return None
        try:
            self._link(name, self._other.folder)
        except OSError:  # not every disk knows files with two names
            return self._copy(name, entry, self._other.folder)
        self.files[name] = entry
        return entry

    def _link(self, name: str, other: Path) -> None:
        path = self._path(name)
        if name in self._found or name in self.files:
            Path(path).unlink()
        os.link(f"{other}{os.sep}{name}", path)

    def _copy(self, name: str, entry: Entry, other: Path) -> Entry | None:
        try:
            data = (other / name).read_bytes()
        except OSError:
            return None
        if len(data) != entry.size:
            return None
        self.put(name, data, entry.key, entry.asked, entry.time)
        return entry

    def put(
        self, name: str, data: bytes, key: str, asked: Asked = (), time: int | None = None
    ) -> None:
        """Write the file *name*, made from *key*; ``time`` sets when it was last changed."""
        path = self._path(name)
        status = _overwrite(path, data)
        if time is not None and time != status.st_mtime_ns:
            os.utime(path, ns=(time, time))
        self.files[name] = Entry(key, len(data), time or status.st_mtime_ns, asked)

    def _path(self, name: str) -> str:
        """Where the file *name* lies, in a folder that is there."""
        self._have(name.rpartition("/")[0])
        return f"{self.folder}{os.sep}{name}"

    def _have(self, folder: str) -> None:
        if folder not in self._folders:
            self._have(folder.rpartition("/")[0])
            (self.folder / folder).mkdir()
            self._folders.add(folder)

    def prune(self) -> Changes:
        """Remove what was neither kept nor put, and say what became of the tree."""
        gone = self._found.keys() - self.files.keys()
        for name in gone:
            (self.folder / name).unlink()
        for folder in sorted({Path(name).parent for name in gone}):
            self._remove_empty(folder)
        kept = sum(self.files[name] == self._trusted.get(name) for name in self.files)
        made = len(self.files.keys() - self._found.keys())
        return Changes(made, len(self.files) - made - kept, len(gone), kept)

    def _remove_empty(self, folder: Path) -> None:
        while folder != Path() and not any((self.folder / folder).iterdir()):
            (self.folder / folder).rmdir()
            folder = folder.parent


def _overwrite(path: str, data: bytes) -> os.stat_result:
    """Write *data* over what *path* has, without emptying it first.

    Emptying a file makes ext4 flush each one, ten times slower. A file that another tree has as
    well is left to that one.
    """
    try:
        handle = os.open(path, _FLAGS, 0o644)
    except PermissionError:  # somebody made it read-only, in whichever tree has it
        Path(path).unlink()
        handle = os.open(path, _FLAGS, 0o644)
    before = os.fstat(handle)
    if before.st_nlink > 1:
        os.close(handle)
        Path(path).unlink()
        handle = os.open(path, _FLAGS, 0o644)
    try:
        written = os.write(handle, data)
        while written < len(data):
            written += os.write(handle, data[written:])
        if before.st_size > len(data):
            os.ftruncate(handle, len(data))
        return os.fstat(handle)
    finally:
        os.close(handle)


_FLAGS = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)


def _scan(folder: Path) -> tuple[dict[str, tuple[int, int]], set[str]]:
    """path below *folder* → size and time, of every file; and the folders, itself as ""."""
    found: dict[str, tuple[int, int]] = {}
    folders = {""}
    waiting = [(str(folder), "")]
    while waiting:
        path, name = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                below = f"{name}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.add(below)
                    waiting.append((entry.path, f"{below}/"))
                else:
                    status = entry.stat(follow_symlinks=False)
                    found[below] = (status.st_size, status.st_mtime_ns)
    return found, folders
