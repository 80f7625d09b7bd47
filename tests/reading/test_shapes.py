"""What fields take, read from the models."""

from __future__ import annotations

import pytest

from generator.reading.shapes import Kind, model_at, shape_at, shapes
from generator.records import BY_NAME
from generator.records.fields import Day, Id, Line, Moment, Prose
from generator.records.volunteer import Degree, Placement, Volunteer


@pytest.mark.parametrize(
    ("collection", "loc", "kind", "title"),
    [
        ("volunteers", ("name",), Kind.WORD, "姓名"),
        ("volunteers", ("placements",), Kind.LIST, "服务经历"),
        ("volunteers", ("placements", 0), Kind.PART, "服务经历"),
        ("volunteers", ("placements", 3, "end"), Kind.WORD, "结束"),
        ("volunteers", ("publish", "from"), Kind.WORD, "发布日"),
        ("notices", ("people", 0, "class"), Kind.WORD, "班级"),
        ("events", ("dates", 0, "start"), Kind.WORD, "开始"),
        ("pathways", ("for",), Kind.TABLE, "适用"),
        ("pathways", ("for", "college"), Kind.LIST, "适用"),
        ("pathways", ("for", "college", 0), Kind.WORD, "适用"),
    ],
)
def test_a_place_in_a_record_is_known_as_editors_write_it(collection, loc, kind, title):
    shape = shape_at(BY_NAME[collection], loc)

    assert shape is not None
    assert (shape.kind, shape.title) == (kind, title)


@pytest.mark.parametrize(
    "loc", [("zzz",), ("publish", "from_"), ("name", 0), ("name", "x"), ("placements", 0, "zzz")]
)
def test_where_nothing_may_stand_there_is_no_shape(loc):
    assert shape_at(Volunteer, loc) is None


def test_types_options_and_parts_are_told_apart():
    known = shapes(Volunteer)

    assert known["name"].is_a(Line)
    assert known["name"].is_text
    assert known["body"].is_a(Prose)
    assert known["college"].is_a(Id)
    assert not known["college"].is_text
    assert known["degree"].options is Degree
    assert model_at(Volunteer, ("placements", 0)) is Placement
    assert model_at(Volunteer, ()) is Volunteer
    assert known["cohort"].required
    assert not known["degree"].required
    start = shape_at(BY_NAME["events"], ("dates", 0, "start"))
    assert start.is_a(Moment)
    assert not start.is_a(Day)
