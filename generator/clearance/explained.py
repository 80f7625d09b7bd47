"""Whether a withheld word that stands on the site gives anything away.

Every word on the site comes from a text that may be seen, or from this program. So a withheld word
that stands in one of those tells nobody's secret, be it the name that a visible person bears as
well, a county, or a word such as 教师; and one that stands in none has no business there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property

import ahocorasick_rs

from generator.clearance.withheld import Word
from generator.records.fields import Labelled

_LONGEST = 30
"""So long is a value that is joined to another one."""


class Visible:
    """All that may be seen: the texts that explain a word, wherever it stands."""

    def __init__(self, values: Iterable[str], texts: Iterable[str], program: Iterable[str]) -> None:
        """``values`` are what records say, ``texts`` what else editors wrote or cite, ``program``
        what templates and the program say themselves."""
        self._values = frozenset(values)
        self._texts = ("\0".join(self._values), *texts)
        self._program = tuple(program)

    def unexplained(self, found: Set[Word]) -> set[Word]:
        """Those of the words *found* that stand in nothing that may be seen; an id is explained by
        nothing."""
        asked = [word for word in found if not word.stands_in]
        explained = _within(asked, self._texts)
        # A name of two characters may be a word (文明, 高原); no template types a longer one.
        words = [word for word in asked if not word.is_name or len(word.text) == 2]
        return set(found) - explained - _within(words, self._program)

    def only_joins(self, word: Word, text: str) -> bool:
        """Whether *word* comes about in *text* only where two values meet: 夏青 in 宁夏青铜峡市."""
        places = [match.start() for match in re.finditer(re.escape(word.text), text)]
        return bool(places) and all(self._meet(word.text, text, place) for place in places)

    def _meet(self, word: str, text: str, start: int) -> bool:
        """Whether a value that begins before the *word* ends in it, or one that begins in it ends
        after it."""
        end = start + len(word)
        return any(
            any(text[first:cut] in self._joined for first in range(max(0, end - _LONGEST), start))
            or any(text[cut:last] in self._joined for last in range(end + 1, start + _LONGEST))
            for cut in range(start + 1, end)
        )

    @cached_property
    def _joined(self) -> frozenset[str]:
        """What a page may join to another text: what records say in few words, and labels."""
        return frozenset(_labels(Labelled)) | {
            text for text in self._values if len(text) < _LONGEST
        }


def _within(words: Sequence[Word], texts: Iterable[str]) -> set[Word]:
    """Those of *words* that stand in *texts*."""
    automaton = ahocorasick_rs.BytesAhoCorasick([word.text.lower().encode() for word in words])
    found: set[int] = set()
    for text in texts:
        data = text.lower().encode()
        found.update(at for at, _, _ in automaton.find_matches_as_indexes(data, overlapping=True))
    return {words[at] for at in found}


def _labels(model: type[Labelled]) -> Iterator[str]:
    """The words of all closed lists."""
    for one in model.__subclasses__():
        for member in one:
            yield from (member.label, member.value)
        yield from _labels(one)
