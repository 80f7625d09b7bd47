"""Policies: the index by level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards
from generator.pages.citations import amounts
from generator.pages.components import Amount, Badge, Filter, FilterOption, Link
from generator.pages.page import Page, Shown, Site
from generator.records.policy import Level, Policy, Provision, ProvisionKind

TITLE = "政策"
ADDRESS = urls.section("policies")
CRUMBS = cards.crumbs((TITLE, ADDRESS))
"""The way to what stands below the index."""
_ORDER = tuple(ProvisionKind)


class PolicyCard(NamedTuple):
    """A policy in the index."""

    address: str
    title: str
    sample: bool
    document: str
    """山科大党发〔2021〕52号《关于…的意见》"""
    summary: str
    badges: tuple[Badge, ...]
    amounts: tuple[Amount, ...]


class PolicyGroup(NamedTuple):
    """The policies of one level."""

    heading: str
    policies: tuple[PolicyCard, ...]


class PolicyList(NamedTuple):
    """``articles/policies.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    groups: tuple[PolicyGroup, ...]
    cohorts: tuple[Filter, ...]
    """The years, each with what applied to those who left in it."""


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The index; nothing where there are no policies."""
    if public.all(Policy):
        yield Page(ADDRESS, ADDRESS, "policies.html", _index)


def by_cohort(public: PublicCatalogue, current: int | None = None) -> tuple[Filter, ...]:
    """The cohorts for which there are pages, the latest first."""
    options = tuple(
        FilterOption(f"{cohort}届", None, urls.policies_for(cohort), cohort == current)
        for cohort in reversed(public.cohorts)
    )
    return (Filter("届", options),) if options else ()


def in_order(policy: Policy) -> list[Provision]:
    """The provisions of *policy* with benefits before duties, else as the record has them."""
    return sorted(policy.provisions, key=lambda part: _ORDER.index(part.kind))


def document_name(policy: Policy) -> str:
    """山科大党发〔2021〕52号《关于…的意见》"""
    return f"{policy.number or ''}《{policy.document}》"


def _index(public: PublicCatalogue, site: Site) -> Shown:
    groups = tuple(
        PolicyGroup(
            level.label,
            tuple(card(item, public) for item in public.all(Policy) if item.level is level),
        )
        for level in Level
        if any(item.level is level for item in public.all(Policy))
    )
    lead = "文件给什么、要求什么，每一条都能点回原文。"
    view = PolicyList(
        crumbs=cards.crumbs(), title=TITLE, lead=lead, groups=groups, cohorts=by_cohort(public)
    )
    return Shown(TITLE, lead, view)


def card(item: Policy, public: PublicCatalogue) -> PolicyCard:
    """The card of a policy, with its first figures."""
    return PolicyCard(
        address=urls.path_of(item),
        title=item.title,
        sample=item.sample,
        document=document_name(item),
        summary=item.summary,
        badges=(cards.STANDINGS[public.standing(item)],),
        amounts=amounts(item, public, item.figures[:2]),
    )
