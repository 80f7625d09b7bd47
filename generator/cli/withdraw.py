"""``westbound withdraw``: take a person down, and say what is left to do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.cli import options
from generator.cli.language import Say
from generator.cli.terminal import show, unwritten
from generator.withdrawal import Likeness

NAME = "withdraw"
SUMMARY = ("撤下一个人", "take a person down")

_NEXT = (
    "运行 westbound build --production：网页换成一句“已应本人要求撤下”，网站旁边的 receipts 文件夹里会有一份回执，可以交给本人。",
    "Run westbound build --production: the page becomes one sentence, and a receipt to hand over "
    "lies in receipts/ beside the site.",
)


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    one.add_argument(
        "record",
        metavar="volunteers/ID",
        help=say("志愿者的编号，例如 volunteers/wb2024-001", "such as volunteers/wb2024-001"),
    )
    for add in (options.content, options.as_of, options.config_file):
        add(one, say)


def run(given: argparse.Namespace, say: Say) -> int:
    """Withhold the profile at once; leave a tombstone once nothing else names the person."""
    from generator import build, plugin, withdrawal
    from generator.reading import read
    from generator.records.volunteer import Volunteer
    from generator.written import read_written

    asked = plugin.Run(content=given.content, as_of=given.as_of)
    try:
        with plugin.configured(given.config_file, asked) as config:
            content, site = plugin.content_of(config), plugin.site_of(config, given.as_of)
    except plugin.Stopped as stopped:
        print(stopped, file=sys.stderr)
        return 2
    found = read(content)
    catalogue = build.prepare_read(found, content, site, build.Terms()).catalogue
    id = given.record.removeprefix(f"{content.name}/").removeprefix(f"{Volunteer.collection}/")
    id = id.removesuffix(".yml")
    person = catalogue.get(Volunteer, id)
    if person is None:
        gone = any((where, one.id) == (Volunteer.collection, id) for where, one in found.tombstones)
        print(_nobody(given.record, id, gone, say), file=sys.stderr)
        return 2
    path = content / "volunteers" / f"{person.id}.yml"
    pictures = _pictures(withdrawal.likenesses(person, catalogue), content, say)
    named = withdrawal.still_named(person, catalogue, read_written(content)[0], content, site)
    text = withdrawal.tombstone(site.as_of)
    if named:
        before = path.read_text("utf-8-sig")
        text = withdrawal.with_consent_withdrawn(before, site.as_of) or before
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        print(unwritten(path, error, say), file=sys.stderr)
        return 2
    if named:
        show(named, say)
        rest = say(
            f"{path} 已写上撤回日期，下次生成就不再有这一页。还有上面 {len(named)} 处写着这个人，"
            "改好以后再运行一次，记录就只留下网址。",
            f"{path} says that consent is withdrawn; the next build has no such page. "
            f"{len(named)} places above still name the person: mend them and run this again.",
        )
        print("\n".join([rest, *pictures]), file=sys.stderr)
        return 1
    done = say(
        f"{path} 只留下撤下的日期，网址照样能打开。",
        f"{path} holds the day only; its address still answers.",
    )
    steps = [say(*_NEXT), *(say(*step) for step in withdrawal.OUTSIDE)]
    left = [say("接下来要做的：", "Left to do:")]
    left += [f"  {number}. {step}" for number, step in enumerate(steps, start=1)]
    print("\n".join([done, *pictures, *left]), file=sys.stderr)
    return 0


def _nobody(record: str, id: str, gone: bool, say: Say) -> str:
    """Why nobody is taken down."""
    if gone:
        return say(
            f"volunteers/{id} 已经撤下了，不用再撤。",
            f"volunteers/{id} is taken down already; there is nothing to do.",
        )
    if "/" in id:
        return say(
            f"{record} 不是志愿者。这条命令只撤下人，请写 volunteers/编号。",
            f"{record} is no volunteer. This takes down people: write volunteers/ID.",
        )
    return say(
        f"没有读到 {record}。请核对编号；记录有错，先用 westbound check 改好。",
        f"{record} was not read. Check its id; if it has mistakes, mend them first "
        "(westbound check).",
    )


def _pictures(found: Sequence[Likeness], content: Path, say: Say) -> list[str]:
    """What to do with the pictures of a person: no page shows them, but their files are there."""
    lines = []
    for one in found:
        record = f"{content.name}/media/{one.item.id}.yml"
        file = f"{content.name}/media/{one.item.file}"
        if one.alone:
            lines.append(
                say(
                    f"图片里只有这个人，请删去图片和记录：{file}，{record}",
                    f"Nobody else is in this picture: delete it and its record: {file}, {record}",
                )
            )
        else:
            lines.append(
                say(
                    f"图片里还有别人，不再公开；要再用，请裁去这个人，再改记录：{file}，{record}",
                    f"Others are in this picture, which is not shown any more: cut the person "
                    f"out, and mend its record, to use it again: {file}, {record}",
                )
            )
        lines += [
            say(
                f"  这里还用着它，请一起改：{content.name}/{collection}/{id}.yml",
                f"  used by {content.name}/{collection}/{id}.yml: mend that as well",
            )
            for collection, id in one.used_by
        ]
    return lines
