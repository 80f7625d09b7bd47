"""Crews: who makes the pages beside this process, processes of this machine or a cluster.

Each worker gets the renderer, with all records, once; a task is then a list of pages, which are
an address and a few words each. The parent alone writes files.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from typing import Any

from generator.processes import BREAK_EVEN, spread
from generator.rendering import Chunks, Crew, Rendered, Renderer, here


class NoWorkers(Exception):
    """There is no cluster to make the pages; its text says why."""


def processes(count: int | None = None) -> Crew:
    """A crew of *count* processes; by default as many as pay. While they render, this one writes."""

    def crew(renderer: Renderer, chunks: Chunks) -> Iterator[list[Rendered]]:
        if count == 1 or (count is None and sum(map(len, chunks)) < BREAK_EVEN):
            return here(renderer, chunks)
        return spread(_render, chunks, count, _take, (renderer,))

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
