"""What a YAML file says: plain dicts, lists and texts, each with the event that made it.

The events know where they stand; their marks are looked at only when something must be placed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.problems import Problem

Event: TypeAlias = Any
"""An event of PyYAML's; those of its C parser always have marks, whatever its stubs say."""

QUOTES = ("'", '"')
BLOCK = ("|", ">")
"""The styles of scalars that are not plain."""


@dataclass(slots=True)
class Mapping:
    """A mapping as it stands in the file; of a key written twice, the first."""

    event: Event
    entries: dict[str, tuple[Event, Node]]
    """Each key's own event, and its value."""


@dataclass(slots=True)
class Sequence:
    """A list as it stands in the file."""

    event: Event
    items: list[Node]


Node: TypeAlias = "Mapping | Sequence | Event"
"""A mapping, a list, or the event of a single value."""


@dataclass(slots=True)
class Tree:
    """What a file says, as far as it could be read.

    ``value`` is None where the file says nothing, or where reading had to stop.
    """

    value: object = None
    node: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    stopped: bool = False
    """Whether the problems kept the rest of the file from being read."""
