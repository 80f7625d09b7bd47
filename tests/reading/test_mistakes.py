"""What models refuse, in an editor's words."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from generator.problems import Language
from generator.reading.mistakes import mistakes, shortened
from generator.records.fields import Line, Model

VOLUNTEER = "cohort: 2024\nproject: outside\nname: 样例甲\n"
EVENT = "title: x\nkind: visit\n"
STORY = "title: x\ndate: 2024-01-01\nsummary: x\nbody: x\n"
POLICY = (
    "title: x\ndocument: x\nlevel: university\nissued: 2024-01-01\nsource: a.txt\n"
    "audience: x\nsummary: x\n"
)


@pytest.mark.parametrize(
    ("file", "text", "seen"),
    [
        # Keys
        ("volunteers", VOLUNTEER + "sumary: x\n", (4, 1, "unknown-key-near", "sumary")),
        ("volunteers", VOLUNTEER + "简介: x\n", (4, 1, "unknown-key-near", "简介")),
        ("volunteers", VOLUNTEER + "Summary: x\n", (4, 1, "unknown-key-near", "Summary")),
        ("volunteers", VOLUNTEER + "zzz: x\n", (4, 1, "unknown-key", "zzz")),
        ("volunteers", VOLUNTEER + "publish: {form: x}\n", (4, 11, "unknown-key-within-near", "publish.form")),
        ("volunteers", VOLUNTEER + "publish:\n  zzz: x\n", (5, 3, "unknown-key-within", "publish.zzz")),
        ("volunteers", VOLUNTEER + "publish: {from_: 2024-01-01}\n", (4, 11, "unknown-key-within-near", "publish.from_")),
        ("volunteers", VOLUNTEER + "id: a\n", (4, 1, "id-inside", "id")),
        ("volunteers", "cohort: 2024\nproject: outside\n", (1, 1, "missing", "name")),
        ("volunteers", VOLUNTEER.replace("样例甲", ""), (3, 1, "missing", "name")),
        ("volunteers", VOLUNTEER + "placements:\n  - province: 新疆\n", (5, 5, "missing", "placements.0.start")),
        ("notices", "title: x\nkind: public-notice\nperiod: {until: 2024-01-01}\n", (3, 9, "missing", "period.from")),
        ("volunteers", VOLUNTEER + "withdrawn: {on: 2024-01-01}\n", (4, 1, "withdrawn-not-alone", "withdrawn")),
        ("volunteers", "withdrawn: 2024-01-01\n", (1, 12, "mapping-expected", "withdrawn")),
        ("volunteers", "withdrawn:\n", (1, 1, "missing", "withdrawn")),
        ("volunteers", "withdrawn: {}\n", (1, 12, "missing", "withdrawn.on")),
        # Shapes
        ("volunteers", "- name: x\n", (1, 1, "record-expected", "")),
        ("volunteers", "你好\n", (1, 1, "record-expected", "")),
        ("volunteers", "\n# x\n", (1, 1, "file-empty", "")),
        ("volunteers", VOLUNTEER + "summary: [x]\n", (4, 10, "word-expected", "summary")),
        ("volunteers", VOLUNTEER + "summary:\n  x: y\n", (5, 3, "word-expected", "summary")),
        ("volunteers", VOLUNTEER + "degree: [master]\n", (4, 9, "word-expected", "degree")),
        ("volunteers", VOLUNTEER + "sample: {x: y}\n", (4, 9, "word-expected", "sample")),
        ("events", EVENT + "dates: [{start: [x]}]\n", (3, 17, "word-expected", "dates.0.start")),
        ("events", EVENT + "dates: [{start: {date: x}}]\n", (3, 17, "word-expected", "dates.0.start")),
        ("volunteers", VOLUNTEER + "honours: x\n", (4, 10, "list-expected", "honours")),
        ("volunteers", VOLUNTEER + "timeline: {date: x}\n", (4, 11, "list-expected", "timeline")),
        ("volunteers", VOLUNTEER + "mentor: x\n", (4, 9, "mapping-expected", "mentor")),
        ("volunteers", VOLUNTEER + "timeline:\n  - x\n", (5, 5, "mapping-expected", "timeline.0")),
        ("pathways", "title: x\nsteps: [{title: x}]\nfor: x\n", (3, 6, "table-expected", "for")),
        ("pathways", "title: x\nsteps: [{title: x}]\nfor: {a: {b: c}}\n", (3, 10, "list-expected", "for.a")),
        ("pathways", "title: x\nsteps: [{title: x}]\nfor: {a: [{b: c}]}\n", (3, 11, "word-expected", "for.a.0")),
        ("events", EVENT + "dates: []\n", (3, 8, "too-few", "dates")),
        ("events", EVENT + "dates:\n  -\n", (4, 3, "too-few", "dates")),
        # Below the part to which they belong, and not beside it
        ("volunteers", VOLUNTEER + "consent:\ngranted: 2024-01-01\n", (5, 1, "not-indented", "granted")),
        ("volunteers", VOLUNTEER + "publish:\nstate: draft\n", (5, 1, "not-indented", "state")),
        ("volunteers", VOLUNTEER + "placements:\nstart: 2024-08\n", (5, 1, "not-indented", "start")),
        ("policies", POLICY + "provisions:\n  - cite:\n    at: 一\n    id: a\n    title: x\n    kind: duty\n    body: x\n", (10, 5, "not-indented", "provisions.0.at")),
        ("events", EVENT + "dates:\nstart: 2024-01-01\n", (4, 1, "not-indented", "start")),
        ("volunteers", "withdrawn:\non: 2024-01-01\n", (2, 1, "not-indented", "on")),
        ("volunteers", VOLUNTEER + "consent:\nsummary: x\ngranted: x\n", (6, 1, "unknown-key", "granted")),
        ("volunteers", VOLUNTEER + "consent: {granted: 2024-01-01, covers: [name]}\nuntil: x\n", (5, 1, "unknown-key", "until")),
        # Items that a Chinese comma joins
        ("volunteers", VOLUNTEER + "consent: {granted: 2024-01-01, covers: [name，study]}\n", (4, 45, "full-width-comma", "consent.covers.0")),
        ("volunteers", VOLUNTEER + "consent:\n  granted: 2024-01-01\n  covers:\n    - name、study\n", (7, 11, "full-width-comma", "consent.covers.0")),
        ("volunteers", VOLUNTEER + "honours: [a，b]\n", (4, 12, "full-width-comma", "honours.0")),
        ("stories", STORY + "tags: [支教，冬天]\n", (5, 10, "full-width-comma", "tags.0")),
        ("pathways", "title: x\nsteps: [{title: x}]\nfor: {a: x，y}\n", (3, 11, "full-width-comma", "for.a")),
        ("volunteers", VOLUNTEER + "degree: master，x\n", (4, 9, "not-an-option-near", "degree")),
        # Values
        ("volunteers", VOLUNTEER + "degree: masters\n", (4, 9, "not-an-option-near", "degree")),
        ("volunteers", VOLUNTEER + "degree: 硕士\n", (4, 9, "not-an-option-near", "degree")),
        ("volunteers", VOLUNTEER + "degree: PhD\n", (4, 9, "not-an-option", "degree")),
        ("volunteers", VOLUNTEER + "consent: {granted: 2024-01-01, covers: [name, stroy]}\n", (4, 47, "not-an-option-near", "consent.covers.1")),
        ("volunteers", VOLUNTEER.replace("2024", "24"), (1, 9, "not-a-year", "cohort")),
        ("volunteers", VOLUNTEER + "summary: ''\n", (4, 10, "text-empty", "summary")),
        ("volunteers", VOLUNTEER + "summary: |\n  x\n  y\n", (4, 10, "several-lines", "summary")),
        ("volunteers", VOLUNTEER + "sample: yes\n", (4, 9, "not-a-flag", "sample")),
        ("volunteers", VOLUNTEER + "aliases: [old]\n", (4, 11, "not-a-site-address", "aliases.0")),
        ("pathways", "title: x\nsteps: [{title: x}]\nfor: {A b: x}\n", (3, 7, "not-an-id", "for.A b")),
        ("pathways", "title: x\nsteps: [{title: x}]\nfor: {a: X}\n", (3, 10, "not-an-id", "for.a")),
        # Values that do not go together
        ("volunteers", VOLUNTEER + "placements:\n  - province: 新疆\n    start: 2024-08\n    end: 2023-08\n", (7, 10, "end-before-start", "placements.0.end")),
        ("notices", "title: x\nkind: public-notice\nperiod:\n  from: 2024-02-01\n  until: 2024-01-01\n", (5, 10, "end-before-start", "period.until")),
        ("events", EVENT + "dates: [{start: 2024-01-01, end: 2024-01-01T12:00}]\n", (3, 34, "end-mixed", "dates.0.end")),
        ("events", EVENT + "dates: [{start: 2024-01-01}]\nregistration:\n  opens: 2026-12-25\n  closes: 2026-12-10T10:00\n", (6, 11, "end-before-start", "registration.closes")),
        ("events", EVENT + "dates: [{start: 2024-01-01}]\nregistration:\n  opens: 2026-12-25T08:00\n  closes: 2026-12-24\n", (6, 11, "end-before-start", "registration.closes")),
        ("volunteers", VOLUNTEER + "consent:\n  granted: 2024-09-01\n  covers: [name]\n  withdrawn: 2024-08-31\n", (7, 14, "withdrawn-before-granted", "consent.withdrawn")),
        ("volunteers", VOLUNTEER + "consent:\n  granted: 2024-09-01\n  covers: []\n", (6, 11, "too-few", "consent.covers")),
        ("volunteers", VOLUNTEER.replace("2024", "1999"), (1, 9, "not-a-cohort", "cohort")),
        ("volunteers", VOLUNTEER.replace("2024", "1899"), (1, 9, "not-a-year", "cohort")),
        ("events", EVENT + "dates: [{start: 2024-01-01}]\nspeakers:\n  - title: x\n", (5, 5, "one-of", "speakers.0")),
        ("events", EVENT + "dates:\n  - start: 2024-01-01\n  - start: 2024-01-01T12:00\n", (5, 12, "same-id-twice", "dates.1.start")),
        ("events", EVENT + "dates:\n  - {start: 2024-01-01, id: a}\n  - {id: a, start: 2024-02-01}\n", (5, 10, "same-id-twice", "dates.1.id")),
        ("criteria", "question: x\noptions:\n  - {id: a, label: x}\n  - {id: a, label: y}\n", (4, 10, "same-id-twice", "options.1.id")),
        ("policies", POLICY + "provisions: [{id: a, title: x, kind: duty, body: x, cite: {}}]\n", (8, 59, "at-least-one-of", "provisions.0.cite")),
    ],
)  # fmt: skip
def test_each_mistake_is_one_problem_at_its_place(content, file, text, seen):
    assert content.seen(f"{file}/a.yml", text) == [seen]


def test_who_mistypes_a_required_key_did_not_forget_it(content):
    text = VOLUNTEER.replace("cohort", "cohrt") + "placements: [{povince: 新疆, start: 2024}]\n"

    assert [seen[2:] for seen in content.seen("volunteers/a.yml", text)] == [
        ("unknown-key-near", "cohrt"),
        ("unknown-key-within-near", "placements.0.povince"),
    ]


def test_all_mistakes_of_a_record_come_at_once(content):
    text = "degree: x\nmentor: x\nplacements: [{}]\n"

    assert [seen[2:] for seen in content.seen("volunteers/a.yml", text)] == [
        ("missing", "name"),
        ("missing", "cohort"),
        ("missing", "project"),
        ("not-an-option", "degree"),
        ("mapping-expected", "mentor"),
        ("missing", "placements.0.province"),
        ("missing", "placements.0.start"),
    ]


@pytest.mark.parametrize(
    ("file", "text", "zh"),
    [
        ("volunteers", VOLUNTEER[13:], "缺少cohort（届）。毕业并出发的年份，例如 2024。"),
        (
            "volunteers",
            VOLUNTEER.replace("outside", "x"),
            "“x”不是可选的值。可选：outside（省外项目）、inside（省内项目）。",
        ),
        ("volunteers", VOLUNTEER + "summary: [x]\n", "简介应写成一句文字，这里是列表。"),
        (
            "volunteers",
            VOLUNTEER + "mentor: x\n",
            "导师下面应写若干“名称: 值”，每项一行并缩进。"
            "可以写：name（导师姓名）、consent（导师同意公开）。",
        ),
        ("events", EVENT + "dates: []\n", "场次至少要写 1 项。"),
        ("volunteers", "- x\n", "这里应是一条记录，每行一个“名称: 值”。至少要写：name（姓名）、cohort（届）、project（项目）。"),
    ],
)  # fmt: skip
def test_messages_say_what_would_be_right(content, file, text, zh):
    (problem,) = content.problems(f"{file}/a.yml", text)

    assert problem.message(Language.ZH) == zh


@pytest.mark.parametrize(
    ("file", "en"),
    [("volunteers", "a volunteer"), ("events", "an event"), ("units", "a unit"), ("honours", "an honour")],
)  # fmt: skip
def test_nouns_have_their_article(content, file, en):
    problems = content.problems(f"{file}/a.yml", "zzz: x\n")

    (unknown,) = [problem for problem in problems if problem.code == "unknown-key"]
    assert unknown.message(Language.EN) == f"{en} has no such key."


def test_a_long_value_is_not_repeated_whole():
    assert shortened("甲" * 41) == "甲" * 39 + "…"
    assert shortened("甲\n  乙") == "甲 乙"
    assert shortened("甲" * 40) == "甲" * 40


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("events", EVENT + "dates: [{start: 2024-01-01}]\nregistration: {opens: 2026-12-25, closes: 2026-12-25T10:00}\n"),
        ("events", EVENT + "dates: [{start: 2024-01-01}]\nregistration: {opens: 2026-12-25T10:00, closes: 2026-12-25}\n"),
        ("events", EVENT + "dates: [{start: 2024-01-01}]\nregistration: {closes: 2026-12-25}\n"),
        ("volunteers", VOLUNTEER + "consent: {granted: 2024-09-01, covers: [name], withdrawn: 2024-09-01}\n"),
        ("volunteers", VOLUNTEER.replace("2024", "2000")),
    ],
)  # fmt: skip
def test_the_first_and_the_last_that_will_do(content, file, text):
    assert content.seen(f"{file}/a.yml", text) == []


def test_a_text_in_a_list_may_hold_a_chinese_comma(content):
    assert (
        content.seen("events/a.yml", EVENT + "dates: [{start: 2024-01-01}]\naudience: [甲，乙]\n")
        == []
    )


def test_every_line_that_is_not_indented_is_told_with_the_part_to_which_it_belongs(content):
    text = VOLUNTEER + "consent:\ngranted: 2024-01-01\ncovers:\n  - name\n"

    problems = content.problems("volunteers/a.yml", text)

    assert [problem.message(Language.ZH) for problem in problems] == [
        "granted 属于 consent（同意公开），要写在它下面：前面空两格。",
        "covers 属于 consent（同意公开），要写在它下面：前面空两格。",
    ]


def test_a_constraint_without_words_of_its_own_still_names_field_and_value():
    class Short(Model):
        code: Annotated[str, Field(max_length=3)] = Field(title="代码", description="三个字母。")
        names: tuple[Line, ...] = Field(max_length=1, title="名称", description="一个。")

    tree = {"code": "abcd", "names": ["a", "b"]}
    with pytest.raises(ValidationError) as raised:
        Short.model_validate(tree)

    found = list(mistakes(raised.value, Short, tree, "x.yml"))

    assert [problem.code for problem in found] == ["value-refused", "value-refused"]
    assert found[0].message(Language.ZH) == "代码不能写成“abcd”。"
