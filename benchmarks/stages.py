"""Where Westbound's own time goes, by stage: its functions are wrapped, from outside.

``python -m benchmarks.stages STARTED ARGUMENT ...`` runs ``westbound ARGUMENT ...`` and prints
what each stage took, wall clock and processor, as JSON. *STARTED* is when the process was started.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.tables import table

_ROOT = Path(__file__).resolve().parent.parent
STAGES = {
    "start-up": "Python, imports, the command line",
    "MkDocs itself": "its configuration, hand-written pages, Material's files",
    "read": "records, documents and hand-written pages",
    "link": "references between records",
    "clear": "consent, periods, names, figures, personal data",
    "plan": "every address",
    "chrome": "Material's template, once a kind of page",
    "compare": "what each page asked last time, and the answers now",
    "render": "views, articles and prose, into the chrome",
    "index": "the files of the search index, of what pages brought while they were rendered",
    "write": "files written",
    "inspect": "every file that was made, byte by byte and as what it is",
    "publish": "the new site into the old one's place",
    "end": "Python's own end",
}


def _wrapped() -> list[tuple[Any, str, str]]:
    """What is wrapped, and as which stage. A name that is gone must be mended here."""
    from generator import build, output, pages, plugin
    from generator.inspection import Inspection
    from generator.publishing import Publication
    from generator.search import Edition

    return [
        (plugin, "build_site", "MkDocs itself"),
        (build, "read", "read"),
        (build, "read_written", "read"),
        (build, "read_sources", "read"),
        (build, "place", "read"),
        (build, "link", "link"),
        (build, "clear", "clear"),
        (build, "check", "clear"),
        (pages, "plan", "plan"),
        (output, "take", "chrome"),
        (output, "render", "render"),
        (Edition, "__init__", "index"),
        (Edition, "add", "index"),
        (Edition, "publish", "index"),
        (Publication, "keep", "compare"),
        (Publication, "put", "write"),
        (Publication, "publish", "publish"),
        (output, "withheld", "inspect"),
        (Inspection, "inspect", "inspect"),
    ]


def stages(project: Path, command: list[str]) -> str:
    """The table of what each stage takes in a build of *project*, a Westbound command."""
    arguments = command[command.index("generator") + 1 :]
    started = time.time()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.stages", str(started), *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    total = time.time() - started
    spent: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    spent["end"] = [total - sum(wall for wall, _ in spent.values()), 0]
    rows = []
    for stage, what in STAGES.items():
        wall, cpu = spent.get(stage, (0, 0))
        rows.append([stage, f"{wall:.2f} s", f"{wall / total:.0%}", f"{cpu:.2f} s", what])
    whole = sum(cpu for _, cpu in spent.values())
    rows.append(["all", f"{total:.2f} s", "", f"{whole:.2f} s", ""])
    return table(["stage", "wall", "share", "CPU", "what"], rows)


class Clock:
    """Charges each moment, of wall clock and of this process, to the innermost stage that is running."""

    def __init__(self, started: float) -> None:
        self.spent: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self._running = ["start-up"]
        self._since = started, 0.0

    def charge(self) -> None:
        """Charge the time since the last call."""
        now = time.time(), time.process_time()
        spent = self.spent[self._running[-1]]
        for index in range(2):
            spent[index] += now[index] - self._since[index]
        self._since = now

    def wrap(self, home: Any, name: str, stage: str) -> None:
        """Let the function *name* of *home* be charged to *stage*."""
        function = getattr(home, name)
        setattr(home, name, lambda *given, **named: self._run(stage, function, given, named))

    def _run(self, stage: str, function: Callable[..., Any], given: Any, named: Any) -> Any:
        result = self._within(stage, lambda: function(*given, **named))
        return self._each(stage, result) if isinstance(result, Iterator) else result

    def _each(self, stage: str, items: Iterator[Any]) -> Iterator[Any]:
        end = object()
        while (item := self._within(stage, lambda: next(items, end))) is not end:
            yield item

    def _within(self, stage: str, call: Callable[[], Any]) -> Any:
        self.charge()
        self._running.append(stage)
        try:
            return call()
        finally:
            self.charge()
            self._running.pop()


def main() -> None:
    """Run the command and print what each stage took."""
    clock = Clock(float(sys.argv[1]))
    for home, name, stage in _wrapped():
        clock.wrap(home, name, stage)
    from generator.cli import main as westbound

    status = westbound(sys.argv[2:])
    clock.charge()
    print(json.dumps(clock.spent), flush=True)
    os._exit(status)  # as the command does


if __name__ == "__main__":
    main()
