"""Publishing: the new site is made in an older tree, which then takes the live one's place.

Beside the site's folder lies ``.site.westbound``: the older tree (``aside``), what both trees are
made from (``aside.json``, ``live.json``), and, during a build, MkDocs' own files (``stage``).
"""

from __future__ import annotations

import os
import shutil
from hashlib import blake2b
from pathlib import Path

from generator.publishing.exchange import exchange, recover, sync
from generator.publishing.tree import Asked, Changes, KeyOf, Tree, constant, load, save

__all__ = ["Changes", "InPlace", "Publication"]


class InPlace:
    """A folder that is served as it is filled, as MkDocs' own server does."""

    def __init__(self, live: Path) -> None:
        self.live = live

    def keep(self, name: str, key: KeyOf) -> str | None:
        """Nothing in it is from an earlier build."""
        return None

    def put(self, name: str, data: bytes, key: str, asked: Asked = ()) -> None:
        """Write the file *name*."""
        path = self.live / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def publish(self) -> None:
        """It is in place already."""


class Publication:
    """One new edition of the site in *live*.

    ``fresh`` trusts nothing that earlier builds left: every file is written anew.
    """

    def __init__(self, live: Path, fresh: bool = False) -> None:
        self.live = live
        self._state = live.with_name(f".{live.name}.westbound")
        self.stage = self._state / "stage"
        self._aside = self._state / "aside"
        self.discard()
        recover(live, self._aside)
        self._tree = Tree(self._aside, {} if fresh else load(self._manifest_of(self._aside)))

    def keep(self, name: str, key: KeyOf) -> str | None:
        """Leave the file *name* as an earlier build made it, if that is what it would be again.

        ``key`` gives the key that a page would have now, which asked what it is given. Gives the
        key of the file that is left, or None.
        """
        return self._tree.keep(name, key)

    def put(self, name: str, data: bytes, key: str, asked: Asked = ()) -> None:
        """Write the file *name*; one whose bytes are live already keeps the time it has there."""
        self._tree.put(name, data, key, asked, self._time_of(name, data))

    def _time_of(self, name: str, data: bytes) -> int | None:
        """When the live file *name* was last changed, if *data* is what it holds."""
        path = f"{self.live}{os.sep}{name}"
        try:
            with Path(path).open("rb", buffering=0) as file:
                status = os.fstat(file.fileno())
                same = status.st_size == len(data) and file.read() == data
        except OSError:
            return None
        return status.st_mtime_ns if same else None

    def _put_stage(self) -> None:
        """Take over what MkDocs made, save what was planned otherwise."""
        for path in sorted(self.stage.rglob("*")):
            name = path.relative_to(self.stage).as_posix()
            if path.is_file() and name not in self._tree.manifest:
                data = path.read_bytes()
                key = blake2b(data, digest_size=16).hexdigest()
                if self._tree.keep(name, constant(key)) is None:
                    self.put(name, data, key)

    def publish(self) -> Changes:
        """Put the new edition, with what MkDocs made, in the live one's place."""
        self._put_stage()
        changes = self._tree.prune()
        sync(self._aside)
        if self.live.exists():
            exchange(self.live, self._aside)
        else:
            self._aside.rename(self.live)
        manifest = self._manifest_of(self.live)
        if manifest.exists():
            manifest.replace(self._manifest_of(self._aside))
        save(self._tree.manifest, manifest)
        self.discard()
        return changes

    def discard(self) -> None:
        """Remove MkDocs' own files, of this build or of one that was killed."""
        shutil.rmtree(self.stage, ignore_errors=True)

    def _manifest_of(self, tree: Path) -> Path:
        return self._state / ("aside.json" if tree == self._aside else "live.json")
