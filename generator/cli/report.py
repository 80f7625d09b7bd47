"""``westbound report``: what editors should look at next."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict

from generator.cli import options
from generator.cli.language import Say
from generator.problems import Problem
from generator.report import TITLES, Report, report
from generator.written import read_written

NAME = "report"
SUMMARY = ("接下来该看什么", "what to look at next")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    for add in (options.content, options.as_of, options.config_file):
        add(one, say)
    options.format(one, say, ("text", "json"))


def run(given: argparse.Namespace, say: Say) -> int:
    """Print what was found, by kind; nothing of it is a mistake."""
    from generator import plugin

    asked = plugin.Run(content=given.content, as_of=given.as_of, production=True)
    try:
        with plugin.configured(given.config_file, asked) as config:
            content = plugin.content_of(config)
            prepared, following = plugin.for_readers(config)
    except plugin.Stopped as stopped:
        print(stopped, file=sys.stderr)
        return 2
    made = report(prepared, read_written(content)[0], content, following)
    if given.format == "json":
        said = _json(made, prepared.site.as_of.isoformat(), say)
        print(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_text(made, say)))
    return 0


def _text(made: Report, say: Say) -> Iterator[str]:
    for kind, findings in made.findings.items():
        if findings:
            yield say(
                f"{TITLES[kind][0]}（{len(findings)}）", f"{TITLES[kind][1]} ({len(findings)})"
            )
            yield from (f"  {_line(one, say)}" for one in findings)
            yield ""
    if made.following is None:
        yield say("以后没有哪一天会变。", "No day changes anything.")
        return
    day = made.following.day
    yield say(f"下一次要重新生成：{day}", f"To be built again on {day}")
    for reason in made.following.because:
        yield f"  content/{reason.record}.yml: {reason.key}（{reason.what}）"


def _line(one: Problem, say: Say) -> str:
    key = f" {one.key}:" if one.loc else ""
    return f"{one.shown_file}:{one.line}:{one.column}:{key} {one.message(say.language)}"


def _json(made: Report, as_of: str, say: Say) -> dict[str, object]:
    following = made.following
    return {
        "as_of": as_of,
        "next": following.day.isoformat() if following else None,
        "because": [asdict(reason) for reason in following.because] if following else [],
        "findings": [
            {
                "kind": kind,
                "code": one.code,
                "file": one.shown_file,
                "line": one.line,
                "column": one.column,
                "key": one.key,
                "message": one.message(say.language),
            }
            for kind, findings in made.findings.items()
            for one in findings
        ],
    }
