"""Path → bytes or text: what stands in a file of the content folder, or why it is not read."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path

from generator.problems import Problem
from generator.reading.text import LIMIT, decode


def text_of(path: Path, shown: str) -> str | tuple[Problem, ...]:
    """The text of the file at *path*, which editors know as *shown*."""
    data = bytes_of(path, shown)
    return (data,) if isinstance(data, Problem) else decode(data, shown)


def bytes_of(path: Path, shown: str) -> bytes | Problem:
    """What stands in the file at *path*."""
    try:
        with FileIO(path) as opened:  # Path.open takes longer than to read a record
            size = os.fstat(opened.fileno()).st_size
            if size > LIMIT:
                return file_problem("file-too-large", shown, size=f"{size / LIMIT:.1f} MB")
            return opened.read(size)
    except OSError as error:
        return file_problem("file-unreadable", shown, reason=reason(error))


def symlink_problem(path: Path, root: Path, shown: str) -> Problem | None:
    """Why the file or folder at *path* is not followed: a link that leaves the content folder
    *root*, or leads nowhere."""
    if not path.is_symlink():
        return None
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        return file_problem("file-unreadable", shown, reason=reason(error))
    return None if target.is_relative_to(root.resolve()) else file_problem("file-outside", shown)


def file_problem(code: str, shown: str, **particulars: object) -> Problem:
    """What is wrong with a file as a whole."""
    return Problem(shown, code, line=1, column=1, particulars=particulars)


def reason(error: Exception) -> str:
    """Why the system refused, in its own words."""
    return getattr(error, "strerror", None) or str(error)
