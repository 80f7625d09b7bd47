"""What a page is before it is rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: where it is, what it shows, and which template shows it.

    ``view`` is a frozen dataclass of the section's module; the template named ``template`` in
    ``theme/articles/`` prints it under the name ``view``. ``section`` is the address of the
    section that the header marks as current. ``made_from`` names the records that the page is
    about (``volunteers/wb2024-001``).
    """

    address: str
    section: str
    template: str
    title: str
    description: str
    view: object
    made_from: tuple[str, ...] = ()
    hidden: bool = False
    """Whether search engines are asked to leave it out."""


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
