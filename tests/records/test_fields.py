"""The types of single values: what each accepts, what it refuses, and by which code."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.records import fields
from generator.records.event import Event, EventDate, Registration, Speaker
from generator.records.fields import is_id, ordered
from generator.records.policy import Cite, Provision
from generator.records.volunteer import Placement, Province


@pytest.mark.parametrize(
    ("type", "text", "value"),
    [
        (fields.Line, " 甲 ", "甲"),
        (fields.Line, "甲\n", "甲"),
        (fields.Prose, "  甲\n\n乙\n", "  甲\n\n乙\n"),  # offsets into it must hold
        (fields.Id, "wb2024-001", "wb2024-001"),
        (fields.Day, "2024-02-29", date(2024, 2, 29)),
        (fields.Moment, "2024-02-29", date(2024, 2, 29)),
        (fields.Moment, "2024-02-29T14:30", datetime(2024, 2, 29, 14, 30)),
        (fields.Moment, "2024-02-29 14:30:05", datetime(2024, 2, 29, 14, 30, 5)),
        (fields.ReducedDate, "2024", "2024"),
        (fields.ReducedDate, "2024-08", "2024-08"),
        (fields.ReducedDate, "2024-08-15", "2024-08-15"),
        (fields.Year, "2024", 2024),
        (fields.Number, "6000", Decimal(6000)),
        (fields.Number, "0.5", Decimal("0.5")),
        (fields.Flag, "true", True),
        (fields.Flag, "false", False),
        (fields.Tag, "支教", "支教"),
        (fields.Tag, "a.b", "a.b"),
        (fields.WebAddress, "https://example.edu.cn/a?b=c#d", "https://example.edu.cn/a?b=c#d"),
        (fields.WebAddress, "HTTP://例子.中国/", "HTTP://例子.中国/"),
        (fields.SiteAddress, "/stories/old-name/", "/stories/old-name/"),
        (fields.FileName, "sdust-2021-52.txt", "sdust-2021-52.txt"),
        (fields.FileName, "照片_1.jpg", "照片_1.jpg"),
    ],
)
def test_what_editors_write_is_understood(type, text, value):
    assert TypeAdapter(type).validate_python(text) == value


@pytest.mark.parametrize(
    ("type", "text", "code"),
    [
        (fields.Line, "  ", "text-empty"),
        (fields.Line, "甲\n乙", "several-lines"),
        (fields.Prose, " \n", "text-empty"),
        (fields.Id, "Wb", "not-an-id"),
        (fields.Id, "a--b", "not-an-id"),
        (fields.Id, "a-", "not-an-id"),
        (fields.Id, "a\n", "not-an-id"),
        (fields.Id, "", "not-an-id"),
        (fields.Id, "a_b", "not-an-id"),
        (fields.Day, "2024-02-30", "no-such-day"),
        (fields.Day, "2024-2-3", "not-a-day"),
        (fields.Day, "20240203", "not-a-day"),
        (fields.Day, "2024-W05-1", "not-a-day"),
        (fields.Day, "0", "not-a-day"),
        (fields.Day, "２０２４-０２-０３", "not-a-day"),
        (fields.Day, "2024-02-03\n", "not-a-day"),
        (fields.Day, "0000-01-01", "no-such-day"),
        (fields.Day, "9999-12-31", "far-year"),
        (fields.Day, "1899-12-31", "far-year"),
        (fields.Moment, "2200-01-01T12:00", "far-year"),
        (fields.Moment, "2024-02-03T25:00", "not-a-moment"),
        (fields.Moment, "2024-02-30T12:00", "no-such-day"),
        (fields.Moment, "2024-02-03T12:00Z", "not-a-moment"),
        (fields.Moment, "2024-02-03T12:00+08:00", "not-a-moment"),
        (fields.Moment, "2024-02-03  12:00", "not-a-moment"),
        (fields.Moment, "14:30", "not-a-moment"),
        (fields.ReducedDate, "2024-13", "no-such-day"),
        (fields.ReducedDate, "24-08", "not-a-reduced-date"),
        (fields.ReducedDate, "2024年8月", "not-a-reduced-date"),
        (fields.Year, "24", "not-a-year"),
        (fields.Year, "2024级", "not-a-year"),
        (fields.Year, "3024", "not-a-year"),
        (fields.Number, "6000元", "not-a-number"),
        (fields.Number, "-1", "not-a-number"),
        (fields.Number, "1e3", "not-a-number"),
        (fields.Number, "6,000", "not-a-number"),
        (fields.Number, "９", "not-a-number"),
        (fields.Flag, "yes", "not-a-flag"),
        (fields.Flag, "True", "not-a-flag"),
        (fields.Flag, "是", "not-a-flag"),
        (fields.Tag, "a b", "not-a-tag"),
        (fields.Tag, "a/b", "not-a-tag"),
        (fields.Tag, "..", "not-a-tag"),
        (fields.Tag, "字" * 21, "not-a-tag"),
        (fields.Tag, "a.", "not-a-tag"),
        (fields.WebAddress, "www.example.com", "not-an-address"),
        (fields.WebAddress, "javascript:alert(1)", "not-an-address"),
        (fields.WebAddress, "https://example.com/a b", "not-an-address"),
        (fields.WebAddress, 'https://example.com/"><script>', "not-an-address"),
        (fields.SiteAddress, "stories/a/", "not-a-site-address"),
        (fields.SiteAddress, "/stories/a", "not-a-site-address"),
        (fields.SiteAddress, "//evil.example/", "not-a-site-address"),
        (fields.SiteAddress, "/../a/", "not-a-site-address"),
        (fields.FileName, "../a.txt", "not-a-file-name"),
        (fields.FileName, "a/b.txt", "not-a-file-name"),
        (fields.FileName, "a\\b.txt", "not-a-file-name"),
        (fields.FileName, ".hidden", "not-a-file-name"),
        (fields.FileName, "c:a.txt", "not-a-file-name"),
        (fields.FileName, "a.", "not-a-file-name"),
    ],
)
def test_what_would_mean_something_else_is_refused(type, text, code):
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(type).validate_python(text)

    assert [error["type"] for error in raised.value.errors()] == [code]


@pytest.mark.parametrize(
    ("text", "can_be"), [("a", True), ("2024", True), ("a-b-c", True), ("", False), ("é", False)]
)
def test_an_id_is_lower_case_letters_digits_and_hyphens(text, can_be):
    assert is_id(text) is can_be


def codes(model, **values):
    try:
        model.model_validate(values)
    except ValidationError as error:
        return [(one["type"], one.get("ctx", {}).get("at")) for one in error.errors()]
    return []


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2024-08", "2025-07", []),
        ("2024-08", "2024-08", []),
        ("2024-08-15", "2024-08", []),  # in the same month, as far as both say
        ("2024-08", "2024", []),
        ("2024-08", None, []),
        ("2024-08", "2024-07-31", [("end-before-start", "end")]),
        ("2024", "2023-12", [("end-before-start", "end")]),
    ],
)
def test_a_placement_does_not_end_before_it_starts(start, end, found):
    assert codes(Placement, province=Province.XINJIANG, start=start, end=end) == found


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2026-03-01", "2026-03-01", []),
        ("2026-03-01T14:00", "2026-03-01T16:00", []),
        ("2026-03-02", "2026-03-01", [("end-before-start", "end")]),
        ("2026-03-01T14:00", "2026-03-01T13:59", [("end-before-start", "end")]),
        ("2026-03-01T14:00", "2026-03-01", [("end-mixed", "end")]),
        ("2026-03-01", "2026-03-01T14:00", [("end-mixed", "end")]),
    ],
)
def test_a_date_does_not_end_before_it_starts(start, end, found):
    assert codes(EventDate, start=start, end=end) == found


def test_registration_may_open_on_a_day_and_close_at_a_time():
    assert codes(Registration, opens="2026-03-01", closes="2026-03-05T12:00") == []
    assert codes(Registration, opens="2026-03-02", closes="2026-03-01") == [
        ("end-before-start", "closes")
    ]


def test_days_and_times_are_told_as_editors_write_them():
    with pytest.raises(fields.PydanticCustomError) as raised:
        ordered(datetime(2026, 3, 1, 14), datetime(2026, 3, 1, 9, 5), at="end")

    assert raised.value.context == {
        "at": "end",
        "start": "2026-03-01T14:00",
        "end": "2026-03-01T09:05",
    }


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"volunteer": "a"}, []),
        ({"name": "样例甲", "title": "教师"}, []),
        ({}, [("one-of", None)]),
        ({"volunteer": "a", "name": "样例甲"}, [("one-of", None)]),
    ],
)
def test_a_speaker_is_a_volunteer_or_somebody_else(values, found):
    assert codes(Speaker, **values) == found


def test_a_citation_says_where_or_what():
    assert codes(Cite) == [("at-least-one-of", None)]
    assert codes(Cite, at="四(一)1") == []
    assert codes(Cite, quote="每人每年") == []


def test_two_dates_on_one_day_need_ids_and_others_none():
    event = {"id": "a", "title": "x", "kind": "visit"}

    one = {"start": "2026-03-01"}
    assert codes(Event, **event, dates=(one, {"start": "2026-03-02"})) == []
    assert codes(Event, **event, dates=(one, {**one, "id": "evening"})) == []
    assert codes(Event, **event, dates=(one, one)) == [("same-id-twice", ("dates", 1, "start"))]


def test_one_option_may_stand_by_itself_and_several_as_a_list():
    provision = {"id": "a", "title": "x", "kind": "duty", "body": "x", "cite": {"at": "一"}}

    single = Provision.model_validate({**provision, "for": {"project": "outside"}})
    several = Provision.model_validate({**provision, "for": {"project": ["outside", "inside"]}})

    assert single.for_ == {"project": ("outside",)}
    assert several.for_ == {"project": ("outside", "inside")}
