"""``westbound withdraw``: take a person down, and say what is left to do."""

from __future__ import annotations

import argparse
import sys

from generator.cli import options
from generator.cli.language import Say
from generator.cli.terminal import show, unwritten

NAME = "withdraw"
SUMMARY = ("撤下一个人", "take a person down")

_OUTSIDE = (
    "网站以外还要做的：\n"
    "  1. 运行 westbound build --production，网页换成一句“已应本人要求撤下”。\n"
    "  2. Git 历史里还有旧记录，请维护者清除，并让协作者重新克隆。\n"
    "  3. 请搜索引擎删除快照：百度“快照删除与更新”，必应“内容删除工具”。\n"
    "  4. 海报、公众号文章、校内其他网页、备份：请各自的负责人处理。\n"
    "  5. 签字的同意书和撤回申请按学校规定存档。",
    "Left to do outside the site:\n"
    "  1. Run westbound build --production: the page becomes one sentence.\n"
    "  2. Git's history still holds the record: have it removed, and cloned anew.\n"
    "  3. Ask search engines to remove what they keep of the page.\n"
    "  4. Posters, articles elsewhere, other pages of the university, backups.\n"
    "  5. File the signed consent and its withdrawal as the university's rules say.",
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
    catalogue = build.prepare_read(read(content), content, site, build.Terms()).catalogue
    person = catalogue.get(Volunteer, given.record.removeprefix("volunteers/").removesuffix(".yml"))
    if person is None:
        wrong = say(
            f"没有读到 {given.record}。请核对编号；记录有错，先用 westbound check 改好。",
            f"{given.record} was not read. Check its id; if it has mistakes, mend them first "
            "(westbound check).",
        )
        print(wrong, file=sys.stderr)
        return 2
    path = content / "volunteers" / f"{person.id}.yml"
    named = withdrawal.still_named(person, catalogue, read_written(content)[0], content)
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
        print(rest, file=sys.stderr)
        return 1
    done = say(
        f"{path} 只留下撤下的日期，网址照样能打开。",
        f"{path} holds the day only; its address still answers.",
    )
    print(f"{done}\n{say(*_OUTSIDE)}", file=sys.stderr)
    return 0
