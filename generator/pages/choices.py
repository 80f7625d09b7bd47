"""Lists of records by what they can be chosen by, each a page of its own, or several."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from generator import urls
from generator.pages.components import Filter, FilterOption
from generator.pages.page import Page, Shown


@dataclass(frozen=True, slots=True)
class Choice:
    """A list of records, and what it is a choice of; the list of all has ``kind`` all."""

    kind: str
    value: str
    row: str
    """What the filter's row is called: 届, 省份."""
    text: str
    address: str
    title: str
    count: int


@lru_cache(maxsize=256)
def filters(
    current: Choice,
    choices: tuple[Choice, ...],
    most: int | None = None,
    counted: bool = True,
) -> tuple[Filter, ...]:
    """A row a kind, of those with most records where there are more than *most*.

    The first row carries 全部 with its count; a second 全部 would say the same again. Where
    records go back for years, their numbers tell nobody anything: they are not ``counted``. All
    pages of a list have the same.
    """

    def option(choice: Choice) -> FilterOption:
        count = choice.count if counted else None
        return FilterOption(choice.text, count, choice.address, choice.address == current.address)

    everything, *others = choices
    rows: list[Filter] = []
    for row, group in groupby(others, key=lambda choice: choice.row):
        shown = list(group)
        if most is not None:
            shown = sorted(shown, key=lambda choice: -choice.count)[:most]
            if row == current.row and current not in shown:
                shown[-1] = current
        options = tuple(map(option, shown))
        rows.append(Filter(row, options if rows else (option(everything), *options)))
    return tuple(rows) or (Filter("", (option(everything),)),)


def plan(
    choice: Choice,
    per_page: int,
    section: str,
    template: str,
    make: Callable[..., Shown],
    made_from: tuple[str, ...] = (),
) -> Iterator[Page]:
    """The pages of a list; ``make`` is given its kind, its value and the page's number."""
    for number in range(1, pages(choice.count, per_page) + 1):
        yield Page(
            address=urls.paged(choice.address, number),
            section=section,
            template=template,
            make=make,
            about=(choice.kind, choice.value, number),
            made_from=made_from,
        )


def pages(count: int, per_page: int) -> int:
    """How many pages *count* records take."""
    return -(-count // per_page)


def title(choice: Choice, number: int) -> str:
    """The title of page *number*, which tells it from the others."""
    return choice.title if number == 1 else f"{choice.title}（第{number}页）"
