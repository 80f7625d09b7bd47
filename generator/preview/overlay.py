"""What lies over a page in the preview: mistakes, and whether the page is out yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2

from generator.problems import Language, Problem

ASSETS = Path(__file__).parent / "assets"
FOLDER = "/__westbound/"
"""Below it the preview answers with its own files; no record can have such an address."""

MOST = 20
"""So many mistakes are spelled out; a folder that was moved may bring thousands."""
_BEFORE = 2
"""Lines that are shown before the one with the mistake."""


@dataclass(frozen=True, slots=True)
class Over:
    """What there is to say about a page."""

    errors: Sequence[Problem]
    root: Path
    """The folder in which problems' files are."""
    trouble: str
    """What MkDocs or a template says; nothing where all is well."""
    waiting: str
    """草稿 or 未发布, for a page that no visitor sees yet; else nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, numbered; ``caret`` is what stands below it."""

    number: int
    text: str
    wrong: bool
    caret: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """A problem as it is shown: where, what, and the lines around it."""

    file: str
    place: str
    """第 12 行，end"""
    message: str
    lines: tuple[Line, ...]


def over(html: str, what: Over, version: int) -> str:
    """*html* with the preview's own elements at its end."""
    mistakes = [_mistake(problem, what.root) for problem in what.errors[:MOST]]
    listed = "\n".join(problem.line_in(Language.ZH) for problem in what.errors)
    added = _template().render(
        count=len(what.errors),
        more=len(what.errors) - len(mistakes),
        mistakes=mistakes,
        listed=listed,
        trouble=what.trouble,
        waiting=what.waiting,
        version=version,
        folder=FOLDER,
    )
    head, end, tail = html.rpartition("</body>")
    return f"{head}{added}{end}{tail}" if end else f"{html}{added}"


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(ASSETS),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("overlay.html")


def _mistake(problem: Problem, root: Path) -> Mistake:
    place = f"第 {problem.line} 行" if problem.line else ""
    return Mistake(
        problem.shown_file,
        "，".join(part for part in (place, problem.key) if part),
        problem.message(Language.ZH),
        tuple(_excerpt(problem, root / problem.file)),
    )


def _excerpt(problem: Problem, path: Path) -> list[Line]:
    """The lines up to the one with the mistake; none where the file cannot be shown."""
    if not problem.line or not path.is_file():
        return []
    lines = path.read_text("utf-8-sig", errors="replace").splitlines()[: problem.line]
    if len(lines) < problem.line:
        return []
    first = max(0, problem.line - 1 - _BEFORE)
    shown = [Line(first + at + 1, text, False, "") for at, text in enumerate(lines[first:-1])]
    return [*shown, Line(problem.line, lines[-1], True, _caret(lines[-1], problem))]


def _caret(line: str, problem: Problem) -> str:
    """Carets below the key, or below all that stands from the mistake on; Han is twice as wide."""
    before, wrong = line[: problem.column - 1], line[problem.column - 1 :].rstrip()
    if problem.on_key:
        wrong = re.split(r"[:：]", wrong, maxsplit=1)[0]
    space = "".join("\u3000" if _is_wide(character) else " " for character in before)
    marks = "".join("＾" if _is_wide(character) else "^" for character in wrong[:60])
    return f"{space}{marks or '^'}"


def _is_wide(character: str) -> bool:
    return character >= "\u2e80"
