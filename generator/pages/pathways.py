"""Pathways: the road step by step, and what is needed for it on one page to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator import urls
from generator.catalogue import Occurrence, PublicCatalogue
from generator.pages import cards, dates, questions
from generator.pages.citations import cited
from generator.pages.components import AgendaRow, Badge, Chip, Link, Prose
from generator.pages.page import Page, Shown, Site, own_page
from generator.pages.prose import prose
from generator.records.event import Event, EventKind
from generator.records.pathway import Pathway
from generator.records.policy import Policy
from generator.records.question import Question

TITLE = "办事指引"
ADDRESS = urls.section("pathways")
NEEDS = "办什么"
COMING = 4


class PathwayCard(NamedTuple):
    """A pathway in the index, with its steps."""

    address: str
    title: str
    sample: bool
    steps: tuple[Link, ...]
    needs: Link | None


class PathwayList(NamedTuple):
    """``articles/pathways.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    pathways: tuple[PathwayCard, ...]


class StepView(NamedTuple):
    """A step: who, when, how, with what, and the clauses that say so."""

    anchor: str
    number: int
    title: str
    meta: tuple[str, ...]
    """由谁办, 何时办"""
    body: Prose | None
    all: tuple[str, ...]
    any: tuple[str, ...]
    chips: tuple[Chip, ...]
    """The clauses of the provisions that the body leads to."""
    events: tuple[tuple[Link, Badge], ...]
    """Each with the day on which it is next."""
    questions: tuple[Link, ...]


class PathwayArticle(NamedTuple):
    """``articles/pathway.html``: the road, what is on soon, and where to read on."""

    crumbs: tuple[Link, ...]
    title: str
    sample: bool
    lead: str
    """六步，每一步写明谁办、何时办、带什么。"""
    needs: Link | None
    steps: tuple[StepView, ...]
    coming: tuple[AgendaRow, ...]
    policies: tuple[Link, ...]
    more: tuple[Link, ...]


class NeedsPage(NamedTuple):
    """``articles/needs.html``: what each step asks for, to print."""

    crumbs: tuple[Link, ...]
    title: str
    sample: bool
    lead: str
    steps: tuple[StepView, ...]
    permalink: str


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The index, a page each, and what is needed for each; nothing without pathways."""
    pathways = public.all(Pathway)
    if not pathways:
        return
    yield Page(ADDRESS, ADDRESS, "pathways.html", _index)
    for pathway in pathways:
        yield own_page(pathway, "pathway.html", _article)
        if _asks(pathway):
            yield Page(
                address=urls.needs(urls.path_of(pathway)),
                section=ADDRESS,
                template="needs.html",
                make=_needs,
                about=(pathway.id,),
            )


def stages(item: Pathway) -> tuple[Link, ...]:
    """The steps of *item*, each linked to its place."""
    return tuple(
        Link(step.title, urls.step(urls.path_of(item), number))
        for number, step in enumerate(item.steps, start=1)
    )


def upcoming(events: Iterable[Event], public: PublicCatalogue) -> list[Occurrence]:
    """The next date of each of *events* that has one ahead, by time."""
    found = [cards.next_date(event, public.as_of) for event in events]
    ahead = [one for one in found if one.date.last_day >= public.as_of]
    return sorted(ahead, key=lambda one: (one.date.first_day, str(one.date.start), one.event.id))


def _asks(pathway: Pathway) -> bool:
    return any(step.all or step.any for step in pathway.steps)


def _way_to_needs(pathway: Pathway) -> Link | None:
    return Link(NEEDS, urls.needs(urls.path_of(pathway))) if _asks(pathway) else None


def _index(public: PublicCatalogue, site: Site) -> Shown:
    lead = "从报名到回来，一步一步：谁办，什么时候办，带什么。"
    view = PathwayList(
        crumbs=cards.crumbs(),
        title=TITLE,
        lead=lead,
        pathways=tuple(
            PathwayCard(
                address=urls.path_of(item),
                title=item.title,
                sample=item.sample,
                steps=stages(item),
                needs=_way_to_needs(item),
            )
            for item in public.all(Pathway)
        ),
    )
    return Shown(TITLE, lead, view)


def _article(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Pathway, id)
    events = dict.fromkeys(id for step in item.steps for id in step.events)
    policies = dict.fromkeys(id for step in item.steps for id in step.policies)
    lead = f"{len(item.steps)}步，每一步写明谁办、何时办、带什么。"
    more = [Link("常见问答", questions.INDEX)] if public.all(Question) else []
    view = PathwayArticle(
        crumbs=cards.crumbs((TITLE, ADDRESS)),
        title=item.title,
        sample=item.sample,
        lead=lead,
        needs=_way_to_needs(item),
        steps=tuple(_steps(item, public)),
        coming=tuple(map(cards.agenda_row, upcoming(public.each(Event, events), public)[:COMING])),
        policies=tuple(cards.link(policy) for policy in public.each(Policy, policies)),
        more=tuple(more),
    )
    return Shown(item.title, lead, view)


def _needs(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Pathway, id)
    address = urls.path_of(item)
    lead = "文件写明要本人做的，逐步列在这里。交什么材料文件没有写的，请问本院系项目办。"
    view = NeedsPage(
        crumbs=cards.crumbs((TITLE, ADDRESS), (item.title, address)),
        title=f"{item.title}要{NEEDS}",
        sample=item.sample,
        lead=lead,
        steps=tuple(step for step in _steps(item, public) if step.all or step.any),
        permalink=f"{site.url.rstrip('/')}{urls.needs(address)}" if site.url else "",
    )
    return Shown(view.title, lead, view)


def _steps(item: Pathway, public: PublicCatalogue) -> Iterator[StepView]:
    for number, step in enumerate(item.steps, start=1):
        yield StepView(
            anchor=urls.step("", number)[1:],
            number=number,
            title=step.title,
            meta=tuple(part for part in (step.who, step.when) if part),
            body=prose(step.body, item, public),
            all=step.all,
            any=step.any,
            chips=cited(step.body, item, public),
            events=tuple(
                (cards.link(one.event), _day(one))
                for one in upcoming(public.each(Event, step.events), public)
            ),
            questions=tuple(map(cards.link, public.each(Question, step.questions))),
        )


def _day(found: Occurrence) -> Badge:
    day = dates.short_day(found.date.first_day)
    if found.event.kind is EventKind.DEADLINE:
        return Badge("deadline", f"{day}截止")
    return Badge("plain", day)
