"""Policies: the index by level, an explainer each, and their sources clause by clause."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.components import Amount, Badge, Chip, Fact, Link, Prose


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


@dataclass(frozen=True, slots=True)
class QuotePart:
    """A stretch of a quotation; ``accent`` marks what a figure's value or subject says."""

    text: str
    accent: str
    """gold, lake, or nothing."""


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """One provision."""

    anchor: str
    badge: Badge
    applies: str
    """适用：省外项目、省内项目"""
    title: str
    body: Prose
    amounts: tuple[Amount, ...]
    how: tuple[str, ...]
    contact: Link | None
    quote: tuple[QuotePart, ...]
    chip: Chip


@dataclass(frozen=True, slots=True)
class Explainer:
    """``articles/policy.html``: the summary card first, benefits before duties."""

    crumbs: tuple[Link, ...]
    badges: tuple[Badge, ...]
    level: str
    sample: bool
    title: str
    document: str
    summary: str
    who: str
    amounts: tuple[Amount, ...]
    until: tuple[str, ...]
    """2021年7月1日印发, 文件未写截止日期"""
    contacts: tuple[Link, ...]
    contents: tuple[Link, ...]
    """The page's own table of contents; each address is an anchor: #allowance."""
    background: Prose | None
    provisions: tuple[ProvisionView, ...]
    terms: tuple[tuple[str, str], ...]
    caveats: tuple[str, ...]
    source: Link
    history: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SourceClause:
    """A clause of an official document. ``level`` is 1 for 一、, 2 for （一）, 3 for 1."""

    anchor: str
    level: int
    number: str
    heading: str
    paragraphs: tuple[str, ...]
    explained: tuple[Link, ...]
    """The provisions that cite it."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """``articles/source.html``: the official text, typeset as such documents are."""

    crumbs: tuple[Link, ...]
    issuers: tuple[str, ...]
    number: str
    title: str
    preamble: tuple[str, ...]
    clauses: tuple[SourceClause, ...]
    signature: tuple[str, ...]
    explainers: tuple[Link, ...]
    contents: tuple[Link, ...]
