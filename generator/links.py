"""Links in record prose: where they lead, and what is wrong with those that lead nowhere.

A relative link names a record's file, as seen from the record that holds it, or a page:
``../policies/x.yml#allowance``, ``../pages/about.md``, ``/volunteers/x/``.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from generator.markdown import to_html
from generator.records import BY_NAME

_ANCHOR = re.compile(
    r'<a(?: data-sourcepos="(\d+):(\d+)-[^"]*")? href="([^"]*)"(?: title="[^"]*")?>(</a>)?'
)
IMAGE = re.compile(
    r'(<p(?: data-sourcepos="[^"]*")?>)?<img(?: data-sourcepos="(\d+):(\d+)-[^"]*")? src="([^"]*)"'
    r' alt="([^"]*)"(?: title="[^"]*")? />(</p>)?'
)
"""A picture in the HTML of prose; the first and the last group are there where it stands alone."""
_FAILED = re.compile(
    r"[\]】](?:（[^（）\n]*[）)]|\((?:[^()\n]*）|[^()\n\"]*[^()\n\"\s][ 　]+[^()\n\"\s][^()\n\"]*\)))|】\([^()\n]*\)"
)
_FOREIGN = (
    (
        re.compile(r"^(!!!|\?\?\?)\+? .*", re.MULTILINE),
        "请用引用：每行以“> ”开头。",
        "Use a quotation: lines that begin with `> `.",
    ),
    (re.compile(r"\{:? ?[.#][^}\n]*\}"), "请直接删去。", "Delete it."),
    (
        re.compile(r"^=== \".*", re.MULTILINE),
        "请改用小标题：“## 标题”。",
        "Use a heading: `## Title`.",
    ),
)
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Found:
    """A link in prose: its target as typed, whether it has a text, where it stands."""

    target: str
    empty: bool
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class ToRecord:
    """A link that names a record's file, and perhaps a part of it."""

    collection: str
    id: str
    part: str


@dataclass(frozen=True, slots=True)
class ToPage:
    """A link to an address of this site, or to a hand-written page, by its address."""

    address: str


@dataclass(frozen=True, slots=True)
class Outward:
    """A link to another site, a mail address, a telephone, or an anchor of the same page."""

    href: str


def find(text: str, placed: bool = False) -> Iterator[Found]:
    """The links in Markdown *text*; their offsets only when *placed*, since that costs more."""
    if not _may_link(text):
        return
    starts = _line_starts(text) if placed else []
    for match in _ANCHOR.finditer(to_html(text, positions=placed)):
        line, column, href, closed = match.groups()
        if href.startswith(("#fn-", "#fnref-")):
            continue
        offset = starts[int(line) - 1] + int(column) - 1 if placed and line else None
        yield Found(html.unescape(href), closed is not None, offset)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in prose: its target as typed, the words in its brackets, where it stands.

    It is ``alone`` where it is a paragraph of its own.
    """

    target: str
    words: str
    alone: bool
    offset: int | None = None


def pictures(text: str, placed: bool = False) -> Iterator[Image]:
    """The pictures in Markdown *text*; their offsets only when *placed*."""
    if "![" in text:
        starts = _line_starts(text) if placed else []
        for match in IMAGE.finditer(to_html(text, positions=placed)):
            before, line, column, source, words, after = match.groups()
            offset = starts[int(line) - 1] + int(column) - 1 if placed and line else None
            alone = before is not None and after is not None
            yield Image(html.unescape(source), html.unescape(words), alone, offset)


def way(folder: str, file: str) -> str:
    """How a text of ``content/``*folder* names *file* of ``content/``: ``../policies/x.yml``."""
    return posixpath.relpath(file, folder)


def resolve(target: str, folder: str) -> ToRecord | ToPage | Outward | None:
    """Where *target* leads from a text of ``content/``*folder*; None when it can lead nowhere."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return Outward(target) if parts.scheme.lower() in _SAFE_SCHEMES else None
    if not parts.path:
        return Outward(target) if parts.fragment else None
    path = unquote(parts.path)
    if path.startswith("/"):
        collection, _, name = path.strip("/").partition("/")
        if path.endswith("/") and collection in BY_NAME and name and "/" not in name:
            return ToRecord(collection, name, unquote(parts.fragment))
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        return ToPage(path + fragment) if path.endswith("/") else None
    whole = posixpath.normpath(posixpath.join(folder, path))
    collection, _, name = whole.partition("/")
    if collection == "pages" and name.endswith(".md"):
        return ToPage(page_address(name))
    if collection in BY_NAME and "/" not in name and name.endswith(".yml"):
        return ToRecord(collection, name.removesuffix(".yml"), unquote(parts.fragment))
    return None


def failed(text: str) -> Iterator[tuple[int, str]]:
    """What looks like a link but is none: where it stands, and its words."""
    if "]" not in text and "】" not in text:
        return
    for match in _FAILED.finditer(text):
        words = match[0]
        if ".yml" in words or ".md" in words or "http" in words:
            yield match.start(), words


def foreign(text: str) -> Iterator[tuple[int, str, str, str]]:
    """What another Markdown dialect has and record prose has not, and what to write instead."""
    if not ("{" in text or "!!!" in text or "???" in text or "===" in text):
        return
    for pattern, zh, en in _FOREIGN:
        for match in pattern.finditer(text):
            yield match.start(), match[0], zh, en


def page_address(name: str) -> str:
    """The address of a hand-written page, by its path below ``content/pages/``."""
    folder, _, stem = name.removesuffix(".md").rpartition("/")
    if stem in ("index", "README"):  # MkDocs takes the one for the other
        stem = folder
    elif folder:
        stem = f"{folder}/{stem}"
    return f"/{stem}/" if stem else "/"


def _may_link(text: str) -> bool:
    return "](" in text or "]:" in text or "<" in text


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]
