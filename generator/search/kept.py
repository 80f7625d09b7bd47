"""What an edition of the index keeps for the next: what each page brings, and what that made.

With a page's postings stands the key of what it was made from; with each file of the index, the
digest of its bytes. All else is dropped when it is saved: a withdrawn person does not live on
here. A file that is damaged, or that another edition of this program made, counts as none.
"""

from __future__ import annotations

import json
import logging
import zlib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import unidata_version

Buffer = bytes | memoryview

log = logging.getLogger("westbound")

_SHARDS = 16
"""Files of pages: after an edit, one of them is written anew."""
_DIGESTS = "digests"


class Page(NamedTuple):
    """The key of what a page was made from, and what it brings to the index."""

    key: str
    postings: Buffer


Pages = dict[str, Page]
"""By address."""


class Kept:
    """What lies in *folder*; without one, nothing does and nothing is saved."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._shards: dict[str, Pages] = {}
        self._checks: dict[str, int] = {}
        self.pages: Pages = {}
        self.digests: Mapping[str, str] = {}
        """The files that all ``pages`` made, and no others."""
        if folder and folder.is_dir():
            for path in sorted(folder.glob("pages-??")):
                table, rest, self._checks[path.name] = _read(path) or ([], b"", 0)
                self._shards[path.name] = _cut(table, rest)
                self.pages.update(self._shards[path.name])
            (checks, digests), *_ = _read(folder / _DIGESTS) or (({}, {}),)
            # A file of pages may be lost, or be of a build that another one overtook.
            self.digests = digests if checks == self._checks else {}

    def save(self, pages: Pages, digests: Mapping[str, str]) -> None:
        """Keep *pages* and *digests*, and nothing else; where nothing can be written, nothing."""
        try:
            self._keep(pages, digests)
        except OSError as error:
            log.warning("缓存写不了（%s），不影响结果。 (It cannot be kept.)", error.strerror)

    def _keep(self, pages: Pages, digests: Mapping[str, str]) -> None:
        if not self._folder:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        for path in self._folder.glob("*.new"):  # a killed build's
            path.unlink()
        shards: dict[str, Pages] = defaultdict(dict)
        for address, page in pages.items():
            shards[f"pages-{zlib.crc32(address.encode()) % _SHARDS:02}"][address] = page
        for name in self._shards.keys() - shards.keys():
            (self._folder / name).unlink(missing_ok=True)
        checks = {name: self._save(name, shard) for name, shard in sorted(shards.items())}
        if (checks, digests) != (self._checks, self.digests):
            _write(self._folder / _DIGESTS, [checks, digests])

    def _save(self, name: str, pages: Pages) -> int:
        before = self._shards.get(name, {})
        if {address: page.key for address, page in before.items()} == {
            address: page.key for address, page in pages.items()
        }:
            return self._checks[name]
        assert self._folder
        table = [[address, page.key, len(page.postings)] for address, page in pages.items()]
        return _write(self._folder / name, table, *(page.postings for page in pages.values()))


def _cut(table: list[tuple[str, str, int]], postings: Buffer) -> Pages:
    pages: Pages = {}
    start = 0
    for address, key, size in table:
        pages[address] = Page(key, postings[start : start + size])
        start += size
    return pages


def _read(path: Path) -> tuple[Any, Buffer, int] | None:
    """The value and the bytes in *path*, and their check; None where they are of no use."""
    try:
        with path.open("rb") as file:
            head, body = file.readline(), file.read()
        made_by, _, check = head.decode("ascii").partition(" ")
        if check and made_by != _program():
            return None
        if zlib.crc32(body) != int(check):
            raise ValueError
        end = body.index(b"\n")
        return json.loads(body[:end]), memoryview(body)[end + 1 :], int(check)
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        log.warning("缓存 %s 坏了，不用它，重新做。 (Damaged; made anew.)", path.name)
        return None


def _write(path: Path, value: Any, *more: Buffer) -> int:
    """Write *value* and *more* to *path*, whole or not at all; their check."""
    body = b"".join((json.dumps(value, ensure_ascii=False).encode(), b"\n", *more))
    check = zlib.crc32(body)
    aside = path.with_suffix(".new")
    aside.write_bytes(f"{_program()} {check}\n".encode() + body)
    aside.replace(path)
    return check


@cache
def _program() -> str:
    """What tells this program's postings from another edition's."""
    digest = blake2b(unidata_version.encode(), digest_size=8)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
