"""Stories: the index, by tag and by place, and a page each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, dates, drawings
from generator.pages.components import (
    Band,
    Filter,
    FilterOption,
    Link,
    OuterLink,
    Pager,
    Person,
    Prose,
    StoryCard,
)
from generator.pages.page import Page, Site
from generator.pages.prose import required
from generator.records.event import Event
from generator.records.story import Story
from generator.records.volunteer import Volunteer

TITLE = "故事"
ADDRESS = urls.section("stories")
PER_PAGE = 12
TAGS = 20
CHARACTERS_A_MINUTE = 400


@dataclass(frozen=True, slots=True)
class StoryList:
    """``articles/stories.html``: cards of stories."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    filters: tuple[Filter, ...]
    stories: tuple[StoryCard, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """``articles/story.html``: one story."""

    crumbs: tuple[Link, ...]
    kicker: str
    sample: bool
    title: str
    summary: str
    meta: tuple[str, ...]
    """宣传部, 2026年11月20日, 约 4 分钟"""
    band: Band
    body: Prose
    origin: OuterLink | None
    people: tuple[Person, ...]
    events: tuple[Link, ...]
    tags: tuple[Link, ...]


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The index, the lists by tag and by place, and a page each; nothing without stories."""
    if not public.stories:
        return
    choices = _choices(public)
    for choice in choices:
        yield from _list(choice, choices)
    for story in public.stories:
        yield _article(story, public)


@dataclass(frozen=True, slots=True)
class _Choice:
    """A list of stories, and what it is a choice of."""

    row: str
    text: str
    address: str
    title: str
    stories: Sequence[Story]


def _choices(public: PublicCatalogue) -> list[_Choice]:
    return [
        _Choice("", "全部", ADDRESS, TITLE, public.stories),
        *(
            _Choice("标签", tag, urls.stories_by("tag", tag), f"故事：{tag}", stories)
            for tag, stories in public.by_tag.items()
        ),
        *(
            _Choice(
                "地点",
                place.value,
                urls.stories_by("place", place.slug),
                f"{place.value}的故事",
                stories,
            )
            for place, stories in public.stories_by_province.items()
        ),
    ]


def _filters(current: _Choice, choices: Sequence[_Choice]) -> tuple[Filter, ...]:
    """A row a kind. Tags are free words: only those with most stories stand in the row."""

    def option(choice: _Choice) -> FilterOption:
        return FilterOption(
            choice.text, len(choice.stories), choice.address, choice.address == current.address
        )

    rows = [Filter("", (option(choices[0]),))]
    for row, group in groupby(choices[1:], key=lambda choice: choice.row):
        most = sorted(group, key=lambda choice: -len(choice.stories))[:TAGS]
        if row == current.row and current not in most:
            most[-1] = current
        rows.append(Filter(row, tuple(option(choice) for choice in most)))
    if len(rows) > 1:
        rows[:2] = [Filter(rows[1].label, (*rows[0].options, *rows[1].options))]
    return tuple(rows)


def _list(choice: _Choice, choices: Sequence[_Choice]) -> Iterator[Page]:
    everything = choice.address == ADDRESS
    pages = [choice.stories[i : i + PER_PAGE] for i in range(0, len(choice.stories), PER_PAGE)]
    for number, stories in enumerate(pages, start=1):
        yield Page(
            address=urls.paged(choice.address, number),
            section=ADDRESS,
            template="stories.html",
            title=choice.title if number == 1 else f"{choice.title}（第{number}页）",
            description=f"{choice.title}：{len(choice.stories)}篇。",
            # Two tags that differ only by case collide: the story that carries one is to mend.
            made_from=(f"stories/{choice.stories[0].id}",) if choice.row == "标签" else (),
            view=StoryList(
                crumbs=cards.crumbs() if everything else cards.crumbs((TITLE, ADDRESS)),
                title=choice.title,
                lead="跟踪报道：他们到西部以后。" if everything else "",
                filters=_filters(choice, choices),
                stories=tuple(cards.story(story) for story in stories),
                pager=cards.pager(choice.address, number, len(pages)),
            ),
        )


def _article(item: Story, public: PublicCatalogue) -> Page:
    people = public.each(Volunteer, item.volunteers)
    return Page(
        address=urls.path_of(item),
        section=ADDRESS,
        template="story.html",
        title=item.title,
        description=item.summary,
        made_from=(f"stories/{item.id}",),
        view=StoryArticle(
            crumbs=cards.crumbs((TITLE, ADDRESS)),
            kicker="转载" if item.source else "跟踪报道",
            sample=item.sample,
            title=item.title,
            summary=item.summary,
            meta=tuple(
                part for part in (item.author, dates.day(item.date), _minutes(item.body)) if part
            ),
            band=drawings.band(item.id),
            body=required(item.body, item, public),
            origin=OuterLink(item.source.outlet, item.source.url) if item.source else None,
            people=tuple(
                cards.person(who, (cards.cohort(who), cards.host_and_post(who))) for who in people
            ),
            events=tuple(cards.link(event) for event in public.each(Event, item.events)),
            tags=tuple(Link(tag, urls.stories_by("tag", tag)) for tag in item.tags),
        ),
    )


def _minutes(text: str) -> str:
    return f"约{max(1, round(len(text) / CHARACTERS_A_MINUTE))}分钟"
