"""Publishing: the site is made aside and takes the old one's place when it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path


def aside_of(live: Path) -> Path:
    """Where a site is made before it takes the place of *live*: beside it, on the same disk."""
    return live.with_name(f"{live.name}.aside")


def write(files: Iterable[tuple[str, str]], folder: Path) -> int:
    """Write *files*, by their paths below *folder*; how many there were."""
    made: set[Path] = set()
    count = 0
    for name, text in files:
        path = folder / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(text.encode())
        count += 1
    return count


def recover(live: Path) -> None:
    """Undo what a build that was killed half way through a swap left behind."""
    old = _old_of(live)
    if old.exists() and not live.exists():
        old.rename(live)
    discard(live)


def discard(live: Path) -> None:
    """Remove what builds leave beside *live*."""
    for leftover in (aside_of(live), _old_of(live)):
        if leftover.exists():
            shutil.rmtree(leftover)


def swap(live: Path) -> None:
    """Put the site that was made aside in the place of *live*."""
    old = _old_of(live)
    if live.exists():
        live.rename(old)
    aside_of(live).rename(live)
    discard(live)


def _old_of(live: Path) -> Path:
    return live.with_name(f"{live.name}.old")
