"""File names as ids, and ids that tell a name."""

from __future__ import annotations

import pytest

from generator.reading.names import example_id
from generator.records import BY_NAME


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("Intro Meeting", "intro-meeting"),
        ("宣讲会 2024", "xuan-jiang-hui-2024"),
        ("a.b_c", "a-b-c"),
        ("-a-", "a"),
        ("con.", "event-1"),
        ("…", "event-1"),
    ],
)
def test_an_example_stays_near_to_what_was_meant(content, name, example):
    (problem,) = content.problems(f"events/{name}.yml", "")

    assert (problem.code, problem.particulars["example"]) == ("file-name", example)


def test_the_example_for_a_person_says_nothing_of_them(content):
    (problem,) = content.problems("volunteers/样例甲.yml", "")

    assert problem.particulars == {"name": "样例甲", "example": "wb2024-001"}


@pytest.mark.parametrize("model", BY_NAME.values())
def test_every_example_is_an_id(model, content):
    content.write(f"{model.collection}/{example_id('', model)}.yml", "withdrawn: {on: 2024-01-01}")

    assert content.read().problems == ()


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_names_that_windows_reserves_are_refused(content, name):
    (problem,) = content.problems(f"events/{name}.yml", "")

    assert problem.code == "file-reserved"


@pytest.mark.parametrize("name", ["console", "com10", "com0", "auxiliary", "a-con"])
def test_names_that_only_begin_like_them_are_not(content, name):
    content.write(f"events/{name}.yml", "withdrawn: {on: 2024-01-01}")

    assert content.read().problems == ()


def test_a_name_that_some_systems_could_not_hold_is_refused(content):
    (problem,) = content.problems(f"events/{'a' * 101}.yml", "")

    assert problem.code == "file-name-long"


RECORD = "name: {}\ncohort: 2024\nproject: outside\nsample: true\n"


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("zhang-xiaoming", "张小明"),
        ("zhangxiaoming-2024", "张小明"),
        ("wb2024-zhang-xiao-ming", "张小明"),
        ("xiaoming-zhang", "张小明"),
        ("wbzhangxiaoming", "张小明"),
        ("lv-bing", "吕冰"),
        ("lyu-bing", "吕冰"),
        ("lubing", "吕冰"),
        ("shan-xiong", "单雄"),  # a surname that is read otherwise
        ("aygul-memet", "Aygul Memet"),
        ("ayiguli-2024", "阿依古丽·买买提"),
    ],
)
def test_an_id_that_spells_the_name_is_a_warning(content, id, name):
    (problem,) = content.problems(f"volunteers/{id}.yml", RECORD.format(name))

    assert (problem.code, problem.severity, problem.line) == ("id-names-person", "warning", 1)


def test_the_name_that_an_editor_spells_counts_as_well(content):
    (problem,) = content.problems(
        "volunteers/gulinur.yml", RECORD.format("古丽努尔") + "pinyin: Gülinur\n"
    )

    assert problem.code == "id-names-person"


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("wb2024-001", "张小明"),
        ("example-a", "样例甲"),
        ("teacher-kashgar-2024", "李特"),
        ("believe-2024", "李娥"),  # lie stands in it by accident
        ("sdust-2024-017", "苏大"),
    ],
)
def test_an_opaque_id_is_left_alone(content, id, name):
    assert content.problems(f"volunteers/{id}.yml", RECORD.format(name)) == ()


def test_only_people_have_names_to_hide(content):
    story = "title: 张小明\ndate: 2024-01-01\nsummary: x\nbody: x\n"

    assert content.problems("stories/zhang-xiaoming.yml", story) == ()
