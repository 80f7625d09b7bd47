"""Amounts in prose: one that is a policy's figure should be a link to it, so that it is typed once.

Money and points only. Two years or thirty days in a story are mostly the story's own; 6000 元
are hardly ever.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.catalogue.standing import periods
from generator.links import way
from generator.markdown import to_html
from generator.numerals import DIGITS, MULTIPLES
from generator.problems import Problem, Severity
from generator.quantities import quantities
from generator.records.fields import Markdown
from generator.records.policy import Figure, FigureUnit, Policy, Standing
from generator.records.record import Record
from generator.records.walk import marked

_WORDS = {FigureUnit.CNY: ("元", "圆", "块钱"), FigureUnit.POINT: ("分",)}
"""The units that count, and the words that stand behind their amounts."""
_CURRENCIES = ("¥", "￥", "人民币")
_NUMERALS = frozenset(f"0123456789０１２３４５６７８９{DIGITS}{MULTIPLES}")
_MASKED = re.compile(r'<(?:a|code|img|pre) data-sourcepos="(\d+):(\d+)-(\d+):(\d+)"')
_OFFERED = 3
"""The links that a message offers at most."""


_Key = tuple[Decimal | None, FigureUnit | None]
"""What an amount is: its value and what it counts."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """The figures that prose may link to, each with the id of its policy."""

    figures: Mapping[_Key, list[tuple[str, Figure]]]
    words: frozenset[str]
    """The words that stand behind such amounts."""


def of_policies(records: Iterable[Record], on: date) -> Amounts:
    """The figures of the policies among *records* that count on the day *on*."""
    policies = [item for item in records if isinstance(item, Policy)]
    counting = periods(policies)
    figures: defaultdict[_Key, list[tuple[str, Figure]]] = defaultdict(list)
    for item in policies:
        for figure in item.figures:
            if counting[item.id].standing(on) is Standing.VALID and figure.unit in _WORDS:
                figures[figure.value, figure.unit].append((item.id, figure))
    words = (word for _, unit in figures if unit for word in _WORDS[unit])
    return Amounts(figures, frozenset(words))


def in_records(records: Iterable[Record], known: Amounts, folder: str) -> Iterator[Problem]:
    """A warning at each amount in the prose of *records* that is typed where a link would do."""
    if not known.figures:
        return
    for item in records:
        for loc, _, text in marked(item, Markdown):
            for offset, particulars in bare(text, item.collection, known):
                yield Problem(
                    f"{folder}/{item.collection}/{item.id}.yml",
                    "bare-figure",
                    loc,
                    particulars=particulars,
                    severity=Severity.WARNING,
                    offset=offset,
                )


def bare(text: str, folder: str, known: Amounts) -> Iterator[tuple[int, dict[str, str]]]:
    """Where Markdown *text* names an amount that a link would fill in, and what to tell of it.

    What stands in links and in code is left alone.
    """
    if not _may_name_amount(text, known.words):
        return
    masked: list[tuple[int, int]] | None = None
    for amount in quantities(text.replace("**", "  ")):  # **6000**元
        figures = known.figures.get((amount.value, amount.unit))
        if not figures:
            continue
        masked = _masked(text) if masked is None else masked
        if not any(start <= amount.start < end for start, end in masked):
            words = text[amount.start : amount.until]
            yield amount.start, {"amount": words, **_links(figures, folder)}


def _may_name_amount(text: str, words: frozenset[str]) -> bool:
    """A quick look, since nearly no text names one: 部分 and 分别 stand in most."""
    for word in words:
        at = text.find(word)
        while at >= 0:
            if text[max(0, at - 4) : at].rstrip("* \n")[-1:] in _NUMERALS:
                return True
            at = text.find(word, at + 1)
    return bool(words) and any(sign in text for sign in _CURRENCIES)


def _links(figures: list[tuple[str, Figure]], folder: str) -> dict[str, str]:
    offered = [
        (
            f"[]({way(folder, f'{Policy.collection}/{id}.yml')}#{figure.id})",
            figure.subject or figure.text or id,
        )
        for id, figure in figures[:_OFFERED]
    ]
    if len(offered) == 1:
        return {"link_zh": offered[0][0], "link": offered[0][0]}
    return {
        "link_zh": " 或 ".join(f"{link}（{what}）" for link, what in offered),
        "link": " or ".join(f"{link} ({what})" for link, what in offered),
    }


def _masked(text: str) -> list[tuple[int, int]]:
    """The stretches of *text* that are links, pictures or code."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def offset(line: str, column: str) -> int:
        return starts[int(line) - 1] + int(column)

    return [
        (offset(line, column) - 1, offset(last_line, last_column))
        for line, column, last_line, last_column in _MASKED.findall(to_html(text, positions=True))
    ]
