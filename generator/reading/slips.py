"""Slips that keep YAML from being read: all of a file at once, and its text without them.

YAML's parser stops at the first thing that it cannot read, and often names a line after it. So
where a file has mistakes, each line is looked at by itself. The model says where a key must
stand; elsewhere a text for readers may hold whatever looks like a slip.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.problems import Problem
from generator.reading.shapes import Kind, Shape, shapes
from generator.reading.tree import QUOTES
from generator.records.fields import Model
from generator.records.record import Tombstone

_SPACE = r"\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000"
"""What is no space to YAML, though it looks like one, or like nothing."""
_MARGIN = re.compile(rf"[ \t{_SPACE}]*")
_DASH = re.compile(r"-(?: +|\Z)")
_KEY = re.compile(rf"([^\W\d][\w-]*)([：:])([{_SPACE}]*)")
_QUOTED = re.compile(r"""\"(?:[^"\\]|\\.)*\"|'(?:[^']|'')*'""")
_SPACES = {
    "\u3000": ("全角空格", "a full-width space"),
    "\u00a0": ("不间断空格", "a no-break space"),
}
_OTHER = ("看不见的特殊空格", "an invisible special space")
_STEP = 2
"""The spaces by which a part is indented below its key."""


@dataclass(frozen=True, slots=True)
class Edit:
    """That at a column of a line, from 0, some characters give way to others."""

    at: int
    removed: int
    added: str


@dataclass(frozen=True, slots=True)
class Slips:
    """What was found in a text, by place, and the text as it was probably meant."""

    problems: tuple[Problem, ...]
    mended: str
    edits: Mapping[int, list[Edit]]
    """Those of each line, from 0, in their order."""
    guessed_from: int | None
    """The first line, from 1, of which it had to be guessed how deep it stands."""

    def as_typed(self, problem: Problem) -> Problem:
        """A problem of the mended text, with its column in the text as it is."""
        shift = 0
        for edit in self.edits.get(problem.line - 1, ()):
            begins = edit.at + shift
            if problem.column <= begins:
                break
            if problem.column <= begins + len(edit.added):
                return replace(problem, column=edit.at + 1)
            shift += len(edit.added) - edit.removed
        return replace(problem, column=problem.column - shift)


def slips_in(text: str, model: type[Model], file: str) -> Slips:
    """Every slip in the *text* of a record of *model*."""
    lines = text.split("\n")
    scan = _Scan(lines, model, file)
    for row, line in enumerate(lines):
        scan.line(row, line)
    mended = "\n".join(_edited(line, scan.edits[row]) for row, line in enumerate(lines))
    return Slips(tuple(scan.problems), mended, scan.edits, scan.guessed_from)


