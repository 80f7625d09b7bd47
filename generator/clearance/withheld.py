"""What may stand in no byte of the site: the words of records, or of parts of them, that are
withheld (invariant 2). Whether one that does stand somewhere gives anything away, ``explained.py``
says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from urllib.parse import quote

import ahocorasick_rs

from generator import urls
from generator.catalogue import Catalogue, PublicCatalogue
from generator.clearance.consent import GROUP_OF, Groups, has_profile, tells_of_hidden
from generator.records.fields import is_id
from generator.records.media import Media
from generator.records.record import Record
from generator.records.story import Story
from generator.records.volunteer import Volunteer
from generator.records.walk import texts

_NAMES = frozenset({"name", "pinyin"})
_NO_WORDS = frozenset({"id", "aliases"})
_PIECE = re.compile(r"[^\W\d_](?:[^\W\d_]|[ ·-](?=[^\W\d_]))*")
"""Letters between two signs or numbers: no markup, no escape and no break of a line is within it,
and no date or count, which pages make themselves."""
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_LEAST_HAN, _LEAST_LATIN = 2, 8
"""A single character is no word, and short Latin words stand in every page's source."""
_LEAST_NAME = 4
_MOST = 4
"""So many pieces of a text are looked for: a text that gets out does so with its beginning."""
_BESIDE = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-")
"""What makes of a Latin word a part of another one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is withheld: of which record, in which of its fields."""

    text: str
    record: str
    """``volunteers/wb2019-001``."""
    field: str
    stands_in: str = ""
    """The one file in which it may stand: the tombstone's, for an id."""

    @property
    def is_name(self) -> bool:
        """Whether it names somebody."""
        return self.field.rpartition(".")[2] in _NAMES

    @property
    def masked(self) -> str:
        """As much of it as may be told."""
        return f"{self.text[0]}…"

    def may_stand_in(self, file: str) -> bool:
        """Whether it gives nothing away there."""
        return self.stands_in == file


@dataclass(frozen=True)
class Withheld:
    """The words to look for."""

    words: tuple[Word, ...]

    @cached_property
    def digest(self) -> str:
        """What tells these words from others, without saying them."""
        return blake2b(repr(self.words).encode(), digest_size=16).hexdigest()

    @cached_property
    def _in_text(self) -> _Search:
        return _Search((form, word) for word in self.words for form in _forms(word))

    @cached_property
    def _in_pictures(self) -> _Search:
        names = (word for word in self.words if word.is_name)
        return _Search((form, word) for word in names for form in _wide_forms(word))

    def found(self, data: bytes, is_text: bool = False) -> set[Word]:
        """Those of the words that stand in *data*, however they are written.

        Of what is known to be text in UTF-8, ``is_text``, no other encoding is looked for: letters
        of HTML begin names in UTF-16 all the time, which takes longer than all else.
        """
        if not self.words:
            return set()
        if b"<wbr>" in data:
            data = b"".join(data.split(b"<wbr>"))  # a third faster than to replace it
        elif b"\r\n " in data:
            data = data.replace(b"\r\n ", b"")  # a folded line of a calendar
        found = self._in_text.words_in(data)
        return found if is_text else found | self._in_pictures.words_in(data)


class _Search:
    """Looks for all forms of words at once."""

    def __init__(self, forms: Iterable[tuple[bytes, Word]]) -> None:
        by_form: dict[bytes, Word] = {}
        for form, word in forms:
            by_form.setdefault(form, word)
        self._words = list(by_form.values())
        self._automaton = ahocorasick_rs.BytesAhoCorasick(list(by_form))

    def words_in(self, data: bytes) -> set[Word]:
        """The words that stand in *data*."""
        hits = self._automaton.find_matches_as_indexes(data, overlapping=True)
        found = {
            at
            for at, start, end in hits
            if not (self._words[at].text.isascii() and _in_word(data, start, end))
        }
        return {self._words[at] for at in found}


