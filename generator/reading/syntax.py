"""What PyYAML says when it cannot read on, in words that help an editor, at the place to mend."""

from __future__ import annotations

import re
from typing import Any

from generator.problems import Problem
from generator.reading.tree import BLOCK, Event

_INDENTED_BY_TAB = re.compile(r" *\t")
_FULL_WIDTH_COLON = re.compile(r"[\s-]*[\w-]+(：)")
_NO_SPACE_AFTER_COLON = re.compile(r"[\s-]*[\w-]+(:)[^\s:/]")

_REASONS: tuple[tuple[str, str, str], ...] = (
    # What libyaml or PyYAML says (a part of it), Chinese, English
    ("unexpected end of stream", "引号没有成对", "a quote is left open"),
    ("unexpected document separator", "引号没有成对", "a quote is left open"),
    ("escape", "双引号里的反斜杠 \\ 要写两个", "a backslash in double quotes is written twice"),
    ("expected hex", "双引号里的反斜杠 \\ 要写两个", "a backslash in double quotes is written twice"),
    ("expected ',' or ']'", "方括号 [ ] 没有成对，或少了逗号", "a bracket [ ] is left open, or a comma is missing"),
    ("expected ',' or '}'", "花括号 { } 没有成对，或少了逗号", "a brace { } is left open, or a comma is missing"),
    ("node content", "括号没有成对，或少了一个值", "a bracket is left open, or a value is missing"),
    ("could not find expected ':'", "这一行少了冒号，或值没有缩进", "this line lacks a colon, or the indentation of a value"),
    ("cannot start any token", "值不能以这个符号开头，请加引号", "no value starts with this character: quote it"),
    ("sequence entries are not allowed", "“- ”要另起一行", "a list item starts on a line of its own"),
    ("mapping keys are not allowed", "值不能以“? ”开头，请加引号", "no value starts with `? `: quote it"),
    ("while scanning a block scalar", "“|”“>”后面不能再写字，正文从下一行开始并缩进；要用它作正文的开头，请给整个值加引号", "after | or > the text starts on the next line, indented; quote a text that begins with it"),
    ("directive", "这一行不能以 % 开头", "no line starts with %"),
    ("expected '-' indicator", "这一行没有与上面的“- ”对齐", "this line does not line up with the `- ` above"),
    ("expected key", "这一行没有与上面各行对齐", "this line does not line up with those above"),
    ("block end", "这一行没有与上面各行对齐", "this line does not line up with those above"),
    ("document start", "这一行没有与上面各行对齐", "this line does not line up with those above"),
)  # fmt: skip
_OTHERWISE = ("不合 YAML 的写法", "it is not valid YAML")


def explain(error: Exception, text: str, file: str, last: Event | None) -> Problem:
    """The problem behind *error*; *last* is the last single value that could be read."""
    mark: Any = getattr(error, "problem_mark", None)
    if mark is None:
        return _yaml(file, 1, 1, *_OTHERWISE)
    says = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    lines = text.split("\n")
    row, column = min(mark.line, len(lines) - 1), mark.column
    line = lines[row]
    opened: Any = getattr(error, "context_mark", None)

    tab = _INDENTED_BY_TAB.match(line)
    if tab and tab.end() > column:
        return Problem(file, "tab", line=row + 1, column=tab.end())
    if line[column : column + 1] == "\t":
        return Problem(file, "tab", line=row + 1, column=column + 1)
    if "mapping values are not allowed" in says:
        return _colon(lines, row, column, file)
    begun = re.search(r"\b(alias|anchor|tag)\b", getattr(error, "context", None) or "")
    if begun and opened:
        code = "tag" if begun[0] == "tag" else "anchor"
        return Problem(file, code, line=opened.line + 1, column=opened.column + 1)
    quoted = _after_quotes(last, row, file)
    if quoted:
        return quoted
    zh, en = next(((zh, en) for part, zh, en in _REASONS if part in says), _OTHERWISE)
    # What is left open is noticed lines later; what is to mend stands where it opened.
    if opened and opened.line < row and ("left open" in en or "lacks a colon" in en):
        row, column = opened.line, opened.column
    return _full_width_colon(lines, row, file) or _yaml(file, row + 1, column + 1, zh, en)


def _full_width_colon(lines: list[str], row: int, file: str) -> Problem | None:
    """The Chinese colon after a key in the line *row*, which an input method types unasked."""
    match = _FULL_WIDTH_COLON.match(lines[row])
    if not match:
        return None
    return Problem(file, "full-width-colon", line=row + 1, column=match.start(1) + 1)


def _colon(lines: list[str], row: int, column: int, file: str) -> Problem:
    """A colon where none may stand: the second of its line, or the first of a wrong line."""
    if re.search(r":\s", lines[row][:column]):
        return Problem(file, "yaml-colon", line=row + 1, column=column + 1)
    wide = _full_width_colon(lines, row - 1, file) if row else None
    if wide:
        return wide
    before = _NO_SPACE_AFTER_COLON.match(lines[row - 1]) if row else None
    if before:
        return _yaml(file, row, before.start(1) + 1, "冒号后面要空一格", "a space follows a colon")
    indent = len(lines[row]) - len(lines[row].lstrip())
    return _yaml(
        file,
        row + 1,
        indent + 1,
        "这一行比上一行缩进多，上一行却已经有值",
        "this line is indented under a line that has a value already",
    )


def _after_quotes(last: Event | None, row: int, file: str) -> Problem | None:
    """Words after a closing quote; or a quote that closes lines later, where another opened."""
    if last is None or not last.style or last.style in BLOCK or last.end_mark.line != row:
        return None
    if last.start_mark.line < row:
        mark, reason = last.start_mark, ("引号没有成对", "a quote is left open")
    else:
        mark = last.end_mark
        reason = ("引号后面还有字，请把整个值放进引号", "the value goes on after its closing quote")
    return _yaml(file, mark.line + 1, mark.column + 1, *reason)


def _yaml(file: str, line: int, column: int, zh: str, en: str) -> Problem:
    particulars = {"detail_zh": zh, "detail": en}
    return Problem(file, "yaml", line=line, column=column, particulars=particulars)
