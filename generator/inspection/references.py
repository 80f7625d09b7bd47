"""Where the site's pages lead within it, and whether anything is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from generator import urls
from generator.inspection.html import leads_out
from generator.inspection.kept import Facts

Target = str
"""A file of the site, and the part of it that is meant: ``policies/doc/index.html#allowance``."""


class Way:
    """How addresses in files of the site lead to its files; ``own`` is how whole ones begin."""

    def __init__(self, own: str) -> None:
        self._own = own
        self._top = urlsplit(own).path or "/"
        self._known: dict[tuple[str, str], Target | None] = {}

    def targets(self, addresses: Iterable[str], name: str) -> frozenset[Target]:
        """The targets of *addresses*, which stand in the file *name*; of those within the site."""
        folder = name.rpartition("/")[0]
        up = "../" * name.count("/")
        found = set()
        for address in addresses:
            # What leads by the top of the site leads to the same from each folder so deep.
            if address.startswith(up) and up:
                key = ("", address[len(up) :])
            elif address.startswith(self._own) and self._own:
                key = ("", address[len(self._own) :] or "./")
            elif f"{address}/" == up:
                key = ("", "./")
            else:
                key = (folder, address)
            if key not in self._known:
                self._known[key] = self._target(key[1], key[0])
            target = self._known[key]
            if target is not None:
                found.add(f"{name}{target}" if target.startswith("#") else target)
        return frozenset(found)

    def _target(self, address: str, folder: str) -> Target | None:
        address = address.strip()
        if leads_out(address, ""):
            return None
        path, _, part = address.partition("#")
        path = unquote(path.partition("?")[0])
        part = f"#{unquote(part)}" if part else ""
        if not path:
            return part or None
        if path.startswith("/"):
            path = f"/{path.removeprefix(self._top)}"
        whole = posixpath.normpath(posixpath.join(f"/{folder}/", path)).replace("//", "/")
        if path.endswith("/") or path.rpartition("/")[2] in (".", ".."):
            whole = f"{whole.rstrip('/')}/"
        return urls.file(whole) + part


def dead(facts: dict[str, Facts]) -> Iterator[tuple[str, Target, bool]]:
    """What leads nowhere: the file, the target, and whether only the part of a page is missing.

    ``facts`` has every file.
    """
    for name, (targets, _) in facts.items():
        for target in targets.difference(facts):  # a dict: each target is looked up
            file, _, part = target.partition("#")
            if file not in facts:
                yield name, target, False
            elif file.endswith(".html") and part not in (*facts[file].ids, "", "top"):
                yield name, target, True
