"""mkdocs.yml: what it says stands on every page, and is held to the rules of records.

Titles, descriptions, the navigation, the footer: whatever a theme prints. So every word of the
file is looked at, keys included, since titles of the navigation are keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from yaml.events import ScalarEvent

from generator.clearance import names, personal_data
from generator.personal_data import Known
from generator.problems import Problem
from generator.reading.files import text_of


def exposing(file: Path, hidden: names.Hidden, known: Known) -> Iterator[Problem]:
    """Places of the *file* that name one of *hidden*, or seem to give somebody away."""
    if not file.is_file():
        return
    for line, column, text in _scalars(file):
        for found in (
            *names.naming_in(text, file.name, hidden),
            *personal_data.exposing_in(text, file.name, known),
        ):
            yield replace(found, line=line, column=column)


def _scalars(file: Path) -> Iterator[tuple[int, int, str]]:
    """Every scalar, with the line and column where it begins. MkDocs has read the file before."""
    text = text_of(file, file.name)
    if isinstance(text, str):
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, ScalarEvent):
                mark: Any = event.start_mark
                yield mark.line + 1, mark.column + 1, event.value
