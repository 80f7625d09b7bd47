"""Where addresses in the site's files lead within it."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from generator import urls
from generator.inspection.html import leads_out

Target = str
"""A file of the site, and the part of it that is meant: ``policies/doc/index.html#allowance``."""


class Way:
    """How addresses in files of the site lead to its files; ``own`` is how whole ones begin."""

    def __init__(self, own: str) -> None:
        self._own = own
        self._top = urlsplit(own).path or "/"
        self._known: dict[tuple[str, str], Target | None] = {}
        self._alike: dict[str, dict[str, Target | None]] = {}
        """``../../`` → addresses that lead to the same from every folder so deep, and where."""

    def targets(self, addresses: frozenset[str], name: str) -> frozenset[Target]:
        """The targets of *addresses*, which stand in the file *name*; of those within the site."""
        folder, up = name.rpartition("/")[0], "../" * name.count("/")
        # Most lead by the top of the site, as the header of every page does: they are looked up.
        alike = self._alike.setdefault(up, {})
        found = set(map(alike.get, addresses))
        for address in addresses.difference(alike):
            start, rest = self._start(address, folder, up)
            key = start, rest
            if key not in self._known:
                self._known[key] = self._target(rest, start)
            target = self._known[key]
            if target and target.startswith("#"):
                target = f"{name}{target}"
            elif not start:
                alike[address] = target
            found.add(target)
        return frozenset(filter(None, found))

    def _start(self, address: str, folder: str, up: str) -> tuple[str, str]:
        """The folder to which *address* goes up first, and how it goes on from there.

        ``up`` goes up from *folder* to the top.
        """
        # What is left of ../#part is a part of that folder's page, not of this one: hence the dot.
        if up and address.startswith(up):
            return "", f"./{address[len(up) :]}"
        if address.startswith("#"):
            return "", address
        if self._own and address.startswith(self._own):
            return "", f"./{address[len(self._own) :]}"
        rest = f"{address}/" if address.endswith("/..") or address == ".." else address
        while folder and rest.startswith("../"):
            folder, rest = folder.rpartition("/")[0], rest[3:]
        return folder, rest if rest == address else f"./{rest}"

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
