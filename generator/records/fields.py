"""The types of single values that records are made of.

Reading hands every scalar over as the text that the editor typed; these types turn it into
values, strictly. What they refuse is a ``PydanticCustomError`` whose type is a problem's code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ID = re.compile(ID_PATTERN[:-1] + r"\Z")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])\Z", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_REDUCED = re.compile(r"(\d{4})(-\d{2}(-\d{2})?)?\Z", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(:\d{2})?)\Z", re.ASCII)
_TAG = re.compile(r"[^\s/\\:*?\"<>|#%，、.][^\s/\\:*?\"<>|#%，、]{0,19}\Z")
_SITE_ADDRESS = re.compile(r"/([a-z0-9]+(-[a-z0-9]+)*/)+\Z")
_WEB_ADDRESS = re.compile(r"https?://[^\s/\"<>]+\.[^\s\"<>]+\Z", re.IGNORECASE)


class Model(BaseModel):
    """What records and their parts have in common: frozen, and no key that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Labelled(Enum):
    """A closed set of words; each member carries the word that readers see.

    ``value`` is what an editor types, ``label`` what the site and the messages show.
    """

    label: str

    __hash__ = object.__hash__
    """A member is one object; Enum's own way is by its name, in Python, and many times slower."""

    def __new__(cls, value: str, label: str) -> Self:
        member = object.__new__(cls)
        member._value_ = value
        member.label = label
        return member


@dataclass(frozen=True, slots=True)
class Markdown:
    """Marks a field whose value is Markdown, with links that are resolved."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field whose value is the id of a record of ``collection``."""

    collection: str


def refused(code: str, **particulars: Any) -> PydanticCustomError:
    """The error by which a field's type refuses a value; ``code`` is a problem's.

    A particular named ``at`` is the key, or keys and positions, below the value refused where the
    mistake stands.
    """
    return PydanticCustomError(code, code, particulars or None)


def is_id(text: str) -> bool:
    """Whether *text* can be a record's id."""
    return _ID.match(text) is not None


def is_reserved(name: str) -> bool:
    """Whether Windows opens no file of this *name*, whatever its suffix."""
    return _RESERVED.match(name) is not None


def _line(text: str) -> str:
    text = text.strip()
    if not text:
        raise refused("text-empty")
    if "\n" in text:
        raise refused("several-lines")
    return text


def _prose(text: str) -> str:
    if not text.strip():
        raise refused("text-empty")
    return text


def _id(text: str) -> str:
    if not is_id(text):
        raise refused("not-an-id", value=text)
    return text


_DAYS = 10_000
"""So many dates are known again: the same few stand in many records."""
_YEARS = range(1900, 2200)
"""9999-12-31 is meant to say for ever, and counting on from there ends with the calendar."""


@lru_cache(_DAYS)
def _parse_day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise refused("no-such-day", value=text) from None
    if found.year not in _YEARS:
        raise refused("far-year", value=text, first=_YEARS[0], last=_YEARS[-1])
    return found


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not _DAY.match(value):
        raise refused("not-a-day", value=value)
    return _parse_day(value)


def _moment(value: object) -> object:
    if not isinstance(value, str):
        return value
    if _DAY.match(value):
        return _parse_day(value)
    match = _MOMENT.match(value)
    if not match:
        raise refused("not-a-moment", value=value)
    _parse_day(match[1])
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}")
    except ValueError:
        raise refused("not-a-moment", value=value) from None


@lru_cache(_DAYS)
def _reduced(value: str) -> str:
    if not _REDUCED.match(value):
        raise refused("not-a-reduced-date", value=value)
    _parse_day(value + "0001-01-01"[len(value) :])
    return value


def _year(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"(19|20)\d\d", value, re.ASCII):
        raise refused("not-a-year", value=value)
    return int(value)


