"""Files that are no pages: whether they can be read, where they lead, and what they load."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple
from xml.etree import ElementTree

from generator import urls
from generator.inspection.html import asked_by_css


class Read(NamedTuple):
    """What a file says: all addresses in it, those that a browser asks for by itself, and why it
    cannot be read, where it cannot."""

    needs: frozenset[str] = frozenset()
    loads: frozenset[str] = frozenset()
    wrong: str = ""
    code: str = "site-malformed"


def read(name: str, data: bytes, own: str) -> Read:
    """What the file *name* says; ``own`` is how whole addresses of the site begin."""
    reader = _READERS.get(name.rpartition(".")[2].lower())
    if reader is _picture and not name.startswith(urls.PICTURES.lstrip("/")):
        return Read()  # an editor's own, as it is
    return reader(data, own) if reader else Read()


def _json(data: bytes, own: str) -> Read:
    try:
        found = json.loads(data)
    except ValueError as error:
        return Read(wrong=str(error))
    if not own or own.encode() not in data:
        return Read()
    return Read(frozenset(text for text in _texts(found) if text.startswith(own)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        # The id of an entry of a feed looks like an address, and nobody follows it.
        inner = (
            [one for key, one in value.items() if key != "id"] if isinstance(value, dict) else value
        )
        for one in inner:
            yield from _texts(one)


def _xml(data: bytes, own: str) -> Read:
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        return Read(wrong=str(error))
    needs: set[str] = set()
    loads: set[str] = set()
    for element in root.iter():
        text = (element.text or "").strip()
        if own and text.startswith(own) and element.tag.rpartition("}")[2] != "id":
            needs.add(text)
        for key, value in element.attrib.items():
            if key.rpartition("}")[2] in ("href", "src") and (own and value.startswith(own)):
                needs.add(value)
        if element.tag.startswith(_SVG):
            loads.update(_drawn(element.tag.removeprefix(_SVG), element.attrib))
            loads.update(asked_by_css(f"{text} {element.get('style', '')}"))
    return Read(frozenset(needs | loads), frozenset(loads))


_SVG = "{http://www.w3.org/2000/svg}"


def _drawn(tag: str, has: Mapping[str, str]) -> Iterator[str]:
    """What a picture of SVG asks for; ``<a>`` only leads there."""
    if tag != "a":
        for key, value in has.items():
            if key.rpartition("}")[2] == "href":
                yield value


def _css(data: bytes, own: str) -> Read:
    loads = frozenset(asked_by_css(_COMMENT.sub("", data.decode("utf-8", "replace"))))
    return Read(loads, loads)


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def _script(data: bytes, own: str) -> Read:
    """A script's text cannot say what it will ask for; a whole address in it is suspect enough."""
    found = frozenset(_ADDRESS.findall(data.decode("utf-8", "replace")))
    return Read(loads=found)


_ADDRESS = re.compile(r"""['"`]((?:https?:|wss?:)?//[^'"`\s]+)""")


def _calendar(data: bytes, own: str) -> Read:
    """As much of RFC 5545 as programs refuse a calendar for: icalendar's own parser takes a
    hundred times as long, and a test holds that this refuses what that does."""
    text = data.replace(b"\r\n ", b"").replace(b"\r\n\t", b"")
    addresses = {match.decode() for match in _URL.findall(text)} if own else set()
    needs = frozenset(one for one in addresses if one.startswith(own))
    return Read(needs, wrong=_wrong_line(text) or _wrong_part(text) or _wrong_time(text))


_SAFE = rb'(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]*)'
_LINE = rb"[A-Za-z0-9-]++(?:;[A-Za-z0-9-]++=%b(?:,%b)*)*:[^\x00-\x08\x0a-\x1f\x7f]*+" % (
    _SAFE,
    _SAFE,
)
"""RFC 5545, section 3.1: ``contentline``, unfolded."""
_LINES = re.compile(rb"(?:%b\r\n)++" % _LINE)
_URL = re.compile(rb"^(?:URL|SOURCE)(?:;[^:\r\n]*)?:([^\r\n]*)", re.MULTILINE)
_TIME = re.compile(
    rb"^(?:DTSTART|DTEND|DTSTAMP|LAST-MODIFIED|CREATED|RECURRENCE-ID)(?:;[^:\r\n]*)?:([^\r\n]*)",
    re.MULTILINE,
)
_NEEDED = {"VCALENDAR": (b"PRODID", b"VERSION"), "VEVENT": (b"UID", b"DTSTAMP", b"DTSTART")}
"""RFC 5545, sections 3.6 and 3.6.1."""


def _wrong_line(text: bytes) -> str:
    try:
        text.decode()
    except UnicodeDecodeError:
        return "UTF-8"
    if not text:
        return "BEGIN:VCALENDAR"
    good = _LINES.match(text)
    end = good.end() if good else 0
    return "" if end == len(text) else text[end : end + 60].decode("utf-8", "replace").strip()


def _wrong_part(text: bytes) -> str:
    """Whether components stand within each other as they began, and have what they need."""
    parts: list[tuple[str, set[bytes]]] = []
    for number, line in enumerate(text.split(b"\r\n")[:-1]):
        name, _, value = line.partition(b":")
        if name.upper() == b"BEGIN":
            if number and not parts:
                return line.decode()
            parts.append((value.decode().upper(), set()))
        elif not parts:
            return line.decode()
        elif name.upper() == b"END":
            part, has = parts.pop()
            if part != value.decode().upper():
                return line.decode()
            for needed in _NEEDED.get(part, ()):
                if needed not in has:
                    return f"{part}: {needed.decode()}"
        else:
            parts[-1][1].add(name.partition(b";")[0].upper())
    return f"END:{parts[-1][0]}" if parts else ""


def _wrong_time(text: bytes) -> str:
    return next(
        (time for value in set(_TIME.findall(text)) if not _is_time(time := value.decode())), ""
    )


_DATE_OR_TIME = re.compile(r"\d{8}(T\d{6}Z?)?", re.ASCII)
"""RFC 5545, sections 3.3.4 and 3.3.5."""


def _is_time(text: str) -> bool:
    try:
        return bool(_DATE_OR_TIME.fullmatch(text) and datetime.fromisoformat(text))
    except ValueError:
        return False


def _picture(data: bytes, own: str) -> Read:
    """A WebP of ours holds an image and nothing else: no position, no name, no colour profile.

    Source: RFC 9649, section 2.7 (extended file format).
    """
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return Read(wrong="RIFF")
    at = 12
    while at + 8 <= len(data):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if kind in (b"EXIF", b"XMP "):
            return Read(wrong=kind.decode().strip(), code="site-picture-data")
        at += 8 + size + size % 2
    return Read()


_READERS: Mapping[str, Callable[[bytes, str], Read]] = {
    "json": _json,
    "xml": _xml,
    "svg": _xml,
    "css": _css,
    "js": _script,
    "ics": _calendar,
    "webp": _picture,
}
