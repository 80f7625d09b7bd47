"""Problems printed as text, as JSON, and as GitHub Actions reads them."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest

from generator.cli.language import Say
from generator.cli.terminal import show
from generator.problems import Language, Problem, Severity

PROBLEMS = (
    Problem(
        "content/volunteers/a.yml",
        "unknown-key-within",
        ("dates", 0, "strat"),
        7,
        3,
        {"known": "start, end: 100%\n第二行"},
    ),
    Problem("content/volunteers/b.yml", "no-consent", (), 1, 1, severity=Severity.WARNING),
)


def printed(format, capsys, problems=PROBLEMS, language=Language.ZH):
    show(problems, Say(language), format)
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_text_is_a_line_that_editors_jump_to(capsys):
    """The head is the same in both languages."""
    zh = printed("text", capsys, PROBLEMS[1:])
    en = printed("text", capsys, PROBLEMS[1:], Language.EN)

    assert zh == (
        "content/volunteers/b.yml:1:1: warning: "
        "没有写 consent（同意公开），这位志愿者不会出现在网站上。\n"
    )
    assert en.startswith("content/volunteers/b.yml:1:1: warning: There is no `consent`")


def test_text_is_not_wrapped_or_coloured_or_read_as_markup(capsys):
    """However long it is, and whatever brackets it holds."""
    long = Problem("content/a.yml", "dangling-link", ("body",), 1, 1, {"target": "[red]x" * 60})

    out = printed("text", capsys, [long])

    assert out.count("\n") == 1
    assert "[red]x" * 60 in out
    assert "\x1b" not in out


def test_json_is_one_document_with_every_particular(capsys):
    """A program need not take sentences apart."""
    rows = json.loads(printed("json", capsys))

    assert [(row["file"], row["line"], row["column"], row["severity"]) for row in rows] == [
        ("content/volunteers/a.yml", 7, 3, "error"),
        ("content/volunteers/b.yml", 1, 1, "warning"),
    ]
    assert [(row["key"], row["code"]) for row in rows] == [
        ("dates.0.strat", "unknown-key-within"),
        ("", "no-consent"),
    ]
    assert "第二行" in rows[0]["message"]


def test_json_without_problems_is_an_empty_list(capsys):
    """Still a document."""
    assert json.loads(printed("json", capsys, ())) == []


def test_github_gets_one_command_a_problem_with_its_marks_escaped(capsys):
    """A line break or a percent sign in a message would else end or change the command."""
    first, second = printed("github", capsys).splitlines()

    match = re.fullmatch(r"::error file=(.*?),line=7,col=3,title=(.*?)::(.*)", first)
    assert match[1] == "content/volunteers/a.yml"
    assert match[2] == "unknown-key-within"
    assert unquote(match[3]).startswith("dates.0.strat: ")
    assert "100%25%0A第二行" in match[3]
    assert second.startswith(
        "::warning file=content/volunteers/b.yml,line=1,col=1,title=no-consent::"
    )


@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_a_command_prints_the_format_that_it_is_asked_for(format, site, capsys, monkeypatch):
    """The count goes to standard error, so that a program may read the output."""
    from generator.cli import main

    monkeypatch.chdir(site.root)
    site.add("volunteers/a", college="nowhere")

    assert main(["check", "--lang", "en", "--format", format]) == 1

    out, err = capsys.readouterr()
    assert err == "1 in all.\n"
    if format == "json":
        assert len(json.loads(out)) == 1
    else:
        assert out.count("\n") == 1
        assert "content/volunteers/a.yml" in out
