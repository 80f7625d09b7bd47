"""Synthetic content, the same each time: two thirds volunteers, the rest events and stories.

Nobody in it is real: names are numbers, places are 示例县.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

from generator.records.place import Province

_WORDS = (
    *("教室", "操场", "牧民", "窗口", "登记表", "纸箱", "课本", "水井", "树苗", "广播"),
    *("病历", "账本", "方言", "乡镇", "村口", "夜路", "风沙", "雪山", "早读", "值班"),
    *("走访", "台账", "会议", "食堂", "学生", "老乡", "同事", "导师", "同学", "家信"),
)
_VERBS = ("修好", "记下", "讲完", "走过", "学会", "整理", "带来", "留下", "补上", "问起")
_COLLEGES = 20
_COHORTS = 20


def write(folder: Path, count: int) -> None:
    """Write *count* records, colleges aside, into *folder*."""
    chance = random.Random(count)
    volunteers = count * 2 // 3
    events = (count - volunteers) // 2
    for name in ("volunteers", "events", "stories", "units", "pages"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number in range(_COLLEGES):
        text = f"name: 示例学院{number + 1}\nrole: college\nsample: true\n"
        _save(folder / "units" / f"college-{number:02}.yml", text)
    for number in range(volunteers):
        text = _volunteer(number, chance)
        _save(folder / "volunteers" / f"v{number:05}.yml", text)
    for number in range(events):
        _save(folder / "events" / f"e{number:05}.yml", _event(number, chance))
    for number in range(count - volunteers - events):
        text = _story(number, volunteers, chance)
        _save(folder / "stories" / f"s{number:05}.yml", text)


def _volunteer(number: int, chance: random.Random) -> str:
    year = 2007 + number % _COHORTS
    outside = number % 3 != 0
    province = chance.choice(list(Province)).value if outside else Province.SHANDONG.value
    timeline = "".join(
        f"  - date: {year + step // 12}-{step % 12 + 1:02}\n    text: {_sentence(chance)}\n"
        for step in (6, 8, 13, 20)
    )
    return f"""\
sample: true
name: 示例{number:05}
college: college-{number % _COLLEGES:02}
major: 示例专业
degree: bachelor
cohort: {year}
project: {"outside" if outside else "inside"}
placements:
  - province: {province}
    county: 示例县
    host: 示例县{chance.choice(_WORDS)}站
    post: 专员
    start: {year}-08
    end: {year + 1}-07
summary: {_sentence(chance)}
quote: {_sentence(chance)}
timeline:
{timeline}\
consent:
  granted: {year}-07-01
  covers: [name, study, placement, portrait, story, after]
body: |
{_paragraphs(chance, 4)}"""


def _event(number: int, chance: random.Random) -> str:
    day = date(2017, 1, 1) + timedelta(days=number * 3 % 3650)
    return f"""\
sample: true
title: 示例宣讲会第{number}场
kind: briefing
dates:
  - start: {day}T19:00
    end: {day}T20:30
venue:
  campus: 示例校区
  room: 示例楼{chance.randint(101, 499)}
audience: [全校学生]
summary: {_sentence(chance)}
body: |
{_paragraphs(chance, 1)}"""


def _story(number: int, volunteers: int, chance: random.Random) -> str:
    day = date(2017, 1, 1) + timedelta(days=number * 2 % 3600)
    return f"""\
sample: true
title: 示例故事{number}，{_sentence(chance)[:8]}
date: {day}
author: 宣传部
volunteers: [v{chance.randrange(volunteers):05}]
tags: [{chance.choice(("支教", "乡村振兴", "基层"))}]
summary: {_sentence(chance)}
body: |
{_paragraphs(chance, 4)}"""


def _sentence(chance: random.Random) -> str:
    first, second, third = chance.sample(_WORDS, 3)
    return f"我在{first}边{chance.choice(_VERBS)}了{second}，后来{third}也变了样。"


def _paragraphs(chance: random.Random, count: int) -> str:
    paragraphs = ("".join(_sentence(chance) for _ in range(6)) for _ in range(count))
    return "\n\n".join(f"  {text}" for text in paragraphs) + "\n"


def _save(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
