"""The command ``westbound``: arguments and printing only, one module a command.

Exit status: 0 all well, 1 problems in the content, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from generator import __version__
from generator.cli import (
    build,
    check,
    due,
    imports,
    new,
    report,
    rollback,
    schema,
    serve,
    withdraw,
)
from generator.cli.language import Say, chosen_language
from generator.cli.terminal import prepare_streams

COMMANDS = (check, build, serve, new, imports, due, report, withdraw, rollback, schema)
"""Every command, in the order in which help lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* name (those of the process, if None); its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    prepare_streams()
    say = Say(chosen_language(arguments))
    options = parser(say).parse_args(arguments)
    try:
        status: int = options.run(options, say)
    except KeyboardInterrupt:
        print(say("已中断，网站未改动。", "Interrupted; the site is unchanged."), file=sys.stderr)
        return 130
    return status


def process() -> NoReturn:
    """The command as a process of its own, which ends with it.

    Python would first free every record, one by one: a tenth of a build of 10,000.
    """
    status = main()
    logging.shutdown()
    with suppress(BrokenPipeError):  # whoever read along has gone
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def parser(say: Say) -> argparse.ArgumentParser:
    """The parser of the whole command line, its help in one language."""
    whole = argparse.ArgumentParser(
        prog="westbound",
        description=say(
            "把志愿者、活动和政策的 YAML 记录做成网站。",
            "YAML records of volunteers, events and policies become a website.",
        ),
    )
    whole.add_argument("--version", action="version", version=f"westbound {__version__}")
    _language(whole, say)
    commands = whole.add_subparsers(
        metavar=say("命令", "COMMAND"), required=True, title=say("命令", "commands")
    )
    for command in COMMANDS:
        summary = say(*command.SUMMARY)
        one = commands.add_parser(command.NAME, help=summary, description=summary)
        _language(one, say)
        command.arguments(one, say)
        one.set_defaults(run=command.run)
    return whole


def _language(one: argparse.ArgumentParser, say: Say) -> None:
    # Read before the parser is made, since the parser's own texts depend on it.
    one.add_argument(
        "--lang",
        choices=("zh", "en"),
        default=argparse.SUPPRESS,
        help=say("提示用中文还是英文", "the language of messages"),
    )