def _edited(line: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        line = line[: edit.at] + edit.added + line[edit.at + edit.removed :]
    return line


@dataclass(frozen=True, slots=True)
class _Level:
    """Entries that stand in one column, and what they are entries of, as far as that is known."""

    indent: int
    shape: Shape | None

    @property
    def is_list(self) -> bool:
        return self.shape is not None and self.shape.kind is Kind.LIST

    @property
    def has_keys(self) -> bool:
        return self.shape is not None and self.shape.kind in (Kind.PART, Kind.TABLE)

    @property
    def known(self) -> Mapping[str, Shape]:
        """The keys that may stand there; of a table, whose keys anybody chooses, none."""
        part = self.shape.part if self.shape else None
        if part is None:
            return {}
        return {**shapes(Tombstone), **shapes(part)} if "id" in shapes(part) else shapes(part)

    def below(self, key: str) -> Shape | None:
        """What *key* takes."""
        if self.shape and self.shape.kind is Kind.TABLE:
            return self.shape.item
        return self.known.get(key)


class _Scan:
    """Goes through a file line by line and knows of what each line is an entry."""

    def __init__(self, lines: list[str], model: type[Model], file: str) -> None:
        self.lines = lines
        self.file = file
        self.problems: list[Problem] = []
        self.edits: dict[int, list[Edit]] = defaultdict(list)
        self.guessed_from: int | None = None
        self.levels = [_Level(0, Shape(Kind.PART, "", "", True, (), part=model))]
        self.open: _Level | None = None
        """The column of an entry whose value would begin on the next line, and its shape."""
        self.filled: int | None = None
        """The column of an entry that has its value: what is deeper goes on with that."""
        self.deep: int | None = None
        """The column in which it goes on."""
        self.quoted_until = -1
        """The line in which a quotation ends that began in an earlier one."""

    def line(self, row: int, line: str) -> None:
        indent = len(line) - len(line.lstrip(" "))
        if indent == len(line) or row <= self.quoted_until:
            return
        if self.filled is not None and indent > self.filled:
            self.deep = self.deep or indent
            return
        margin = _end(_MARGIN, line)
        if indent < margin:
            self.margin(row, line, indent, margin)
            if margin == len(line):
                return
            meant = self.meant(row, line[margin:])
            self.edits[row] = [Edit(0, margin, " " * meant)]
            if self.filled is not None and meant > self.filled:
                return
            indent = meant
        if line[margin] != "#":
            self.entry(row, line, margin, indent)

    # Margins

    def margin(self, row: int, line: str, at: int, end: int) -> None:
        """Note what is no plain space in the margin of a line."""
        if line[at] == "\t":
            self.slip("tab", row, at)
        else:
            self.wide(row, at, line[at], "行首", "The line begins with")
        self.edits[row].append(Edit(0, end, ""))

    def meant(self, row: int, content: str) -> int:
        """The column in which *content* should probably stand."""
        key, dash = _KEY.match(content), _DASH.match(content)
        inner = [_Level(self.open.indent + _STEP, self.open.shape)] if self.open else []
        levels = [*self.levels, *inner][::-1]
        for level in levels:
            if (dash and level.is_list) or (key and key[1] in level.known):
                return level.indent
        if key and key[2] == ":":
            self.guessed_from = self.guessed_from or row + 1
        if self.filled is not None:
            return self.deep or self.filled + _STEP  # a text goes on
        return levels[0].indent

    # Entries

    def entry(self, row: int, line: str, start: int, indent: int) -> None:
        """The entry that begins at *start* of *line* and stands in the column *indent*."""
        dash = _DASH.match(line, start)
        level = self.level_at(indent, dash is not None)
        self.open, self.filled, self.deep = None, None, None
        if dash:
            item = level.shape.item if level and level.is_list and level.shape else None
            if dash.end() == len(line):
                self.open = _Level(indent, item)
                return
            level = _Level(indent + dash.end() - start, item)
            self.levels.append(level)
            if not level.has_keys:
                self.value(row, line, dash.end(), item)
                self.filled = indent
                return
            start, indent = dash.end(), level.indent
        self.keyed(row, line, start, level or _Level(indent, None))

    def level_at(self, indent: int, dash: bool) -> _Level | None:
        """The level in the column *indent*; None where there is none."""
        while self.levels[-1].indent > indent:
            self.levels.pop()
        opened = self.open
        if opened and (indent > opened.indent or (dash and opened.is_list)):
            self.levels.append(_Level(indent, opened.shape))
        elif self.levels[-1].is_list and not dash:
            self.levels.pop()  # it stood in the column of its key
        return self.levels[-1] if self.levels[-1].indent == indent else None

    def keyed(self, row: int, line: str, start: int, level: _Level) -> None:
        """A line that begins with a key, where one must stand."""
        key = _KEY.match(line, start)
        if not key:
            self.filled = level.indent
            return
        if level.has_keys:
            self.colon(row, line, key)
        shape = level.below(key[1])
        at = _end(_MARGIN, line, key.end())
        if at == len(line) or line[at] == "#":
            self.open = _Level(level.indent, shape)
        else:
            self.value(row, line, at, shape)
            self.filled = level.indent

    def colon(self, row: int, line: str, key: re.Match[str]) -> None:
        """Note a colon that YAML does not take for one."""
        at, end = key.start(2), key.end()
        if key[2] == "：":
            self.slip("full-width-colon", row, at)
        elif key[3]:
            self.wide(row, at + 1, key[3][0], "冒号后面", "Behind the colon stands")
        elif line[end : end + 1] not in ("", " ", "\t", ":", "/"):
            self.slip(
                "yaml", row, at, detail_zh="冒号后面要空一格", detail="a space follows a colon"
            )
        else:
            return
        self.edits[row].append(Edit(at, end - at, ": "))

    def value(self, row: int, line: str, start: int, shape: Shape | None) -> None:
        """Note a text that begins as a list or a mapping would; follow one in quotes."""
        text = line[start:].rstrip()
        if text[0] in QUOTES and not _QUOTED.match(text):
            self.quoted_until = self.end_of_quotation(row, text[0])
        if text[0] not in "[{" or (shape and shape.kind is not Kind.WORD):
            return
        behind = _behind_bracket(text)
        if behind or (behind is None and shape and shape.is_text):
            self.slip("value-start", row, start, sign=text[0])
            self.edits[row].append(Edit(start, len(text), "'" + text.replace("'", "''") + "'"))

    def end_of_quotation(self, row: int, quote: str) -> int:
        """The line in which a quotation ends; *row* where it seems to have been left open."""
        for later in range(row + 1, len(self.lines)):
            line = self.lines[later].rstrip()
            if quote in line:
                return later if line.endswith(quote) and line.count(quote) % 2 else row
        return row

    def wide(self, row: int, at: int, character: str, where_zh: str, where: str) -> None:
        zh, en = _SPACES.get(character, _OTHER)
        self.slip("wide-space", row, at, where_zh=where_zh, where=where, space_zh=zh, space=en)

    def slip(self, code: str, row: int, at: int, **particulars: object) -> None:
        self.problems.append(Problem(self.file, code, (), row + 1, at + 1, particulars))


def _behind_bracket(text: str) -> str | None:
    """What stands behind the bracket that closes the first one; None where it stays open."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character in "[{") - (character in "]}")
        if depth == 0:
            return re.sub(r"\s+#.*|\s+", "", text[at + 1 :])
    return None


def _end(pattern: re.Pattern[str], line: str, start: int = 0) -> int:
    """Where what *pattern* finds at *start* ends."""
    match = pattern.match(line, start)
    assert match is not None
    return match.end()
