"""The command line: exit status, help, where each thing is printed."""

from __future__ import annotations

import os
import shutil

import pytest

from generator.cli import COMMANDS, main
from tests.commands import build, run
from tests.site import ROOT

NAMES = [command.NAME for command in COMMANDS]

THREE_MISTAKES = """\
name: 志愿者甲
cohrt: 2024
cohort: 二〇二四
project: abroad
"""
"""An unknown key, a year that is none, an option that is none: one each in three lines."""


@pytest.fixture
def work(site, monkeypatch):
    """A site, with its folder as the working directory."""
    monkeypatch.chdir(site.root)
    monkeypatch.setenv("LANG", "C.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    return site


def exit_of(*arguments):
    """The exit status of a command that argparse may end itself."""
    try:
        return main(arguments)
    except SystemExit as end:
        return end.code


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("language", "word"), [("zh", "中文还是英文"), ("en", "language of messages")]
)
def test_every_command_explains_itself_in_both_languages(name, language, word, capsys):
    """Help is printed to standard output and is all well."""
    assert exit_of(name, "--help", "--lang", language) == 0

    out = capsys.readouterr().out
    assert f"westbound {name}" in out
    assert word in out


@pytest.mark.parametrize(("language", "word"), [("zh", "生成网站"), ("en", "build the site")])
def test_the_command_lists_its_commands_in_both_languages(language, word, capsys):
    """Each with what it does."""
    assert exit_of("--help", "--lang", language) == 0

    out = capsys.readouterr().out
    assert word in out
    for name in NAMES:
        assert name in out


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_without_a_choice_the_locale_gives_the_language(
    environment, language, work, monkeypatch, capsys
):
    """Chinese for Chinese, else English."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert exit_of("check") == 0

    assert ("没有发现问题" in capsys.readouterr().err) is (language == "zh")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nothing"],
        ["check", "--nothing"],
        ["check", "--as-of", "yesterday"],
        ["check", "--as-of", "2026-02-30"],
        ["due", "--as-of", "9999-12-31"],
        ["report", "--as-of", "0001-01-01"],
        ["check", "--content", "nowhere"],
        ["check", "--config-file", "nowhere.yml"],
        ["build", "--config-file", "nowhere.yml"],
        ["check", "--format", "xml"],
        ["new", "people"],
        ["new", "volunteers", "Not An Id"],
        ["new", "events", "x", "--weekly", "8"],
        ["new", "events", "x", "--end", "2027-03-01"],
        ["new", "events", "x", "--weekly", "0", "--start", "2027-03-01"],
        ["new", "events", "x", "--weekly", "400", "--start", "2027-03-01"],
        ["new", "events", "x", "--weekly", "²", "--start", "2027-03-01"],
        ["new", "events", "x", "--start", "2027-02-30"],
        ["new", "events", "x", "--start", "3月1日"],
        ["new", "events", "x", "--start", "2027-03-01", "--end", "2027-02-28"],
        ["new", "events", "x", "--start", "2027-03-01", "--end", "2027-03-01T16:00"],
        ["new", "events", "x", "--weekly", "9", "--start", "9999-12-20"],
        ["new", "events", "x", "--start", "1999-12-31"],
        ["new", "events", "x", "--weekly", "2", "--start", "2027-03-01", "--end", "2027-03-08"],
        ["new", "units", "x", "--start", "2027-03-01"],
        ["serve", "--port", "door"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_two_and_says_what_is_wrong_on_standard_error(arguments, work, capsys):
    """No stack trace, nothing on standard output."""
    assert exit_of(*arguments) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert err.strip()
    assert "Traceback" not in err


def test_a_mistaken_date_is_told_how_to_write_one(work, capsys):
    """With an example."""
    assert exit_of("check", "--lang", "zh", "--as-of", "11月24日") == 2

    assert "请写成 2026-12-01" in capsys.readouterr().err


def test_content_without_problems_is_zero(work, capsys):
    """And standard output stays empty, so that a script may read it."""
    work.add("volunteers/a")

    assert exit_of("check") == 0

    assert capsys.readouterr().out == ""


def test_warnings_alone_are_zero_and_one_when_strict(work, capsys):
    """They are printed either way."""
    work.add("volunteers/a", consent=None)

    assert exit_of("check") == 0
    assert "warning" in capsys.readouterr().out
    assert exit_of("check", "--strict") == 1
    assert "warning" in capsys.readouterr().out


def test_a_missing_content_folder_is_told_and_is_not_a_site_without_records(tmp_path):
    """Whoever runs the command in the wrong folder must not publish an empty site."""
    from tests.site import Site

    site = Site(tmp_path)
    site.config.write_text(
        site.config.read_text("utf-8").replace(
            "  - westbound\n", "  - westbound: {content: gone}\n"
        ),
        "utf-8",
    )

    done = build(site)

    assert done.returncode != 0
    assert not site.folder.exists()
    assert "gone" in (done.stdout + done.stderr).decode()


def test_a_record_with_three_mistakes_gives_three_lines_and_the_site_stays(work):
    """Each with file, line, column and key; the build ends with the state of the site."""
    work.add("volunteers/b")
    work.build()
    digest = work.digest
    work.write("volunteers/wb2024-001.yml", THREE_MISTAKES)

    done = build(work, "--lang", "zh")

    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    file = "content/volunteers/wb2024-001.yml"
    assert [line.split(" ", 3)[:3] for line in lines] == [
        [f"{file}:2:1:", "error:", "cohrt:"],
        [f"{file}:3:9:", "error:", "cohort:"],
        [f"{file}:4:10:", "error:", "project:"],
    ]
    assert "是不是 cohort" in lines[0]
    assert "3 处要改，网站未改动。" in done.stderr.decode()
    assert work.digest == digest


def test_a_build_says_where_the_site_is_on_standard_error(work):
    """Standard output is for problems; no progress bar and no colour where nobody looks on."""
    work.add("volunteers/a")

    done = build(work)

    assert done.returncode == 0
    assert done.stdout == b""
    assert str(work.folder) in done.stderr.decode()
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"\r" not in done.stderr
    assert len(done.stderr.decode().splitlines()) == 1


def test_a_build_may_put_the_site_elsewhere(work):
    """And leaves the usual place alone."""
    work.add("volunteers/a")

    done = build(work, "--site-dir", "public/west")

    assert done.returncode == 0
    assert (work.root / "public/west/volunteers/a/index.html").is_file()
    assert not work.folder.exists()


def test_content_may_lie_elsewhere(work, tmp_path):
    """With its hand-written pages, which then are the site's."""
    work.add("volunteers/here")
    (tmp_path / "other").mkdir()
    from tests.site import Site

    other = Site(tmp_path / "other")
    other.add("volunteers/there")
    other.write("pages/about.md", "# 那边的关于\n")

    done = build(work, "--content", str(other.content_folder))

    assert done.returncode == 0, done.stderr.decode()
    assert work.has("/volunteers/there/")
    assert "那边的关于" in work.page("/about/").text
    assert not work.has("/volunteers/here/")


