"""No person is invented: what readers see holds no example (invariant 10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.problems import Problem
from generator.records.record import Record


def check(records: Iterable[Record], folder: str) -> Iterator[Problem]:
    """A problem for each of *records* that is marked as an example."""
    for item in records:
        if item.sample:
            file = f"{folder}/{item.collection}/{item.id}.yml"
            yield Problem(file, "sample-in-production", ("sample",))
