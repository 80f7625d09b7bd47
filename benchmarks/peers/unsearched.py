"""Westbound without its search index, which no peer makes: what is left is comparable."""

from __future__ import annotations

from pathlib import Path

from benchmarks import unsearched
from benchmarks.peers import westbound
from benchmarks.peers.westbound import edit, install, prepare, version

__all__ = ["AGAIN", "NAME", "build", "edit", "install", "prepare", "version"]

NAME = "Westbound-unsearched"
AGAIN = "the same command"


def build(program: str, folder: Path, again: bool) -> list[str]:
    """The command."""
    _, *arguments = westbound.build(program, folder, again)
    return [program, str(Path(unsearched.__file__).resolve()), *arguments[2:]]
