"""``westbound new``: a commented record to fill in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli import options
from generator.cli.language import Say
from generator.cli.terminal import unwritten
from generator.problems import Problem
from generator.records import BY_NAME

NAME = "new"
SUMMARY = ("写一份带说明的空白记录", "write a commented record to fill in")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    one.add_argument(
        "collection",
        choices=tuple(BY_NAME),
        help=say("记录的类别", "the kind of record"),
    )
    one.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help=say("编号，不写就打印到屏幕", "its id; without one the record is printed"),
    )
    options.content(one, say)
    options.config_file(one, say)


def run(given: argparse.Namespace, say: Say) -> int:
    """Write ``content/COLLECTION/ID.yml``, or print it; an existing file is left alone."""
    from generator import plugin
    from generator.reading.names import id_problem, seems_to_name_person
    from generator.writing import template

    model = BY_NAME[given.collection]
    text = template(model)
    if given.id is None:
        print(text, end="")
        return 0
    try:
        with plugin.configured(given.config_file, plugin.Run(content=given.content)) as config:
            content = plugin.content_of(config)
    except plugin.Stopped as stopped:
        return _refused(str(stopped))
    if not content.is_dir():
        missing = Problem(content.name, "content-missing", particulars={"folder": str(content)})
        return _refused(missing.message(say.language))
    path = content / given.collection / f"{given.id}.yml"
    shown = str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
    wrong = id_problem(given.id, model, shown)
    if wrong:
        return _refused(wrong.message(say.language))
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        if isinstance(error, FileExistsError) and path.exists():
            return _refused(
                say(
                    f"{shown} 已经有了，没有改动它。",
                    f"{shown} is there already; it is left as it was.",
                )
            )
        return _refused(unwritten(path, error, say))
    print(shown)
    unwise = seems_to_name_person(given.id, model, shown)
    if unwise:
        print(unwise.message(say.language), file=sys.stderr)
    return 0


def _refused(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
