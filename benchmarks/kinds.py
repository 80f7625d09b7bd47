"""The kinds of pages, told by where a page stands."""

from __future__ import annotations

import re
from pathlib import Path

_LISTS = "cohort|province|college|project|page|tag|place"
_KINDS = (
    ("home", r"index\.html"),
    ("list of people", rf"volunteers/(({_LISTS})/.*)?index\.html"),
    ("profile", r"volunteers/[^/]+/index\.html"),
    ("list of stories", rf"stories/(({_LISTS})/.*)?index\.html"),
    ("story", r"stories/[^/]+/index\.html"),
    ("month of events", r"events/\d{4}/\d\d/index\.html"),
    ("list of events", rf"events/(({_LISTS})/.*)?index\.html"),
    ("event", r"events/[^/]+/index\.html"),
    ("list of policies", r"policies/index\.html"),
    ("policy", r"policies/[^/]+/index\.html"),
    ("official document", r"sources/[^/]+/index\.html"),
    ("list of units", r"units/index\.html"),
    ("unit", r"units/[^/]+/index\.html"),
)


def largest(site: Path) -> dict[str, Path]:
    """The largest page of each kind in the folder *site*."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("*.html"), key=_size, reverse=True):
        found.setdefault(kind_of(path.relative_to(site).as_posix()), path)
    names = [name for name, _ in _KINDS]
    return dict(sorted(found.items(), key=lambda item: _rank(names, item[0])))


def kind_of(name: str) -> str:
    """The kind of the page in the file *name*; a page of no kind is written by hand."""
    return next((kind for kind, shape in _KINDS if re.fullmatch(shape, name)), "written by hand")


def _size(path: Path) -> int:
    return path.stat().st_size


def _rank(names: list[str], name: str) -> int:
    return names.index(name) if name in names else len(names)
