"""Official documents that policies cite, taken apart into their clauses.

Chinese official documents number their clauses 一、 then （一） then 1. (GB/T 9704); the
text files keep a paragraph a line, with blank lines between, and may break a paragraph in the
middle where the paper had a page break: such halves are joined.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from generator.problems import Problem
from generator.reading.files import symlink_problem, text_of
from generator.reading.folders import folder_name
from generator.reading.names import printable

FOLDER = "sources"

_DIGITS = "一二三四五六七八九"
_LEVELS = (
    re.compile(rf"([{_DIGITS}十]+)、\s*(.*)"),
    re.compile(rf"[(（]([{_DIGITS}十]+)[)）]\s*(.*)"),
    re.compile(r"(\d+)[.．]\s*(.*)"),
)
_ENDS = "。：；！？”"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a document.

    ``at`` is its number as policies cite it (``四(一)1``), ``anchor`` the same for addresses
    (``4-1-1``), ``level`` 1, 2 or 3. ``heading`` is empty where the clause has none.
    """

    at: str
    anchor: str
    level: int
    number: str
    heading: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """All words of the clause, without its number."""
        return "".join((self.heading, *self.paragraphs))


@dataclass(frozen=True, slots=True)
class Source:
    """An official document."""

    file: str
    issuers: tuple[str, ...]
    number: str
    title: str
    preamble: tuple[str, ...]
    clauses: tuple[Clause, ...]
    signature: tuple[str, ...]
    text: str = field(default="", repr=False)
    """The file as it is, for places in it."""

    def clause(self, at: str) -> Clause | None:
        """The clause numbered *at*, whatever the width of its brackets and spaces within."""
        wanted = normal(at)
        return next((clause for clause in self.clauses if normal(clause.at) == wanted), None)

    def holding(self, quote: str) -> tuple[Clause, ...]:
        """The clauses in which *quote* stands, white space and width aside."""
        wanted = normal(quote)
        return tuple(clause for clause in self.clauses if wanted in normal(clause.text))


def normal(text: str) -> str:
    """*text* without white space and in one width, for comparing quotations."""
    return "".join(folded(text).split()).rstrip(".")


def folded(text: str) -> str:
    """*text* in one width, character by character: as long as it was, each in its place."""
    folded = unicodedata.normalize("NFKC", text)
    if len(folded) == len(text):
        return folded
    each = (unicodedata.normalize("NFKC", character) for character in text)
    return "".join(
        after if len(after) == 1 else before for before, after in zip(text, each, strict=True)
    )


def read_sources(folder: Path) -> tuple[dict[str, Source], dict[str, tuple[Problem, ...]]]:
    """Every document in *folder*, by its file's name; and what is wrong with those unread."""
    documents: dict[str, Source] = {}
    unread: dict[str, tuple[Problem, ...]] = {}
    for path in _files(folder):
        shown = f"{folder_name(folder.parent)}/{folder.name}/{printable(path.name)}"
        astray = symlink_problem(path, folder.parent, shown)
        text = (astray,) if astray else text_of(path, shown)
        if isinstance(text, str):
            documents[path.name] = parse(path.name, text)
        else:
            unread[path.name] = text
    return documents, unread


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return [
        path
        for path in sorted(folder.iterdir())
        if path.suffix == ".txt"
        and not path.name.startswith(".")
        and (path.is_file() or path.is_symlink())
    ]


def parse(file: str, text: str) -> Source:
    """The document in *text*."""
    paragraphs = _joined([line.strip() for line in text.splitlines() if line.strip()])
    first = next((i for i, line in enumerate(paragraphs) if _numbered(line)), len(paragraphs))
    front, rest = paragraphs[:first], paragraphs[first:]
    last = len(rest)
    while last and rest[last - 1][-1] not in _ENDS and not _numbered(rest[last - 1]):
        last -= 1
    head = [line for line in front if line[-1] not in _ENDS]
    number = next((line for line in head if re.search(r"[〔\[]\d{4}[〕\]]", line)), "")
    after = head.index(number) + 1 if number else 0
    return Source(
        file=file,
        issuers=tuple(head[: after - 1] if number else ()),
        number=number,
        title="".join(head[after:]),
        preamble=tuple(line for line in front if line[-1] in _ENDS),
        clauses=_clauses(rest[:last]),
        signature=tuple(rest[last:]),
        text=text,
    )


def _numbered(line: str) -> bool:
    return _number_of(line) is not None


def _number_of(line: str) -> tuple[int, re.Match[str]] | None:
    """The level, from 0, and the parts of the number with which *line* begins."""
    for level, pattern in enumerate(_LEVELS):
        match = pattern.match(line)
        if match:
            return level, match
    return None


def _is_heading(line: str) -> bool:
    return _numbered(line) and not any(mark in line for mark in "。，；")


def _joined(lines: list[str]) -> list[str]:
    """Paragraphs, with those that a page break cut in two made whole again."""
    paragraphs: list[str] = []
    body = False
    for line in lines:
        body = body or _numbered(line)
        cut = (
            body
            and paragraphs
            and not _numbered(line)
            and paragraphs[-1][-1] not in _ENDS
            and not _is_heading(paragraphs[-1])
            and len(paragraphs[-1]) > 30
        )
        if cut:
            paragraphs[-1] += line
        else:
            paragraphs.append(line)
    return paragraphs


def _clauses(paragraphs: list[str]) -> tuple[Clause, ...]:
    clauses: list[Clause] = []
    numbers = ["", "", ""]
    for line in paragraphs:
        found = _number_of(line)
        if found is None:
            clauses[-1] = _with_paragraph(clauses[-1], line)
            continue
        level, match = found
        numbers[level:] = [match[1], *[""] * (2 - level)]
        rest = match[2]
        heading, body = _split_heading(rest)
        clauses.append(
            Clause(
                at=_at(numbers),
                anchor=_anchor(numbers),
                level=level + 1,
                number=line[: len(line) - len(rest)].strip(),
                heading=heading,
                paragraphs=(body,) if body else (),
            )
        )
    return tuple(clauses)


def _split_heading(text: str) -> tuple[str, str]:
    """A heading alone, or the first short sentence where others follow, or no heading."""
    if not any(mark in text for mark in "。；"):
        return text, ""
    first, _, rest = text.partition("。")
    if rest and len(first) <= 12:
        return first + "。", rest
    return "", text


def _with_paragraph(clause: Clause, line: str) -> Clause:
    return Clause(
        clause.at,
        clause.anchor,
        clause.level,
        clause.number,
        clause.heading,
        (*clause.paragraphs, line),
    )


def _at(numbers: list[str]) -> str:
    first, second, third = numbers
    return first + (f"({second})" if second else "") + third


def _anchor(numbers: list[str]) -> str:
    return "-".join(str(_value(number)) for number in numbers if number)


def _value(number: str) -> int:
    """A number up to 99, in Chinese or in digits."""
    if number.isdigit() and number.isascii():
        return int(number)
    tens, ten, ones = number.rpartition("十")
    value = _DIGITS.index(ones) + 1 if ones else 0
    return value + (10 * (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0)
