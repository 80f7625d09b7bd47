"""Printing: streams that take any character, problems in three formats, progress."""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from generator.cli.language import Say
from generator.problems import Problem, Severity

PATIENCE = 2.0
"""Seconds of work after which a terminal is shown how far it is."""


def prepare_streams() -> None:
    """Let output pass where the console has another encoding, such as GBK on Windows.

    A character that it lacks is printed as an escape rather than ending the command.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def show(problems: Sequence[Problem], say: Say, format: str = "text") -> None:
    """Print *problems* to standard output as ``text``, ``json`` or ``github``."""
    FORMATS[format](problems, say)


def unwritten(path: Path, error: OSError, say: Say) -> str:
    """That the system did not let *path* be written, and what to do."""
    return say(
        f"写不了 {path}（{error.strerror}）。请检查权限，文件是不是被别的程序打开着。",
        f"Cannot write {path} ({error.strerror}). Check permissions, and whether another "
        "program has the file open.",
    )


def _text(problems: Sequence[Problem], say: Say) -> None:
    console = Console(soft_wrap=True, highlight=False, emoji=False, markup=False)
    for problem in problems:
        style = "red" if problem.severity is Severity.ERROR else "yellow"
        line = Text(problem.head, style=style) + Text(f" {problem.message(say.language)}", style="")
        console.print(line if console.is_terminal else line.plain, end="\n")


def _json(problems: Sequence[Problem], say: Say) -> None:
    rows = [
        {
            "file": problem.shown_file,
            "line": problem.line,
            "column": problem.column,
            "severity": problem.severity,
            "key": problem.key,
            "code": problem.code,
            "message": problem.message(say.language),
        }
        for problem in problems
    ]
    print(json.dumps(rows, ensure_ascii=False, indent=2))


def _github(problems: Sequence[Problem], say: Say) -> None:
    """Workflow commands, as GitHub Actions reads them from a job's output."""
    for problem in problems:
        place = f"file={_property(problem.shown_file)},line={problem.line},col={problem.column}"
        key = f"{problem.key}: " if problem.loc else ""
        message = _data(key + problem.message(say.language))
        print(f"::{problem.severity} {place},title={_property(problem.code)}::{message}")


FORMATS = {"text": _text, "json": _json, "github": _github}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class Bar:
    """A progress bar on standard error: on a terminal only, and only after a while."""

    def __init__(self, say: Say) -> None:
        self._started = time.monotonic()
        self._label = say("生成网页", "Rendering pages")
        self._console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=self._console,
            transient=True,
        )
        self._task = self._progress.add_task(self._label, total=None)
        self._running = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._running:
            self._progress.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that *done* of *total* are done."""
        if not self._console.is_terminal or done % 50:
            return
        if not self._running and time.monotonic() - self._started > PATIENCE:
            self._progress.start()
            self._running = True
        if self._running:
            self._progress.update(self._task, completed=done, total=total)
