"""Printing what a publication did."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from generator.cli.language import Say
from generator.summary import Summary

_LISTED = 10
"""So many addresses are named of each kind."""


def show(told: Summary, say: Say) -> None:
    """Print to standard error what is new, changed and gone, and what changes next and when."""
    for line in _lines(told, say):
        print(line, file=sys.stderr)


def _lines(told: Summary, say: Say) -> list[str]:
    lines = [
        say(f"与{told.before}发布的相比：", f"Since the site of {told.before}:")
        if told.before
        else say("第一次发布：", "Published for the first time:"),
        *_row(say("新增", "new"), told.new, say),
        *_row(say("改动", "changed"), told.changed, say),
        *_row(say("不再有", "gone"), told.gone, say),
    ]
    if told.others:
        lines.append(
            say(
                f"  另有 {told.others} 个图片、样式、检索等文件有变动。",
                f"  {told.others} other files (pictures, assets, search) changed as well.",
            )
        )
    if len(lines) == 1:
        lines.append(say("  没有变化。", "  nothing changed."))
    for one in told.receipts:
        if one.still_in:
            warning = say(
                f"没有撤干净：姓名还在 {len(one.still_in)} 个文件里，见回执 {one.path}。",
                f"Not all is gone: the name stands in {len(one.still_in)} files; see {one.path}.",
            )
            lines.append(warning)
        else:
            lines.append(say(f"撤回的回执：{one.path}", f"A receipt of withdrawal: {one.path}"))
    if told.following is None:
        return [*lines, say("以后没有哪一天会变。", "No day changes anything.")]
    lines.append(
        say(
            f"下一次要重新生成：{told.following.day}",
            f"To be built again on {told.following.day}:",
        )
    )
    lines += [
        f"  content/{reason.record}.yml: {reason.key}（{reason.what}）"
        for reason in told.following.because[:_LISTED]
    ]
    return lines


def _row(label: str, addresses: Sequence[str], say: Say) -> list[str]:
    if not addresses:
        return []
    rest = len(addresses) - _LISTED
    more = [say(f"    等，共 {len(addresses)} 个", f"    and {rest} more")] if rest > 0 else []
    return [
        f"  {label} {len(addresses)}{say('：', ':')}",
        *(f"    {address}" for address in addresses[:_LISTED]),
        *more,
    ]
