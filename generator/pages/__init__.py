"""Pages: what the site will show, nothing rendered yet.

A section is a module with ``plan(public, site)``, which gives its pages, and, where it has an
entry in the header, ``TITLE`` and ``ADDRESS``. A new one: its module, its place in ``SECTIONS``,
one template, its test.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import aliases, events, home, policies, stories, tombstones, units, volunteers
from generator.pages.page import Page, Site
from generator.problems import Problem

SECTIONS = (home, volunteers, stories, events, policies, units, tombstones, aliases)
"""Every section, in the order in which the header shows those that it shows."""

Plan = dict[str, Page]
"""address → the page that stands there."""


def plan(
    public: PublicCatalogue, site: Site, written: Iterable[tuple[str, str]] = ()
) -> tuple[Plan, tuple[Problem, ...]]:
    """Every page that there will be, and addresses that two of them claim.

    ``written`` are the hand-written pages: the address and the file of each.
    """
    pages = [page for section in SECTIONS for page in section.plan(public, site)]
    claims = [*written, *((page.address, _maker(page)) for page in pages)]
    return {page.address: page for page in pages}, urls.collisions(claims)


def _maker(page: Page) -> str:
    """The file that a collision is reported in."""
    if not page.made_from:
        return page.address
    name = page.made_from[0]
    return f"content/{name}" if name.startswith("sources/") else f"content/{name}.yml"
