"""JSON Schema of each collection, so that editors can suggest keys and mark mistakes as one types.

An editor's YAML support types scalars as it likes (``007`` is a number to it); where reading
takes the text that was typed, the schema accepts what it may have become. What stands empty is
null, which is as good as absent.
"""

from __future__ import annotations

from typing import Any

from pydantic import WithJsonSchema

from generator.reading.mistakes import options_of
from generator.reading.nearest import listed
from generator.reading.shapes import Kind, Shape, shapes
from generator.records import COLLECTIONS, fields
from generator.records.fields import Model
from generator.records.record import Record, Tombstone

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MAY_LOOK_LIKE_NUMBERS = (fields.Line, fields.Prose, fields.Id, fields.ReducedDate, fields.Tag)


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of every collection's records, by the collection's name."""
    return {model.collection: _of_collection(model) for model in COLLECTIONS}


def _of_collection(model: type[Record]) -> dict[str, Any]:
    return {
        "$schema": _DIALECT,
        "title": model.label,
        "description": f"{model.label}的一条记录，或撤下后留下的标记。",
        "anyOf": [
            {"title": model.label, **_object(model)},
            {"title": "撤下的记录", **_object(Tombstone)},
        ],
    }


def _object(model: type[Model]) -> dict[str, Any]:
    """The keys of *model*; of a record without its id, which is the file's name."""
    known = dict(shapes(model))
    if model is Tombstone or issubclass(model, Record):
        del known["id"]
    return {
        "type": "object",
        "properties": {key: _described(shape) for key, shape in known.items()},
        "required": [key for key, shape in known.items() if shape.required],
        "additionalProperties": False,
    }


def _described(shape: Shape) -> dict[str, Any]:
    schema = _value(shape)
    inner = shape
    while inner.item is not None:
        inner = inner.item
    options = f"可选：{listed(options_of(inner.options))}。" if inner.options else ""
    return {
        "title": shape.title,
        "description": shape.description + options,
        **(schema if shape.required else _or_null(schema)),
    }


def _value(shape: Shape) -> dict[str, Any]:
    if shape.kind is Kind.LIST:
        assert shape.item is not None
        few = {"minItems": shape.least} if shape.least else {}
        return {"type": "array", "items": _or_null(_value(shape.item)), **few}
    if shape.kind is Kind.TABLE:
        assert shape.item is not None
        assert shape.item.item is not None
        several = _value(shape.item)
        return {
            "type": "object",
            "propertyNames": {"pattern": fields.ID_PATTERN},
            "additionalProperties": {"anyOf": [_value(shape.item.item), several]},
        }
    if shape.part is not None:
        return _object(shape.part)
    if shape.options is not None:
        options = options_of(shape.options)
        return {"enum": list(options), "enumDescriptions": list(options.values())}
    return _scalar(shape)


def _scalar(shape: Shape) -> dict[str, Any]:
    declared = (mark for mark in shape.marks if isinstance(mark, WithJsonSchema))
    schema = dict(next(declared).json_schema or {})
    if any(shape.is_a(scalar) for scalar in _MAY_LOOK_LIKE_NUMBERS):
        schema["type"] = ["string", "number", "boolean"]
    return schema


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    """*schema*, or nothing at all."""
    if "enum" in schema:
        labels = [*schema["enumDescriptions"], "不填"]
        return {**schema, "enum": [*schema["enum"], None], "enumDescriptions": labels}
    given = schema["type"]
    return {**schema, "type": [*(given if isinstance(given, list) else [given]), "null"]}
