"""What a record's model refuses, as problems in an editor's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.problems import MESSAGES, Loc, Problem
from generator.reading.nearest import listed, nearest
from generator.reading.places import node_at
from generator.reading.shapes import Kind, Shape, model_at, shape_at, shapes
from generator.reading.tree import Mapping, Node
from generator.records.fields import Labelled, Model
from generator.records.record import Record

MOST = 100
"""The problems of one file that are told: a damaged file should not bury the others."""

_LONGEST = 40
"""The characters of a value that a message repeats."""

_FOUND: dict[type, dict[str, str]] = {
    dict: {"found_zh": "若干“名称: 值”", "found": "`key: value` lines"},
    list: {"found_zh": "列表", "found": "a list"},
    str: {"found_zh": "一句文字", "found": "one text"},
}

_INDENTED = {"how_zh": "前面空两格", "how": "two spaces before it"}
_LISTED = {
    "how_zh": "前面空两格，每一项的第一行再加“- ”",
    "how": "two spaces before it, and `- ` before the first key of each item",
}


def mistakes(
    error: ValidationError,
    model: type[Model],
    tree: dict[str, object],
    file: str,
    node: Node | None = None,
) -> Iterator[Problem]:
    """One problem for each cause in *error*, which *model* raised for *tree*.

    *node* is how the tree stands in the file, with what it leaves empty.
    """
    reader = _Reader(model, tree, file, node)
    found: dict[Loc, Problem] = {}
    meant: set[Loc] = set()
    for one in error.errors(include_url=False, include_input=False)[:MOST]:
        problem = reader.problem(one)
        if problem is None:
            continue
        # A day or time that is neither is refused twice, once as each.
        found.setdefault(problem.loc, problem)
        if problem.on_key and "near" in problem.particulars:
            meant.add((*problem.loc[:-1], str(problem.particulars["near"])))
    for loc, problem in found.items():
        # Who typed cohrt did not forget cohort; nor consent, who did not indent what it holds.
        if problem.code != "missing" or loc not in meant:
            yield problem


def shortened(text: object) -> str:
    """*text* as a message repeats it: one line, and not a whole page of it."""
    line = " ".join(str(text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def keys_of(model: type[Model]) -> dict[str, str]:
    """The keys of *model* as editors write them, and what they are called."""
    known = {key: shape.title for key, shape in shapes(model).items()}
    if issubclass(model, Record):
        del known["id"]
    return known


def options_of(options: type[Labelled]) -> dict[str, str]:
    """The words of a closed set, and what they are called."""
    return {str(option.value): option.label for option in options}


@dataclass(frozen=True, slots=True)
class _Reader:
    model: type[Model]
    tree: dict[str, object]
    file: str
    node: Node | None

    def problem(self, one: Any) -> Problem | None:
        """The problem behind one of pydantic's errors; None where it follows from another."""
        kind, context = one["type"], dict(one.get("ctx") or {})
        loc, value = self.reached(one["loc"])
        if kind == "missing":
            return self.missing((*loc, one["loc"][len(loc)]))
        if kind == "extra_forbidden":
            return self.unknown(loc)
        shape = shape_at(self.model, loc)
        sign = self.joined(kind, loc, value, shape)
        if sign:
            offset = str(value).index(sign)
            return Problem(
                self.file, "full-width-comma", loc, particulars={"sign": sign}, offset=offset
            )
        if kind in MESSAGES:
            return self.refused(kind, loc, shape, context, one["loc"])
        if shape is None:
            return self.otherwise(loc, value, self.model.__name__)
        if kind == "too_short" and isinstance(value, list) and len(value) >= context["min_length"]:
            return None  # its items were refused, not forgotten
        return self.misshapen(loc, value, shape) or self.unfit(loc, value, shape, context)

    def reached(self, raw: tuple[Any, ...]) -> tuple[Loc, object]:
        """How far *raw* leads into the tree, and what stands there.

        What pydantic adds for its own purposes (``datetime``, ``[key]``) leads nowhere.
        """
        loc: Loc = ()
        value: object = self.tree
        for part in raw:
            shape = shape_at(self.model, loc) if loc else None
            if shape and shape.kind is Kind.WORD:
                break
            inside = part in value if isinstance(value, dict) else _counts(part, value)
            if not inside:
                break
            value = value[part]  # type: ignore[index]
            loc = (*loc, part)
        return loc, value

    def missing(self, loc: Loc) -> Problem:
        shape = shape_at(self.model, loc)
        assert shape is not None
        return Problem(
            self.file,
            "missing",
            loc,
            particulars={
                "name": loc[-1],
                "field_label": shape.title,
                "description": shape.description,
            },
        )

    def unknown(self, loc: Loc) -> Problem:
        owner = model_at(self.model, loc[:-1])
        assert owner is not None
        particulars: dict[str, object]
        known = keys_of(owner)
        part = self.part_above(loc, owner)
        if part:
            shape = shapes(owner)[part]
            how = _LISTED if shape.kind is Kind.LIST else _INDENTED
            particulars = {"near": part, "near_label": shape.title, "key": loc[-1], **how}
            return Problem(self.file, "not-indented", loc, particulars=particulars, on_key=True)
        near = nearest(str(loc[-1]), known)
        if near:
            particulars = {"near": near, "near_label": known[near]}
        else:
            particulars = {"known": listed(known)}
        code = "unknown-key-within"
        if issubclass(owner, Record):
            code = "unknown-key"
            particulars |= {"label": owner.label, "a_noun": _with_article(owner.noun)}
        code += "-near" if near else ""
        return Problem(self.file, code, loc, particulars=particulars, on_key=True)

    def part_above(self, loc: Loc, owner: type[Model]) -> str | None:
        """The key just above the unknown one at *loc* that stands empty and takes such a key."""
        mapping = node_at(self.node, loc[:-1])
        if not isinstance(mapping, Mapping):
            return None
        keys = list(mapping.entries)
        for key in reversed(keys[: keys.index(str(loc[-1]))]):
            shape = shapes(owner).get(key)
            if shape is None:
                continue  # it may belong there as well
            part = shape.part or (shape.item.part if shape.item else None)
            is_empty = getattr(mapping.entries[key][1], "value", None) == ""
            return key if is_empty and part and loc[-1] in shapes(part) else None
        return None

    def joined(self, kind: str, loc: Loc, value: object, shape: Shape | None) -> str | None:
        """The Chinese comma that makes several items one, in a list of words that are given."""
        is_item = shape is not None and (isinstance(loc[-1], int) or shape.kind is Kind.LIST)
        if not is_item or not isinstance(value, str) or kind == "tuple_type":
            return None
        return next((sign for sign in value if sign in "，、"), None)

    def refused(
        self, code: str, loc: Loc, shape: Shape | None, context: dict[str, Any], raw: Any
    ) -> Problem:
        """What one of our own types refused, in its own words."""
        at = context.pop("at", ())
        on_key = raw[-1:] == ("[key]",) and len(raw) == len(loc) + 1
        if "value" in context:
            context["value"] = shortened(context["value"])
        context.setdefault("field_label", shape.title if shape else "")
        loc = (*loc, *(at if isinstance(at, tuple) else (at,)))
        return Problem(self.file, code, loc, particulars=context, on_key=on_key)

    def misshapen(self, loc: Loc, value: object, shape: Shape) -> Problem | None:
        """A list where a word is expected, a word where a list is, and so on."""
        if shape.kind is Kind.LIST and not isinstance(value, list):
            return self.at("list-expected", loc, shape)
        if shape.kind is Kind.PART and not isinstance(value, dict):
            assert shape.part is not None
            return self.at("mapping-expected", loc, shape, known=listed(keys_of(shape.part)))
        if shape.kind is Kind.TABLE and not isinstance(value, dict):
            return self.at("table-expected", loc, shape)
        if shape.kind is Kind.WORD and not isinstance(value, str):
            return self.at("word-expected", loc, shape, **_FOUND[type(value)])
        return None

    def unfit(self, loc: Loc, value: object, shape: Shape, context: dict[str, Any]) -> Problem:
        """A value of the right shape that is not among those allowed."""
        if shape.options is not None:
            known = options_of(shape.options)
            near = nearest(str(value), known)
            typed = shortened(value)
            if near:
                label = known[near]
                return self.at(
                    "not-an-option-near", loc, shape, value=typed, near=near, near_label=label
                )
            return self.at("not-an-option", loc, shape, value=typed, options=listed(known))
        if shape.kind is Kind.LIST and "min_length" in context:
            return self.at("too-few", loc, shape, least=context["min_length"])
        return self.otherwise(loc, value, shape.title)

    def at(self, code: str, loc: Loc, shape: Shape, **particulars: object) -> Problem:
        particulars = {"field_label": shape.title, **particulars}
        return Problem(self.file, code, loc, particulars=particulars)

    def otherwise(self, loc: Loc, value: object, label: str) -> Problem:
        """A constraint that a model sets by pydantic's means and that has no words here yet."""
        particulars = {"field_label": label, "value": shortened(value)}
        return Problem(self.file, "value-refused", loc, particulars=particulars)


def _counts(part: object, value: object) -> bool:
    return isinstance(value, list) and isinstance(part, int) and part < len(value)


def _with_article(noun: str) -> str:
    # honour is the one noun that sounds otherwise than it is written.
    return f"an {noun}" if noun[0] in "aeio" or noun == "honour" else f"a {noun}"
