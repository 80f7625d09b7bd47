"""Who makes the articles: processes of this machine, or the workers of a cluster."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager


class NoWorkers(Exception):
    """There is no cluster to make the articles; its text says why."""


@contextmanager
def processes(count: int) -> Iterator[Executor | None]:
    """*count* processes; none for 1, since the build's own process is one.

    They are spawned, not forked: Windows has no other way, and so every system does the same.
    """
    if count == 1:
        yield None
        return
    with ProcessPoolExecutor(count, multiprocessing.get_context("spawn")) as executor:
        yield executor


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The workers of the Dask scheduler at *address* (``tcp://host:8786``).

    Needs the extra ``westbound[cluster]``. Raises :class:`NoWorkers` without it, or when no
    scheduler answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise NoWorkers("pip install 'westbound[cluster]'") from error
    try:
        client = Client(address, timeout=5)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NoWorkers(f"{address}: {error}") from error
    with client:
        yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]
