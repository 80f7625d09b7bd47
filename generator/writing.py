"""Record → file: the commented record that ``westbound new`` writes, to be filled in.

A line that starts with ``#`` explains, or is a field that may be left out. A field that must be
there stands open (``name:``): reading calls it missing until it is filled in, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.reading.nearest import listed
from generator.reading.shapes import Kind, Shape, shapes
from generator.records import fields
from generator.records.fields import Labelled, Model
from generator.records.record import Record

_HOW_WRITTEN = (
    (fields.Day, "写成 2026-03-01。"),
    (fields.Moment, "写成 2026-03-01，或 2026-03-01T14:30。"),
    (fields.ReducedDate, "写成 2026-03，或 2026-03-01。"),
    (fields.Year, "写四位数字。"),
    (fields.Number, "只写数字。"),
    (fields.Flag, "写 true（是）或 false（否）。"),
    (fields.WebAddress, "写以 https:// 开头的完整网址。"),
    (fields.SiteAddress, "写成 /stories/old-name/。"),
    (fields.Prose, "从下一行写起，每行前面空两格。"),
)
Items = Sequence[Mapping[str, str]]
"""What the items of a list say, each by key."""

_MANY = 16
"""From here on the words of a closed set are listed without their labels."""


def template(model: type[Record], lists: Mapping[str, Items] | None = None) -> str:
    """A record of *model* with every field it may have, explained.

    What a record of any kind may have (``publish`` and so on) comes last. Of the fields only
    *lists* are filled in: the first item of each is explained, the others say what they say.
    """
    given = lists or {}
    own = {key: shape for key, shape in shapes(model).items() if key not in shapes(Record)}
    common = {key: shape for key, shape in shapes(Record).items() if key != "id"}
    head = [
        f"# {model.label}。文件名就是编号，也是网址的一部分，不写在里面。",
        "# 以 # 开头的行不会被读取。标有“必填”的要填；其他的要用时，删去行首的“# ”。",
    ]
    blocks = [
        _field(key, shape, stands=shape.required or key in given, items=given.get(key, ()))
        for key, shape in (own | common).items()
    ]
    return "\n\n".join("\n".join(lines) for lines in [head, *blocks]) + "\n"


def _field(key: str, shape: Shape, *, stands: bool, items: Items = ()) -> list[str]:
    """A field with what explains it; commented out where it need not stand."""
    value = _items(key, shape, items) if items else _value(key, shape)
    return [_comment(shape), *(value if stands else _commented(value))]


def _comment(shape: Shape) -> str:
    must = "（必填）" if shape.required else ""
    return f"# {shape.title}{must}：{shape.description}{_how_written(shape)}"


def _how_written(shape: Shape) -> str:
    """How a value is typed, where the description does not say so already."""
    described = shape.description
    while shape.item is not None:
        shape = shape.item
    if shape.options is not None:
        words = [str(option.value) for option in shape.options]
        return (
            "" if all(word in described for word in words) else f"可选：{_options(shape.options)}。"
        )
    how = next((how for scalar, how in _HOW_WRITTEN if shape.is_a(scalar)), "")
    return "" if "例如" in described or how.rstrip("。") in described else how


def _options(closed: type[Labelled]) -> str:
    options = {str(option.value): option.label for option in closed}
    return listed(options) if len(options) < _MANY else "、".join(options)


def _value(key: str, shape: Shape) -> list[str]:
    """The lines of a field left open."""
    if shape.kind is Kind.LIST:
        assert shape.item is not None
        item = _item(shape.item.part) if shape.item.part else ["-"]
        again = [line for line in item if not line.lstrip().startswith("#")]
        return [f"{key}:", *_indented(item + again * (shape.least - 1))]
    if shape.kind is Kind.TABLE:
        return [f"{key}:", *_indented(["条件编号: 选项编号"])]
    if shape.part is not None:
        fields_of = _ordered(shape.part)
        inner = [_field(name, one, stands=one.required) for name, one in fields_of]
        return [f"{key}:", *_indented(_lines(inner))]
    return [f"{key}: |" if shape.is_a(fields.Prose) else f"{key}:"]


def _items(key: str, shape: Shape, items: Items) -> list[str]:
    """The lines of a list that is filled in."""
    assert shape.item is not None
    assert shape.item.part is not None
    first, *others = items
    lines = _item(shape.item.part, first)
    for one in others:
        (name, value), *rest = one.items()
        lines += [f"- {name}: {value}", *_indented([f"{key}: {value}" for key, value in rest])]
    return [f"{key}:", *_indented(lines)]


def _item(part: type[Model], given: Mapping[str, str] | None = None) -> list[str]:
    """One item of a list: a dash before its first field, the others lined up below."""
    given = given or {}
    (key, first), *others = _ordered(part)
    explained, name, *value = _filled(key, first, given, stands=True)
    rest = [_filled(key, shape, given, stands=shape.required) for key, shape in others]
    return [explained, f"- {name}", *_indented([*value, *_lines(rest)])]


def _filled(key: str, shape: Shape, given: Mapping[str, str], *, stands: bool) -> list[str]:
    """A field of an item, with what it is *given* to say."""
    if key in given:
        return [_comment(shape), f"{key}: {given[key]}"]
    return _field(key, shape, stands=stands)


def _ordered(part: type[Model]) -> list[tuple[str, Shape]]:
    """The fields of a part, those that must be there first: the dash needs one behind it."""
    return sorted(shapes(part).items(), key=lambda field: not field[1].required)


def _lines(blocks: list[list[str]]) -> list[str]:
    return [line for block in blocks for line in block]


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _commented(lines: list[str]) -> list[str]:
    return [f"# {line}" for line in lines]