def withheld(catalogue: Catalogue, public: PublicCatalogue, groups: Groups) -> Withheld:
    """What of *catalogue* may not be seen, by the rules and not by what clearance made of them: so
    that a mistake there is found. ``groups`` is volunteer's id → what they agreed to show.

    References, ids of parts, numbers and dates name nobody, and are left out; of a volunteer
    without a profile the id is not: it may stand at its own address only.
    """
    found: dict[str, Word] = {}
    public = public.noting()
    for item in catalogue.records:
        shown = _is_shown(item, public, groups)
        for field, value in vars(item).items():
            if (
                value
                and field not in _NO_WORDS
                and not (shown and _may_be_seen(item, field, groups))
            ):
                for word in _words(item, field, value):
                    found.setdefault(word.text, word)
    ids = {item.id for item in public.records if not isinstance(item, Volunteer)}
    gone = {id for collection, id in public.tombstones if collection == Volunteer.collection}
    gone |= {one.id for one in catalogue.all(Volunteer) if not has_profile(one, public.as_of)}
    for id in sorted(gone - ids):
        if len(id) >= _LEAST_NAME and _LETTER.search(id) and not id.isalpha():
            page = urls.file(urls.record(Volunteer.collection, id))
            found.setdefault(id, Word(id, f"{Volunteer.collection}/{id}", "id", page))
    return Withheld(tuple(found.values()))


def seen(catalogue: Catalogue, public: PublicCatalogue, groups: Groups) -> Iterator[str]:
    """Every text of *catalogue* that may be seen, by the same rules."""
    public = public.noting()
    for item in catalogue.records:
        if _is_shown(item, public, groups):
            for field, value in vars(item).items():
                if value and _may_be_seen(item, field, groups):
                    yield from (text for _, text in texts(value))


def _is_shown(item: Record, public: PublicCatalogue, groups: Groups) -> bool:
    if isinstance(item, Volunteer):
        if not has_profile(item, public.as_of):
            return False
    elif isinstance(item, Story) and tells_of_hidden(item, groups):
        return False
    return public.find((item.collection, item.id)) is not None


def _may_be_seen(item: Record, field: str, groups: Groups) -> bool:
    """Whether a field of a record that is shown is."""
    if isinstance(item, Volunteer):
        if field == "consent" or (field == "mentor" and item.mentor and not item.mentor.consent):
            return False
        return field not in GROUP_OF or GROUP_OF[field] in groups.get(item.id, ())
    return field != "publish" and not (isinstance(item, Media) and field == "subjects")


def _words(item: Record, field: str, value: object) -> Iterator[Word]:
    for loc, text in texts(value, (field,)):
        if loc[-1] in _NAMES:
            pieces = [text] if _is_name(text) else []
        else:
            pieces = [] if is_id(text) else _pieces(text)
        for piece in pieces:
            yield Word(piece, f"{item.collection}/{item.id}", ".".join(map(str, loc)))


def _is_name(text: str) -> bool:
    return len(text) >= (_LEAST_HAN if _HAN.search(text) else _LEAST_NAME)


def _pieces(text: str) -> list[str]:
    """The first pieces of *text* that are long enough to be told from others."""
    if text.startswith(("https://", "http://")):
        whole = text.partition("://")[2].rstrip("/")
        return list(dict.fromkeys((whole, whole.partition("/")[0])))
    found = (match[0] for match in _PIECE.finditer(text))
    return [piece for piece in found if _is_word(piece)][:_MOST]


def _is_word(piece: str) -> bool:
    return len(piece) >= (_LEAST_HAN if _HAN.search(piece) else _LEAST_LATIN)


def _forms(word: Word) -> Iterator[bytes]:
    """*word* as text may hold it: plain, and escaped for addresses, JSON, XML."""
    for text in _spellings(word):
        yield text.encode()
        if not text.isascii():
            yield text.encode("unicode-escape")
            yield quote(text).encode()
        if word.is_name:
            yield quote(text).lower().encode()
            yield text.encode("ascii", "xmlcharrefreplace")


def _wide_forms(word: Word) -> Iterator[bytes]:
    """*word* as pictures and documents may hold it beside what they show."""
    for text in _spellings(word):
        yield text.encode("utf-16-le")
        yield text.encode("utf-16-be")


def _spellings(word: Word) -> set[str]:
    text = word.text
    return {text, text.lower(), text.upper(), text.title()} if text.isascii() else {text}


def _in_word(data: bytes, start: int, end: int) -> bool:
    """Whether what stands there is only a part of a longer Latin word."""
    return (start > 0 and data[start - 1] in _BESIDE) or (end < len(data) and data[end] in _BESIDE)
