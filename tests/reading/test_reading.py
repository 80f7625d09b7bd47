"""The door: a folder in, records and placed problems out."""

from __future__ import annotations

from datetime import date

import pytest

from generator.problems import Language
from generator.reading import read


def test_records_come_in_the_order_of_the_collections_and_of_their_ids(content):
    content.write("stories/a.yml", "title: x\ndate: 2024-01-01\nsummary: x\nbody: x\n")
    content.write("volunteers/b.yml")
    content.write("volunteers/a.yml")

    records = content.read().records

    assert [(record.collection, record.id) for record in records] == [
        ("volunteers", "a"),
        ("volunteers", "b"),
        ("stories", "a"),
    ]


def test_values_mean_what_the_editor_typed(content):
    """Plain YAML would make a number of 007, 1170 of 19:30 and False of no."""
    content.write(
        "events/a.yml",
        "title: 007\nkind: visit\ndates: [{start: 2026-03-01 19:30}]\naudience: [no, 1e3, off]\n",
    )

    (event,) = content.read().records

    assert event.title == "007"
    assert event.dates[0].start.isoformat() == "2026-03-01T19:30:00"
    assert event.audience == ("no", "1e3", "off")


def test_what_stands_empty_is_as_good_as_absent(content):
    content.write(
        "volunteers/a.yml",
        "name: 样例甲\ncohort: 2024\nproject: outside\nsummary:\nhonours:\n  -\nplacements:\n",
    )

    reading = content.read()

    assert reading.problems == ()
    assert reading.records[0].summary is None
    assert reading.records[0].honours == ()


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffname: 样例甲\ncohort: 2024\nproject: outside\n".encode(),
        "name: 样例甲\r\ncohort: 2024\r\nproject: outside\r\n".encode(),
        "---\nname: 样例甲\ncohort: 2024\nproject: outside\n".encode(),
        "name: 样例甲\ncohort: 2024\nproject: outside".encode(),
        "# 说明\nname: 样例甲\ncohort: 2024\nproject: outside\n...\n".encode(),
        'name: "样例\\u7532"\ncohort: 2024\nproject: outside\n'.encode(),
    ],
    ids=["byte order mark", "Windows", "document start", "no last line end", "comment", "escape"],
)
def test_programs_may_save_a_file_in_their_own_way(content, data):
    content.write("volunteers/a.yml", data)

    reading = content.read()

    assert reading.problems == ()
    assert reading.records[0].name == "样例甲"


def test_a_withdrawn_record_leaves_a_tombstone(content):
    content.write("volunteers/a.yml", "withdrawn:\n  on: 2026-06-02\n  reason: 本人要求\n")

    reading = content.read()

    ((collection, tombstone),) = reading.tombstones
    assert (collection, tombstone.id) == ("volunteers", "a")
    assert tombstone.withdrawn.on == date(2026, 6, 2)
    assert (reading.records, reading.problems, reading.broken) == ((), (), frozenset())


def test_all_problems_of_all_files_come_in_one_run_sorted_by_place(content):
    content.write("volunteers/b.yml", "name: 样例甲\ncohrt: 2024\nproject: out\n")
    content.write("volunteers/a.yml", "honours: [a\nb: c\n")

    problems = content.read().problems

    assert [(problem.file, problem.line, problem.code) for problem in problems] == [
        ("content/volunteers/a.yml", 1, "yaml"),
        ("content/volunteers/b.yml", 2, "unknown-key-near"),
        ("content/volunteers/b.yml", 3, "not-an-option-near"),
    ]


def test_a_problem_reads_as_a_sentence_in_both_languages(content):
    (problem,) = content.problems("volunteers/a.yml", "name: 甲\ncohrt: 2024\nproject: outside\n")

    assert problem.line_in(Language.ZH) == (
        "content/volunteers/a.yml:2:1: error: cohrt: 志愿者记录里没有这一项。是不是 cohort（届）？"
    )
    assert problem.line_in(Language.EN) == (
        "content/volunteers/a.yml:2:1: error: cohrt: "
        "a volunteer has no such key. Did you mean cohort (届)?"
    )


def test_a_record_that_exists_but_cannot_be_read_is_known_to_exist(content):
    """Nothing that refers to it should be called dangling as well."""
    content.write("volunteers/a.yml", "name: [\n")
    content.write("volunteers/b.yml", "name: x\n")
    content.write("volunteers/c.yaml")
    content.write("volunteers/2024/d.yml")
    content.write("volunteers/E.yml")
    content.write("volunteers/f.yml")

    assert content.read().broken == {("volunteers", id) for id in "abcde"}


def test_a_warning_does_not_break_a_record(content):
    content.write("volunteers/a.yml", "name: 甲 # 乙\ncohort: 2024\nproject: outside\n")

    reading = content.read()

    assert [problem.severity for problem in reading.problems] == ["warning"]
    assert len(reading.records) == 1
    assert reading.broken == frozenset()


def test_one_damaged_file_does_not_bury_the_others(content):
    content.write("volunteers/a.yml", "".join(f"k{i}: 1\n" for i in range(5000)))

    assert len(content.read().problems) == 100


def test_an_empty_folder_is_an_empty_site_and_no_folder_a_problem(content, tmp_path):
    assert content.read().problems == ()

    (problem,) = read(tmp_path / "contnet").problems

    assert (problem.file, problem.code) == ("contnet", "content-missing")


def test_the_folder_is_called_what_it_is_called(tmp_path):
    folder = tmp_path / "内容"
    (folder / "volunteers").mkdir(parents=True)
    (folder / "volunteers" / "a.yml").write_text("", "utf-8")

    (problem,) = read(folder).problems

    assert problem.file == "内容/volunteers/a.yml"
