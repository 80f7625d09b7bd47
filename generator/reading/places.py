"""Where in a file the value, or the key, at a place of its tree stands."""

from __future__ import annotations

import re
from typing import Any

from generator.problems import Loc
from generator.reading.text import position
from generator.reading.tree import BLOCK, QUOTES, Mapping, Node, Sequence, Tree

START = (1, 1)


def place_of(
    tree: Tree, text: str, loc: Loc, *, on_key: bool = False, offset: int | None = None
) -> tuple[int, int]:
    """The line and column of the value at *loc*, or of its key.

    Where nothing stands at *loc*, those of what it would stand in. *offset* points into the value,
    in characters, and is exact unless the value is written with escapes.
    """
    node: Any = tree.node
    if node is None:
        return START
    found: Node = node
    key: Any = None
    for part in loc:
        step = _step(found, part)
        if step is None:
            break
        key, found = step
    else:
        if offset is not None and _is_text(found):
            return _within(text, found, offset) or _start(found)
        # A key with nothing behind it: the place where the value would stand is no place.
        if key is not None and (on_key or _is_empty(found)):
            return _start(key)
    return _start(found)


def node_at(node: Node | None, loc: Loc) -> Node | None:
    """What stands at *loc* below *node*, if anything does."""
    for part in loc:
        step = None if node is None else _step(node, part)
        node = step[1] if step else None
    return node


def _step(node: Node, part: str | int) -> tuple[Any, Node] | None:
    """The key and the node below *node*, as it names or counts them."""
    if isinstance(node, Mapping):
        return node.entries.get(str(part))
    if isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
        return None, node.items[part]
    return None


def _start(node: Any) -> tuple[int, int]:
    event = getattr(node, "event", node)
    return event.start_mark.line + 1, event.start_mark.column + 1


def _is_text(node: Any) -> bool:
    return isinstance(getattr(node, "value", None), str)


def _is_empty(node: Any) -> bool:
    return _is_text(node) and not node.value.strip() and node.style not in QUOTES


def _within(text: str, scalar: Any, offset: int) -> tuple[int, int] | None:
    """The place of the character at *offset* in a scalar's value; None where it cannot be told.

    Line breaks and indentation differ between the file and the value, all else is the same: so
    the character that is the nth of those that are no white space is so in both.
    """
    written = text[scalar.start_mark.index : scalar.end_mark.index]
    start = written.find("\n") + 1 if scalar.style in BLOCK else 0
    value = scalar.value
    if scalar.style in QUOTES:
        start = 1
        if "\\" in written or "''" in written:
            return None
    before = value[:offset]
    ink = [match.start() for match in re.finditer(r"\S", written[start:])]
    nth = len(re.findall(r"\S", before))
    if offset < len(value) and not value[offset].isspace():
        at = ink[nth]
    elif nth:  # white space is counted from the last character before it
        at = ink[nth - 1] + 1 + len(before) - len(before.rstrip(" "))
    else:
        return None
    return position(text + " ", scalar.start_mark.index + start + at)
