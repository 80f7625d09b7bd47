"""Questions that students ask: the list, by tag and by policy, and a page each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, choices, road
from generator.pages.choices import Choice
from generator.pages.citations import cited
from generator.pages.components import Chip, Filter, Link, Pager, Prose
from generator.pages.page import Page, Shown, Site, own_page
from generator.pages.prose import required
from generator.records.policy import Policy
from generator.records.question import Question
from generator.records.unit import Unit

HEADING = "问答"
INDEX = urls.section("questions")
PER_PAGE = 20
TAGS = 20
ALIKE = 5


class QuestionCard(NamedTuple):
    """A question in a list, with the first paragraph of its answer."""

    address: str
    title: str
    sample: bool
    answer: Prose


class QuestionList(NamedTuple):
    """``articles/questions.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    filters: tuple[Filter, ...]
    questions: tuple[QuestionCard, ...]
    pager: Pager | None


class QuestionArticle(NamedTuple):
    """``articles/question.html``: one question, its answer, and whom to ask further."""

    crumbs: tuple[Link, ...]
    title: str
    sample: bool
    body: Prose
    chips: tuple[Chip, ...]
    """The clauses on which the answer rests."""
    road: tuple[Link, ...]
    policies: tuple[Link, ...]
    contacts: tuple[Link, ...]
    alike: tuple[Link, ...]
    """Other questions with one of its tags."""
    tags: tuple[Link, ...]


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The list, those by tag and by policy, and a page each; nothing without questions."""
    questions = public.chosen(Question)
    if not questions:
        return
    for choice in _choices(public):
        # Two tags that differ only by case collide: the question that carries one is to mend.
        first = public.chosen(Question, choice.kind, choice.value)[0]
        made_from = (f"questions/{first.id}",) if choice.kind == "tag" else ()
        yield from choices.plan(choice, PER_PAGE, INDEX, "questions.html", _list, made_from)
    for item in questions:
        yield own_page(item, "question.html", _article)


def _choices(public: PublicCatalogue) -> tuple[Choice, ...]:
    return (
        Choice("all", "", "", "全部", INDEX, f"常见{HEADING}", len(public.chosen(Question))),
        *(
            Choice("tag", tag, "标签", tag, urls.questions_by("tag", tag), f"问答：{tag}", count)
            for tag, count in public.values(Question, "tag")
        ),
        *(
            Choice(
                *("policy", id, "政策", title, urls.questions_by("policy", id)),
                f"问答：{title}",
                count,
            )
            for id, count in public.values(Question, "policy")
            for title in (public.the(Policy, id).title,)
        ),
    )


def _list(public: PublicCatalogue, site: Site, kind: str, value: str, number: int) -> Shown:
    every = _choices(public)
    choice = next(one for one in every if (one.kind, one.value) == (kind, value))
    questions = public.chosen(Question, kind, value)[(number - 1) * PER_PAGE : number * PER_PAGE]
    everything = choice.address == INDEX
    return Shown(
        title=choices.title(choice, number),
        description=f"{choice.title}：{choice.count}个问题。",
        view=QuestionList(
            crumbs=cards.crumbs() if everything else cards.crumbs((HEADING, INDEX)),
            title=choice.title,
            lead="同学们常问的。文件没有写的，写明该问谁。" if everything else "",
            filters=choices.filters(choice, every, TAGS),
            questions=tuple(_card(item, public) for item in questions),
            pager=cards.pager(choice.address, number, choices.pages(choice.count, PER_PAGE)),
        ),
    )


def _card(item: Question, public: PublicCatalogue) -> QuestionCard:
    first = item.body.strip().partition("\n\n")[0]
    return QuestionCard(urls.path_of(item), item.title, item.sample, required(first, item, public))


def _article(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Question, id)
    body = required(item.body, item, public)
    policies = public.each(Policy, item.policies)
    contacts = dict.fromkeys(id for policy in policies for id in policy.contacts)
    view = QuestionArticle(
        crumbs=cards.crumbs((HEADING, INDEX)),
        title=item.title,
        sample=item.sample,
        body=body,
        chips=cited(item.body, item, public),
        road=road.places(item, public),
        policies=tuple(cards.link(policy) for policy in policies),
        contacts=tuple(
            Link(unit.short or unit.name, urls.path_of(unit))
            for unit in public.each(Unit, contacts)
        ),
        alike=tuple(map(cards.link, _alike(item, public))),
        tags=tuple(Link(tag, urls.questions_by("tag", tag)) for tag in item.tags),
    )
    description = f"{item.title}文件怎么写，再问谁。"
    return Shown(item.title, description, view, structured=_structured(item, body))


def _alike(item: Question, public: PublicCatalogue) -> list[Question]:
    """Other questions with one of the tags of *item*."""
    found: dict[str, Question] = {}
    for tag in item.tags:
        for other in public.chosen(Question, "tag", tag)[: ALIKE + 1]:
            found.setdefault(other.id, other)
    found.pop(item.id, None)
    return list(found.values())[:ALIKE]


def _structured(item: Question, answer: Prose) -> Mapping[str, object]:
    """The page as a FAQPage. Source: https://schema.org/FAQPage"""
    return {
        "@type": "FAQPage",
        "inLanguage": "zh-CN",
        "mainEntity": [
            {
                "@type": "Question",
                "name": item.title,
                "acceptedAnswer": {"@type": "Answer", "text": answer},
            }
        ],
    }
