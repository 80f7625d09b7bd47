"""The record to fill in: explained, complete, and read without complaint once filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.reading.folders import File
from generator.reading.records import Outcome, read_record
from generator.reading.shapes import Kind, Shape, shape_at, shapes
from generator.records import BY_NAME, COLLECTIONS, fields
from generator.records.fields import written
from generator.writing import template

EXAMPLES = (
    (fields.Prose, "\n  第一段。"),
    (fields.Line, "样例"),
    (fields.Id, "example"),
    (fields.Day, "2026-03-01"),
    (fields.Moment, "2026-03-01T14:30"),
    (fields.ReducedDate, "2026-03"),
    (fields.Year, "2026"),
    (fields.Number, "6000"),
    (fields.Flag, "true"),
    (fields.FileName, "example.txt"),
    (fields.WebAddress, "https://example.edu.cn/"),
)

each_collection = pytest.mark.parametrize("model", COLLECTIONS, ids=lambda one: one.collection)


def reading(text: str, model) -> Outcome:
    return read_record(text.encode(), File(model, "example", Path("x"), "content/x.yml"))


def example(shape: Shape) -> str:
    if shape.options:
        return next(iter(shape.options)).value
    return next(value for scalar, value in EXAMPLES if shape.is_a(scalar))


def filled_in(text: str, model) -> str:
    """*text* after an editor has typed something wherever something is missing."""
    for _ in range(30):
        missing = [one for one in reading(text, model).problems if one.code == "missing"]
        if not missing:
            return text
        lines = text.split("\n")
        for problem in missing:
            shape = shape_at(model, problem.loc)
            if shape.kind is Kind.WORD:
                lines[problem.line - 1] = f"{lines[problem.line - 1]} {example(shape)}"
        text = "\n".join(lines)
    raise AssertionError("it stays incomplete")


@each_collection
def test_a_new_record_is_only_incomplete(model):
    found = reading(template(model), model).problems

    assert {problem.code for problem in found} == {"missing"}
    # Each stands at its own open key.
    lines = template(model).split("\n")
    for problem in found:
        assert re.search(rf"{problem.loc[-1]}:( \|)?$", lines[problem.line - 1])
        assert lines[problem.line - 1][problem.column - 1 :].startswith(problem.loc[-1])


@each_collection
def test_a_record_filled_in_where_it_must_be_is_sound(model):
    text = filled_in(template(model), model)
    if model.collection == "criteria":  # its two options want ids of their own
        text = text.replace("  - id: example", "  - id: other", 1)

    outcome = reading(text, model)

    assert outcome.problems == ()
    assert outcome.record.id == "example"


@each_collection
def test_every_field_of_a_record_is_named_and_explained(model):
    lines = [line.lstrip("# ").removeprefix("- ") for line in template(model).split("\n")]

    def look(part):
        for key, shape in shapes(part).items():
            if part is model and key == "id":
                continue
            assert any(line.startswith(f"{key}:") for line in lines), key
            assert any(shape.description in line for line in lines), key
            inner = shape.item if shape.kind is Kind.LIST else shape
            if inner.part:
                look(inner.part)
            for option in inner.options or ():
                assert any(str(option.value) in line for line in lines)

    look(model)


@each_collection
def test_any_field_can_be_used_by_taking_its_hash_away(model):
    """What is left out comes back as YAML that can be read, at every depth."""
    text = template(model)
    for _ in range(6):
        text = re.sub(
            r"^( *)# ((?: *(?:- )?[\w]+:( \|)?| *-| +[^\s#].*| +# .*)$)", r"\1\2", text, flags=re.M
        )

    found = {problem.code for problem in reading(text, model).problems}

    assert found <= {"missing", "not-an-id", "one-of", "at-least-one-of", "too-few"}


@each_collection
def test_explanations_say_nothing_twice(model):
    for line in template(model).split("\n"):
        sentences = re.split(r"[。：]", line)
        assert len(sentences) == len(set(sentences)) or "适用" in line
        assert line == line.rstrip()


def test_a_record_with_dates_is_explained_once_and_reads_as_what_was_given():
    """The other dates are two lines each, below one another."""
    starts = ["2027-03-01T14:30", "2027-03-08T14:30", "2027-03-15T14:30"]
    dates = [{"start": start, "end": f"{start[:10]}T16:00"} for start in starts]
    text = filled_in(template(BY_NAME["events"], {"dates": dates}), BY_NAME["events"])

    record = reading(text, BY_NAME["events"]).record

    assert [written(date.start) for date in record.dates] == starts
    assert [written(date.end) for date in record.dates] == [date["end"] for date in dates]
    assert text.count("# 状况：") == 1
