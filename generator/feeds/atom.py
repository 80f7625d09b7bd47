"""News as Atom. Source: RFC 4287."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator import urls
from generator.feeds.entries import Entry, News, moment

_SPACE = "http://www.w3.org/2005/Atom"
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""``updated`` of what does not say when it was told: Atom asks for one, and it must not be the day
of the build, or everything would be new each day."""


def write(news: News) -> bytes:
    """The feed's file."""
    feed = Element("feed", {"xmlns": _SPACE, "xml:lang": "zh-CN"})
    _text(feed, "id", news.atom)
    _text(feed, "title", news.title)
    days = [entry.day for entry in news.entries if entry.day]
    _text(feed, "updated", moment(max(days, default=None), news.timezone) or _LONG_AGO.isoformat())
    SubElement(feed, "link", {"rel": "self", "type": urls.NEWS[urls.ATOM], "href": news.atom})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": news.page})
    _text(SubElement(feed, "author"), "name", news.owner)
    for entry in news.entries:
        _add(feed, entry, news.timezone)
    indent(feed, "")
    document: str = tostring(feed, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{document}\n'.encode()


def _add(feed: Element, entry: Entry, timezone: str) -> None:
    one = SubElement(feed, "entry")
    _text(one, "id", entry.id)
    _text(one, "title", entry.title)
    _text(one, "updated", moment(entry.day, timezone) or _LONG_AGO.isoformat())
    SubElement(one, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
    SubElement(one, "category", {"term": entry.kind})
    _text(one, "summary", entry.text)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
