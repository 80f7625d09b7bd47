"""Stories: the index, by tag and by place, and a page each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, choices, dates, drawings, photographs
from generator.pages.choices import Choice
from generator.pages.components import (
    Band,
    Filter,
    Link,
    OuterLink,
    Pager,
    Person,
    Photograph,
    Prose,
    StoryCard,
)
from generator.pages.page import Page, Shown, Site, own_page
from generator.pages.prose import required
from generator.records.event import Event
from generator.records.place import Province
from generator.records.story import Story
from generator.records.volunteer import Volunteer

TITLE = "故事"
ADDRESS = urls.section("stories")
PER_PAGE = 12
TAGS = 20
CHARACTERS_A_MINUTE = 400


class StoryList(NamedTuple):
    """``articles/stories.html``: cards of stories."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    filters: tuple[Filter, ...]
    stories: tuple[StoryCard, ...]
    pager: Pager | None


class StoryArticle(NamedTuple):
    """``articles/story.html``: one story."""

    crumbs: tuple[Link, ...]
    kicker: str
    sample: bool
    title: str
    summary: str
    meta: tuple[str, ...]
    """宣传部, 2026年11月20日, 约 4 分钟"""
    band: Band
    photograph: Photograph | None
    """What stands instead of the drawn landscape."""
    body: Prose
    origin: OuterLink | None
    people: tuple[Person, ...]
    events: tuple[Link, ...]
    tags: tuple[Link, ...]


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The index, the lists by tag and by place, and a page each; nothing without stories."""
    stories = public.chosen(Story)
    if not stories:
        return
    for choice in _choices(public):
        # Two tags that differ only by case collide: the story that carries one is to mend.
        first = public.chosen(Story, choice.kind, choice.value)[0]
        made_from = (f"stories/{first.id}",) if choice.kind == "tag" else ()
        yield from choices.plan(choice, PER_PAGE, ADDRESS, "stories.html", _list, made_from)
    for item in stories:
        yield own_page(item, "story.html", _article)


def _choices(public: PublicCatalogue) -> tuple[Choice, ...]:
    return (
        Choice("all", "", "", "全部", ADDRESS, TITLE, len(public.chosen(Story))),
        *(
            Choice("tag", tag, "标签", tag, urls.stories_by("tag", tag), f"故事：{tag}", count)
            for tag, count in public.values(Story, "tag")
        ),
        *(
            Choice(
                "place", slug, "地点", name, urls.stories_by("place", slug), f"{name}的故事", count
            )
            for slug, count in public.values(Story, "place")
            for name in (Province[slug.upper()].value,)
        ),
    )


def _list(public: PublicCatalogue, site: Site, kind: str, value: str, number: int) -> Shown:
    every = _choices(public)
    choice = next(one for one in every if (one.kind, one.value) == (kind, value))
    chosen = public.chosen(Story, kind, value)
    stories = list(chosen[(number - 1) * PER_PAGE : number * PER_PAGE])
    everything = choice.address == ADDRESS
    first = cards.first_seen((item.id, item.cover) for item in stories)
    return Shown(
        title=choices.title(choice, number),
        description=f"{choice.title}：{choice.count}篇。",
        view=StoryList(
            crumbs=cards.crumbs() if everything else cards.crumbs((TITLE, ADDRESS)),
            title=choice.title,
            lead="跟踪报道：他们到西部以后。" if everything else "",
            # Tags are free words: only those with most stories stand in the row.
            filters=choices.filters(choice, every, TAGS),
            stories=tuple(cards.story(story, public, story.id == first) for story in stories),
            pager=cards.pager(choice.address, number, choices.pages(choice.count, PER_PAGE)),
        ),
    )


def _article(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Story, id)
    people = public.each(Volunteer, item.volunteers)
    photograph = photographs.cover(item, public, eager=True)
    credit = f"题图：{photograph.credit}" if photograph and photograph.credit else ""
    return Shown(
        title=item.title,
        description=item.summary,
        view=StoryArticle(
            crumbs=cards.crumbs((TITLE, ADDRESS)),
            kicker="转载" if item.source else "跟踪报道",
            sample=item.sample,
            title=item.title,
            summary=item.summary,
            meta=tuple(
                part
                for part in (item.author, dates.day(item.date), _minutes(item.body), credit)
                if part
            ),
            band=drawings.band(item.id),
            photograph=photograph,
            body=required(item.body, item, public, eager=photograph is None),
            origin=OuterLink(item.source.outlet, item.source.url) if item.source else None,
            people=tuple(
                cards.person(who, (cards.cohort(who), cards.host_and_post(who)), public)
                for who in people
            ),
            events=tuple(cards.link(event) for event in public.each(Event, item.events)),
            tags=tuple(Link(tag, urls.stories_by("tag", tag)) for tag in item.tags),
        ),
        facets={
            "year": (str(item.date.year),),
            "province": tuple(dict.fromkeys(chain.from_iterable(map(cards.provinces, people)))),
        },
    )


def _minutes(text: str) -> str:
    return f"约{max(1, round(len(text) / CHARACTERS_A_MINUTE))}分钟"
