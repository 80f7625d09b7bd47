"""A text as its reader sees it: digits of one width, and nothing invisible between them."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_MATHEMATICAL = range(0x1D7CE, 0x1D800)
_VALUES = {
    one: str(value)
    for one in map(chr, (*range(0x80, 0x10000), *_MATHEMATICAL))
    if (value := unicodedata.digit(one, None)) is not None
}
_DECIMALS = {one: value for one, value in _VALUES.items() if one.isdecimal()}
"""Digits of other widths, faces and scripts (３, 𝟑, ٣), and which they are."""
_ORNAMENTS = {one: value for one, value in _VALUES.items() if not one.isdecimal()}
"""Digits that mostly number a list or a note (③, ³), and which they are."""
# As a range: each character beyond the first plane that is named makes the search slower.
_FOREIGN = (
    "".join(one for one in _VALUES if ord(one) not in _MATHEMATICAL) + "\U0001d7ce-\U0001d7ff"
)
_DIGIT = f"0-9{_FOREIGN}"
_INVISIBLE = "\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\u20e3\ufe00-\ufe0f\ufeff"
_DASHES = "\\-\u2010-\u2015\u2212\uff0d"
_SPACES = " \t\u00a0\u2000-\u200a\u202f\u3000"
_MARKS = "·•・*_`~\\\\"
_DOTS = ".\uff0e"

DOTLESS = f"[{_SPACES}{_DASHES}{_MARKS}]"
"""A character that may stand between two digits of one number: spaces, hyphens, emphasis."""
GAP = f"[{_SPACES}{_DASHES}{_MARKS}{_DOTS}]"
"""The same, or a dot."""
EMPHASIS = r"(?:\*{1,3}|~~|`)"
"""Marks that Markdown takes away between two digits."""

# Asked of each text of the site: it begins with a set of characters, and nothing is tried twice.
_LONG = (
    f"(?<![{_DIGIT}].)(?:(?:[{_INVISIBLE}]*+[{_DIGIT}]){{5}}"
    f"|(?:[{_INVISIBLE}{_SPACES}{_DASHES}{_MARKS}{_DOTS}\\n]*+[{_DIGIT}]){{10}})"
)
_NUMBER = re.compile(f"[{_DIGIT}]{_LONG}")
_CLUE = re.compile(
    f"[{_DIGIT}出生住家现户居单月日](?:{_LONG}|[{_INVISIBLE}]*"
    f"(?:[日于生址住居]|(?<=[住家])在|口所|籍[地所]|庭[详住地]|元 ?[{_DIGIT}]))"
)
_DISGUISED = re.compile(f"[{_INVISIBLE}{_FOREIGN}ＸｘⅩⅹ＋&<]")
_UNSEEN = re.compile(
    rf"[{_INVISIBLE}]+|</?[A-Za-z]{{1,10}} ?/?>"
    "|&(?:#[0-9]{1,7}|#[Xx][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});"
)
_FOLDED = str.maketrans(_DECIMALS | dict(zip("ＸｘⅩⅹ＋", "XxXx+", strict=True)))
# One alone is no part of the number beside it: ①13800000000, 13800000000².
_ORNAMENTAL = re.compile(
    f"[{''.join(_ORNAMENTS)}](?:[{_SPACES}{_DASHES}{_MARKS}{_DOTS}]{{0,3}}[{''.join(_ORNAMENTS)}]){{4,}}"
)
_UNADORNED = str.maketrans(_ORNAMENTS)
_ADDRESS = re.compile(r"https?://[!#-&*-;=?-Z_a-z~]+")
_LONGEST_ADDRESS = 2000


def may_hold(text: str) -> bool:
    """Whether *text* is worth a closer look: a long number, or a word such as 出生 and 家住.

    Every text of the site is asked, so this is one search, and few texts pass it.
    """
    if "&" in text or "<" in text:
        text = plain(text).text
    return _CLUE.search(text) is not None


def has_number(text: str) -> bool:
    """Whether *text* has a number that is long enough to be somebody's."""
    return _NUMBER.search(text) is not None


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without its disguises. ``offsets`` leads each of its characters to the original."""

    text: str
    offsets: Sequence[int]

    def address_at(self, index: int) -> str | None:
        """The part before *index* of the web address in which it stands, if it stands in one."""
        begins = self.text.rfind("http", max(0, index - _LONGEST_ADDRESS), index)
        match = _ADDRESS.match(self.text, begins) if begins >= 0 else None
        return self.text[begins:index] if match and index < match.end() else None


def plain(text: str) -> Plain:
    """*text* as its reader sees it: tags, what is invisible, and character references resolved.

    A tag with attributes stays, since a link's target is read as well.
    """
    if not _DISGUISED.search(text):
        return Plain(text, range(len(text)))
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _UNSEEN.finditer(text):
        said = html.unescape(match[0]) if match[0].startswith("&") else ""
        parts += text[at : match.start()], _UNSEEN.sub("", said)
        offsets += range(at, match.start())
        offsets += [match.start()] * len(parts[-1])
        at = match.end()
    parts.append(text[at:])
    offsets += range(at, len(text))
    folded = "".join(parts).translate(_FOLDED)
    return Plain(_ORNAMENTAL.sub(lambda run: run[0].translate(_UNADORNED), folded), offsets)


@dataclass(frozen=True, slots=True)
class Span:
    """What was found in a plain text, and where.

    ``number`` is what is compared, ``shown`` as much of it as a message may repeat.
    """

    start: int
    end: int
    number: str
    shown: str
