"""Volunteers: the index, by cohort, province, college and project, and a profile each."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.components import (
    Fact,
    Filter,
    Link,
    Neighbours,
    OuterLink,
    Pager,
    Person,
    Portrait,
    Prose,
    StoryCard,
)


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """Volunteers under one heading: a cohort, say."""

    heading: str
    note: str
    """3 人，服务中"""
    address: str | None
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class PeopleList:
    """``articles/volunteers.html``: people in groups, with filters and pages."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    filters: tuple[Filter, ...]
    groups: tuple[PeopleGroup, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of a timeline."""

    date: str
    machine: str
    text: str
    event: Link | None


@dataclass(frozen=True, slots=True)
class Report:
    """A report in another medium, or a story of this site."""

    title: str
    address: str | None
    href: str | None
    meta: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """``articles/profile.html``: one volunteer."""

    name: str
    vertical: bool
    """Whether the name is set vertically from 60em up: four characters at most, no dot."""
    sample: bool
    portrait: Portrait
    quote: str | None
    meta: tuple[str, ...]
    """2024 届, 省外项目, 示例县中学"""
    summary: str | None
    facts: tuple[Fact, ...]
    permalink: str
    """The whole address, for copying."""
    id: str
    body: Prose | None
    timeline: tuple[Moment, ...]
    reports: tuple[Report, ...]
    """Stories of this site, then coverage elsewhere."""
    events: tuple[Link, ...]
    after: tuple[str, str] | None
    """When, and what."""
    related: tuple[Person, ...]
    cohort: Link
    neighbours: Neighbours
