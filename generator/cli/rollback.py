"""``westbound rollback``: the site before the last publication, in one step."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.cli import options
from generator.cli.language import Say

NAME = "rollback"
SUMMARY = ("退回到上一次发布的网站", "bring back the site before the last publication")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    for add in (options.site_dir, options.as_of, options.config_file):
        add(one, say)


def run(given: argparse.Namespace, say: Say) -> int:
    """Exchange the site with the edition before it."""
    from generator import plugin, publishing

    try:
        with plugin.configured(given.config_file, plugin.Run(), given.site_dir) as config:
            live = Path(config.site_dir).resolve()
            today = plugin.site_of(config, given.as_of).as_of
        edition = publishing.rollback(live, today)
    except plugin.Stopped as stopped:
        print(stopped, file=sys.stderr)
        return 2
    except (publishing.Busy, publishing.Refused) as refused:
        print(plugin.unpublished(refused), file=sys.stderr)
        return 2
    back = say(
        f"已退回到 {edition.as_of} 的网站：{live}。内容文件没有动，下次生成会照它们来。",
        f"The site of {edition.as_of} is back in {live}. The content is as it was: "
        "the next build follows it.",
    )
    print(back, file=sys.stderr)
    return 0
