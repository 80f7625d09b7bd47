"""Birth dates: a day or a month, with the word that makes it one (出生, 生日, 生于).

A year alone is none, nor is a date before 1920: it is nobody's who is on the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal_data.disguise import Span

_HAN = "〇零○一二三四五六七八九"
_YEAR = "(?:19[2-9][0-9]|20[0-9]{2})"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = f"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[{_HAN}]?|[{_HAN}])"
_WHOLE = rf"""(?<![0-9])(?:
    (?:{_YEAR}|[0-9]{{2}}|一九[二三四五六七八九][{_HAN}]|二[〇零○][{_HAN}]{{2}})
        \s?年\s?{_MONTH}\s?月(?:\s?{_DAY}\s?[日号])?
  | {_YEAR}\s?[-./]\s?{_MONTH}(?:\s?[-./]\s?{_DAY})?(?![0-9])
  | {_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])?(?![0-9])
)"""
_DAY_OF_YEAR = rf"(?<![0-9年])(?<!年\s){_MONTH}\s?月\s?{_DAY}\s?[日号]"
_ANY = f"(?P<date>{_WHOLE}|{_DAY_OF_YEAR})"

# 生 also ends words (毕业生于9月报到, 学生日常) and 出生 may be halves of two (走出生活).
_BORN = "(?<![走付演突推输派选露交支])出生"
_BEASTS = "羊牛马驹犊羔猪狗猫鸡驼崽"
_BORN_AFTER = f"{_BORN}(?![地率人证缺活动命产态机理长存意涩]|的?小?[{_BEASTS}])"
_NOT_OF_A_NOUN = (
    "(?<![学业考究新男女医先师科招发产诞滋派书习士后萌衍伴丛寄天门人众民卫养花余今再重求谋野"
    "终平校级培保送免范优选调长读术体育费困留换转班往届等职专一此])"
)
_FORMS = tuple(
    re.compile(form, re.VERBOSE)
    for form in (
        # 出生日期：1999-05-12, 出生于1999年5月, 生日是5月12日
        rf"(?P<word>{_BORN}(?:日期|年月日?|时间)?|{_NOT_OF_A_NOUN}生(?:于|日(?:当天|那一?天)?))"
        rf"(?:[\s:：是为系即于在(（=＝|]|公历|农历|阳历|阴历){{0,6}}{_ANY}",
        # 1999年5月12日出生, 1999年5月，她在示例县出生
        rf"(?P<date>{_WHOLE})[\s)）,，、]{{0,2}}"
        rf"[^，,。；;、！？!?\n0-9{_BEASTS}]{{0,12}}?{_BORN_AFTER}",
        rf"(?P<date>{_DAY_OF_YEAR})\s?{_BORN_AFTER}",
        # 1999年5月生，
        rf"(?P<date>{_WHOLE})\s?生(?=[，,。；;、)）|\s人于]|$)",
        # 5月12日是她的生日
        rf"{_ANY}\s?(?P<between>(?:[的是为系即（(]|就是|正是)[^，,。；;！？!?\n]{{0,8}}?)?"
        rf"{_NOT_OF_A_NOUN}生日(?![会快礼蛋派聚歌祝常前报])",
    )
)
_OF_AN_ORGANISATION = re.compile(
    "(?:党|祖国|共和国|中国|国家|团|校|军|公司|组织)的?(?:成立|建立)?"
    "(?:[0-9百一二三四五六七八九十]+(?:周?[年岁])?)?的?$"
)
_HEADING = re.compile("出生(?:日期|年月日?|时间)|生日")
_DATE = re.compile(_ANY, re.VERBOSE)
_WORD = re.compile(r"[出生月日](?:生|(?<=生)[日于]|\s生)")


def found(text: str) -> Iterator[Span]:
    """Dates with their word, in a sentence or under it in a table."""
    if not _WORD.search(text):
        return
    for form in _FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            before = parts.get("between") or text[max(0, match.start() - 12) : match.start()]
            if not _OF_AN_ORGANISATION.search(before):
                yield _span(match.start(), match.end(), match["date"])
    yield from _in_tables(text)


def _in_tables(text: str) -> Iterator[Span]:
    """The first date below each column that is headed by the word."""
    at, columns, within = 0, list[int](), False
    for line in text.split("\n") if "|" in text else ():
        cells = line.split("|")
        if not within:
            columns = [place for place, cell in enumerate(cells) if _HEADING.search(cell)]
        within = len(cells) > 1
        for column in tuple(columns) if within else ():
            match = _DATE.search(cells[column]) if column < len(cells) else None
            if match:
                begins = at + sum(len(cell) + 1 for cell in cells[:column]) + match.start()
                yield _span(begins, begins + len(match[0]), match[0])
                columns.remove(column)
        at += len(line) + 1


def _span(start: int, end: int, date: str) -> Span:
    first = re.match("[0-9]{4}|[^年月]*.", date)
    return Span(start, end, date, first[0] if first else "")
