"""The files made of pictures, kept between builds: an edition of the site is made in an older tree,
which has not yet what came meanwhile.

A file's name says all that it was made from; its digest stands before its bytes, and what is
damaged is made anew. What no page shows any more is dropped: a withdrawn person does not live on
here.
"""

from __future__ import annotations

import logging
from collections.abc import Container
from hashlib import blake2b
from pathlib import Path

log = logging.getLogger("westbound")

_DIGEST = 16


class Kept:
    """The files in *folder*; without one, nothing is found and nothing kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, name: str) -> bytes | None:
        """The bytes of the file *name*, if they are whole."""
        try:
            kept = (self._folder / name).read_bytes() if self._folder else b""
        except OSError:
            return None
        data = kept[_DIGEST:]
        return data if data and kept[:_DIGEST] == _digest(data) else None

    def put(self, name: str, data: bytes) -> None:
        """Keep the bytes of the file *name*; where nothing can be written, nothing."""
        if not self._folder:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            aside = self._folder / f"{name}.new"
            aside.write_bytes(_digest(data) + data)
            aside.replace(self._folder / name)
        except OSError as error:
            log.warning("缓存写不了（%s），不影响结果。 (It cannot be kept.)", error.strerror)

    def drop(self, but: Container[str]) -> None:
        """Remove all files save those named."""
        if not self._folder or not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if path.name not in but:
                path.unlink(missing_ok=True)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()
