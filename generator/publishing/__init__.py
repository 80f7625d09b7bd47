"""Publishing: the new site is made in an older tree, which then takes the live one's place.

Beside the site's folder lies ``.site.westbound``: the earlier editions (``editions/7``), the
manifest of each edition and of the live one (``editions/8.json``), and, during a build, the tree
that will be live (``aside``) and MkDocs' own files (``stage``); what the last inspection knew of
its files (``inspected``) stays there for the next one. The exchange is the last act that
can fail a build: until then the site is as it was, after it the new one is there.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path

from generator.publishing import manifest
from generator.publishing.exchange import exchange, recover, sync
from generator.publishing.lock import Busy, Lock
from generator.publishing.manifest import Asked, Edition, Entry, Files, Manifest
from generator.publishing.tree import Changes, KeyOf, Source, Tree, constant

__all__ = [
    "KEPT",
    "Busy",
    "Changes",
    "Edition",
    "Files",
    "InPlace",
    "Manifest",
    "Publication",
    "Refused",
    "constant",
    "rollback",
]

log = logging.getLogger("westbound")

KEPT = 3
"""So many earlier editions are kept."""


class Refused(Exception):
    """The site cannot be published there, or not brought back; ``code`` says why."""

    def __init__(self, code: str, folder: Path, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.folder, self.detail = code, folder, detail


Inspect = Callable[[Path, Files, Path | None], None]
"""Looks through the files of a tree, and raises what is wrong with them; it may keep in a file what
it knows of them for the next time."""


def unseen(tree: Path, files: Files, kept: Path | None) -> None:
    """Inspects nothing."""


class InPlace:
    """A folder that is served as it is filled, as MkDocs' own server does."""

    def __init__(self, live: Path) -> None:
        self.live = live

    def keep(self, name: str, key: KeyOf) -> Entry | None:
        """Nothing in it is from an earlier build."""
        return None

    def put(self, name: str, data: bytes, key: str, asked: Asked = ()) -> None:
        """Write the file *name*."""
        path = self.live / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def publish(self, edition: Edition, inspect: Inspect) -> None:
        """It is in place already: what is served as it is made is not inspected."""


class _State:
    """What lies beside a site's folder."""

    def __init__(self, live: Path) -> None:
        self.live = live
        self.folder = live.with_name(f".{live.name}.westbound")
        self.aside = self.folder / "aside"
        self.editions = self.folder / "editions"
        self.lock = Lock(self.folder)

    def open(self) -> None:
        """Take the lock, and put right what a killed build left."""
        self.lock.take()
        recover(self.live, self.aside)
        self.manifests = self._manifests()
        for path in self.earlier():
            found = self.manifest_of(path)
            if found and path.name != str(found.edition.number):
                path.rename(self.editions / str(found.edition.number))

    def _manifests(self) -> dict[int, Manifest]:
        """The manifests by their trees. Of two for one tree the later one is right."""
        read = filter(None, map(manifest.read, self.editions.glob("*.json")))
        return {found.tree: found for found in sorted(read, key=lambda one: one.edition.number)}

    def manifest_of(self, tree: Path) -> Manifest | None:
        """The manifest of *tree*, if it has one."""
        return self.manifests.get(tree.stat().st_ino) if tree.is_dir() else None

    def earlier(self) -> list[Path]:
        """The trees of earlier editions, the oldest first."""
        found = self.editions.glob("[0-9]*")
        return sorted((path for path in found if path.is_dir()), key=lambda path: int(path.name))

    def path_of(self, number: int) -> Path:
        """Where the tree of an earlier edition lies."""
        return self.editions / str(number)

    def remove(self, trees: Iterable[Path]) -> None:
        """Remove earlier editions, and the manifests of trees that are no more."""
        for tree in trees:
            shutil.rmtree(tree)
        there = {tree.stat().st_ino for tree in (*self.earlier(), self.live) if tree.is_dir()}
        self.manifests = {tree: one for tree, one in self.manifests.items() if tree in there}
        right = {found.path for found in self.manifests.values()}
        for path in self.editions.glob("*.json"):
            if path not in right:
                path.unlink()


