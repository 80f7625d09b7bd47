"""File names as ids: what cannot be one, what would be better, and what tells a person's name."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from generator.problems import Problem, Severity
from generator.records.fields import is_id, is_reserved
from generator.records.record import Record
from generator.records.volunteer import Volunteer

_LONGEST = 100
"""Windows allows some 260 characters for a whole path."""


def id_problem(id: str, model: type[Record], file: str) -> Problem | None:
    """Why the file's name cannot be an id of a record of *model*; None where it can."""
    if is_reserved(id):
        return Problem(file, "file-reserved", line=1, column=1, particulars={"name": id})
    if not is_id(id):
        particulars = {"name": printable(id), "example": example_id(id, model)}
        return Problem(file, "file-name", line=1, column=1, particulars=particulars)
    if len(id) > _LONGEST:
        particulars = {"limit": str(_LONGEST)}
        return Problem(file, "file-name-long", line=1, column=1, particulars=particulars)
    return None


def example_id(name: str, model: type[Record]) -> str:
    """An id that could stand for *name*; for people one that says nothing of them."""
    if model is Volunteer:
        return "wb2024-001"
    from pypinyin import lazy_pinyin  # a third of a second, which only those who err here wait

    spelled = "-".join(lazy_pinyin(name))
    id = re.sub(r"[^a-z0-9]+", "-", spelled.lower()).strip("-")[:40].strip("-")
    return id if is_id(id) and not is_reserved(id) else f"{model.noun}-1"


def printable(name: str) -> str:
    """A file's name without what a terminal would act upon."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)


def names_person(record: Record, file: str) -> Problem | None:
    """A warning where a person's id spells the name.

    The id is the address; after a withdrawal the address itself would be the person's data, and
    namesakes would collide.
    """
    if not isinstance(record, Volunteer) or not record.name:
        return None
    runs = _runs(record.id)
    if not runs:
        return None
    whole = "".join(runs)
    for spelling in _spellings(record.name, record.pinyin):
        # A short spelling may stand within a word by accident; a whole part of the id does not.
        if spelling in runs or spelling == whole or (len(spelling) >= 6 and spelling in whole):
            return _spells_name(record.id, file)
    return None


def seems_to_name_person(id: str, model: type[Record], file: str) -> Problem | None:
    """The same warning where no name is known yet: two to four syllables, and nothing else."""
    runs = _runs(id) if model is Volunteer else []
    return _spells_name(id, file) if runs and _syllables().fullmatch("".join(runs)) else None


def _runs(id: str) -> list[str]:
    """The letters of *id*, where they could spell a name: those of wb2024-001 are too few."""
    runs = re.findall("[a-z]+", id)
    return runs if sum(map(len, runs)) >= 4 else []


def _spells_name(id: str, file: str) -> Problem:
    particulars = {"id": id, "example": example_id("", Volunteer)}
    return Problem(file, "id-names-person", (), 1, 1, particulars, severity=Severity.WARNING)


def _syllables() -> re.Pattern[str]:
    from pypinyin.constants import PINYIN_DICT
    from pypinyin.contrib.tone_convert import to_normal

    toned = {reading for readings in PINYIN_DICT.values() for reading in readings.split(",")}
    spellings = {spelling for reading in toned for spelling in _variants(to_normal(reading))}
    return re.compile(f"(?:{'|'.join(sorted(spellings, key=len, reverse=True))}){{2,4}}")


def _spellings(name: str, typed: str | None) -> set[str]:
    """The ways in which *name* is spelled in Latin letters, given name first or last."""
    from pypinyin import Style, pinyin

    if name.isascii():
        syllables = [[part] for part in name.split()]
    else:
        # Four syllables of a long name tell it as well, and their readings can be counted.
        han = "".join(re.findall(r"[\u3400-\u9fff\U00020000-\U0003ffff]", name))[:4]
        syllables = [
            [spelling for reading in readings[:3] for spelling in _variants(reading)]
            for readings in pinyin(han, style=Style.NORMAL, heteronym=True)
        ]
    found = {
        "".join((*spelling[at:], *spelling[:at]))
        for spelling in product(*syllables)
        for at in range(len(spelling))
    }
    found.add(unicodedata.normalize("NFKD", typed or ""))  # takes the tones from the letters
    letters = (re.sub("[^a-z]", "", spelling.lower()) for spelling in found)
    return {spelling for spelling in letters if len(spelling) >= 3}


def _variants(reading: str) -> set[str]:
    """吕 is lv to an input method, lyu in a passport, lu in many an address."""
    return {reading, reading.replace("v", "yu"), reading.replace("v", "u")}
