"""Westbound and its peers: the same content, built by each. One module a generator."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from benchmarks.peers import eleventy, hugo, mkdocs_material, pelican, unsearched, westbound


class Peer(Protocol):
    """What a module of this package has. ``folder`` holds one project, its site in ``site/``."""

    NAME: str
    AGAIN: str
    """How it builds again when there is a site to start from."""

    def install(self, tools: Path) -> str:
        """The program, installed below *tools* if need be; raises :class:`bare.Missing`."""

    def version(self, program: str) -> str:
        """The program's version."""

    def prepare(self, records: Path, folder: Path) -> None:
        """Write the project that shows *records*, a content folder of Westbound's."""

    def build(self, program: str, folder: Path, again: bool) -> list[str]:
        """The command, to be run in *folder*; *again* when the site is there already."""

    def edit(self, folder: Path) -> None:
        """Change one volunteer's summary."""


PEERS: tuple[Peer, ...] = (westbound, unsearched, hugo, eleventy, pelican, mkdocs_material)
"""Every generator that is compared, in the order of the table."""

BASE = hugo.NAME
"""The generator that the others are compared with."""
