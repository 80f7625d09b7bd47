"""``westbound new``: a commented record to fill in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli import options
from generator.cli.language import Say
from generator.records import BY_NAME
from generator.records.fields import is_id

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


def run(given: argparse.Namespace, say: Say) -> int:
    """Write ``content/COLLECTION/ID.yml``, or print it; an existing file is left alone."""
    from generator.writing import template

    text = template(BY_NAME[given.collection])
    if given.id is None:
        print(text, end="")
        return 0
    if not is_id(given.id):
        wrong = say(
            f"“{given.id}”不能作编号：只用小写英文字母、数字和连字符。",
            f"{given.id!r} is no id: lower-case letters, digits and hyphens only.",
        )
        print(wrong, file=sys.stderr)
        return 2
    path = (given.content or Path("content")) / given.collection / f"{given.id}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        wrong = say(
            f"{path} 已经有了，没有改动它。", f"{path} is there already; it is left as it was."
        )
        print(wrong, file=sys.stderr)
        return 2
    print(path)
    return 0
