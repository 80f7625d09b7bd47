"""Where titles and quotes may break: between phrases, not inside a word.

BudouX's model tells the phrases; a list holds together what it alone would split.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from itertools import pairwise

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


@lru_cache(maxsize=8192)
def phrased(text: str) -> Markup:
    """*text* with ``<wbr>`` between its phrases."""
    return Markup("<wbr>".join(map(escape, chunks(text))))


def chunks(text: str) -> list[str]:
    """The phrases of *text*; none is a single character unless *text* is."""
    kept: list[str] = []
    held = _held(text)
    at = 0
    for chunk in parsed(text):
        if kept and (at in held or len(chunk) == 1 or len(kept[-1]) == 1):
            kept[-1] += chunk
        else:
            kept.append(chunk)
        at += len(chunk)
    return kept


def parsed(text: str) -> list[str]:
    """What BudouX's own parser gives, in half of the time.

    That looks up thirteen stretches for every place, each in its own list; here each stretch is
    looked up once, in all of them, and most are in none.
    """
    least, known = _model()
    scores = [0] * (len(text) + 3)
    for size in (1, 2, 3):
        for start in range(len(text) - size + 1):
            for after, score in known.get(text[start : start + size], ()):
                scores[start + after] += score
    ends = [at for at in range(1, len(text)) if scores[at] > least]
    return [text[start:end] for start, end in pairwise((0, *ends, len(text)))]


@cache
def _model() -> tuple[float, dict[str, list[tuple[int, int]]]]:
    """The score above which a phrase ends; what each stretch adds to a score, and how far after
    its beginning.

    BudouX numbers the stretches before and after a place: UW1 is the character that begins three
    before it, UW4 the one that begins there, as BW3 and TW4 do.
    """
    model = budoux.load_default_simplified_chinese_parser().model
    known: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, scores in model.items():
        after = (3 if name.startswith("B") else 4) - int(name[-1])
        for stretch, score in scores.items():
            known[stretch].append((after, score))
    return sum(sum(scores.values()) for scores in model.values()) / 2, dict(known)


def _held(text: str) -> set[int]:
    """The places inside whole words, at which no phrase may end."""
    held: set[int] = set()
    for word in _WHOLE:
        start = text.find(word)
        while start >= 0:
            held.update(range(start + 1, start + len(word)))
            start = text.find(word, start + 1)
    return held
