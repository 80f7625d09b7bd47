"""Stories: the index, by tag and by place, and a page each."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.components import (
    Band,
    Filter,
    Link,
    OuterLink,
    Pager,
    Person,
    Prose,
    StoryCard,
)


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