class Publication:
    """One new edition of the site in *live*.

    ``fresh`` trusts nothing that earlier builds left: every file is written anew. Raises
    :class:`Busy` where another build holds the site for too long, and :class:`Refused` where the
    folder cannot be exchanged.
    """

    def __init__(self, live: Path, fresh: bool = False) -> None:
        _check(live)
        self.live = live
        self._state = _State(live)
        self._state.open()
        self.folder = self._state.folder
        self.stage = self.folder / "stage"
        self._clear_stage()
        self.before = self._state.manifest_of(live)
        """The edition that this one replaces, where it is known."""
        self._is_there = live.exists()
        self._fresh = fresh
        self._tree = self._target(fresh)

    def _target(self, fresh: bool) -> Tree:
        """The tree that will be live: the oldest one, once there are enough."""
        state = self._state
        earlier = state.earlier()
        if not state.aside.exists() and len(earlier) >= KEPT:
            earlier[0].rename(state.aside)
        if fresh:
            return Tree(state.aside, {})
        own, live = state.manifest_of(state.aside), state.manifest_of(state.live)
        other = Source(state.live, live) if live else None
        return Tree(state.aside, own.files() if own else {}, other)

    def keep(self, name: str, key: KeyOf) -> Entry | None:
        """Leave the file *name* as an earlier build made it, if that is what it would be again.

        ``key`` gives the key that a page would have now, which asked what it is given. Gives the
        file that is left, or None.
        """
        return self._tree.keep(name, key)

    def put(self, name: str, data: bytes, key: str, asked: Asked = ()) -> None:
        """Write the file *name*; one whose bytes are live already keeps the time it has there."""
        self._tree.put(name, data, key, asked, self._time_of(name, data))

    @property
    def files(self) -> Files:
        """The files of this edition so far."""
        return self._tree.files

    def _time_of(self, name: str, data: bytes) -> int | None:
        """When the live file *name* was last changed, if *data* is what it holds."""
        if not self._is_there:
            return None
        try:
            with Path(f"{self.live}{os.sep}{name}").open("rb", buffering=0) as file:
                status = os.fstat(file.fileno())
                same = status.st_size == len(data) and file.read() == data
        except OSError:
            return None
        return status.st_mtime_ns if same else None

    def _put_stage(self) -> None:
        """Take over what MkDocs made, save what was planned otherwise."""
        for path in sorted(self.stage.rglob("*")):
            name = path.relative_to(self.stage).as_posix()
            if path.is_file() and name not in self._tree.files:
                data = path.read_bytes()
                key = blake2b(data, digest_size=16).hexdigest()
                if self._tree.keep(name, constant(key)) is None:
                    self.put(name, data, key)

    def publish(self, edition: Edition, inspect: Inspect = unseen) -> Changes:
        """Put the new edition, with what MkDocs made, in the live one's place.

        Its number is set here: it follows the last one's. What *inspect* raises leaves the live one
        as it is.
        """
        state = self._state
        self._put_stage()
        changes = self._tree.prune()
        inspect(state.aside, self._tree.files, None if self._fresh else state.folder / "inspected")
        numbers = (found.edition.number for found in state.manifests.values())
        edition = replace(edition, number=max(numbers, default=0) + 1)
        now = manifest.save(
            edition, self._tree.files, state.aside, state.editions / f"{edition.number}.json"
        )
        sync(state.aside)
        before = state.manifest_of(state.live)
        if state.live.exists():
            exchange(state.live, state.aside)
        else:
            state.aside.rename(state.live)
        state.manifests[now.tree] = now
        try:
            self._file_away(edition, before)
        except OSError as error:
            log.warning(
                "已发布；旧版本没有收好：%s (Published; the old edition is not filed.)", error
            )
        self.discard()
        return changes

    def _file_away(self, now: Edition, before: Manifest | None) -> None:
        """Put the edition before among the earlier ones; keep none that shows too much.

        What somebody has withdrawn since must not come back with a rollback, nor lie about.
        """
        state = self._state
        if state.aside.exists():
            number = before.edition.number if before else 0
            shutil.rmtree(state.path_of(number), ignore_errors=True)
            state.aside.rename(state.path_of(number))
        earlier = state.earlier()
        known = {path: state.manifest_of(path) for path in earlier}
        state.remove(
            path
            for path in earlier
            if path in earlier[:-KEPT]
            or ((found := known[path]) is None and now.number > 1)
            or (found is not None and found.edition.shows_more_than(now))
        )

    def forget_earlier(self) -> None:
        """Remove every earlier edition, once published: they hold what must not come back."""
        state = self._state
        state.open()
        try:
            state.remove(state.earlier())
        finally:
            state.lock.release()

    def discard(self) -> None:
        """Remove MkDocs' own files, and let the next build have the site."""
        self._clear_stage()
        self._state.lock.release()

    def _clear_stage(self) -> None:
        shutil.rmtree(self.stage, ignore_errors=True)


def _check(live: Path) -> None:
    """Refuse a folder that cannot be exchanged, or that is none of a site's."""
    if live.is_mount():
        raise Refused("mount", live)
    if live.exists() and not live.is_dir():
        raise Refused("file", live)
    if live.is_dir() and any(live.iterdir()) and not (live / "index.html").exists():
        raise Refused("foreign", live)


def rollback(live: Path, today: date) -> Edition:
    """Bring back the edition before the live one; which that is.

    Raises :class:`Refused` where there is none, or where it holds what must not be seen any more
    on the day *today*; :class:`Busy` where another build holds the site.
    """
    state = _State(live)
    state.open()
    try:
        now = state.manifest_of(live)
        if now is None:
            raise Refused("no-edition", live)
        older = [
            (path, found)
            for path in state.earlier()
            if (found := state.manifest_of(path)) and found.edition.number < now.edition.number
        ]
        if not older:
            raise Refused("no-edition", live)
        path, found = older[-1]
        due = found.edition.next_due
        if due and due <= today.isoformat():
            raise Refused("overdue", live, due)
        count = Source(path, found).altered()
        if count:  # editions share files, so a hand in the live site reaches them all
            log.warning(
                "上一版里有 %d 个文件后来被人改过，退回去的就是改过的。 "
                "(%d files of that edition were changed by hand since, and are so still.)",
                *(count, count),
            )
        exchange(live, path)
        path.rename(state.path_of(now.edition.number))
        return found.edition
    finally:
        state.lock.release()
