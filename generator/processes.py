"""Work shared out to processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

FORKS = sys.platform == "linux"
"""Whether a process starts as a copy of this one, which shares its memory for nothing.

Elsewhere Python starts anew in it, and what it needs goes through a pipe: Windows has no other
way, and macOS no safe one.
"""

BREAK_EVEN = 1000 if FORKS else 8000
"""Files or pages from which processes pay; see benchmarks/RESULTS.md."""


def processors() -> int:
    """How many processes can run at once on this machine; more than 8 are of no use here."""
    count: int | None = getattr(os, "process_cpu_count", os.cpu_count)()
    return min(count or 1, 8)


def spread(
    function: Callable[[T], R],
    tasks: Sequence[T],
    jobs: int | None = None,
    ready: Callable[..., object] | None = None,
    given: tuple[Any, ...] = (),
) -> Iterator[R]:
    """*function* of each of *tasks*, in order, by *jobs* processes; by as many as can run without.

    *ready* is called once in each with what is *given*, before its first task. With one job,
    all is done here.
    """
    jobs = jobs or processors()
    if jobs == 1:
        if ready:
            ready(*given)
        yield from map(function, tasks)
        return
    context = multiprocessing.get_context("fork" if FORKS else "spawn")
    with ProcessPoolExecutor(jobs, context, ready, given) as executor:
        yield from executor.map(function, tasks)