@pytest.mark.parametrize("name", ["check", "build"])
def test_a_console_that_lacks_a_character_does_not_end_the_command(name, work):
    """Windows' console in China speaks GBK, which has no emoji."""
    work.write("volunteers/a.yml", "name: 志愿者甲\n🙂: 1\ncohort: 2024\nproject: outside\n")

    done = run(name, "--lang", "zh", "--as-of", "2026-11-24", cwd=work.root, PYTHONIOENCODING="gbk")

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    line = done.stdout.decode("gbk")
    assert "\\U0001f642" in line
    assert "志愿者记录里没有这一项" in line


@pytest.mark.skipif(os.name != "posix", reason="elsewhere names of files are always UTF-8")
@pytest.mark.parametrize("module", ["generator", "mkdocs"])
def test_a_system_without_chinese_file_names_is_told_what_to_set(module, site):
    """Pages of provinces and tags have Chinese addresses, so that no site could be written."""
    site.add("stories/x", tags=["支教"])
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    done = run("build", cwd=site.root, module=module, **plain)

    assert done.returncode == 2 if module == "generator" else 1
    said = (done.stdout + done.stderr).decode()
    assert "PYTHONUTF8=1" in said
    assert "Traceback" not in said
    assert not site.folder.exists()
    assert run("build", cwd=site.root, **{**plain, "PYTHONUTF8": "1"}).returncode == 0


def test_new_writes_a_record_that_reads_well(work, capsys):
    """Commented, at its place, and named on standard output."""
    assert exit_of("new", "volunteers", "wb2024-009") == 0

    path = work.content_folder / "volunteers" / "wb2024-009.yml"
    assert capsys.readouterr().out.strip().replace("\\", "/") == "content/volunteers/wb2024-009.yml"
    assert "name:" in path.read_text("utf-8")
    assert b"\r" not in path.read_bytes()


