"""What a command costs: wall clock, processor time and memory of the whole process tree."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_EVERY = 0.05
"""Seconds between two looks at the memory of the tree."""


class Failed(Exception):
    """A command failed; its last words."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock, seconds of processor (all children), bytes of memory (all at once)."""

    wall: float
    cpu: float
    peak: int


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        int(median(cost.peak for cost in costs)),
    )


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run *command* in *folder*; raises :class:`Failed`.

    What others left to write is written first, so that no command pays for the one before it.
    """
    os.sync()
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        memory = _Memory(process.pid)
        memory.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        memory.ended.set()
        memory.join()
        if process.returncode:
            said.seek(0)
            raise Failed(said.read().decode(errors="replace")[-2000:])
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(memory.peak, _in_bytes(usage.ru_maxrss)))


class _Memory(threading.Thread):
    """The most that a process and its descendants held at once, as far as the system tells."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.ended = threading.Event()
        self._pid = pid

    def run(self) -> None:
        while not self.ended.wait(_EVERY):
            self.peak = max(self.peak, _resident(self._pid))


def _resident(pid: int) -> int:
    """Bytes held by *pid* and its descendants. Pages that they share count more than once."""
    process = Path("/proc") / str(pid)
    try:
        held = int((process / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        tasks = list((process / "task").iterdir())
    except OSError:
        return 0
    return held + sum(_resident(child) for task in tasks for child in _children(task))


def _children(task: Path) -> list[int]:
    try:
        return [int(pid) for pid in (task / "children").read_text().split()]
    except OSError:
        return []


def _in_bytes(maxrss: int) -> int:
    """``ru_maxrss`` is in KiB, on macOS in bytes."""
    return maxrss if os.uname().sysname == "Darwin" else maxrss * 1024
