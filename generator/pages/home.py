"""The home page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import benefits, cards, deadlines, policies
from generator.pages.citations import amounts, figures_of
from generator.pages.components import AgendaRow, Amount, Link, Person, StoryCard
from generator.pages.page import Page, Shown, Site
from generator.records.honour import Honour
from generator.records.policy import Level, Policy, ProvisionKind, Standing
from generator.records.story import Story
from generator.records.volunteer import Volunteer

PEOPLE = 3
FIGURES = 3
AGENDA = 4
STORIES = 3
HONOURS = 3


class HonourCard(NamedTuple):
    """An honour and to whom it is awarded."""

    title: str
    text: str
    address: str


class HomeFigure(NamedTuple):
    """A figure, large, with a sentence and its clause; ``other`` is a second figure beside it."""

    amount: Amount
    text: str
    other: Amount | None


class Block(NamedTuple):
    """A part of the home page: its heading, and the link to all of it."""

    heading: str
    more: Link | None
    other: Link | None = None
    """To another view of it."""


class Home(NamedTuple):
    """``articles/home.html``: hero, people, figures, next, stories, honours.

    A part without content is None and does not appear.
    """

    vertical_title: str
    """到西部去"""
    lead: str
    buttons: tuple[Link, ...]
    """The first is filled."""
    people: tuple[Block, tuple[Person, ...]] | None
    """The first is shown large."""
    figures: tuple[Block, tuple[HomeFigure, ...]] | None
    agenda: tuple[Block, tuple[AgendaRow, ...]] | None
    stories: tuple[Block, tuple[StoryCard, ...]] | None
    honours: tuple[Block, tuple[HonourCard, ...]] | None


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The home page."""
    yield Page(urls.HOME, urls.HOME, "home.html", _home)


def _home(public: PublicCatalogue, site: Site) -> Shown:
    people, stories = _people(public), public.chosen(Story)[:STORIES]
    figures, coming, honours = _figures(public), public.coming(AGENDA), _honours(public)
    asking = benefits.call(public)
    buttons = [Link("看政策给什么", policies.ADDRESS)] if public.all(Policy) else []
    if asking:
        buttons = [Link(benefits.TITLE, benefits.ADDRESS)]
    if public.occurrences:
        buttons.append(Link("看近期活动", urls.section("events")))
    view = Home(
        vertical_title=site.hero_title,
        lead=site.hero_lead,
        buttons=tuple(buttons),
        people=(_block("他们在西部", "全部志愿者", "volunteers"), people) if people else None,
        figures=(
            (Block(benefits.TITLE, asking or Link("逐条看政策", policies.ADDRESS)), figures)
            if figures
            else None
        ),
        agenda=(
            (
                Block("接下来", Link("全部活动", urls.section("events")), _closing(public)),
                tuple(cards.agenda_row(found) for found in coming),
            )
            if coming
            else None
        ),
        stories=(
            (_block("跟踪报道", "全部故事", "stories"), _stories(stories, people, public))
            if stories
            else None
        ),
        honours=(
            (_block("表彰", "全部表彰" if public.all(Honour) else None, "honours"), honours)
            if honours
            else None
        ),
    )
    own = site.hero_title == site.name
    title = site.name if own else f"{site.hero_title} - {site.name}"
    return Shown(title, site.hero_lead or site.name, view)


def _block(heading: str, more: str | None, collection: str) -> Block:
    return Block(heading, Link(more, urls.section(collection)) if more else None)


def _closing(public: PublicCatalogue) -> Link | None:
    return Link(deadlines.HEADING, urls.CLOSING) if public.deadlines() else None


def _people(public: PublicCatalogue) -> tuple[Person, ...]:
    """Those whom editors chose, then the latest; only people who may be named and told of."""
    shown = [item for item in public.chosen(Volunteer) if item.name and item.quote]
    chosen = sorted(shown, key=lambda item: not item.featured)[:PEOPLE]
    first = cards.first_seen((item.id, item.portrait) for item in chosen)
    return tuple(
        cards.person(item, _meta(item, public), public, item.id == first) for item in chosen
    )


def _stories(
    stories: Sequence[Story], people: Sequence[Person], public: PublicCatalogue
) -> tuple[StoryCard, ...]:
    """The people stand above: the first cover is the page's first picture where they show none."""
    first = cards.first_seen((item.id, item.cover) for item in stories)
    alone = not any(one.photograph for one in people)
    return tuple(cards.story(item, public, alone and item.id == first) for item in stories)


def _meta(item: Volunteer, public: PublicCatalogue) -> tuple[str | None, ...]:
    return cards.cohort(item), cards.college(item, public), cards.host_and_post(item)


def _figures(public: PublicCatalogue) -> tuple[HomeFigure, ...]:
    """The first figure of each benefit that has one, with a second beside it."""
    found = []
    for policy in _valid(public):
        for part in policies.in_order(policy):
            figures = figures_of(policy, part)
            if part.kind is ProvisionKind.BENEFIT and figures:
                first, *others = amounts(policy, public, figures, named=True)
                text = figures[0].text or part.title
                found.append(HomeFigure(first, text, others[0] if others else None))
    return tuple(found[:FIGURES])


def _honours(public: PublicCatalogue) -> tuple[HonourCard, ...]:
    """The honours that policies name, and who may receive them."""
    return tuple(
        HonourCard(part.title, part.applies or "", urls.part(urls.path_of(policy), part.id))
        for policy in _valid(public)
        for part in policy.provisions
        if part.kind is ProvisionKind.HONOUR
    )[:HONOURS]


def _valid(public: PublicCatalogue) -> list[Policy]:
    """The policies that count today: examples last, then by level."""
    levels = list(Level)
    found = [item for item in public.all(Policy) if public.standing(item) is Standing.VALID]
    return sorted(found, key=lambda item: (item.sample, levels.index(item.level)))
