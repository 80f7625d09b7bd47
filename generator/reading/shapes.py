"""What each field of a record takes, as its model declares it.

Messages, samples and the search for a key's place all ask here, so that the models in
``generator/records/`` stay the one description of a record.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import MinLen

from generator.problems import Loc
from generator.records.fields import Labelled, Line, Model, Prose


class Kind(StrEnum):
    """How a value is written."""

    WORD = "word"
    LIST = "list"
    PART = "part"
    """``key: value`` lines with the keys of a model."""
    TABLE = "table"
    """``key: value`` lines with keys that the editor chooses."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field takes, or an item of its list."""

    kind: Kind
    title: str
    description: str
    required: bool
    marks: tuple[object, ...]
    """The validators and markers on the value."""
    item: Shape | None = None
    """What stands in a list, or behind the keys of a table."""
    part: type[Model] | None = None
    options: type[Labelled] | None = None

    def is_a(self, scalar: Any) -> bool:
        """Whether the value is of the type *scalar*, one of those in ``fields.py``."""
        return scalar.__metadata__[0] in self.marks

    @property
    def least(self) -> int:
        """How many items a list must have."""
        return max((mark.min_length for mark in self.marks if isinstance(mark, MinLen)), default=0)

    @property
    def is_text(self) -> bool:
        """Whether the value is text for readers, one line or several."""
        return self.is_a(Line) or self.is_a(Prose)


@cache
def shapes(model: type[Model]) -> Mapping[str, Shape]:
    """What each field of *model* takes, by its key as editors write it, in order."""
    return {
        info.alias or name: _shape(
            info.annotation,
            title=info.title or name,
            description=info.description or "",
            required=info.is_required(),
            marks=tuple(info.metadata),
        )
        for name, info in model.model_fields.items()
    }


def shape_at(model: type[Model], loc: Loc) -> Shape | None:
    """What the value at *loc* in a record of *model* takes; None where nothing may stand."""
    found: Shape | None = None
    for part in loc:
        if found is None or found.kind is Kind.PART:
            keys = shapes(model if found is None else _part_of(found))
            found = keys.get(str(part))
        elif found.kind in (Kind.LIST, Kind.TABLE):
            found = found.item
        else:
            return None
        if found is None:
            return None
    return found


def model_at(model: type[Model], loc: Loc) -> type[Model] | None:
    """The model whose keys stand at *loc*: of the record itself, or of a part of it."""
    if not loc:
        return model
    shape = shape_at(model, loc)
    return shape.part if shape else None


def _part_of(shape: Shape) -> type[Model]:
    assert shape.part is not None
    return shape.part


def _shape(
    annotation: Any, *, title: str, description: str, required: bool, marks: tuple[object, ...]
) -> Shape:
    annotation, found = _bare(annotation)
    marks = (*marks, *found)

    def shape(kind: Kind, **more: Any) -> Shape:
        return Shape(kind, title, description, required, marks, **more)

    def inner(of: Any) -> Shape:
        return _shape(of, title=title, description=description, required=True, marks=())

    if get_origin(annotation) is tuple:
        return shape(Kind.LIST, item=inner(get_args(annotation)[0]))
    if get_origin(annotation) is dict:
        return shape(Kind.TABLE, item=inner(get_args(annotation)[1]))
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return shape(Kind.PART, part=annotation)
    if isinstance(annotation, type) and issubclass(annotation, Labelled):
        return shape(Kind.WORD, options=annotation)
    return shape(Kind.WORD)


def _bare(annotation: Any) -> tuple[Any, tuple[object, ...]]:
    """*annotation* without ``Annotated`` and ``| None``, and the marks that these held."""
    marks: tuple[object, ...] = ()
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks = (*marks, *more)
        elif get_origin(annotation) in (Union, types.UnionType):
            given = [arg for arg in get_args(annotation) if arg is not types.NoneType]
            if len(given) > 1:  # a moment is a day or a time: still one word
                return annotation, marks
            annotation = given[0]
        else:
            return annotation, marks
