"""Changes to a record's file: what is not changed stays to the letter, comments included.

The places come from the parser that reads records; ``withdrawal.py`` edits in the same way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.problems import Loc
from generator.reading import tree
from generator.reading.parsing import parse

Value = str | Mapping[str, "Value"] | Sequence["Value"]
"""What a field says: texts, and what is made of them."""


def record(fields: Mapping[str, Value], head: Sequence[str] = ()) -> str:
    """The text of a new record, with comments at its *head*."""
    comments = [f"# {line}" for line in head]
    return "\n".join([*comments, *_block(fields)]) + "\n"


class Edits:
    """Changes to the *text* of a record, made all at once by :meth:`made`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root = parse(text, "").node
        self._changes: list[tuple[int, int, str]] = []

    def made(self) -> str:
        """The text with every change."""
        text = self._text
        # Of those at one place the first comes first.
        for _, (start, end, new) in sorted(
            enumerate(self._changes), key=lambda one: (one[1][0], one[0]), reverse=True
        ):
            text = text[:start] + new + text[end:]
        return text

    def put(self, loc: Loc, value: Value) -> None:
        """Let the field at *loc* say *value*; one that is not there yet is added."""
        *way, key = loc
        mapping = self._at(tuple(way))
        assert isinstance(mapping, tree.Mapping)
        entry = mapping.entries.get(str(key))
        if entry is None:
            self._add(mapping, str(key), value, at_end=not way)
        elif isinstance(value, Mapping) and getattr(entry[1], "entries", None):
            for inner, one in value.items():
                self.put((*loc, inner), one)
        else:
            self._replace(entry, str(key), value, in_flow=_is_flow(mapping))

    def remove(self, loc: Loc) -> None:
        """Let the field at *loc*, which is not the first of its part, stand there no more."""
        *way, key = loc
        mapping = self._at(tuple(way))
        name, node = mapping.entries[str(key)]
        start, end = name.start_mark.index, self._end(node)
        if _is_flow(mapping):
            self._change(self._text.rindex(",", 0, start), end, "")
            return
        start -= name.start_mark.column
        stop = self._text.find("\n", end - 1) + 1
        self._change(start, stop or len(self._text), "")

    def append(self, loc: Loc, value: Mapping[str, Value]) -> None:
        """Let the list at *loc*, which has items, have one more at its end."""
        items = self._at(loc)
        assert isinstance(items, tree.Sequence)
        last = items.items[-1]
        assert isinstance(last, tree.Mapping)
        end = self._end(last)
        if _is_flow(items):
            self._change(end, end, f", {_flow(value)}")
            return
        first_key = next(iter(last.entries.values()))[0].start_mark.index
        at = self._text.rindex("-", 0, first_key)
        indent = " " * (at - self._text.rfind("\n", 0, at) - 1)
        first, *rest = _block(value)
        lines = [f"{indent}- {first}", *_indented(rest, f"{indent}  ")]
        self._insert_lines(end, lines)

    def _at(self, loc: Loc) -> Any:
        node: Any = self._root
        for part in loc:
            node = node.items[part] if isinstance(part, int) else node.entries[part][1]
        return node

    def _replace(self, entry: tuple[Any, Any], key: str, value: Value, *, in_flow: bool) -> None:
        name, node = entry
        is_word = not isinstance(node, tree.Mapping | tree.Sequence)
        if (
            is_word
            and node.style not in tree.BLOCK
            and isinstance(value, str)
            and "\n" not in value
        ):
            start, end = node.start_mark.index, node.end_mark.index
            space = " " if self._text[start - 1] == ":" else ""  # where it stands open
            self._change(start, end, space + _scalar(value))
            return
        if in_flow:
            start = getattr(node, "event", node).start_mark.index
            self._change(start, self._end(node), _in_flow(value))
            return
        start, end = name.start_mark.index, self._end(node)
        text = self._text[start:end]
        end -= len(text) - len(text.rstrip("\n"))  # empty lines stay below
        indent = " " * name.start_mark.column
        self._change(start, end, "\n".join(_indented(_block({key: value}), indent)).lstrip(" "))

    def _add(self, mapping: tree.Mapping, key: str, value: Value, *, at_end: bool) -> None:
        name, first = next(iter(mapping.entries.values()))
        if _is_flow(mapping):
            end = self._end(first)
            self._change(end, end, f", {key}: {_in_flow(value)}")
            return
        indent = " " * name.start_mark.column
        lines = _indented(_block({key: value}), indent)
        self._insert_lines(len(self._text) if at_end else self._end(first), lines)

    def _insert_lines(self, after: int, lines: Sequence[str]) -> None:
        """Put *lines* below the one in which the character before *after* stands."""
        at = after
        if self._text[at - 1 : at] != "\n":
            found = self._text.find("\n", at)
            at = found + 1 if found >= 0 else len(self._text)
        else:
            while self._text[at - 2 : at - 1] == "\n":  # empty lines stay below
                at -= 1
        before = "" if self._text[at - 1 : at] == "\n" else "\n"
        self._change(at, at, before + "".join(f"{line}\n" for line in lines))

    def _end(self, node: Any) -> int:
        """Behind the last character of a value."""
        if isinstance(node, tree.Mapping):
            ends = (self._end(value) for _, value in node.entries.values())
            last = max(ends, default=node.event.end_mark.index)
            return self._text.index("}", last) + 1 if _is_flow(node) else last
        if isinstance(node, tree.Sequence):
            last = max(map(self._end, node.items), default=node.event.end_mark.index)
            return self._text.index("]", last) + 1 if _is_flow(node) else last
        return int(node.end_mark.index)

    def _change(self, start: int, end: int, new: str) -> None:
        self._changes.append((start, end, new))


def _is_flow(node: tree.Mapping | tree.Sequence) -> bool:
    return bool(node.event.flow_style)


def _block(fields: Mapping[str, Value]) -> list[str]:
    """Fields as the lines of a block."""
    lines: list[str] = []
    for key, value in fields.items():
        if isinstance(value, str) and "\n" not in value:
            lines.append(f"{key}: {_scalar(value)}")
        elif isinstance(value, str):
            lines += [f"{key}: |", *_indented(value.split("\n"))]
        elif isinstance(value, Mapping):
            lines += [f"{key}:", *_indented(_block(value))]
        else:
            lines.append(f"{key}:")
            for item in value:
                assert isinstance(item, Mapping)
                first, *rest = _block(item)
                lines += [f"  - {first}", *_indented(rest, "    ")]
    return lines


def _indented(lines: Sequence[str], by: str = "  ") -> list[str]:
    return [line and f"{by}{line}" for line in lines]


def _flow(fields: Mapping[str, Value]) -> str:
    return "{" + ", ".join(f"{key}: {_in_flow(value)}" for key, value in fields.items()) + "}"


def _in_flow(value: Value) -> str:
    if isinstance(value, Mapping):
        return _flow(value)
    if not isinstance(value, str):
        return "[" + ", ".join(map(_in_flow, value)) + "]"
    return (
        json.dumps(value, ensure_ascii=False) if re.search(r"[,\[\]{}]", value) else _scalar(value)
    )


def _scalar(text: str) -> str:
    """*text* as it stands behind a key: in quotes where it would be read as another."""
    plain = parse(f"x: {text}\n", "")
    if plain.value == {"x": text} and not plain.problems and "#" not in text:
        return text
    return json.dumps(text, ensure_ascii=False)
