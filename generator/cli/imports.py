"""``westbound import``: what another program keeps, as records."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import options
from generator.cli.language import Say
from generator.cli.terminal import show, unwritten
from generator.personal_data import Kind, masked
from generator.problems import Problem, Severity
from generator.reading.files import reason

if TYPE_CHECKING:  # it takes a quarter of a second to import what reads calendars
    from generator.importing.events import Planned

NAME = "import"
SUMMARY = ("把日历文件里的活动写成记录", "write the events of a calendar as records")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    one.add_argument(
        "collection", choices=("events",), help=say("记录的类别", "the kind of record")
    )
    one.add_argument(
        "file",
        type=Path,
        metavar="FILE.ics",
        help=say("日历程序导出的文件", "the file that a calendar program exported"),
    )
    one.add_argument(
        "--dry-run",
        action="store_true",
        help=say("只显示会写什么，不写", "show what would be written; write nothing"),
    )
    one.add_argument(
        "--update",
        action="store_true",
        help=say("已有的记录也照日历改", "also change records that are there already"),
    )
    for add in (options.content, options.as_of, options.config_file):
        add(one, say)


def run(given: argparse.Namespace, say: Say) -> int:
    """Write new records; show what others would become, and change them where that was asked."""
    from generator import plugin
    from generator.importing.calendar_file import LIMIT, read
    from generator.importing.events import planned
    from generator.reading import read as read_records

    try:
        with plugin.configured(given.config_file, plugin.Run(content=given.content)) as config:
            content, site = plugin.content_of(config), plugin.site_of(config, given.as_of)
    except plugin.Stopped as stopped:
        return _refused(str(stopped))
    if not content.is_dir():
        missing = Problem(content.name, "content-missing", particulars={"folder": str(content)})
        return _refused(missing.message(say.language))
    try:
        with given.file.open("rb") as opened:
            data = opened.read(LIMIT + 1)
    except OSError as error:
        told = {"reason": reason(error)}
        return _refused(
            Problem(str(given.file), "file-unreadable", particulars=told).line_in(say.language)
        )
    there = read_records(content)
    broken = [one for one in there.problems if one.file.startswith(f"{content.name}/events/")]
    if any(problem.severity is Severity.ERROR for problem in broken):
        show(broken, say)
        print(_mend_first(say), file=sys.stderr)
        return 1
    plans, problems = planned(read(data, str(given.file)), there, content, site)
    show(problems, say)
    for plan in plans:
        wanted = plan.is_new or (plan.differs and given.update and not plan.by_hand)
        if (given.dry_run and wanted) or (plan.differs and not wanted):
            _show_difference(plan, say)
        show(plan.problems, say)
        if plan.differs and not (given.update or given.dry_run or plan.by_hand):
            show([Problem(plan.file.shown, "calendar-differs", line=1, column=1)], say)
        if wanted and not given.dry_run:
            try:
                _write(plan)
            except OSError as error:
                return _refused(unwritten(plan.file.path, error, say))
            print(plan.file.shown)
    everything = [*problems, *(problem for plan in plans for problem in plan.problems)]
    if any(problem.code in tuple(Kind) for problem in everything):
        print(_personal(say), file=sys.stderr)
    print(_counted(plans, given, say), file=sys.stderr)
    refused = any(plan.differs for plan in plans) and not (given.update or given.dry_run)
    return 1 if refused or options.fails(tuple(everything), strict=False) else 0


def _show_difference(plan: Planned, say: Say) -> None:
    """What a record would say, marked line by line as ``diff`` does."""
    if plan.before is None:
        print(say(f"会新写 {plan.file.shown}：", f"{plan.file.shown} would be new:"))
    before, after = (text.splitlines() for text in (plan.before or "", plan.after))
    names = (plan.file.shown, plan.file.shown)
    for line in unified_diff(before, after, *names, n=2, lineterm=""):
        print(masked(line))


def _write(plan: Planned) -> None:
    """Write the record, its lines ended as they were."""
    path = plan.file.path
    path.parent.mkdir(exist_ok=True)
    windows = plan.before is not None and b"\r\n" in path.read_bytes()
    mode = "x" if plan.is_new else "w"
    with path.open(mode, encoding="utf-8", newline="\r\n" if windows else "\n") as file:
        file.write(plan.after)


def _counted(plans: Sequence[Planned], given: argparse.Namespace, say: Say) -> str:
    new = sum(plan.is_new for plan in plans)
    differing = sum(plan.differs for plan in plans)
    same = len(plans) - new - differing
    if given.dry_run:
        return say(
            f"试运行，什么也没有写。会新写 {new} 条；已有的记录里 {differing} 条不同，{same} 条相同。",
            f"A dry run: nothing was written. {new} would be new; of those that are there "
            f"{differing} differ and {same} are the same.",
        )
    changed = say("改了", "changed") if given.update else say("没有改动", "were left alone")
    return say(
        f"新写 {new} 条；已有的记录里 {differing} 条不同，{changed}，{same} 条相同。",
        f"{new} new; of those that were there {differing} differ and {changed}, "
        f"{same} are the same.",
    )


def _personal(say: Say) -> str:
    return say(
        "上面有像个人信息的内容，生成网站时会停下。请在记录里删去，也最好从日历里删去。",
        "Some of it looks like personal data, for which a build stops: remove it from the records, "
        "and better from the calendar as well.",
    )


def _mend_first(say: Say) -> str:
    return say(
        "有活动记录读不出来，认不出哪些已经导入过。请先改好，再导入。什么也没有写。",
        "Some events cannot be read, so what was imported before is not known: mend them first. "
        "Nothing was written.",
    )


def _refused(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
