"""One build at a time for each site: the second waits, and says for whom."""

from __future__ import annotations

import getpass
import json
import logging
import os
import socket
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

log = logging.getLogger("westbound")

PATIENCE = 60.0
"""Seconds that a build waits for another one."""


class Busy(Exception):
    """Another build holds the site. ``holder`` says which, as far as that is known."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """The right to publish to one site; the system takes it back when its holder dies."""

    def __init__(self, state: Path) -> None:
        # Nobody but who builds needs to read it: it may lie below a web server's folder.
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = FileLock(state / "lock")
        self._holder = state / "holder.json"

    def take(self) -> None:
        """Wait for the lock. Raises :class:`Busy` when that takes longer than ``PATIENCE``."""
        if self.is_taken:
            log.warning(
                "另一个生成占着这个网站（%s），最多等 %.0f 秒。 (Another build holds the site.)",
                self.holder(),
                PATIENCE,
            )
        try:
            self._lock.acquire(timeout=PATIENCE)
        except Timeout:
            raise Busy(self.holder()) from None
        self._holder.write_text(json.dumps(_this_process()), "utf-8")

    @property
    def is_taken(self) -> bool:
        """Whether another build holds it at this moment."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return True
        self._lock.release()
        return False

    def holder(self) -> str:
        """Who holds it: machine, process, user, since when."""
        try:
            found = json.loads(self._holder.read_text("utf-8"))
            return f"{found['user']}@{found['host']}, PID {found['pid']}, {found['since']}"
        except (OSError, ValueError, TypeError, KeyError):
            return "?"

    def release(self) -> None:
        """Let the next one build."""
        self._lock.release()


def _this_process() -> dict[str, object]:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        user = "?"
    return {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "user": user,
        "since": datetime.now().astimezone().isoformat(timespec="seconds"),
    }