def _number(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{1,12}(\.\d{1,4})?", value, re.ASCII):
        raise refused("not-a-number", value=value)
    return Decimal(value)


def _flag(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value not in ("true", "false"):
        raise refused("not-a-flag", value=value)
    return value == "true"


def _tag(text: str) -> str:
    if not _TAG.match(text) or text.endswith("."):
        raise refused("not-a-tag", value=text)
    return text


def _pattern(pattern: re.Pattern[str], code: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not pattern.match(text):
            raise refused(code, value=text)
        return text

    return check


def _file_name(text: str) -> str:
    if not re.match(r"[\w-][\w.-]*\Z", text) or ".." in text or text.endswith("."):
        raise refused("not-a-file-name", value=text)
    return text


def ordered(start: object, end: object, at: str) -> None:
    """Refuse an *end*, which stands at the key *at*, before its *start*.

    Both are days, or both times, or both reduced dates.
    """
    if start is None or end is None:
        return
    if isinstance(start, str) and isinstance(end, str):
        # Reduced dates compare on what both of them say: 2024-08 does not end before 2024-08-15.
        common = min(len(start), len(end))
        if end[:common] < start[:common]:
            raise refused("end-before-start", at=at, start=start, end=end)
        return
    if isinstance(start, datetime) != isinstance(end, datetime):
        kind = ("日期和时间", "date and time") if isinstance(start, datetime) else ("日期", "date")
        raise refused("end-mixed", at=at, start_kind_zh=kind[0], start_kind=kind[1])
    if end < start:  # type: ignore[operator]
        raise refused("end-before-start", at=at, start=written(start), end=written(end))


def written(moment: object) -> str:
    """A day or moment as editors write it."""
    if isinstance(moment, datetime):
        return moment.isoformat(sep="T", timespec="seconds" if moment.second else "minutes")
    return str(moment)


def exactly_one(**options: object) -> None:
    """Refuse when not exactly one of *options* is given."""
    if sum(value is not None for value in options.values()) != 1:
        raise refused("one-of", options=" / ".join(options))


def distinct_ids(ids: Iterable[tuple[tuple[str | int, ...], str]]) -> None:
    """Refuse an id that stands at two places; *ids* are places, below the record, and ids."""
    seen: set[str] = set()
    for at, id in ids:
        if id in seen:
            raise refused("same-id-twice", at=at, id=id)
        seen.add(id)


_TEXT = {"type": "string"}

Line = Annotated[str, AfterValidator(_line), WithJsonSchema({**_TEXT, "minLength": 1})]
"""One line of text."""

Prose = Annotated[str, AfterValidator(_prose), WithJsonSchema(_TEXT), Markdown()]
"""Text of several paragraphs, in Markdown."""

Id = Annotated[str, AfterValidator(_id), WithJsonSchema({**_TEXT, "pattern": ID_PATTERN})]
"""The id of a record or of a part of one: lower-case letters, digits, hyphens."""

Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({**_TEXT, "format": "date"})]
"""A day, ISO 8601: ``2026-03-01``."""

Moment = Annotated[
    datetime | date,
    BeforeValidator(_moment),
    WithJsonSchema({**_TEXT, "pattern": r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?$"}),
]
"""A day, or a local time on a day: ``2026-03-01T14:30``, in the site's time zone."""

ReducedDate = Annotated[
    str,
    AfterValidator(_reduced),
    WithJsonSchema({**_TEXT, "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
"""A year, month or day, ISO 8601 with reduced precision; kept as text, which sorts by time."""

Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer"})]
"""A year of four digits."""

Number = Annotated[
    Decimal, BeforeValidator(_number), WithJsonSchema({"type": ["number", "string"]})
]
"""A plain number: digits, and a point where it is not whole."""

Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""``true`` or ``false``."""

Tag = Annotated[str, AfterValidator(_tag), WithJsonSchema({**_TEXT, "maxLength": 20})]
"""A word by which stories are gathered; it is part of an address."""

WebAddress = Annotated[
    str,
    AfterValidator(_pattern(_WEB_ADDRESS, "not-an-address")),
    WithJsonSchema({**_TEXT, "format": "uri"}),
]
"""A web address of another site."""

SiteAddress = Annotated[
    str,
    AfterValidator(_pattern(_SITE_ADDRESS, "not-a-site-address")),
    WithJsonSchema({**_TEXT, "pattern": r"^/.*/$"}),
]
"""An address of this site: ``/stories/old-name/``."""

FileName = Annotated[str, AfterValidator(_file_name), WithJsonSchema(_TEXT)]
"""A file's name without folders."""
