"""Westbound itself, with the theme and the settings of this project."""

from __future__ import annotations

import compileall
import re
import shutil
import sys
from pathlib import Path

from benchmarks.peers import bare
from generator import __version__

NAME = "Westbound"
AGAIN = "the same command"
AS_OF = "2026-11-24"
_ROOT = Path(__file__).resolve().parent.parent.parent


def install(tools: Path) -> str:
    """It is here; compiled, as pip leaves what it installs."""
    compileall.compile_dir(_ROOT / "generator", quiet=1)
    return sys.executable


def version(program: str) -> str:
    """The version."""
    return __version__


def prepare(records: Path, folder: Path) -> None:
    """A project of its own, so that whatever is kept between builds is kept there."""
    shutil.copytree(records, folder / "content")
    shutil.copytree(_ROOT / "theme", folder / "theme")
    settings = (_ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    # Its footer leads to pages that only the example content has.
    settings = re.sub(r"^  footer:\n(?:    .*\n)*", "", settings, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")


def build(program: str, folder: Path, again: bool) -> list[str]:
    """The command."""
    return [program, "-m", "generator", "build", "--site-dir", bare.SITE, "--as-of", AS_OF]


def edit(folder: Path) -> None:
    """Change one volunteer's summary."""
    bare.edit(folder / "content" / "volunteers" / "v00000.yml")
