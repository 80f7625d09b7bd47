"""Policies: the index by level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards
from generator.pages.citations import amounts
from generator.pages.components import Amount, Badge, Link
from generator.pages.page import Page, Shown, Site
from generator.records.policy import Level, Policy, Provision, ProvisionKind

TITLE = "政策"
ADDRESS = urls.section("policies")
CRUMBS = cards.crumbs((TITLE, ADDRESS))
"""The way to what stands below the index."""
_ORDER = tuple(ProvisionKind)


@dataclass(frozen=True, slots=True)
class PolicyCard:
    """A policy in the index."""

    address: str
    title: str
    sample: bool
    document: str
    """山科大党发〔2021〕52号《关于…的意见》"""
    summary: str
    badges: tuple[Badge, ...]
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class PolicyGroup:
    """The policies of one level."""

    heading: str
    policies: tuple[PolicyCard, ...]


@dataclass(frozen=True, slots=True)
class PolicyList:
    """``articles/policies.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    groups: tuple[PolicyGroup, ...]


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The index; nothing where there are no policies."""
    if public.all(Policy):
        yield Page(ADDRESS, ADDRESS, "policies.html", _index)


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
            tuple(_card(item, public) for item in public.all(Policy) if item.level is level),
        )
        for level in Level
        if any(item.level is level for item in public.all(Policy))
    )
    lead = "文件给什么、要求什么，每一条都能点回原文。"
    view = PolicyList(crumbs=cards.crumbs(), title=TITLE, lead=lead, groups=groups)
    return Shown(TITLE, lead, view)


def _card(item: Policy, public: PublicCatalogue) -> PolicyCard:
    return PolicyCard(
        address=urls.path_of(item),
        title=item.title,
        sample=item.sample,
        document=document_name(item),
        summary=item.summary,
        badges=(cards.STANDINGS[public.standing(item)],),
        amounts=amounts(item, public, item.figures[:2]),
    )
