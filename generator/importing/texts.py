"""What a calendar program has as text, as a record has it: one line, or Markdown."""

from __future__ import annotations

import html
import re
from itertools import pairwise

import nh3

_HTML = re.compile(r"<(?:br|p|div|span|ul|ol|li|a|b|i|html|body)\b[^>]*>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h\d)\b[^>]*>", re.IGNORECASE)
_START = re.compile(r"<li\b[^>]*>", re.IGNORECASE)
_ANCHOR = re.compile(
    r"<a\b[^>]*?href=[\"']([^\"']+)[\"'][^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL
)
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)]) ")


def line(text: str) -> str:
    """*text* on one line."""
    return " ".join(text.split())


def markdown(text: str) -> str:
    """*text* as Markdown that reads the same: each of its lines is a paragraph.

    Google and Outlook write HTML into a description; a link keeps its address.
    """
    if _HTML.search(text):
        text = _ANCHOR.sub(_link, text)
        text = _START.sub("\n- ", _BREAK.sub("\n", text))
        text = html.unescape(nh3.clean(text, tags=set()))
    lines = [_escaped(line(one)) for one in text.split("\n") if one.strip()]
    parts = lines[:1]
    for before, one in pairwise(lines):
        both_items = _ITEM.match(before) and _ITEM.match(one)
        parts.append(f"{'' if both_items else chr(10)}{one}")
    return "\n".join(parts)


def is_address(words: str) -> bool:
    """Whether *words* are a web address, and nothing else."""
    return re.fullmatch(r"https?://[^\s/\"<>]+\.[^\s\"<>]+", words, re.IGNORECASE) is not None


def _link(match: re.Match[str]) -> str:
    address, words = html.unescape(match[1]), match[2].strip()
    return words if address in html.unescape(words) else f"{words}（{html.escape(address)}）"


def _escaped(one: str) -> str:
    """A line without what Markdown would take for more than text; a list stays one."""
    item = _ITEM.match(one)
    head, rest = (one[: item.end()], one[item.end() :]) if item else ("", one)
    rest = re.sub(r"([\\`*<\[])", r"\\\1", rest)
    return head + re.sub(r"^(#|>|=|-|\+|~|!!!|\|)", r"\\\1", rest)
