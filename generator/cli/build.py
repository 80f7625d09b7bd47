"""``westbound build``: the site, made aside and put in place when it is whole."""

from __future__ import annotations

import argparse
import errno
import logging
import sys
import time
from collections.abc import Sequence

from generator.cli import options
from generator.cli.language import Say
from generator.cli.published import show as show_published
from generator.cli.terminal import Bar, show
from generator.problems import Problem
from generator.rendering.jobs import NoWorkers, cluster, processes
from generator.summary import Summary

NAME = "build"
SUMMARY = ("生成网站", "build the site")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    options.content(one, say)
    options.site_dir(one, say)
    one.add_argument(
        "--production",
        action="store_true",
        help=say(
            "正式发布：不含示例，记下每个网址",
            "for readers: no examples, and every address is noted down for good",
        ),
    )
    one.add_argument(
        "--jobs",
        type=int,
        choices=range(1, 65),
        metavar="N",
        help=say("用几个进程，默认按需要", "how many processes; by default as many as pay"),
    )
    one.add_argument(
        "--scheduler",
        metavar="tcp://HOST:PORT",
        help=say("让 Dask 集群生成网页", "let a Dask cluster make the pages"),
    )
    one.add_argument(
        "--if-due",
        action="store_true",
        help=say(
            "今天没有到期的内容就不生成（定时任务用）",
            "build only if something is due today (for scheduled tasks)",
        ),
    )
    one.add_argument(
        "--no-cache",
        action="store_true",
        help=say("不用上次留下的结果，全部重做", "use nothing that earlier builds left"),
    )
    for add in (options.as_of, options.format, options.strict, options.config_file):
        add(one, say)


def run(given: argparse.Namespace, say: Say) -> int:
    """Build, print the problems, and say what state the site is in."""
    from generator import plugin

    # MkDocs' own words are for those who know MkDocs: only what goes wrong is passed on.
    logging.basicConfig(format="%(message)s", level=logging.WARNING, stream=sys.stderr)
    found: list[Problem] = []
    published: list[Summary] = []

    def report(problems: Sequence[Problem]) -> None:
        found.extend(problems)
        show(problems, say, given.format)

    started = time.monotonic()
    try:
        if given.if_due and not plugin.is_due(given.config_file, given.as_of, given.site_dir):
            print(say("今天没有到期的内容，网站不用重新生成。", "Nothing is due."), file=sys.stderr)
            return 0
        with Bar(say) as bar:
            asked = plugin.Run(
                content=given.content,
                as_of=given.as_of,
                report=report,
                progress=bar,
                fresh=given.no_cache,
                production=given.production,
                jobs=given.jobs,
                told=published.append,
                crew=cluster(given.scheduler) if given.scheduler else processes(given.jobs),
            )
            site = plugin.build_site(given.config_file, asked, given.site_dir, strict=given.strict)
    except plugin.Stopped as stopped:
        if not options.fails(tuple(found), given.strict):
            print(stopped, file=sys.stderr)
            return 2
        print(
            say(
                f"{len(found)} 处要改，网站未改动。",
                f"{len(found)} to mend; the site is unchanged.",
            ),
            file=sys.stderr,
        )
        return 1
    except OSError as error:
        print(_unwritten(error, say), file=sys.stderr)
        return 2
    except NoWorkers as missing:
        wrong = say(
            f"集群用不了，网站未改动。{missing}", f"No cluster; the site is unchanged. {missing}"
        )
        print(wrong, file=sys.stderr)
        return 2
    for told in published:
        show_published(told, say)
    seconds = time.monotonic() - started
    built = say(
        f"网站已生成：{site}（{seconds:.1f} 秒）", f"The site is in {site} ({seconds:.1f} s)"
    )
    print(built, file=sys.stderr)
    # Published, but somebody who withdrew is still named: whoever runs this must not miss it.
    return int(any(one.still_in for told in published for one in told.receipts))


def _unwritten(error: OSError, say: Say) -> str:
    """What kept the system from writing, and what to do."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return say(
            "磁盘满了，网站未改动。请腾出空间（旧版本在网站旁边的 .westbound 文件夹里），再生成一次。",
            "The disk is full; the site is unchanged. Make room (earlier editions lie beside the "
            "site, in its .westbound folder), and build again.",
        )
    what = f"{error.filename} ({error.strerror})" if error.filename else str(error)
    return say(
        f"写不了：{what}，网站未改动。请检查权限，文件是不是被别的程序打开着。",
        f"Cannot write {what}; the site is unchanged. "
        "Check permissions, and whether another program has the file open.",
    )
