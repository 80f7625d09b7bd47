"""The pieces of which pages are made, each as the values that its template prints.

A component here is what ``theme/components/`` draws under the same name. All decisions are made:
texts and dates are ready to print, addresses are addresses of this site (``/volunteers/x/``),
which templates print after ``root``, the way from the page to the top of the site.

They are named tuples, as other views are: a frozen dataclass sets each value by a call, and takes
two to three times as long to make, and eight times as long to define at each start.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple


class Link(NamedTuple):
    """A text that leads somewhere in the site; plain text where ``address`` is None."""

    text: str
    address: str | None = None


class OuterLink(NamedTuple):
    """A text that leads to another site."""

    text: str
    href: str | None = None


class Target(NamedTuple):
    """What a link in prose turned out to lead to, and what fills it when it has no text.

    ``value`` and ``unit`` are there where it names a figure.
    """

    address: str | None
    title: str
    value: str | None = None
    unit: str | None = None


class Photograph(NamedTuple):
    """A photograph, in the files that show it: address and width of each, the smallest first.

    ``width`` and ``height`` are the largest one's, so that a page keeps the room for it. The first
    picture of a page is ``eager``; the others are loaded when a reader comes near.
    """

    files: tuple[tuple[str, int], ...]
    address: str
    """The one for browsers that do not choose."""
    width: int
    height: int
    alt: str
    """Nothing where the words beside it say who it shows."""
    credit: str
    """Whose it is, and on what terms it is shown; or nothing."""
    eager: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown with the targets of its links and pictures; rendering makes HTML of it.

    ``headings`` shifts the headings: 2 makes the first level an ``<h2>``. A picture that may not
    be shown is a drawing.
    """

    text: str
    links: dict[str, Target] = field(default_factory=dict)
    headings: int = 2
    terms: dict[str, bool] = field(default_factory=dict)
    """Words that are explained, and whether beside this text: the first place of each of those is
    marked. The others are there since one may be a part of another: 项目办 in 校项目办."""
    pictures: dict[str, Photograph | Band] = field(default_factory=dict)


class Portrait(NamedTuple):
    """A drawn portrait, 400 by 500: a disc on a sky, two ridges, a character on the disc.

    ``far`` and ``near`` are the points of the two ridges' polygons.
    """

    sky: str
    disc: str
    far_colour: str
    near_colour: str
    ink: str
    x: int
    y: int
    radius: int
    far: str
    near: str
    character: str
    """One character, or nothing."""
    character_y: int
    """The baseline of the character."""
    character_size: int


class Band(NamedTuple):
    """A drawn landscape for a story, 1200 by 412: sky, disc, two ridges."""

    sky: str
    disc: str
    far_colour: str
    near_colour: str
    x: int
    y: int
    radius: int
    far: str
    near: str


class Person(NamedTuple):
    """A card of a volunteer, linked as a whole."""

    address: str
    name: str
    sample: bool
    quote: str | None
    meta: tuple[str, ...]
    portrait: Portrait
    photograph: Photograph | None = None
    """What stands instead of the drawn portrait."""


class Badge(NamedTuple):
    """A state in a word and a mark. ``kind`` gives the colours."""

    kind: Literal[
        "changed", "online", "deadline", "valid", "future", "past", "benefit", "honour", "plain"
    ]
    text: str
    mark: str = ""


class Chip(NamedTuple):
    """A clause: a small disc, and the clause that it leads to."""

    text: str
    address: str


class Amount(NamedTuple):
    """A figure: value, unit, and what or whom it is for. ``accent`` pairs it with the quote."""

    value: str
    unit: str
    subject: str
    accent: Literal["gold", "lake"] = "gold"
    chip: Chip | None = None


class Fact(NamedTuple):
    """A label and its values, one a line."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FilterOption:
    """One choice of a filter: a page of its own."""

    text: str
    count: int | None
    address: str
    current: bool


class Filter(NamedTuple):
    """A row of choices under one label; ``label`` may be empty."""

    label: str
    options: tuple[FilterOption, ...]


class AgendaRow(NamedTuple):
    """One date of an event in a list."""

    address: str
    day: str
    """The day of the month: 26."""
    month_and_weekday: str
    """11月 周四"""
    machine: str
    """The start for machines, ISO 8601."""
    title: str
    sample: bool
    when: str
    where: str
    badges: tuple[Badge, ...] = ()
    former: str | None = None
    """What it was before it was changed, struck through: 原定 12月1日 周二 19:00."""
    left: str | None = None
    """The day to which a script counts by the reader's clock: 还有 3 天. Pages do not change daily."""
    end: str | None = None
    """From when on it is past, for that script; None where it may stay: 2026-12-03T20:30."""


class AgendaGroup(NamedTuple):
    """Dates that stand together: 本周, 下周, or a month."""

    heading: str
    rows: tuple[AgendaRow, ...]
    monday: str | None = None
    """The week's first day, by which a script says whether it is this week still."""


class StoryCard(NamedTuple):
    """A card of a story."""

    address: str
    title: str
    summary: str
    date: str
    machine: str
    sample: bool
    band: Band
    photograph: Photograph | None = None
    """What stands instead of the drawn landscape."""


class Pager(NamedTuple):
    """Where a page stands in a row of pages."""

    text: str
    """第 2 页，共 5 页"""
    previous: str | None
    next: str | None


class Neighbours(NamedTuple):
    """The next and previous of a row, as links with their labels."""

    previous: Link | None
    next: Link | None
    label: str
    """What row it is: 2024 届."""


class QuotePart(NamedTuple):
    """A stretch of a quotation; ``accent`` marks what a figure's value or subject says."""

    text: str
    accent: str
    """gold, lake, or nothing."""


class Subscription(NamedTuple):
    """A calendar to subscribe to; ``address`` is its file's."""

    name: str
    address: str
    webcal: str
    """The address that opens a program of calendars; nothing where the site has none of its own."""
    whole: str
    """The address to be pasted; or nothing."""


class Code(NamedTuple):
    """A QR code of ``text``, dark on light in both schemes: ``rows`` is drawn with a pen of 1."""

    size: int
    """The side in modules, with the margin that readers need."""
    rows: str
    text: str
