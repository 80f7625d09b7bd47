"""Arguments that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generator.cli.language import Say
from generator.cli.terminal import FORMATS
from generator.problems import Problem, Severity


def config_file(one: argparse.ArgumentParser, say: Say) -> None:
    """``--config-file``"""
    one.add_argument(
        "--config-file",
        type=_file(say),
        default="mkdocs.yml",
        metavar="FILE",
        help=say("配置文件，默认是 mkdocs.yml", "the configuration; mkdocs.yml by default"),
    )


def content(one: argparse.ArgumentParser, say: Say) -> None:
    """``--content``"""
    one.add_argument(
        "--content",
        type=_folder(say),
        metavar="DIR",
        help=say(
            "记录所在的文件夹，默认是 content", "the folder of the records; content by default"
        ),
    )


def site_dir(one: argparse.ArgumentParser, say: Say) -> None:
    """``--site-dir``"""
    one.add_argument(
        "--site-dir",
        type=Path,
        metavar="DIR",
        help=say("网站放在哪里，默认是 site", "where the site goes; site by default"),
    )


def as_of(one: argparse.ArgumentParser, say: Say) -> None:
    """``--as-of``"""
    one.add_argument(
        "--as-of",
        type=_day(say),
        metavar=say("日期", "DATE"),
        help=say("当作这一天，例如 2026-12-01", "build as if on this day, such as 2026-12-01"),
    )


def strict(one: argparse.ArgumentParser, say: Say) -> None:
    """``--strict``"""
    one.add_argument(
        "--strict",
        action="store_true",
        help=say("有提醒也算不通过", "let warnings fail as errors do"),
    )


def format(one: argparse.ArgumentParser, say: Say, formats: Sequence[str] = tuple(FORMATS)) -> None:
    """``--format``"""
    one.add_argument(
        "--format",
        choices=formats,
        default="text",
        help=say("输出的格式", "the format of the output"),
    )


def fails(problems: tuple[Problem, ...], strict: bool) -> bool:
    """Whether *problems* make a command fail."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def port(one: argparse.ArgumentParser, say: Say) -> None:
    """``--port``"""
    one.add_argument(
        "--port",
        type=_port(say),
        default=8000,
        metavar="N",
        help=say("端口，默认 8000", "the port; 8000 by default"),
    )


def _port(say: Say) -> Callable[[str], int]:
    def port(text: str) -> int:
        if text.isdecimal() and 0 < int(text) < 65536:
            return int(text)
        raise argparse.ArgumentTypeError(say("端口是 1 到 65535 的数字", "a port is 1 to 65535"))

    return port


def _file(say: Say) -> Callable[[str], Path]:
    def file(text: str) -> Path:
        path = Path(text)
        if not path.is_file():
            wrong = say(
                f"这里没有 {text}。请先进入项目的文件夹，再运行命令",
                f"there is no {text} here; run the command in the project's folder",
            )
            raise argparse.ArgumentTypeError(wrong)
        return path

    return file


_YEARS = range(2000, 2200)
"""Of which days a site can be made: calendars look back and ahead of them."""


def _day(say: Say) -> Callable[[str], date]:
    def day(text: str) -> date:
        try:
            found = date.fromisoformat(text)
            if found.year not in _YEARS:
                raise ValueError
            return found
        except ValueError:
            wrong = say(
                f"“{text}”不是日期，请写成 2026-12-01，年份在 2000 到 2199 之间",
                f"{text!r} is no date; write 2026-12-01, of the years 2000 to 2199",
            )
            raise argparse.ArgumentTypeError(wrong) from None

    return day


def _folder(say: Say) -> Callable[[str], Path]:
    def folder(text: str) -> Path:
        path = Path(text)
        if not path.is_dir():
            wrong = say(f"没有文件夹“{text}”", f"there is no folder {text!r}")
            raise argparse.ArgumentTypeError(wrong)
        return path.resolve()

    return folder
