"""What a page is: where it stands, and what it will show once it is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.footer import Footer
from generator.records import Record
from generator.search import Facets


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: its ``view`` is a named tuple of the section's module.

    The page's template in ``theme/articles/`` prints it under the name ``view``. ``facets`` are
    what a search can be narrowed by to find this page, beside what it is searched as.
    """

    title: str
    description: str
    view: object
    facets: Facets = field(default_factory=dict)
    structured: Mapping[str, object] | None = None
    """What the page says to programs, as JSON-LD with the names of schema.org; ``Prose`` in it
    stands for its plain words."""
    also: tuple[str, ...] = ()
    """What else it is called: a search for that is one for its title."""
    name: tuple[str, str | None] | None = None
    """The name of a person, whose pinyin is searched as well, and how an editor spelled it."""
    moved_to: str | None = None
    """The address to which the page only leads on."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: where it is, which template shows it, and how its view is made.

    ``make`` is a function of the section's module, and ``about`` what it is given beside the
    records and the site: plain values, so that all that a page shows comes from what it asks of
    the records. ``section`` is the address of the section that the header marks as current.
    ``made_from`` names the records that the page is about (``volunteers/wb2024-001``).
    """

    address: str
    section: str
    template: str
    make: Callable[..., Shown]
    about: tuple[str | int, ...] = ()
    made_from: tuple[str, ...] = ()
    searched_as: str = ""
    """What a search calls it (志愿者); nothing for what it leaves out: lists, months, tombstones."""
    hidden: bool = False
    """Whether search engines are asked to leave it out."""

    def show(self, public: PublicCatalogue, site: Site) -> Shown:
        """The page's view, all decisions made."""
        return self.make(public, site, *self.about)


def own_page(
    item: Record, template: str, make: Callable[..., Shown], *, hidden: bool = False
) -> Page:
    """The page of *item*, at its permalink; ``make`` is given its id."""
    return Page(
        address=urls.path_of(item),
        section=urls.section(item.collection),
        template=template,
        make=make,
        about=(item.id,),
        made_from=(f"{item.collection}/{item.id}",),
        searched_as=item.label,
        hidden=hidden,
    )


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages of one build share.

    ``url`` ends in a slash, or is empty where none is set; ``as_of`` is the day of the build.
    """

    name: str
    url: str
    as_of: date
    hero_title: str = "到西部去"
    hero_lead: str = ""
    timezone: str = "Asia/Shanghai"
    """The time zone of all times that records say, by its name in the IANA's database."""
    student_number: re.Pattern[str] | None = None
    """How the university writes student numbers, which no page may show."""
    footer: Footer = field(default=Footer(), repr=False)
    """What stands at the foot of every page."""
    written: tuple[tuple[str, str], ...] = field(default=(), repr=False, compare=False)
    """Title and address of each hand-written page that a search finds."""

    def whole(self, address: str) -> str:
        """*address* with the site's own before it; nothing where that is not set."""
        return f"{self.url.rstrip('/')}{urls.href(address)}" if self.url else ""
