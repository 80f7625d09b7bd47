"""Finding marked values in records: references to other records, Markdown, any text.

What a field holds is read once from its model; walking a record then touches only the fields
that hold, or may hold below them, what is looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin

from pydantic import BaseModel

from generator.problems import Loc
from generator.records.fields import Reference

M = TypeVar("M")
B = TypeVar("B", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    key: str
    """The field as editors write it."""
    marker: object
    """The marker found on the field's value, or on the items of its list."""
    part: type[BaseModel] | None
    """The model of the value, or of the items of its list."""


def marked(record: BaseModel, marker: type[M]) -> Iterator[tuple[Loc, M, str]]:
    """Each text in *record* that is marked by a *marker*: where it stands, the mark, the text."""
    for field in _fields(type(record), cast(Any, marker)):
        value = getattr(record, field.name)
        if not value:
            continue
        if isinstance(value, str):
            yield (field.key,), field.marker, value  # type: ignore[misc]
        elif isinstance(value, BaseModel):
            for loc, mark, text in marked(value, marker):
                yield (field.key, *loc), mark, text
        elif isinstance(value, dict):
            for key in value:
                yield (field.key, key), field.marker, key  # type: ignore[misc]
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    for loc, mark, text in marked(item, marker):
                        yield (field.key, index, *loc), mark, text
                else:
                    yield (field.key, index), field.marker, item  # type: ignore[misc]


def without(record: B, gone: Callable[[str, str], bool]) -> B:
    """A copy of *record* in which no reference leads to a record that is *gone*.

    ``gone`` takes a collection and an id. A reference in a list is left out of it, any other
    becomes None.
    """
    changed: dict[str, Any] = {}
    for field in _fields(type(record), Reference):
        value = getattr(record, field.name)
        if not value:
            continue
        kept: Any = value
        if isinstance(value, BaseModel):
            kept = without(value, gone)
        elif isinstance(value, tuple) and field.part:
            kept = tuple(without(item, gone) for item in value)
            kept = value if all(a is b for a, b in zip(kept, value, strict=True)) else kept
        elif isinstance(value, tuple) and isinstance(field.marker, Reference):
            collection = field.marker.collection
            kept = tuple(id for id in value if not gone(collection, id))
            kept = value if len(kept) == len(value) else kept
        elif isinstance(value, str) and isinstance(field.marker, Reference):
            kept = None if gone(field.marker.collection, value) else value
        if kept is not value:
            changed[field.name] = kept
    return record.model_copy(update=changed) if changed else record


def texts(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text in a record or a part of one, with where it stands; keys that editors choose too."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, BaseModel):
        fields = vars(value)
        for name, key in _textual(type(value)):
            if fields[name]:
                yield from texts(fields[name], (*loc, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*loc, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield (*loc, key), key
            yield from texts(item, (*loc, key))


def words(record: BaseModel) -> str:
    """Every text in *record*, with NUL between: to ask once whether a closer look is worth it."""
    found: list[str] = []
    _gather(record, found)
    return "\0".join(found)


def _gather(part: BaseModel, found: list[str]) -> None:
    """What :func:`texts` yields, without the places, which cost most of its time."""
    fields = vars(part)
    for name, _ in _textual(type(part)):
        value = fields[name]
        if not value:
            continue
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, BaseModel):
            _gather(value, found)
        elif isinstance(value, dict):
            found.extend(text for _, text in texts(value))
        else:
            for item in value:
                if isinstance(item, str):
                    found.append(item)
                else:
                    _gather(item, found)


@cache
def _textual(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of *model* in which texts may stand, each with its key."""
    return tuple(
        (name, info.alias or name)
        for name, info in model.model_fields.items()
        if _may_hold_text(info.annotation)
    )


def _may_hold_text(annotation: Any) -> bool:
    if isinstance(annotation, type) and not get_origin(annotation):
        return issubclass(annotation, str) or (
            issubclass(annotation, BaseModel) and bool(_textual(annotation))
        )
    return any(_may_hold_text(argument) for argument in get_args(annotation))


@cache
def _fields(model: Any, marker: Any) -> tuple[_Field, ...]:
    found = []
    for name, info in model.model_fields.items():
        mark = next((item for item in info.metadata if isinstance(item, marker)), None)
        mark = mark or _mark_in(info.annotation, marker)
        part = _part_in(info.annotation)
        if mark is not None or (part is not None and _fields(part, marker)):
            found.append(_Field(name, info.alias or name, mark, part))
    return tuple(found)


def _mark_in(annotation: Any, marker: type[M]) -> M | None:
    for item in getattr(annotation, "__metadata__", ()):
        if isinstance(item, marker):
            return item
    for argument in get_args(annotation):
        found = _mark_in(argument, marker)
        if found is not None:
            return found
    return None


def _part_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not get_origin(annotation):
        return annotation if issubclass(annotation, BaseModel) else None
    for argument in get_args(annotation):
        found = _part_in(argument)
        if found is not None:
            return found
    return None
