"""Names in prose: a record may not name somebody who did not agree to be named (invariant 2).

A name is found however it is typed: broken over lines, spaced as in lists (张　三), emphasised,
with another middle dot or in other case, as character references, and encoded in an address.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote_plus

from generator.catalogue import Catalogue
from generator.problems import Problem
from generator.reading.text import position
from generator.records.record import Record
from generator.records.volunteer import Group, Volunteer
from generator.records.walk import texts

Hidden = Mapping[str, str]
"""name → the id of the volunteer who bears it, or whose mentor does, and did not agree to show it."""

_GAP = r"(?:[\s*_~`\\\u00ad\u200b-\u200f\u2060\ufeff]|&nbsp;|<[^<>]*>)*"
"""What may stand inside a name and does not keep anybody from reading it."""
_DOTS = "·•‧∙⋅・･．."
_NO_LETTER = re.compile(rf"{_GAP[:-1]}+|[{re.escape(_DOTS)}]+")
_NO_WORD_BEFORE, _NO_WORD_AFTER = r"(?<![A-Za-z])", r"(?![A-Za-z])"


def hidden_names(catalogue: Catalogue, groups: Mapping[str, frozenset[Group]]) -> Hidden:
    """The names that nobody who bears them agreed to show, of volunteers and of their mentors.

    ``groups`` is volunteer's id → the groups of fields that may be shown.
    """
    hidden: dict[str, str] = {}
    named: set[str] = set()
    for item in catalogue.all(Volunteer):
        shown = groups[item.id]
        own = {name for name in (item.name, item.pinyin) if name}
        if Group.NAME in shown:
            named |= own
        else:
            hidden.update(dict.fromkeys(own, item.id))
        if item.mentor and item.mentor.consent:
            named.add(item.mentor.name)
        elif item.mentor:
            hidden.setdefault(item.mentor.name, item.id)
    return {name: id for name, id in hidden.items() if name not in named and len(name) > 1}


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


def naming_in(text: str, file: str, hidden: Hidden) -> Iterator[Problem]:
    """The same for a whole *file* of text, such as a hand-written page."""
    for offset, name in mentions(text, hidden):
        line, column = position(text, offset)
        particulars = {"masked": f"{name[0]}…", "who": hidden[name]}
        yield Problem(file, "names-withheld", (), line, column, particulars)


def naming_file(name: str, folder: str, hidden: Hidden) -> Iterator[Problem]:
    """The same for the *name* of a published file in *folder*, which is its address as well."""
    for offset, found in mentions(name.replace("-", " "), hidden):
        particulars = {"masked": f"{found[0]}…", "who": hidden[found]}
        shown = f"{folder}/{name[:offset]}{found[0]}…"
        yield Problem(shown, "file-names-withheld", (), 1, 1, particulars)


def mentions(text: str, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where *text* has one of *names*, and which, in the order of the text."""
    names = tuple(names)
    found = list(_typed(text, names))
    if "%" in text:
        found = sorted([*found, *_encoded(text, names)], key=lambda one: one[0])
    yield from found


_ADDRESS = re.compile(r"""[^\s()<>"'\[\]]+""")


def _encoded(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where an address in *text* has one of *names* in percent encoding (%E9%BA%B4)."""
    for match in _ADDRESS.finditer(text):
        said = unquote_plus(match[0]) if "%" in match[0] else match[0]
        if said != match[0]:
            shown = {name for _, name in _typed(match[0], names)}
            for _, name in _typed(said, names):
                if name not in shown:
                    yield match.start() + match[0].index("%"), name


def _typed(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where *text* has one of *names* in letters."""
    suspects = _suspects(names)
    suspected = set(suspects.findall(_bare(text)))
    if "<" in text:  # a tag may stand within a name, and a name within a tag
        suspected.update(suspects.findall(_bare(text.replace("<", " "))))
    if not suspected:
        return
    pattern, spelled = _any_of(tuple(sorted(names, key=len, reverse=True)), frozenset(suspected))
    for match in pattern.finditer(text):
        yield match.start(), spelled[int(str(match.lastgroup)[1:])]


def _bare(text: str) -> str:
    """*text* without all that may stand inside a name, in one case."""
    if "&" in text:
        text = html.unescape(text)
    return _NO_LETTER.sub("", text).casefold()


@lru_cache(maxsize=8)
def _suspects(names: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of *names* in a bare text; by their first letters first, since names are many."""
    by_first: dict[str, list[str]] = {}
    for name in sorted({_bare(name) for name in names}, key=len, reverse=True):
        by_first.setdefault(name[0], []).append(name[1:])
    branches = (
        f"{re.escape(first)}(?:{'|'.join(map(re.escape, rest))})"
        for first, rest in by_first.items()
    )
    return re.compile("|".join(branches) or r"(?!)")


@lru_cache(maxsize=64)
def _any_of(
    names: tuple[str, ...], suspected: frozenset[str]
) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Finds the places of those of *names* that are *suspected*, and which each group means."""
    spelled = tuple(name for name in names if _bare(name) in suspected)
    parts = (f"(?P<n{place}>{_spelled(name)})" for place, name in enumerate(spelled))
    return re.compile("|".join(parts), re.IGNORECASE), spelled


def _spelled(name: str) -> str:
    """A pattern for *name* as people type it."""
    letters = [_letter(character) for character in name if not character.isspace()]
    pattern = _GAP.join(letters)
    return f"{_NO_WORD_BEFORE}{pattern}{_NO_WORD_AFTER}" if name.isascii() else pattern


def _letter(character: str) -> str:
    if character in _DOTS:
        return f"[{re.escape(_DOTS)}]?"
    code = ord(character)
    return f"(?:{re.escape(character)}|&#0*{code};|&#x0*{code:x};)"