def test_new_does_not_write_over_a_record(work, capsys):
    """What is there stays, byte for byte."""
    before = work.add("volunteers/a").path.read_bytes()

    assert exit_of("new", "volunteers", "a", "--lang", "zh") == 2

    assert "已经有了，没有改动它" in capsys.readouterr().err
    assert (work.content_folder / "volunteers" / "a.yml").read_bytes() == before


def test_new_without_an_id_prints_the_record(work, capsys):
    """And writes nothing."""
    assert exit_of("new", "events") == 0

    assert "title:" in capsys.readouterr().out
    assert not (work.content_folder / "events").exists()


def test_new_writes_a_series_of_which_one_date_can_be_moved_and_one_cancelled(work, capsys):
    """Eight dates, listed: on the page and in the calendar the other six stay as they were."""
    series = ["--weekly", "8", "--start", "2026-12-01T14:30", "--end", "2026-12-01T16:00"]
    assert exit_of("new", "events", "talks", *series, "--lang", "zh") == 0

    path = work.content_folder / "events" / "talks.yml"
    text = path.read_text("utf-8")
    text = text.replace("title:", "title: 示例宣讲", 1).replace("kind:", "kind: briefing", 1)
    moved = "- start: 2026-12-10T14:30\n    status: rescheduled\n    previous:\n      - start: 2026-12-08T14:30\n"
    text = text.replace("- start: 2026-12-08T14:30\n    end: 2026-12-08T16:00\n", moved)
    off = "- start: 2026-12-15T14:30\n    status: cancelled\n"
    path.write_text(text.replace("- start: 2026-12-15T14:30\n", off), "utf-8")

    page = work.build().page("/events/talks/").text
    calendar = work.feed("/events/talks.ics").replace(b"\r\n ", b"").decode()

    assert "改期" in page
    assert "12月10日" in page
    assert "取消" in page
    assert calendar.count("BEGIN:VEVENT") == 8
    assert calendar.count("STATUS:CANCELLED") == 1
    assert "UID:talks.2026-12-08" in calendar
    assert "DTSTART;TZID=Asia/Shanghai:20261210T143000" in calendar
    assert "DTSTART;TZID=Asia/Shanghai:20270119T143000" in calendar


@pytest.mark.parametrize(
    ("start", "end", "zh"),
    [
        ("2027-03-01T14:30", "2027-04-19T16:00", "和下一场重叠"),
        ("2027-03-01T14:30", "2027-03-08T14:31", "和下一场重叠"),
        ("2027-03-01", "2027-03-08", "和下一场重叠"),
        ("1927-03-01T14:30", "1927-03-01T16:00", "早于 2000 年"),
        ("0227-03-01T14:30", "0227-03-01T16:00", "不在 1900 到 2199 之间"),
    ],
)
def test_new_writes_no_series_that_nobody_can_mean(work, capsys, start, end, zh):
    """The end of the last date given for that of the first; a year with a slip."""
    series = ["--weekly", "8", "--start", start, "--end", end, "--lang", "zh"]
    assert exit_of("new", "events", "talks", *series) == 2

    assert zh in capsys.readouterr().err
    assert not (work.content_folder / "events" / "talks.yml").exists()


def test_new_writes_dates_that_adjoin_and_a_single_long_one(work, capsys):
    """Days to the day before the next; and whoever asks for one date may take a month for it."""
    week = ["--weekly", "8", "--start", "2027-03-01", "--end", "2027-03-07"]
    assert exit_of("new", "events", "weeks", *week) == 0
    assert exit_of("new", "events", "month", "--start", "2027-03-01", "--end", "2027-03-31") == 0


def test_new_tells_which_dates_of_a_series_are_days_off(work, capsys):
    """Each at its line, and where the year's holidays are not known, that they are not."""
    series = ["--weekly", "5", "--start", "2026-09-19T14:30", "--lang", "zh"]
    assert exit_of("new", "events", "talks", *series) == 0

    lines = work.content_folder.joinpath("events/talks.yml").read_text("utf-8").split("\n")
    said = capsys.readouterr().err.splitlines()
    assert [line.split(" ", 3)[3].split("。")[0] for line in said] == [
        "2026-09-26 是中秋假期",
        "2026-10-03 是国庆节假期",
        "2026-10-10 是因国庆节调休、要上班上课的周末",
    ]
    for line in said:
        assert line.split()[3] in lines[int(line.split(":")[1]) - 1]
    assert exit_of("new", "events", "later", "--start", "2099-03-02", "--lang", "zh") == 0
    assert "2099 年的放假安排还不知道" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("id", "zh"),
    [
        ("con", "“con”是 Windows 的保留名"),
        ("lpt1", "“lpt1”是 Windows 的保留名"),
        ("a" * 101, "超过 100 个字符"),
        ("张三", "例如 wb2024-001"),
        ("../events/x", "“../events/x”不能作编号"),
    ],
)
def test_new_does_not_write_what_check_would_refuse(work, capsys, id, zh):
    """The same rules for a file's name, before there is a file."""
    assert exit_of("new", "volunteers", id, "--lang", "zh") == 2

    out, err = capsys.readouterr()
    assert zh in err
    assert out == ""
    assert not (work.content_folder / "volunteers").exists()


