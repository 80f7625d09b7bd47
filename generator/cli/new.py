"""``westbound new``: a commented record to fill in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator import series
from generator.clearance.schedule import days_off
from generator.cli import options
from generator.cli.language import Say
from generator.cli.terminal import unwritten
from generator.problems import Problem, Severity
from generator.reading import place
from generator.records import BY_NAME
from generator.records.event import Event, EventDate, day_of
from generator.records.fields import Moment, written
from generator.workdays import is_known

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
    one.add_argument(
        "--weekly",
        type=_count(say),
        metavar="N",
        help=say(
            "每周一场，一共几场（只用于 events）", "so many dates, a week apart (events only)"
        ),
    )
    for name, zh, en in (
        ("--start", "第一场的开始", "the start of the first date"),
        ("--end", "第一场的结束", "its end"),
    ):
        one.add_argument(
            name,
            type=_moment(say),
            metavar=say("时间", "TIME"),
            help=say(f"{zh}，例如 2027-03-01T14:30", f"{en}, such as 2027-03-01T14:30"),
        )
    options.content(one, say)
    options.config_file(one, say)


def run(given: argparse.Namespace, say: Say) -> int:
    """Write ``content/COLLECTION/ID.yml``, or print it; an existing file is left alone.

    Of dates that were asked for, those on public holidays are told.
    """
    from generator import plugin
    from generator.reading.names import id_problem, seems_to_name_person
    from generator.writing import template

    model = BY_NAME[given.collection]
    dates = _dates(given, say)
    if isinstance(dates, str):
        return _refused(dates)
    text = template(model, {"dates": [_written(when) for when in dates]} if dates else {})
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
    file = f"{content.name}/{given.collection}/{given.id}.yml"
    for problem in place(_days_off(dates, file), content):
        print(problem.line_in(say.language), file=sys.stderr)
    for year in sorted({when.last_day.year for when in dates}):
        if not is_known(year):
            print(_unknown(year, say), file=sys.stderr)
    return 0


def _unknown(year: int, say: Say) -> str:
    return say(
        f"{year} 年的放假安排还不知道（国务院办公厅每年 11 月前后公布，更新程序后才有），"
        "只核对了日期固定的节日。",
        f"How {year}'s public holidays are arranged is not known yet (it is announced each "
        "November, and comes with an update): only those on fixed days were looked at.",
    )


def _dates(given: argparse.Namespace, say: Say) -> tuple[EventDate, ...] | str:
    """The dates that were asked for, or what is wrong with asking."""
    if given.start is None:
        if given.weekly or given.end:
            return say(
                "--weekly 和 --end 要与 --start 一起用，例如 --weekly 8 --start 2027-03-01T14:30。",
                "--weekly and --end need --start: --weekly 8 --start 2027-03-01T14:30.",
            )
        return ()
    if given.collection != Event.collection:
        return say(
            f"只有 events（活动）有场次，{given.collection} 不能用 --start。",
            f"Only events have dates: {given.collection} takes no --start.",
        )
    if day_of(given.start).year < series.FIRST_YEAR:
        early = {"year": series.FIRST_YEAR}
        return Problem("", "series-early", particulars=early).message(say.language)
    try:
        dates = series.weekly(given.start, given.end, given.weekly or 1)
    except ValidationError as error:
        return _refusal(error).message(say.language)
    except OverflowError:
        return say("年份超出了日历，请核对 --start。", "The year is out of range: check --start.")
    if series.overlap(dates):
        told = {"start": written(given.start), "end": written(given.end)}
        return Problem("", "series-overlap", particulars=told).message(say.language)
    return dates


def _written(when: EventDate) -> dict[str, str]:
    moments = {"start": when.start, "end": when.end}
    return {key: written(moment) for key, moment in moments.items() if moment}


def _days_off(dates: Sequence[EventDate], file: str) -> Iterator[Problem]:
    """A warning for each date on a public holiday, or on a weekend that makes up for one."""
    for index, when in enumerate(dates):
        if off := days_off.touched(when):
            at = "dates", index, "start"
            told = {"day": off.day, "name": off.holiday}
            yield Problem(file, off.code, at, particulars=told, severity=Severity.WARNING)


def _refusal(error: ValidationError) -> Problem:
    """What a field's type says against a value."""
    first = error.errors()[0]
    return Problem("", first["type"], particulars=first.get("ctx", {}))


def _count(say: Say) -> Callable[[str], int]:
    def count(text: str) -> int:
        if text.isdecimal() and 0 < int(text) <= series.MOST:
            return int(text)
        most = series.MOST
        raise argparse.ArgumentTypeError(
            say(f"场数是 1 到 {most} 的数字", f"the number of dates is 1 to {most}")
        )

    return count


def _moment(say: Say) -> Callable[[str], date]:
    def moment(text: str) -> date:
        try:
            found: date = TypeAdapter(Moment).validate_python(text)
        except ValidationError as error:
            raise argparse.ArgumentTypeError(_refusal(error).message(say.language)) from None
        return found

    return moment


def _refused(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
