"""我能得到什么: one question a page, until nothing is left to ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.eligibility import (
    today,
)
from generator.pages import answers, cards, outcomes
from generator.pages.answers import Answered
from generator.pages.components import Link
from generator.pages.page import Page, Shown, Site

TITLE = answers.TITLE
ADDRESS = answers.ADDRESS
_NUMERALS = ("零", "一", "两", "三", "四")


class OptionCard(NamedTuple):
    """An answer that can be given: the page on which it leads further."""

    address: str
    label: str
    hint: str


class QuestionPage(NamedTuple):
    """``articles/asked.html``: one question."""

    crumbs: tuple[Link, ...]
    kicker: str
    """我能得到什么：第1问，最多3问"""
    title: str
    help: str
    options: tuple[OptionCard, ...]
    answers: tuple[Answered, ...]


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page for each question in its place, and for each outcome; nothing without questions."""
    _, asked = today(public)
    if not asked.criteria:
        return
    for way in asked.ways():
        options = tuple(way.values())
        is_question = asked.next(way) is not None
        yield Page(
            address=urls.benefits(options),
            section=ADDRESS,
            template="asked.html" if is_question else "outcome.html",
            make=_question if is_question else outcomes.show,
            about=options,
            searched_as="" if options else TITLE,
        )


def call(public: PublicCatalogue) -> Link | None:
    """答三个问题，看全部: the way in, where there are questions."""
    _, asked = today(public)
    if not asked.criteria:
        return None
    most = max(map(len, asked.ways()))
    return Link(f"答{_NUMERALS[most]}个问题，看全部", ADDRESS)


def _question(public: PublicCatalogue, site: Site, *options: str) -> Shown:
    _, asked = today(public)
    given = asked.answered(options)
    question = asked.next(given)
    assert question
    most = max(len(way) for way in asked.ways(given))
    number = len(given) + 1
    view = QuestionPage(
        crumbs=cards.crumbs() if not options else cards.crumbs((TITLE, ADDRESS)),
        kicker=f"{TITLE}：第{number}问，最多{most}问",
        title=question.question,
        help=question.help or "",
        options=tuple(
            OptionCard(urls.benefits((*options, one.id)), one.label, one.hint or "")
            for one in question.options
        ),
        answers=tuple(answers.told(asked, given)),
    )
    chosen = "，".join(answer.text for answer in view.answers)
    title = f"{question.question}（{chosen}）" if chosen else TITLE
    return Shown(title, f"{TITLE}：{question.question}", view)