@pytest.mark.parametrize(
    ("collection", "id", "warned"),
    [
        ("volunteers", "zhang-san", True),
        ("volunteers", "sanzhang", True),
        ("volunteers", "zhang-san-2026", True),
        ("volunteers", "wb2026-001", False),
        ("volunteers", "sample-1", False),
        ("events", "zhang-san", False),
    ],
)
def test_new_warns_of_an_id_that_seems_to_spell_a_name(work, capsys, collection, id, warned):
    """It would be the address for ever; no name is in the record yet, so it can only seem so."""
    assert exit_of("new", collection, id, "--lang", "zh") == 0

    assert ("像是姓名的拼音" in capsys.readouterr().err) is warned


def test_new_outside_a_project_makes_no_folders(tmp_path, monkeypatch, capsys):
    """Nor inside a folder of the project: it says where to go, as check does."""
    monkeypatch.chdir(tmp_path)

    assert exit_of("new", "events", "x", "--lang", "zh") == 2

    assert "请先进入项目的文件夹" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [None, "a file"])
def test_new_without_a_content_folder_says_so(work, capsys, there):
    """It does not make one: whoever mistypes --content would write where nobody looks."""
    shutil.rmtree(work.content_folder)
    if there:
        work.content_folder.write_text(there, "utf-8")

    assert exit_of("new", "events", "x", "--lang", "zh") == 2

    assert "没有找到内容文件夹" in capsys.readouterr().err


def test_new_writes_where_the_configuration_has_the_content(work, capsys):
    """Which need not be called content."""
    work.content_folder.rename(work.root / "records")
    config = work.config.read_text("utf-8").replace("content/pages", "records/pages")
    config = config.replace("  - westbound\n", "  - westbound: {content: records}\n")
    work.config.write_text(config, "utf-8")

    assert exit_of("new", "events", "x") == 0

    assert (work.root / "records" / "events" / "x.yml").is_file()


def test_what_new_cannot_write_is_said_in_a_sentence(work, capsys):
    """With the folder and why."""
    work.write("events", "in the way")

    assert exit_of("new", "events", "x", "--lang", "zh") == 2

    err = capsys.readouterr().err
    assert err.startswith("写不了")
    assert "events" in err
    assert len(err.splitlines()) == 1


def test_what_schema_cannot_write_is_said_in_a_sentence(work, capsys):
    """With the folder and why."""
    work.write("events", "in the way")

    assert exit_of("schema", "content/events/s", "--lang", "en") == 2

    err = capsys.readouterr().err
    assert err.startswith("Cannot write")
    assert len(err.splitlines()) == 1


def test_schema_writes_a_file_for_each_collection(work, capsys):
    """Which an editor's program can read."""
    import json

    assert exit_of("schema", "schemas") == 0

    names = capsys.readouterr().out.split()
    assert len(names) == 11
    for name in names:
        schema = json.loads((work.root / name).read_text("utf-8"))
        assert schema["$schema"].startswith("https://json-schema.org/")


def test_a_port_in_use_is_told_with_another_to_try(work):
    """And is wrong usage, not an error of the content."""
    import socket

    work.add("volunteers/a")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--port", port, "--lang", "en", cwd=work.root)

    assert done.returncode == 2
    assert f"Port {port} cannot be opened" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_the_version_is_told(capsys):
    """For whoever reports a mistake."""
    from generator import __version__

    assert exit_of("--version") == 0
    assert capsys.readouterr().out.strip() == f"westbound {__version__}"


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path):
    """With what to do, and no trace."""
    (tmp_path / ".site.westbound").write_text("in the way", "utf-8")

    done = run("build", "--site-dir", str(tmp_path / "site"), "--lang", "en", cwd=ROOT)

    assert done.returncode == 2
    assert b"the site is unchanged" in done.stderr
    assert b"Traceback" not in done.stderr
