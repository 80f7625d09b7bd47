"""The links at the foot of every page, which mkdocs.yml names (``extra.footer``)."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from urllib.parse import unquote, urlsplit

from generator.problems import Loc, Problem, Severity
from generator.reading.files import text_of
from generator.reading.parsing import parse
from generator.reading.places import START, place_of

_KEY: Loc = ("extra", "footer")


_OWN = frozenset({".ics", ".json", ".txt", ".xml"})
"""What the site makes itself beside its pages."""


@dataclass(frozen=True, slots=True)
class Footer:
    """The entries in *file*, each with its title and its address, as far as it has them."""

    file: Path = Path()
    entries: tuple[tuple[str | None, str | None], ...] = ()

    @property
    def urls(self) -> tuple[str, ...]:
        """Where its entries lead, percent-encoding undone."""
        return tuple(unquote(url) for _, url in self.entries if url)


def footer_of(file: Path, entries: object) -> Footer:
    """The footer of which *file* has *entries*, whatever they are."""

    def text(entry: object, key: str) -> str | None:
        value = entry.get(key) if isinstance(entry, dict) else None
        return value if isinstance(value, str) else None

    listed = entries if isinstance(entries, list) else []
    return Footer(file, tuple((text(entry, "title"), text(entry, "url")) for entry in listed))


def astray(footer: Footer, shown: Set[str], hidden: Set[str]) -> tuple[Problem, ...]:
    """Entries that lead to no page.

    ``shown`` are the addresses of what will be published, ``hidden`` those of pages that are only
    not public today.
    """
    problems = list(_astray(footer, shown, hidden))
    return tuple(_placed(problems, footer.file)) if problems else ()


def _astray(footer: Footer, shown: Set[str], hidden: Set[str]) -> Iterator[Problem]:
    file = footer.file.name
    for at, (title, url) in enumerate(footer.entries):
        if not title or url is None:
            yield Problem(file, "footer-entry", (*_KEY, at))
            continue
        address = _address(url)
        if address is None or address in shown or PurePath(address).suffix in _OWN:
            continue
        loc, told = (*_KEY, at, "url"), {"title": title, "url": url}
        near = difflib.get_close_matches(address, shown, n=1, cutoff=0.7)
        if address in hidden:
            yield Problem(
                file, "footer-link-hidden", loc, particulars=told, severity=Severity.WARNING
            )
        elif near:
            told["near"] = near[0].lstrip("/")
            yield Problem(file, "footer-link-near", loc, particulars=told)
        else:
            yield Problem(file, "footer-link", loc, particulars=told)


def _address(url: str) -> str | None:
    """The address of this site to which *url* leads from its top; None where it leads elsewhere."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = unquote(parts.path).removesuffix("index.html")
    whole = posixpath.normpath(f"/{path}").replace("//", "/")
    return whole if not path.endswith(("/", ".")) and path else f"{whole.rstrip('/')}/"


def _placed(problems: list[Problem], path: Path) -> Iterator[Problem]:
    text = text_of(path, path.name)
    tree = parse(text, path.name) if isinstance(text, str) else None
    for problem in problems:
        line, column = START
        if tree and isinstance(text, str):
            line, column = place_of(tree, text, problem.loc)
        yield replace(problem, line=line, column=column)
