"""What was read before, by the digest of each file's bytes: most files are as they were.

Only what a file says is kept, as plain texts, and only where nothing was wrong with it; the
record's model types it anew each time. So whatever somebody writes into the cache is checked as
a record is, and cannot run. What no file holds any more is dropped at each save: a withdrawn
person does not live on here.
"""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

log = logging.getLogger("westbound")

Value = Mapping[str, object]
"""What a record's file says: texts, and lists and mappings of texts."""

Shard = dict[str, tuple[str, Value]]
"""name of a file → the digest of its bytes, and what it says."""

_SHARDS = 16
"""Files a collection: after an edit, one of them is written anew."""


class Cache:
    """The values in *folder*; without one, nothing is found and nothing kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._shards: dict[str, Shard] = {}
        self._before: Shard = {}
        self._now: Shard = {}
        if folder and folder.is_dir():
            self._shards = {path.stem: _load(path) for path in sorted(folder.glob("*.json"))}
            for shard in self._shards.values():
                self._before |= shard

    def __len__(self) -> int:
        return len(self._before)

    def find(self, name: str, digest: str) -> Value | None:
        """What the file *name* (``content/volunteers/x.yml``) says, if it has that digest."""
        found = self._before.get(name)
        return found[1] if found and found[0] == digest else None

    def keep(self, name: str, digest: str, value: Value) -> None:
        """Keep what the file *name* says."""
        self._now[name] = digest, value

    def save(self) -> None:
        """Write what was kept since, and forget all else; where nothing can be written, nothing."""
        try:
            self._write()
        except OSError as error:
            log.warning("缓存写不了（%s），不影响结果。 (It cannot be kept.)", error.strerror)

    def _write(self) -> None:
        if not self.folder:
            return
        now: dict[str, Shard] = defaultdict(dict)
        for name, kept in self._now.items():
            now[_shard(name)][name] = kept
        for shard in self._shards.keys() - now.keys():
            (self.folder / f"{shard}.json").unlink(missing_ok=True)
        for shard, values in now.items():
            if not _same(values, self._shards.get(shard, {})):
                _save(values, self.folder / f"{shard}.json")


def _same(one: Shard, other: Shard) -> bool:
    return {name: kept[0] for name, kept in one.items()} == {
        name: kept[0] for name, kept in other.items()
    }


def _shard(name: str) -> str:
    collection = name.split("/")[-2]
    return f"{collection}-{blake2b(name.encode(), digest_size=1).digest()[0] % _SHARDS:02}"


def _load(path: Path) -> Shard:
    """What a file of the cache holds; nothing where it is another version's, or damaged."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        made_by, _, digest = head.decode("ascii").partition(" ")
        if digest and made_by != _program():
            return {}
        if digest != _digest(body):
            raise ValueError
        return {name: (key, value) for name, (key, value) in json.loads(body).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        log.warning("缓存 %s 坏了，不用它，重新读。 (Damaged; read anew.)", path.name)
        return {}


def _save(values: Shard, path: Path) -> None:
    body = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    aside.write_bytes(b"%b %b\n%b" % (_program().encode(), _digest(body).encode(), body))
    aside.replace(path)


def _digest(body: bytes) -> str:
    return blake2b(body, digest_size=16).hexdigest()


@cache
def _program() -> str:
    """What tells this program's reading from another edition's."""
    digest = blake2b(version("pyyaml").encode(), digest_size=8)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
