"""What a page's HTML says of itself: its ids, where it leads, and what a browser loads for it.

The standard library's parser knows every form of HTML, and takes longer than the page itself takes
to be made. So what templates, comrak and nh3 wrote is read by the one form in which they write
attributes, ten times as fast as by any parser; where something else stands, where an address leads
out of the site without being a plain link, or where something seems wrong, the parser decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

import ahocorasick_rs


class Said(NamedTuple):
    """What a page says: its ids in their order, all that must be there for it, and, of that, what
    a browser asks for by itself."""

    ids: tuple[str, ...]
    needs: frozenset[str]
    loads: frozenset[str] = frozenset()


_LEADS = (b' href="', b' src="', b' action="')
_READ = (*_LEADS, b' srcset="', b' id="')
_ELSE = (
    *(b"href", b" id=", b"\nid=", b"\tid=", b"src=", b"srcset", b"action=", b"style=", b"poster="),
    *(b"background=", b"ping=", b" data=", b"http-equiv", b"<base", b"<style", b"<!--", b"src ="),
)
"""What else would tell something, or the same in another form."""
_NOTHING = (
    *(b'http-equiv="Content-Security-Policy"', b'<base target="_top">'),
    *(b"href=&#34;", b"href=&quot;", b"src=&#34;", b"src=&quot;"),
)
"""What tells nothing. HTML that is shown as text has its quotes escaped; were that an attribute,
its address would begin with a quote, and so lead to nothing but this site."""
_attributes = ahocorasick_rs.BytesAhoCorasick(
    [*_READ, *_ELSE, *_NOTHING], matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST
)
_SRCSET, _ID = _READ.index(b' srcset="'), _READ.index(b' id="')
_ELSE_KINDS = frozenset(range(len(_READ), len(_READ) + len(_ELSE)))


def parted(page: bytes) -> tuple[bytes, tuple[bytes, ...]]:
    """What is *page*'s own, and what stands around it: header and footer, as many pages have them.

    They are a quarter of a page and half of its attributes, and need looking through once. A page
    that is built in another way is its own as a whole.
    """
    start, end = page.find(b"<article"), page.rfind(b"</article>")
    title = page.rfind(b"</title>", 0, start)
    if not 0 <= title < start < end:
        return page, ()
    return page[:title] + page[start:end], (page[title:start], page[end:])


FRAMES = 100
"""So many parts of frames are remembered: there are two for each section, and each depth."""


class Quick:
    """Reads pages that templates made; ``own`` is how whole addresses of the site begin."""

    def __init__(self, own: str) -> None:
        self._texts = _Texts(own)
        self._said_around = lru_cache(FRAMES)(self._said)

    def said(self, page: bytes, around: tuple[bytes, ...] = ()) -> Said | None:
        """What *page* says, with what stands *around* it; None where only the parser can tell."""
        said = self._said(page)
        for part in around:
            framing = self._said_around(part)
            if said is None or framing is None:
                return None
            said = Said(said.ids + framing.ids, said.needs | framing.needs)
        return said

    def _said(self, page: bytes) -> Said | None:
        try:
            return self._read(page, _attributes.find_matches_as_indexes(page))
        except ValueError:  # a value that does not end, or is no UTF-8
            return None

    def _read(self, page: bytes, found: _Found) -> Said | None:
        kinds = {kind for kind, _, _ in found}
        if not kinds.isdisjoint(_ELSE_KINDS):
            return None
        # A page has forty attributes: what is done with each is a comprehension or a look-up.
        needs = [page[at : page.index(b'"', at)] for kind, _, at in found if kind < _SRCSET]
        ids = [page[at : page.index(b'"', at)] for kind, _, at in found if kind == _ID]
        texts = set(map(self._texts.__getitem__, needs))
        if _OUT in texts and not self._only_leads_out(page, found):
            return None
        if _SRCSET in kinds:
            drawn = {self._texts[one] for one in _drawn_from(page, found)}
            if _OUT in drawn:
                return None
            texts |= drawn
        texts.discard(_OUT)
        return Said(tuple(map(_text, ids)), frozenset(texts))

    def _only_leads_out(self, page: bytes, found: _Found) -> bool:
        """Whether all that leads out of the site is a plain link."""
        for kind, start, at in found:
            if kind < _SRCSET and self._texts[page[at : page.index(b'"', at)]] == _OUT:
                tag = page.rfind(b"<", 0, start)
                if page[tag : tag + 3] != b"<a ":
                    return False
        return True


_Found = list[tuple[int, int, int]]
"""Attributes: which one, where it begins, and where its value begins."""
_OUT = "//"
"""Stands for every address that leads out of the site."""


class _Texts(dict[bytes, str]):
    """Addresses as they are written → as text; :data:`_OUT` for those that lead out of the site."""

    def __init__(self, own: str) -> None:
        super().__init__()
        self._own = own

    def __missing__(self, written: bytes) -> str:
        text = _text(written)
        self[written] = text = _OUT if leads_out(text, self._own) else text
        return text


def _drawn_from(page: bytes, found: _Found) -> Iterator[bytes]:
    """The pictures of which a browser takes one."""
    for kind, _, at in found:
        if kind == _SRCSET:
            for one in page[at : page.index(b'"', at)].split(b","):
                yield from one.split()[:1]


def _text(value: bytes) -> str:
    text = value.decode()
    return unescape(text) if "&" in text else text


def parsed(page: bytes, own: str) -> Said:
    """The same by the standard library's parser, of any HTML."""
    parser = _Parser()
    parser.feed(page.decode("utf-8", "replace"))
    parser.close()
    return Said(
        tuple(parser.ids),
        frozenset(one for one in parser.links if not leads_out(one, own)) | parser.loads,
        frozenset(parser.loads),
    )


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def leads_out(address: str, own: str) -> bool:
    """Whether *address* is none of the site's, whose whole addresses begin with *own*."""
    return bool(_SCHEME.match(address.strip())) and not (own and address.startswith(own))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.loads: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if "id" in has:
            self.ids.append(has["id"])
        self.links.update(_links(tag, has))
        self.loads.update(filter(None, _loads(tag, has)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            self.loads.update(asked_by_css(data))


_LOADING = re.compile(r"(stylesheet|icon|manifest|preload|prefetch|preconnect|prerender)\b", re.I)
"""Kinds of ``<link>`` that a browser asks for; a canonical address is none."""
_DRAWN = frozenset({"image", "use", "feimage"})
"""Elements of SVG that show what stands elsewhere."""
_ONWARD = re.compile(r"[\d.\s]*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)


def _links(tag: str, has: Mapping[str, str]) -> Iterator[str]:
    """Where somebody gets who follows it."""
    if "href" in has and not _asks(tag, has):
        yield has["href"]
    if has.get("http-equiv", "").lower() == "refresh":
        onward = _ONWARD.match(has.get("content", ""))
        if onward:
            yield onward[1]
    for key in ("action", "formaction"):
        if has.get(key):
            yield has[key]


def _asks(tag: str, has: Mapping[str, str]) -> bool:
    """Whether a browser asks for its ``href`` by itself."""
    return (
        tag in _DRAWN
        or tag == "base"
        or (tag == "link" and bool(_LOADING.search(has.get("rel", ""))))
    )


def _loads(tag: str, has: Mapping[str, str]) -> Iterator[str]:
    """What a browser asks for by itself."""
    for key in ("src", "poster", "background", "ping"):
        yield has.get(key, "")
    for key in ("srcset", "imagesrcset"):
        for one in has.get(key, "").split(","):
            yield from one.split()[:1]
    if _asks(tag, has):
        yield has.get("href") or has.get("xlink:href", "")
    if tag == "object":
        yield has.get("data", "")
    yield from asked_by_css(has.get("style", ""))


_CSS = re.compile(r"(?:@import\s+|url\(\s*)['\"]?([^'\")\s;]+)", re.IGNORECASE)


def asked_by_css(text: str) -> list[str]:
    """What a style sheet asks for."""
    return _CSS.findall(text) if "url(" in text or "@import" in text else []
