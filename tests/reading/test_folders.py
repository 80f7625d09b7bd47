"""Which files are records, and what is wrong with the others."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from generator.reading import files, read

NOBODY = 65534

VOLUNTEER = "name: 样例甲\ncohort: 2024\nproject: outside\n"


def codes(content):
    return [(problem.file, problem.code) for problem in content.read().problems]


@pytest.mark.parametrize(
    "name",
    [
        "volunteers/.hidden.yml",
        "volunteers/.DS_Store",
        "volunteers/a.yml~",
        "volunteers/.a.yml.swp",
        "volunteers/#a.yml#",
        "volunteers/~$a.docx",
        "volunteers/Thumbs.db",
        "volunteers/desktop.ini",
        "volunteers/.trash/a.yml",
        "volunteers/drafts/notes.txt",
        "pages/index.md",
        "pages/.meta.yml",
        "pages/about/data.yml",
        "sources/a.txt",
        "sources/a.yml",
        "media/a.jpg",
        "media/a.JPG",
        "media/readme.txt",
        "media/2024/a.jpg",
        "permalinks.txt",
        "other/readme.md",
    ],
)
def test_what_is_no_record_is_passed_over(content, name):
    content.write(name, "x: [")

    assert codes(content) == []


@pytest.mark.parametrize(
    ("name", "code", "example"),
    [
        ("volunteers/a.yaml", "file-suffix", "a.yml"),
        ("volunteers/a.YML", "file-suffix", "a.yml"),
        ("volunteers/a.yml.txt", "file-suffix", "a.yml"),
        ("volunteers/a.txt", "file-suffix", "a.yml"),
        ("volunteers/a", "file-suffix", "a.yml"),
        ("media/a.yaml", "file-suffix", "a.yml"),
        ("volunteers/a.docx", "file-foreign", None),
        ("volunteers/a.jpg", "file-foreign", None),
        ("a.yml", "file-loose", None),
        ("volunteers/a b.yml", "file-name", "wb2024-001"),
        ("events/A.yml", "file-name", "a"),
        ("events/a.b.yml", "file-name", "a-b"),
        ("events/活动.yml", "file-name", "huo-dong"),
        ("volunteer/a.yml", "file-misplaced", None),
        ("Volunteers/a.yml", "file-misplaced", None),
        ("volunteers/2024/a.yml", "file-misplaced", None),
        ("volunteers/2024/spring/a.yml", "file-misplaced", None),
        ("volunteers/a.yml/b.txt", "not-a-file", None),
    ],
)
def test_what_would_silently_not_be_read_is_a_problem(content, name, code, example):
    content.write(name)

    (problem,) = content.read().problems

    assert problem.code == code
    assert (problem.line, problem.column) == (1, 1)
    assert problem.particulars.get("example") == example
    assert f"content/{name}".startswith(problem.file)


def test_a_folder_in_the_wrong_place_is_one_problem_however_much_it_holds(content):
    for id in "cab":
        content.write(f"volunteer/{id}.yml")

    assert codes(content) == [("content/volunteer/a.yml", "file-misplaced")]


def test_two_files_that_differ_by_case_are_not_both_read(content):
    """On Windows and macOS the second would have overwritten the first."""
    content.write("volunteers/a.yml")
    content.write("volunteers/A.yml")

    assert codes(content) == [("content/volunteers/A.yml", "file-name")]


def test_a_name_cannot_write_to_the_terminal(content):
    content.write("events/a\x1b[2J\n.yml")

    assert codes(content) == [("content/events/a\\x1b[2J\\x0a.yml", "file-name")]


@pytest.mark.skipif(os.name != "posix", reason="any bytes make a name on POSIX only")
def test_a_name_that_is_no_text_can_be_printed(content):
    content.write("events/x.yml").rename(
        os.fsdecode(os.fsencode(content.root) + b"/events/\xff.yml")
    )

    ((file, code),) = codes(content)

    assert code == "file-name"
    assert file.encode()


symlinks = pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")


@symlinks
def test_a_link_within_the_content_is_followed(content):
    target = content.write("sources/a.yml", VOLUNTEER)
    (content.root / "volunteers").mkdir()
    (content.root / "volunteers" / "a.yml").symlink_to(target)

    assert [record.id for record in content.read().records] == ["a"]


@symlinks
@pytest.mark.parametrize("link", ["volunteers/a.yml", "volunteers", "other"])
def test_a_link_that_leads_out_is_not_followed(content, tmp_path, link):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.yml").write_text(VOLUNTEER, "utf-8")
    path = content.root / link
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(outside / "a.yml" if link.endswith(".yml") else outside)

    reading = content.read()

    assert reading.records == ()
    assert codes(content) == [(f"content/{link}", "file-outside")]


@symlinks
@pytest.mark.parametrize("target", ["gone.yml", "a.yml"])
def test_a_link_that_leads_nowhere_is_a_problem(content, target):
    (content.root / "volunteers").mkdir()
    (content.root / "volunteers" / "a.yml").symlink_to(target)

    reading = content.read()

    assert codes(content) == [("content/volunteers/a.yml", "file-unreadable")]
    assert reading.broken == {("volunteers", "a")}


@symlinks
def test_the_content_folder_may_itself_be_a_link(content, tmp_path):
    content.write("volunteers/a.yml")
    link = tmp_path / "link"
    link.symlink_to(content.root)
    content.root = link

    assert [record.id for record in content.read().records] == ["a"]


@symlinks
def test_a_pipe_is_not_waited_for(content):
    content.write("volunteers/b.yml")
    os.mkfifo(content.root / "volunteers" / "a.yml")

    assert codes(content) == [("content/volunteers/a.yml", "not-a-file")]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
def test_a_file_that_cannot_be_opened_says_why():
    """Root reads everything, so the test is somebody else for a moment."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        (root / "volunteers").mkdir(parents=True)
        Path(folder).chmod(0o755)
        path = root / "volunteers" / "a.yml"
        path.write_text(VOLUNTEER, "utf-8")
        path.chmod(0)
        user = os.geteuid()
        if user == 0:
            os.seteuid(NOBODY)
        try:
            (problem,) = read(root).problems
        finally:
            os.seteuid(user)

    assert problem.code == "file-unreadable"
    assert problem.particulars["reason"] == "Permission denied"


def test_a_file_that_the_system_will_not_open_says_why(content, monkeypatch):
    content.write("volunteers/a.yml")
    content.write("volunteers/b.yml")

    def refuse(path):
        if path.name == "a.yml":
            raise PermissionError(13, "Permission denied")
        return opened(path)

    opened = files.FileIO
    monkeypatch.setattr(files, "FileIO", refuse)

    result = content.read()

    assert [problem.particulars for problem in result.problems] == [{"reason": "Permission denied"}]
    assert [record.id for record in result.records] == ["b"]
    assert result.broken == {("volunteers", "a")}
