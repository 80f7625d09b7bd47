"""Policies by cohort: what applied to those who left in a year.

A cohort (届) is the year of departure. What counted on any day of that year is said to apply to it,
with the days on which it counted: where a document changed in the course of a year, both stand
there, since the records do not say on which day somebody left.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import dates
from generator.pages.components import Filter, Link
from generator.pages.page import Page, Shown, Site
from generator.pages.policies import ADDRESS, CRUMBS, PolicyCard, by_cohort, card, in_order
from generator.records.policy import Level, Policy, ProvisionKind

_GIVEN = (ProvisionKind.BENEFIT, ProvisionKind.HONOUR)


class Applied(NamedTuple):
    """A policy, the days on which it counted, and what it gives."""

    card: PolicyCard
    when: str
    """2024年3月1日到2026年8月31日"""
    gives: tuple[Link, ...]


class AppliedGroup(NamedTuple):
    """The policies of one level."""

    heading: str
    policies: tuple[Applied, ...]


class CohortPolicies(NamedTuple):
    """``articles/cohort-policies.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    filters: tuple[Filter, ...]
    groups: tuple[AppliedGroup, ...]


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page for each year from that of the first policy to the cohort that leaves next."""
    for cohort in public.cohorts:
        address = urls.policies_for(cohort)
        yield Page(address, ADDRESS, "cohort-policies.html", _cohort, (cohort,))


def _cohort(public: PublicCatalogue, site: Site, cohort: int) -> Shown:
    policies = sorted(public.applied(cohort), key=lambda item: item.begins, reverse=True)
    title = f"{cohort}届适用的政策"
    lead = f"{cohort}年里有效过的文件，和它们的起止日期。同一件事换过文件的，两份都列出来，看出发那天哪一份有效。"
    view = CohortPolicies(
        crumbs=CRUMBS,
        title=title,
        lead=lead,
        filters=by_cohort(public, cohort),
        groups=tuple(
            AppliedGroup(level.label, tuple(_applied(item, public) for item in found))
            for level in Level
            if (found := [item for item in policies if item.level is level])
        ),
    )
    return Shown(title, lead, view)


def _applied(item: Policy, public: PublicCatalogue) -> Applied:
    period = public.period(item)
    begins = dates.day(period.begins)
    return Applied(
        card=card(item, public),
        when=f"{begins}到{dates.day(period.until)}" if period.until else f"{begins}起",
        gives=tuple(
            Link(part.title, urls.part(urls.path_of(item), part.id))
            for part in in_order(item)
            if part.kind in _GIVEN
        ),
    )
