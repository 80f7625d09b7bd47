"""Text → tree, from the events of PyYAML's C parser.

Never by its composer, whose C version crashes the process on 50 KB of ``[``. Scalars stay the
text that the editor typed, so that ``no``, ``19:30`` and ``007`` mean what they say. What stands
empty (``key:``) is absent.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from generator.problems import Loc, Problem
from generator.reading.syntax import explain
from generator.reading.text import code_point, unwelcome
from generator.reading.tree import BLOCK, QUOTES, Event, Mapping, Node, Sequence, Tree

DEPTH = 32
"""Mappings and lists within each other; records have six at most."""

_Parser: Any
try:
    from yaml import cyaml

    _Parser = cyaml.CLoader
except ImportError:
    # PyYAML without libyaml makes the same events in Python (not recursively), ten times slower.
    _Parser = yaml.SafeLoader


def parse(text: str, file: str) -> Tree:
    """The tree of a file's *text*."""
    return _Builder(text, file).build()


_NULLS = frozenset({"~", "null", "Null", "NULL"})
"""What YAML takes for a value left open, and a reader would see as a word."""


class _Stop(Exception):
    """Reading on would make no sense; the problem is already noted."""


class _Absent:
    """What stands where there is nothing: it is dropped from its mapping or list."""


_ABSENT = _Absent()


class _Builder:
    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.tree = Tree()
        self.last: Event = None
        # Most files hold none of these: then no scalar has an anchor, a tag or an escape.
        self.plain = not ("&" in text or "!" in text or "\\" in text)

    def build(self) -> Tree:
        tree = self.tree
        try:
            # A parser reads ahead as it is made, so that it may already refuse.
            self.next = _Parser(self.text).get_event
            self.document()
        except _Stop:
            tree.stopped = True
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # The latter two come from numbers in escapes, tags and directives.
            tree.problems.append(explain(error, self.text, self.file, self.last))
            tree.stopped = True
        if tree.stopped:
            tree.value = None
        return tree

    def document(self) -> None:
        self.next()  # the stream's start
        if type(self.next()) is StreamEndEvent:
            return
        value, self.tree.node = self.value(self.next(), (), None, 1)
        self.tree.value = None if value is _ABSENT else value
        self.next()  # the document's end
        event = self.next()
        if type(event) is DocumentStartEvent:
            self.problem("several-documents", event, ())
            raise _Stop

    def value(
        self, event: Event, loc: Loc, part: str | int | None, depth: int
    ) -> tuple[object, Node]:
        """The value that starts with *event*, at *part* of what stands at *loc*."""
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event, loc, part), event
        if part is not None:
            loc = (*loc, part)
        if kind is AliasEvent:
            self.problem("anchor", event, loc)
            return _ABSENT, event
        if depth > DEPTH:
            self.problem("too-deep", event, loc, limit=DEPTH)
            raise _Stop
        self.decoration(event, loc)
        if kind is MappingStartEvent:
            return self.mapping(event, loc, depth)
        return self.sequence(event, loc, depth)

    def scalar(self, event: Event, loc: Loc, part: str | int | None) -> object:
        self.last = event
        text: str = event.value
        if not self.plain:
            self.look_closely(event, loc if part is None else (*loc, part))
        if " - " in text and not event.style and event.end_mark.line > event.start_mark.line:
            self.swallowed_list(event, loc if part is None else (*loc, part))
        if text in _NULLS and not event.style:
            self.problem("null", event, loc if part is None else (*loc, part), word=text)
            return _ABSENT
        # `key:` and `key: |` with nothing below are a field left open; '' is a text of no words.
        empty = not text or (event.style in BLOCK and text.isspace())
        return _ABSENT if empty and event.style not in QUOTES else text

    def mapping(self, start: Event, loc: Loc, depth: int) -> tuple[object, Node]:
        values: dict[str, object] = {}
        entries: dict[str, tuple[Event, Node]] = {}
        while type(event := self.next()) is not MappingEndEvent:
            if type(event) is not ScalarEvent or not event.value:
                self.bad_key(event, loc, depth)
                continue
            key: str = event.value
            if not self.plain:
                self.look_closely(event, (*loc, key))
            value, node = self.value(self.next(), loc, key, depth + 1)
            if key in entries:
                first = entries[key][0].start_mark.line + 1
                self.problem("duplicate-key", event, (*loc, key), key=key, first=first)
                continue
            entries[key] = (event, node)
            if value is not _ABSENT:
                values[key] = value
        return values, Mapping(start, entries)

    def sequence(self, start: Event, loc: Loc, depth: int) -> tuple[object, Node]:
        values: list[object] = []
        items: list[Node] = []
        while type(event := self.next()) is not SequenceEndEvent:
            value, node = self.value(event, loc, len(values), depth + 1)
            if value is not _ABSENT:
                values.append(value)
                items.append(node)
        return values, Sequence(start, items)

    def bad_key(self, event: Event, loc: Loc, depth: int) -> None:
        """Note what cannot be a key, and pass over it and its value: one cause, one problem."""
        self.problem("anchor" if type(event) is AliasEvent else "not-a-key", event, loc)
        noted = len(self.tree.problems)
        try:
            self.value(event, loc, None, depth + 1)
            self.value(self.next(), loc, None, depth + 1)
        finally:
            del self.tree.problems[noted:]

    def look_closely(self, event: Event, loc: Loc) -> None:
        """Note an anchor or a tag, and what an escape spells that no text may hold."""
        self.decoration(event, loc)
        character = unwelcome(event.value) if event.style == '"' else None
        if character:
            self.problem("control-character", event, loc, character=code_point(character))

    def decoration(self, event: Event, loc: Loc) -> None:
        if event.anchor is not None:
            self.problem("anchor", event, loc)
        elif event.tag is not None:
            self.problem("tag", event, loc)

    def swallowed_list(self, event: Event, loc: Loc) -> None:
        """Note a list that is indented below a value: to YAML it is more words of that value."""
        written = self.text[event.start_mark.index : event.end_mark.index]
        if re.search(r"\n *- ", written):
            words, _, _ = written.partition("\n")
            self.problem("list-in-value", event, loc, value=words.rstrip())

    def problem(self, code: str, event: Event, loc: Loc, **particulars: object) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.tree.problems.append(
            Problem(self.file, code, loc, line, column, particulars, on_key=code == "duplicate-key")
        )
