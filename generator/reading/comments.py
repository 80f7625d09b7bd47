"""Comments that eat the end of a value: ``title: 支教 #1 班`` is published as 支教.

Only fields that hold text for readers are looked at. Behind a date, an id or an option a comment
is what it looks like; behind text nobody can tell, and a lost half sentence is worse than a
warning, which a pair of quotes or a line of its own for the comment ends. Behind an empty value
only a ``#`` that touches the next character (``title: #1``) is taken for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.problems import Loc, Problem, Severity
from generator.reading.mistakes import shortened
from generator.reading.shapes import shape_at
from generator.reading.tree import Mapping, Node, Sequence, Tree
from generator.records.fields import Model

_BEHIND_SOMETHING = re.compile(r"\S[ \t]+#")
_COMMENT = re.compile(r"[ \t]+#[ \t]*(.*)")


def lost_to_comments(tree: Tree, text: str, model: type[Model], file: str) -> Iterator[Problem]:
    """A warning at each comment that may have been meant as text."""
    # Most files are done with the first test, which takes a thousandth of the second.
    if "#" not in text or not _BEHIND_SOMETHING.search(text):
        return
    lines = text.split("\n")
    for loc, scalar in _plain_scalars(tree.node, ()):
        shape = shape_at(model, loc)
        if shape is None or not shape.is_text:
            continue
        row, column = scalar.end_mark.line, scalar.end_mark.column
        # A line behind the last one is where an empty value of the last line may end.
        match = _COMMENT.match(lines[row], column) if row < len(lines) else None
        if not match or not match[1]:
            continue
        at = lines[row].index("#", column)
        if not scalar.value and lines[row][at + 1].isspace():
            continue
        yield Problem(
            file,
            "comment-in-value",
            loc,
            row + 1,
            at + 1,
            {"lost": shortened(match[1])},
            Severity.WARNING,
        )


def _plain_scalars(node: Node, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    if isinstance(node, Mapping):
        for key, (_, child) in node.entries.items():
            yield from _plain_scalars(child, (*loc, key))
    elif isinstance(node, Sequence):
        for index, child in enumerate(node.items):
            yield from _plain_scalars(child, (*loc, index))
    elif hasattr(node, "value") and not node.style:
        yield loc, node
