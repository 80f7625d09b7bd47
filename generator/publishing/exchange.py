"""Exchanging two folders: in one step where the system has it, else in the safest sequence."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def exchange(one: Path, other: Path) -> None:
    """Give each of two folders of one disk the other's name.

    On Linux in one step (``renameat2``), so that there is no moment without the folder; elsewhere
    by three renames, whose middle state :func:`recover` knows.
    """
    if not _in_one_step(one, other):
        between = _between(one)
        one.rename(between)
        other.rename(one)
        between.rename(other)


def recover(one: Path, other: Path) -> None:
    """Finish or undo an exchange that was killed between its renames."""
    between = _between(one)
    if between.exists():
        if not one.exists():
            between.rename(one)
        elif not other.exists():
            between.rename(other)


def _between(one: Path) -> Path:
    return one.with_name(f"{one.name}.between")


def _in_one_step(one: Path, other: Path) -> bool:
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(one))


def sync(folder: Path) -> None:
    """Have the disk of *folder* hold what was written to it, where one call can ask for that."""
    syncfs = getattr(ctypes.CDLL(None), "syncfs", None) if sys.platform == "linux" else None
    if syncfs is not None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            syncfs(handle)
        finally:
            os.close(handle)
