"""Crews: who makes the pages beside this process, processes of this machine or a cluster.

Each worker gets the renderer, with all records, once; a task is then a list of pages, which are
an address and a few words each. The parent alone writes files.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from typing import Any

from generator.rendering import Chunks, Crew, Rendered, Renderer, here

BREAK_EVEN = 1000 if sys.platform == "linux" else 8000
"""Pages from which a second process pays; see benchmarks/RESULTS.md.

Linux forks, which shares the records for nothing; elsewhere a worker starts Python anew and reads
the records from a pipe.
"""


class NoWorkers(Exception):
    """There is no cluster to make the pages; its text says why."""


def processes(count: int | None = None) -> Crew:
    """A crew of *count* processes, this one among them; by default as many as pay.

    While the others render, this one writes.
    """

    def crew(renderer: Renderer, chunks: Chunks) -> Iterator[list[Rendered]]:
        pages = sum(map(len, chunks))
        wanted = count or (_processors() if pages >= BREAK_EVEN else 1)
        if wanted == 1:
            yield from here(renderer, chunks)
            return
        method = "fork" if sys.platform == "linux" else "spawn"
        context = multiprocessing.get_context(method)
        with ProcessPoolExecutor(wanted - 1, context, _take, (renderer,)) as executor:
            yield from executor.map(_render, chunks)

    return crew


def cluster(address: str) -> Crew:
    """The workers of the Dask scheduler at *address* (``tcp://host:8786``) as a crew.

    Needs the extra ``westbound[cluster]``. The crew raises :class:`NoWorkers` without it, or when
    no scheduler answers.
    """

    def crew(renderer: Renderer, chunks: Chunks) -> Iterator[list[Rendered]]:
        try:
            from distributed import Client, WorkerPlugin
        except ImportError as error:
            raise NoWorkers("pip install 'westbound[cluster]'") from error

        class Ready(WorkerPlugin):
            """Reaches also workers that join later, such as one that replaces a dead one."""

            def setup(self, worker: Any) -> None:
                _take(renderer)

        try:
            client = Client(address, timeout=5)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise NoWorkers(f"{address}: {error}") from error
        with client:
            client.register_plugin(Ready(), name="westbound")
            executor: Executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
            yield from executor.map(_render, chunks)

    return crew


_renderer: Renderer | None = None
"""What this worker renders with."""


def _take(renderer: Renderer) -> None:
    global _renderer
    _renderer = renderer


def _render(pages: Any) -> list[Rendered]:
    assert _renderer
    return _renderer.render_all(pages)


def _processors() -> int:
    count = getattr(os, "process_cpu_count", os.cpu_count)()
    return min(count or 1, 8)
