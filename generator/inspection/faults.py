"""What an inspection finds wrong: one cause is one problem, on however many pages it shows."""

from __future__ import annotations

from collections.abc import Mapping

from generator.clearance.withheld import Word
from generator.problems import Problem

_Fault = tuple[str, str, Word | None]
"""A problem's code, what is wrong, and the withheld word that it is about."""


class Faults:
    """Faults, each with the files that have it."""

    def __init__(self) -> None:
        self._found: dict[_Fault, list[str]] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, code: str, what: str, file: str, word: Word | None = None) -> None:
        """Note that *file* has a fault."""
        self._found.setdefault((code, what, word), []).append(file)

    def problems(self, site: str, made_from: Mapping[str, str]) -> tuple[Problem, ...]:
        """A problem for each, placed in the first file that has it.

        ``site`` is the site's folder, ``made_from`` file → the record from which it was made.
        """
        return tuple(
            Problem(
                f"{site}/{_first(files)}", code, particulars=_told(what, word, files, made_from)
            )
            for (code, what, word), files in self._found.items()
        )


def _first(files: list[str]) -> str:
    return min(files, key=lambda name: (name.count("/"), name))


def _told(
    what: str, word: Word | None, files: list[str], made_from: Mapping[str, str]
) -> dict[str, object]:
    record = made_from.get(_first(files), "")
    more = len(set(files)) - 1
    return {
        "what": what,
        **({"record": word.record, "field": word.field} if word else {}),
        "made_zh": f"这一页出自 {record}。" if record else "",
        "made": f" The page was made from {record}." if record else "",
        "more_zh": f"另有 {more} 个文件也是这样。" if more else "",
        "more": f" So have {more} other files." if more else "",
    }
