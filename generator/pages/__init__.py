"""Pages: what the site will show, nothing rendered yet.

A section is a module with ``plan(public, site)``, which gives its pages, and, where it has an
entry in the header, ``TITLE`` and ``ADDRESS``. A new one: its module, its place in ``SECTIONS``,
one template, its test.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import (
    aliases,
    benefits,
    cohorts,
    comparisons,
    deadlines,
    embeds,
    event,
    events,
    explainers,
    home,
    honours,
    months,
    notices,
    pathways,
    policies,
    privacy,
    questions,
    search,
    sources,
    stories,
    subscriptions,
    tombstones,
    units,
    volunteers,
)
from generator.pages.page import Page, Site
from generator.problems import Problem

SECTIONS = (
    *(home, volunteers, stories),
    *(events, deadlines, months, event, subscriptions, embeds),
    *(policies, explainers, sources, comparisons, cohorts),
    *(notices, honours),
    *(benefits, pathways, questions, units, privacy, search, tombstones, aliases),
)
"""Every section, in the order in which the header shows those that it shows."""

Plan = dict[str, Page]
"""address → the page that stands there."""


def plan(
    public: PublicCatalogue,
    site: Site,
    written: Iterable[tuple[str, str]] = (),
    folder: str = "content",
) -> tuple[Plan, tuple[Problem, ...]]:
    """Every page that there will be, and addresses that two of them claim.

    ``written`` are the hand-written pages: the address and the file of each. They give way to
    records, to which others link, and both to the pages that the site makes itself; an address
    that a record once had gives way to all.
    """
    pages = [page for section in SECTIONS for page in section.plan(public, site)]
    old = [page for page in pages if page.template == aliases.TEMPLATE]
    own = [page for page in pages if page.template != aliases.TEMPLATE]
    by_hand = list(written)
    files = {file for _, file in by_hand}
    taken = urls.collisions([*_claims(own, folder), *by_hand, *_claims(old, folder)])
    return {page.address: page for page in (*old, *own)}, tuple(
        _by_hand(problem) if problem.file in files else problem for problem in taken
    )


def _claims(pages: Iterable[Page], folder: str) -> list[tuple[str, str]]:
    made = ((page.address, _maker(page, folder)) for page in pages)
    return sorted(made, key=lambda one: one[1])


def _maker(page: Page, folder: str) -> str:
    """The file that a collision is reported in; nothing where the site makes the page itself."""
    if not page.made_from:
        return ""
    name = page.made_from[0]
    return f"{folder}/{name}" if name.startswith("sources/") else f"{folder}/{name}.yml"


def _by_hand(problem: Problem) -> Problem:
    """The collision of a hand-written page, whose file can be renamed."""
    other = problem.particulars["other"]
    told = {
        "other_zh": f"被 {other} 占用" if other else "是自动生成的网页",
        "other": other or "a page that the site makes itself",
    }
    return replace(problem, code="page-address-taken", particulars={**problem.particulars, **told})
