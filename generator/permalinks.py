"""Permalinks: an address that was published stays (invariant 5).

``content/permalinks.txt`` holds every address that a production build has ever published, one a
line, sorted. At each there must be a page, the way to where it moved, or a tombstone. Addresses of
feeds stand there as well: one of which nothing is left is empty, not gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator import urls
from generator.catalogue import Key
from generator.pages import Plan, aliases
from generator.pages.page import Page
from generator.problems import Problem
from generator.reading.text import decode
from generator.records import BY_NAME

FILE = "permalinks.txt"

_ADDRESS = re.compile(r"/(.*/)?([^/]+\.(ics|xml|json))?\Z")

Permalinks = Mapping[str, int]
"""address → its line in the file."""


def read(content: Path) -> tuple[Permalinks, tuple[Problem, ...]]:
    """The addresses that were published, and lines that are none."""
    path, shown = content / FILE, f"{content.name}/{FILE}"
    if not path.is_file():
        return {}, ()
    text = decode(path.read_bytes(), shown)
    if not isinstance(text, str):
        return {}, text
    found: dict[str, int] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        address = line.strip()
        if _ADDRESS.match(address):
            found[address] = number
        elif address:
            problems.append(Problem(shown, "permalink-malformed", (), number, 1, {"line": address}))
    return found, tuple(problems)


def key_of(address: str) -> Key | None:
    """The record whose page stands at *address*, or stood there."""
    parts = address.strip("/").split("/")
    return (parts[0], parts[1]) if len(parts) == 2 and parts[0] in BY_NAME else None


def check(permalinks: Permalinks, plan: Plan, folder: str) -> Iterator[Problem]:
    """A problem for each page's address that would not answer any more."""
    for address, line in permalinks.items():
        if address not in plan and address.endswith("/"):
            key = key_of(address)
            yield Problem(
                f"{folder}/{FILE}",
                "permalink-gone",
                (),
                line,
                1,
                {"address": address, "file": f"{folder}/{'/'.join(key)}.yml" if key else folder},
            )


def permanent(pages: Iterable[Page]) -> Iterator[str]:
    """The addresses of *pages* that stay for ever: records', documents', and those moved from."""
    for page in pages:
        own = {urls.record(*name.split("/", 1)) for name in page.made_from}
        document = page.address.startswith(urls.SOURCES)
        if page.address in own or document or page.template == aliases.TEMPLATE:
            yield page.address


def write(content: Path, known: Permalinks, pages: Iterable[Page], feeds: Iterable[str]) -> None:
    """Add to the file what is published now. An event's calendar goes with its page."""
    own = (urls.section("events"), ".ics")
    subscribed = (one for one in feeds if not (one.startswith(own[0]) and one.endswith(own[1])))
    addresses = sorted({*known, *permanent(pages), *subscribed})
    if addresses != sorted(known):
        text = "".join(f"{address}\n" for address in addresses)
        aside = content / f"{FILE}.new"
        aside.write_text(text, encoding="utf-8", newline="\n")
        aside.replace(content / FILE)
