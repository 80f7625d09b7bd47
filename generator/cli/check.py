"""``westbound check``: what is wrong with the content, nothing built."""

from __future__ import annotations

import argparse
import sys

from generator.cli import options
from generator.cli.language import Say
from generator.cli.terminal import show

NAME = "check"
SUMMARY = ("检查记录，不生成网站", "check the records; build nothing")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    for add in (
        options.content,
        options.as_of,
        options.format,
        options.strict,
        options.config_file,
    ):
        add(one, say)


def run(given: argparse.Namespace, say: Say) -> int:
    """Print every problem, and at the end how many there are."""
    from generator import build, plugin  # MkDocs takes a third of a second to import

    asked = plugin.Run(content=given.content, as_of=given.as_of)
    try:
        with plugin.configured(given.config_file, asked) as config:
            site = plugin.site_of(config, given.as_of)
            content, kept = plugin.content_of(config), plugin.cache_of(config)
    except plugin.Stopped as stopped:
        print(stopped, file=sys.stderr)
        return 2
    problems = build.prepare(content, site, kept).problems
    show(problems, say, given.format)
    failed = options.fails(problems, given.strict)
    if problems:
        counted = say(f"共 {len(problems)} 处。", f"{len(problems)} in all.")
    else:
        counted = say("没有发现问题。", "No problems found.")
    print(counted, file=sys.stderr)
    return 1 if failed else 0
