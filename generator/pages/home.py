"""The home page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.components import AgendaRow, Amount, Link, Person, StoryCard


@dataclass(frozen=True, slots=True)
class HonourCard:
    """An honour and to whom it is awarded."""

    title: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class HomeFigure:
    """A figure, large, with a sentence and its clause; ``other`` is a second figure beside it."""

    amount: Amount
    text: str
    other: Amount | None


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the home page: its heading, and the link to all of it."""

    heading: str
    more: Link | None


@dataclass(frozen=True, slots=True)
class Home:
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
