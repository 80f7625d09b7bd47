"""Explainers: a policy in a student's words, each part with its clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, dates, road
from generator.pages.citations import amounts, chip, clause_name, figures_of, quotation
from generator.pages.components import Amount, Badge, Chip, Fact, Link, Prose, QuotePart
from generator.pages.page import Page, Shown, Site, own_page
from generator.pages.policies import CRUMBS, document_name, in_order
from generator.pages.prose import prose, required
from generator.records.criterion import Criterion
from generator.records.policy import Conditions, Policy, Provision, ProvisionKind
from generator.records.question import Question
from generator.records.unit import Unit

_KIND_BADGES = {
    ProvisionKind.BENEFIT: Badge("benefit", ProvisionKind.BENEFIT.label),
    ProvisionKind.HONOUR: Badge("honour", ProvisionKind.HONOUR.label),
    ProvisionKind.PROCEDURE: Badge("plain", ProvisionKind.PROCEDURE.label),
    ProvisionKind.DUTY: Badge("plain", ProvisionKind.DUTY.label),
}


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
    road: tuple[Link, ...] = ()
    """The steps of pathways that rest on it."""
    questions: tuple[Link, ...] = ()
    """What students ask about it."""


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The page of each policy."""
    for policy in public.all(Policy):
        yield own_page(policy, "policy.html", _explainer)


def _explainer(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Policy, id)
    provisions = tuple(_provision(item, part, public) for part in in_order(item))
    contents = (
        *(Link(part.title, f"#{part.anchor}") for part in provisions),
        Link("文件原文与更新记录", "#__source"),
    )
    view = Explainer(
        crumbs=CRUMBS,
        badges=(cards.STANDINGS[public.standing(item)],),
        level=f"{item.level.label}文件",
        sample=item.sample,
        title=item.title,
        document=f"{document_name(item)}的解读",
        summary=item.summary,
        who=item.audience,
        amounts=amounts(item, public, item.figures[:2]),
        until=_until(item),
        contacts=tuple(
            Link(unit.short or unit.name, urls.path_of(unit))
            for unit in public.each(Unit, item.contacts)
        ),
        contents=contents,
        background=prose(item.background, item, public),
        provisions=provisions,
        terms=tuple((term.term, term.meaning) for term in item.terms),
        caveats=item.caveats,
        source=Link(f"{item.number or item.document} 全文", urls.source(item.source)),
        history=tuple(_history(item)),
        road=road.places(item, public),
        questions=tuple(map(cards.link, public.referring(Question, item))),
    )
    facets = {"level": (item.level.label,), "year": (str(item.issued.year),)}
    return Shown(item.title, item.summary, view, facets)


def _provision(item: Policy, part: Provision, public: PublicCatalogue) -> ProvisionView:
    figures = figures_of(item, part)
    contact = public.get(Unit, part.contact)
    applies = part.applies or "、".join(_options(part.for_, public))
    return ProvisionView(
        anchor=part.id,
        badge=_KIND_BADGES[part.kind],
        applies=f"适用：{applies}" if applies else "",
        title=part.title,
        body=required(part.body, item, public),
        amounts=amounts(item, public, figures),
        how=part.how,
        contact=Link(contact.short or contact.name, urls.path_of(contact)) if contact else None,
        quote=quotation(part.cite.quote, figures) if part.cite.quote and figures else (),
        chip=chip(item.source, part.cite, public)
        or Chip(clause_name(part.cite.at or "原文"), urls.source(item.source)),
    )


def _options(conditions: Conditions, public: PublicCatalogue) -> Iterator[str]:
    for id, chosen in conditions.items():
        criterion = public.get(Criterion, id)
        if criterion:
            yield from (option.label for option in criterion.options if option.id in chosen)


def _until(item: Policy) -> tuple[str, ...]:
    issued = f"{dates.day(item.issued)}印发"
    if item.effective.until:
        return issued, f"有效到{dates.day(item.effective.until)}"
    return issued, "文件未写截止日期"


def _history(item: Policy) -> Iterator[Fact]:
    yield Fact("印发", (Link(dates.day(item.issued)),))
    if item.interpreted_on:
        yield Fact("首发", (Link(dates.day(item.interpreted_on)),))
    for change in item.history:
        yield Fact("更新", (Link(f"{dates.day(change.on)}：{change.note}"),))
