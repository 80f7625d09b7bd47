"""The answers that were given, and how a page shows them: shared by questions and outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import urls
from generator.eligibility import (
    Answers,
    Inquiry,
)
from generator.records.criterion import Option

TITLE = "我能得到什么"
ADDRESS = urls.benefits()


class Answered(NamedTuple):
    """An answer that was given, and the way to give another."""

    text: str
    change: str


def told(asked: Inquiry, answers: Answers) -> Iterator[Answered]:
    """Each answer, and the page on which another can be given."""
    options = list(answers.values())
    for place, (id, chosen) in enumerate(answers.items()):
        yield Answered(option(asked, id, chosen).label, urls.benefits(options[:place]))


def option(asked: Inquiry, criterion: str, chosen: str) -> Option:
    """The option that was chosen of a criterion."""
    return next(
        one
        for question in asked.criteria
        if question.id == criterion
        for one in question.options
        if one.id == chosen
    )
