"""Where titles and quotes may break: between phrases, not inside a word.

BudouX finds the phrases; a list holds together what it alone would split.
"""

from __future__ import annotations

from functools import lru_cache

import budoux
from markupsafe import Markup, escape

_WHOLE = (
    *(
        "西部计划",
        "志愿者",
        "入学资格",
        "图书角",
        "户口",
        "档案",
        "保留",
        "宣讲会",
        "咨询会",
        "交流会",
    ),
    *("座谈会", "研究生", "毕业生", "就业协议", "项目办", "岗前培训", "出征仪式", "生活补贴"),
    *("山东科技大学", "青年志愿者", "标兵", "先进个人", "先进单位", "预报名", "省外", "省内"),
)
_parser = budoux.load_default_simplified_chinese_parser()


@lru_cache(maxsize=8192)
def phrased(text: str) -> Markup:
    """*text* with ``<wbr>`` between its phrases."""
    return Markup("<wbr>").join(escape(chunk) for chunk in chunks(text))


def chunks(text: str) -> list[str]:
    """The phrases of *text*; none is a single character unless *text* is."""
    kept: list[str] = []
    held = _held(text)
    at = 0
    for chunk in _parser.parse(text):
        if kept and (at in held or len(chunk) == 1 or len(kept[-1]) == 1):
            kept[-1] += chunk
        else:
            kept.append(chunk)
        at += len(chunk)
    return kept


def _held(text: str) -> set[int]:
    """The places inside whole words, at which no phrase may end."""
    held: set[int] = set()
    for word in _WHOLE:
        start = text.find(word)
        while start >= 0:
            held.update(range(start + 1, start + len(word)))
            start = text.find(word, start + 1)
    return held
