"""Bytes → text: what an editor's program may have saved, or what is wrong with it."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from generator.problems import Problem

LIMIT = 1024 * 1024
"""The bytes that a record may have. Records are text; what is larger is something else."""

_UNWELCOME = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1, without tab, line feed, carriage return
    "\u2028\u2029"  # line and paragraph separators: YAML 1.1 would break the line
    "\u202a-\u202e\u2066-\u2069"  # bidi controls: text that reads otherwise than it is stored
    "\ufeff\ufffe\uffff"
    "\ud800-\udfff"
    "]"
)
_SHOWN = 20
"""As many stray characters of one file are reported; a damaged file may have thousands."""


def decode(data: bytes, file: str) -> str | tuple[Problem, ...]:
    """The text of a file, its lines ended by ``\\n``; or the problems that make it unreadable.

    A byte order mark and Windows line ends are accepted.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return (_not_utf8(data, error.start, file),)
    if "\r" in text:
        text = text.replace("\r\n", "\n")
        if "\r" in text:
            line, column = position(text, text.index("\r"))
            return (Problem(file, "line-end", line=line, column=column),)
    if not unwelcome(text):
        return text
    if _is_utf16(data):
        return (_not_utf8(data, 0, file),)
    return tuple(
        Problem(
            file,
            "control-character",
            line=line,
            column=column,
            particulars={"character": code_point(match[0])},
        )
        for match in islice(_UNWELCOME.finditer(text), _SHOWN)
        for line, column in [position(text, match.start())]
    )


def unwelcome(text: str) -> str | None:
    """The first character of *text* that no record may hold, if there is one."""
    match = _UNWELCOME.search(text)
    return match[0] if match else None


def code_point(character: str) -> str:
    """An invisible character as it is named: ``U+202E``."""
    return f"U+{ord(character):04X}"


def position(text: str, index: int) -> tuple[int, int]:
    """The line and column, from 1, of the character at *index*."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _not_utf8(data: bytes, at: int, file: str) -> Problem:
    guess = _guess(data)
    line, column = 1, 1
    if guess == "GBK":
        before = data[:at].decode()
        line, column = position(before + " ", len(before))
    if guess is None:
        return Problem(file, "not-text", line=line, column=column)
    return Problem(file, "not-utf8", line=line, column=column, particulars={"guess": guess})


def _guess(data: bytes) -> str | None:
    """The encoding that *data* seems to be in: those that Windows programs offer."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _is_utf16(data):
        return "UTF-16"
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else "GBK"


def _is_utf16(data: bytes) -> bool:
    """Whether *data* is UTF-16 without its mark: every other byte of ASCII text is NUL."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    return abs(even - odd) > max(2, len(data) // 8)
