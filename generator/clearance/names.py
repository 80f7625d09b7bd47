"""Names in prose: a record may not name somebody who did not agree to be named (invariant 2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.problems import Problem
from generator.records.record import Record
from generator.records.walk import texts


def naming(records: Iterable[Record], hidden: Mapping[str, str], folder: str) -> Iterator[Problem]:
    """A problem for each place in *records* that names one of *hidden*.

    ``hidden`` is name → the volunteer's id. The name itself does not go into the message.
    """
    if not hidden:
        return
    longest_first = sorted(hidden, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    for item in records:
        for loc, text in texts(item):
            match = pattern.search(text)
            if match:
                yield Problem(
                    f"{folder}/{item.collection}/{item.id}.yml",
                    "names-withheld",
                    loc,
                    particulars={"masked": match[0][0] + "…", "who": hidden[match[0]]},
                    offset=match.start(),
                )
