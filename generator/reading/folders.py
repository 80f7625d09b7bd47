"""Folder → files: which files are records, and what is wrong with the others that are there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.problems import Problem
from generator.reading.files import file_problem, reason, symlink_problem
from generator.reading.names import id_problem, printable
from generator.reading.nearest import listed
from generator.records import BY_NAME, COLLECTIONS
from generator.records.media import Media
from generator.records.record import Record

_NOT_COLLECTIONS = {"pages", "sources"}
_PASSED_OVER = re.compile(r"\.|~\$|#.*#\Z|.*~\Z|(thumbs\.db|desktop\.ini)\Z", re.IGNORECASE)
"""What systems and editors leave behind: hidden files, backups, locks."""
_AS_GOOD_AS_YML = {"", ".yaml", ".yml", ".txt", ".md", ".json"}


@dataclass(frozen=True, slots=True)
class File:
    """A file that holds a record."""

    model: type[Record]
    id: str
    path: Path
    shown: str
    """The path as an editor knows it, from the content folder on."""


@dataclass(slots=True)
class Found:
    """What is in a content folder."""

    files: list[File] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """Records that somebody wrote, in files that are not read."""


def find(content: Path) -> Found:
    """Every record's file in *content*."""
    search = _Search(content)
    search.content()
    return search.found


def is_passed_over(name: str) -> bool:
    """Whether a file or folder is what systems and editors leave behind."""
    return _PASSED_OVER.match(name) is not None


def folder_name(content: Path) -> str:
    """What the content folder is called in messages."""
    return content.name or content.resolve().name


class _Search:
    def __init__(self, content: Path) -> None:
        self.root = content
        self.name = folder_name(content)
        self.found = Found()

    def content(self) -> None:
        if not self.root.is_dir():
            self.problem("content-missing", self.name, folder=str(self.root))
            return
        for entry in self.entries(str(self.root), self.name):
            shown = f"{self.name}/{printable(entry.name)}"
            if self.leads_outside(entry, shown):
                continue
            if entry.is_dir():
                model = BY_NAME.get(entry.name)
                if model:
                    self.collection(entry.path, shown, model)
                elif entry.name not in _NOT_COLLECTIONS:
                    self.misplaced(entry, shown, entry.name)
            elif _is_yaml(entry.name):
                self.problem("file-loose", shown, folder=self.name, known=_collections())

    def collection(self, folder: str, shown_folder: str, model: type[Record]) -> None:
        for entry in self.entries(folder, shown_folder):
            shown = f"{shown_folder}/{printable(entry.name)}"
            id = entry.name.removesuffix(".yml")
            if entry.is_symlink() and model is Media and not _is_yaml(entry.name):
                continue
            if self.leads_outside(entry, shown):
                self.broken(model, Path(entry.name).stem)
            elif entry.is_dir():
                self.folder_within(entry, shown, model)
            elif id == entry.name:
                self.other_file(entry.name, shown, model)
            elif not entry.is_file():
                self.broken(model, id)
                self.problem("not-a-file", shown, suffix=".yml")
            elif problem := id_problem(id, model, shown):
                self.broken(model, id)
                self.found.problems.append(problem)
            else:
                self.found.files.append(File(model, id, Path(entry.path), shown))

    def folder_within(self, entry: os.DirEntry[str], shown: str, model: type[Record]) -> None:
        if _is_yaml(entry.name):
            self.broken(model, Path(entry.name).stem)
            self.problem("not-a-file", shown, suffix=Path(entry.name).suffix)
            return
        for id in self.misplaced(entry, shown, f"{model.collection}/{entry.name}"):
            self.broken(model, id)

    def other_file(self, name: str, shown: str, model: type[Record]) -> None:
        path = Path(name)
        # Where Windows hides the last suffix, x.yml.txt looks right.
        id = path.stem.removesuffix(".yml")
        if path.suffix.lower() in _AS_GOOD_AS_YML and (model is not Media or _is_yaml(name)):
            self.broken(model, id)
            self.problem("file-suffix", shown, example=f"{printable(id)}.yml")
        elif model is not Media:
            self.problem("file-foreign", shown)

    def misplaced(self, folder: os.DirEntry[str], shown: str, name: str) -> list[str]:
        """Note a folder that is no place for records, once, and give the ids of those within."""
        within = sorted(
            path.relative_to(folder.path)
            for path in Path(folder.path).rglob("*")
            if _is_yaml(path.name) and not is_passed_over(path.name)
        )
        if within:
            first = "/".join(printable(part) for part in within[0].parts)
            self.problem("file-misplaced", f"{shown}/{first}", name=name, known=_collections())
        return [path.stem for path in within]

    def entries(self, folder: str, shown: str) -> Iterator[os.DirEntry[str]]:
        """What is in *folder*, by name, without what systems and editors leave behind."""
        try:
            with os.scandir(folder) as entries:
                found = [entry for entry in entries if not is_passed_over(entry.name)]
        except OSError as error:
            self.problem("file-unreadable", shown, reason=reason(error))
            return
        yield from sorted(found, key=lambda entry: entry.name)

    def leads_outside(self, entry: os.DirEntry[str], shown: str) -> bool:
        """Whether *entry* is a link that leaves the content folder, or leads nowhere."""
        # An entry knows it without asking the system again.
        problem = (
            symlink_problem(Path(entry.path), self.root, shown) if entry.is_symlink() else None
        )
        if problem:
            self.found.problems.append(problem)
        return problem is not None

    def broken(self, model: type[Record], id: str) -> None:
        self.found.broken.add((model.collection, id.lower()))

    def problem(self, code: str, shown: str, **particulars: object) -> None:
        self.found.problems.append(file_problem(code, shown, **particulars))


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yml", ".yaml"))


def _collections() -> str:
    return listed({model.collection: model.label for model in COLLECTIONS})
