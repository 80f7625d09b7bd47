"""The schemas that editors' programs read: valid, in Chinese, and of one mind with reading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.reading.folders import File
from generator.reading.parsing import parse
from generator.reading.records import Outcome, read_record
from generator.records import BY_NAME
from generator.schema import schemas

CONTENT = Path(__file__).parent.parent / "content"
SCHEMAS = schemas()
EXAMPLES = sorted(path for collection in BY_NAME for path in (CONTENT / collection).glob("*.yml"))
each_collection = pytest.mark.parametrize("collection", BY_NAME)


def typed(value: object) -> object:
    """*value* with its scalars as YAML 1.2 types them, which editors' programs follow."""
    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [typed(inner) for inner in value]
    assert isinstance(value, str)
    if value in ("true", "false"):
        return value == "true"
    if re.fullmatch(r"[-+]?\d+", value):
        return int(value)
    if re.fullmatch(r"[-+]?\d*\.\d+", value):
        return float(value)
    return value


def errors(collection: str, text: str) -> list[str]:
    value = typed(parse(text, "x.yml").value)
    return [error.message for error in Draft202012Validator(SCHEMAS[collection]).iter_errors(value)]


@each_collection
def test_each_schema_is_one(collection):
    Draft202012Validator.check_schema(SCHEMAS[collection])


def test_there_are_examples():
    assert len(EXAMPLES) > 20


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_example_record_is_valid(path):
    assert errors(path.parent.name, path.read_text("utf-8")) == []


@each_collection
def test_a_tombstone_is_valid_and_leaves_nothing_else(collection):
    assert errors(collection, "withdrawn:\n  on: 2026-03-01\n") == []
    assert errors(collection, "withdrawn:\n  on: 2026-03-01\ntitle: x\nname: x\n") != []


def described(schema: dict):
    for key, inner in schema.get("properties", {}).items():
        yield key, inner
        yield from described(inner)
    for inner in (*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else [])):
        yield from described(inner)


@each_collection
def test_every_key_is_explained_in_chinese(collection):
    for _, schema in described(SCHEMAS[collection]):
        assert re.search(r"[\u4e00-\u9fff]", schema["title"])
        assert schema["description"].endswith("。")
        if "enum" in schema:
            assert len(schema["enum"]) == len(schema["enumDescriptions"])


@each_collection
def test_the_id_is_no_key_of_a_record(collection):
    for choice in SCHEMAS[collection]["anyOf"]:
        assert "id" not in choice["properties"]


def read(text: str) -> Outcome:
    file = File(BY_NAME["volunteers"], "a", Path("a.yml"), "content/volunteers/a.yml")
    return read_record(text.encode(), file)


VOLUNTEER = "cohort: 2024\nproject: outside\nname: 样例甲\n"


@pytest.mark.parametrize(
    "text",
    [
        VOLUNTEER,
        VOLUNTEER.replace("样例甲", "007"),
        VOLUNTEER.replace("样例甲", "true"),
        VOLUNTEER + "placements: [{province: 新疆, start: 2024, end: 2025-07}]\n",
        VOLUNTEER + "publish: {from: 2026-03-01, state: draft}\n",
        VOLUNTEER + "sample: true\naliases: [/volunteers/old/]\n",
    ],
)
def test_what_reading_accepts_an_editor_does_not_mark(text):
    assert read(text).problems == ()
    assert errors("volunteers", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "project: outside\nname: 样例甲\n",
        VOLUNTEER + "cohrt: 2024\n",
        VOLUNTEER + "degree: phd\n",
        VOLUNTEER + "honours: x\n",
        VOLUNTEER + "mentor: x\n",
        VOLUNTEER + "placements: [{province: 新疆}]\n",
        VOLUNTEER + "sample: yes\n",
        VOLUNTEER + "aliases: [old]\n",
        VOLUNTEER + "summary: ''\n",
        VOLUNTEER + "id: a\n",
    ],
)
def test_what_reading_refuses_an_editor_marks(text):
    assert read(text).problems != ()
    assert errors("volunteers", text) != []


def test_a_field_left_open_is_no_mistake():
    value = {
        "cohort": 2024,
        "project": "outside",
        "name": "样例甲",
        "degree": None,
        "honours": [None],
    }

    assert Draft202012Validator(SCHEMAS["volunteers"]).is_valid(value)
