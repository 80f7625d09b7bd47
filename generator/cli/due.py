"""``westbound due``: the next day on which the site must be built."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from generator.cli import options
from generator.cli.language import Say

NAME = "due"
SUMMARY = ("下一次必须重新生成网站的日子", "the next day on which the site must be built")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    for add in (options.content, options.site_dir, options.as_of, options.config_file):
        add(one, say)
    options.format(one, say, ("text", "json"))


def run(given: argparse.Namespace, say: Say) -> int:
    """Print the day and why; 1 when the built site is overdue."""
    from generator import plugin
    from generator.feeds import health

    asked = plugin.Run(content=given.content, as_of=given.as_of, production=True)
    try:
        with plugin.configured(given.config_file, asked, given.site_dir) as config:
            live = Path(config.site_dir).resolve()
            prepared, found = plugin.for_readers(config)
    except plugin.Stopped as stopped:
        print(stopped, file=sys.stderr)
        return 2
    today = prepared.site.as_of
    overdue = bool(health.is_overdue(live, today))
    if given.format == "json":
        because = [asdict(reason) for reason in found.because] if found else []
        following = found.day.isoformat() if found else None
        print(json.dumps({"as_of": today.isoformat(), "next": following, "because": because}, ensure_ascii=False, indent=2))  # fmt: skip
    elif found:
        print(say(f"{found.day}", f"{found.day}"))
        for reason in found.because:
            print(f"  content/{reason.record}.yml: {reason.key}（{reason.what}）")
    else:
        print(say("以后没有哪一天会变。", "No day changes anything."))
    if overdue:
        print(
            say("已发布的网站过期了，请重新生成。", "The published site is overdue: build it."),
            file=sys.stderr,
        )
    return 1 if overdue else 0
