"""A content folder to write records into and to read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from generator.problems import Language, Problem
from generator.reading import Reading, place, read

# A busy machine is no mistake of ours: nothing here is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

VOLUNTEER = "name: 样例甲\ncohort: 2024\nproject: outside\n"
"""The least that a volunteer's record says."""


class Content:
    """A folder named ``content``; files are named from there on."""

    def __init__(self, root: Path) -> None:
        self.root = root / "content"
        self.root.mkdir()

    def write(self, name: str, content: str | bytes = VOLUNTEER) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self) -> Reading:
        return read(self.root)

    def problems(self, name: str, content: str | bytes) -> tuple[Problem, ...]:
        """The problems of one file; each can say itself in both languages."""
        self.write(name, content)
        problems = self.read().problems
        for problem in problems:
            for language in Language:
                assert problem.message(language)
            assert problem.line >= 1
            assert problem.column >= 1
        return problems

    def seen(self, name: str, content: str | bytes) -> list[tuple[int, int, str, str]]:
        """The problems of one file as line, column, code and key."""
        return [
            (problem.line, problem.column, problem.code, problem.key)
            for problem in self.problems(name, content)
        ]

    def place(self, *problems: Problem) -> list[tuple[int, int]]:
        return [(problem.line, problem.column) for problem in place(problems, self.root)]


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)
