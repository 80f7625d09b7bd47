"""Tree → record: the collection's model types what the editor typed, or says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pydantic import ValidationError

from generator.problems import Problem, Severity
from generator.reading.cache import Value
from generator.reading.comments import lost_to_comments
from generator.reading.folders import File
from generator.reading.mistakes import MOST, mistakes
from generator.reading.names import names_person
from generator.reading.nearest import listed
from generator.reading.parsing import parse
from generator.reading.places import START, place_of
from generator.reading.shapes import shapes
from generator.reading.slips import Slips, slips_in
from generator.reading.text import decode
from generator.reading.tree import Mapping, Tree
from generator.records.fields import Model
from generator.records.record import Record, Tombstone, Withdrawal


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: a record, a tombstone or neither, and the problems met."""

    record: Record | None
    tombstone: Tombstone | None
    problems: tuple[Problem, ...]


def read_record(data: bytes, file: File) -> Outcome:
    """The record in a file's bytes. Where a problem is an error there is no record."""
    text = decode(data, file.shown)
    if not isinstance(text, str):
        return Outcome(None, None, text)
    outcome = _record_in(text, file)
    if outcome.record or outcome.tombstone:
        return outcome
    slips = slips_in(text, file.model, file.shown)
    if not slips.problems:
        return outcome
    others = _record_in(slips.mended, file).problems
    found = (*slips.problems, *map(slips.as_typed, _certain(others, slips)))
    return Outcome(None, None, tuple(sorted(found, key=_by_place))[:MOST])


def _record_in(text: str, file: File) -> Outcome:
    tree = parse(text, file.shown)
    found = list(tree.problems)
    result = None if tree.stopped else _typed(tree, text, file, found)
    found.extend(lost_to_comments(tree, text, file.model, file.shown))
    if isinstance(result, Record):
        found.extend(filter(None, [names_person(result, file.shown)]))
    if not found:
        return _outcome(result, ())
    placed = tuple(_placed(problem, tree, text) for problem in found[:MOST])
    if any(problem.severity is Severity.ERROR for problem in placed):
        return Outcome(None, None, placed)
    return _outcome(result, placed)


def _certain(problems: Iterable[Problem], slips: Slips) -> Iterator[Problem]:
    """*problems* of a mended text, without what a wrong guess may have brought about."""
    for problem in problems:
        before = slips.guessed_from is None or problem.line < slips.guessed_from
        if before and (slips.guessed_from is None or problem.code != "missing"):
            yield problem


def _by_place(problem: Problem) -> tuple[int, int]:
    return problem.line, problem.column


def value_in(data: bytes, file: File) -> Value | None:
    """What a file says, where it is written as a record is; else None."""
    text = decode(data, file.shown)
    if not isinstance(text, str):
        return None
    tree = parse(text, file.shown)
    value = tree.value
    if tree.problems or not isinstance(value, dict) or "id" in value or _is_tombstone(tree, value):
        return None
    return None if any(lost_to_comments(tree, text, file.model, file.shown)) else value


def record_of(value: Value, file: File) -> Record | None:
    """The record that *value* is; None where something is wrong with it."""
    try:
        record = file.model.model_validate({**value, "id": file.id})
    except ValidationError:
        return None
    return None if names_person(record, file.shown) else record


def _outcome(result: Model | None, problems: tuple[Problem, ...]) -> Outcome:
    return Outcome(
        record=result if isinstance(result, Record) else None,
        tombstone=result if isinstance(result, Tombstone) else None,
        problems=problems,
    )


def _typed(tree: Tree, text: str, file: File, found: list[Problem]) -> Model | None:
    """The record or tombstone in *tree*; what is wrong with it is added to *found*."""
    value = tree.value
    if value is None:
        if not found:
            found.append(_empty(file))
        return None
    if not isinstance(value, dict):
        found.append(_no_record(tree, text, file))
        return None
    model: type[Model] = file.model
    if _is_tombstone(tree, value):
        model = Tombstone
        if len(value) > 1 and "withdrawn" in value:
            found.append(Problem(file.shown, "withdrawn-not-alone", ("withdrawn",), on_key=True))
            return None
    if "id" in value:
        found.append(
            Problem(file.shown, "id-inside", ("id",), particulars={"id": file.id}, on_key=True)
        )
    try:
        return model.model_validate({**value, "id": file.id})
    except ValidationError as error:
        # What is already noted explains what follows from it.
        noted = {problem.loc for problem in found[:MOST] if problem.loc}
        found.extend(
            problem
            for problem in mistakes(error, model, value, file.shown, tree.node)
            if not any(problem.loc[: len(loc)] == loc for loc in noted)
        )
        return None


def _is_tombstone(tree: Tree, value: dict[str, object]) -> bool:
    """Whether a file says ``withdrawn``, be it that the day is missing, or stands beside it."""
    begun = isinstance(tree.node, Mapping) and "withdrawn" in tree.node.entries
    return "withdrawn" in value or (begun and value.keys() <= shapes(Withdrawal).keys())


def _placed(problem: Problem, tree: Tree, text: str) -> Problem:
    if problem.line:
        return problem
    line, column = place_of(tree, text, problem.loc, on_key=problem.on_key, offset=problem.offset)
    return replace(problem, line=line, column=column)


def _empty(file: File) -> Problem:
    particulars = {"collection": file.model.collection, "id": file.id}
    line, column = START
    return Problem(file.shown, "file-empty", (), line, column, particulars)


def _no_record(tree: Tree, text: str, file: File) -> Problem:
    """A list or a text where a record's ``key: value`` lines should stand."""
    line, column = place_of(tree, text, ())
    keys = {key: shape.title for key, shape in shapes(file.model).items() if shape.required}
    del keys["id"]
    return Problem(file.shown, "record-expected", (), line, column, {"known": listed(keys)})
