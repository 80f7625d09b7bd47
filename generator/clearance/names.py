"""Names in prose: a record may not name somebody who did not agree to be named (invariant 2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.records.record import Record
from generator.records.volunteer import Group, Volunteer
from generator.records.walk import texts

Hidden = Mapping[str, str]
"""name → the id of the volunteer who bears it and did not agree to show it."""


def hidden_names(catalogue: Catalogue, groups: Mapping[str, frozenset[Group]]) -> Hidden:
    """The names that nobody who bears them agreed to show.

    ``groups`` is volunteer's id → the groups of fields that may be shown.
    """
    hidden, named = {}, set()
    for item in catalogue.all(Volunteer):
        if item.name and Group.NAME in groups[item.id]:
            named.add(item.name)
        elif item.name:
            hidden[item.name] = item.id
    return {name: id for name, id in hidden.items() if name not in named}


def naming(records: Iterable[Record], hidden: Hidden, folder: str) -> Iterator[Problem]:
    """A problem for each text of *records* that names one of *hidden*.

    The name itself does not go into the message.
    """
    if not hidden:
        return
    for item in records:
        for loc, text in texts(item):
            for offset, name in mentions(text, hidden):
                yield Problem(
                    f"{folder}/{item.collection}/{item.id}.yml",
                    "names-withheld",
                    loc,
                    particulars={"masked": f"{name[0]}…", "who": hidden[name]},
                    offset=offset,
                )


def mentions(text: str, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where *text* has one of *names*, and which."""
    pattern = _any_of(tuple(names))
    if pattern:
        for match in pattern.finditer(text):
            yield match.start(), match[0]


@lru_cache(maxsize=8)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str] | None:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))) if names else None
