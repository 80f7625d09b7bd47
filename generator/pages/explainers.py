"""Explainers: a policy in a student's words, each part with its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, dates, legislation, road
from generator.pages.citations import amounts, chip, clause_name, figures_of, quotation
from generator.pages.components import Amount, Badge, Chip, Fact, Link, Prose, QuotePart
from generator.pages.page import Page, Shown, Site, own_page
from generator.pages.policies import CRUMBS, document_name, in_order
from generator.pages.prose import prose, required
from generator.records.criterion import Criterion
from generator.records.policy import (
    Cite,
    Conditions,
    Policy,
    Provision,
    ProvisionKind,
    Standing,
    Term,
)
from generator.records.question import Question
from generator.records.record import ChangeKind
from generator.records.unit import Unit

_KIND_BADGES = {
    ProvisionKind.BENEFIT: Badge("benefit", ProvisionKind.BENEFIT.label),
    ProvisionKind.HONOUR: Badge("honour", ProvisionKind.HONOUR.label),
    ProvisionKind.PROCEDURE: Badge("plain", ProvisionKind.PROCEDURE.label),
    ProvisionKind.DUTY: Badge("plain", ProvisionKind.DUTY.label),
}


_CHANGES = {ChangeKind.MAJOR: "更新", ChangeKind.MINOR: "小修"}

Terms = tuple[tuple[str, str], ...]
"""Terms and their meanings."""


class Notice(NamedTuple):
    """What readers must know before they read on: that something else has taken its place."""

    heading: str
    text: str
    links: tuple[Link, ...]


class ProvisionView(NamedTuple):
    """One provision."""

    anchor: str
    badge: Badge
    applies: str
    """适用：省外项目、省内项目"""
    title: str
    body: Prose
    terms: Terms
    amounts: tuple[Amount, ...]
    how: tuple[str, ...]
    contact: Link | None
    quote: tuple[QuotePart, ...]
    chip: Chip


class Explainer(NamedTuple):
    """``articles/policy.html``: the summary card first, benefits before duties."""

    crumbs: tuple[Link, ...]
    notice: Notice | None
    badges: tuple[Badge, ...]
    level: str
    sample: bool
    title: str
    document: str
    dated: tuple[str, ...]
    """首发2026年11月24日, 更新2026年12月1日"""
    summary: str
    who: str
    amounts: tuple[Amount, ...]
    until: tuple[str, ...]
    """2021年7月1日印发, 文件未写截止日期"""
    contacts: tuple[Link, ...]
    contents: tuple[Link, ...]
    """The page's own table of contents; each address is an anchor: #allowance."""
    background: Prose | None
    background_terms: Terms
    """Those that it is the first to use."""
    changes: tuple[Link, ...]
    """What is compared with the documents that this one supersedes."""
    provisions: tuple[ProvisionView, ...]
    terms: Terms
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
    parts = in_order(item)
    background_terms, *terms = _first_uses(
        item.terms, [item.background or "", *(part.body for part in parts)]
    )
    provisions = tuple(
        _provision(item, part, used, public) for part, used in zip(parts, terms, strict=True)
    )
    contents = (
        *(Link(part.title, f"#{part.anchor}") for part in provisions),
        Link("文件原文与更新记录", "#__source"),
    )
    background = prose(item.background, item, public)
    view = Explainer(
        crumbs=CRUMBS,
        notice=_notice(item, public),
        badges=(cards.STANDINGS[public.standing(item)],),
        level=f"{item.level.label}文件",
        sample=item.sample,
        title=item.title,
        document=f"{document_name(item)}的解读",
        dated=tuple(_dated(item)),
        summary=item.summary,
        who=item.audience,
        amounts=amounts(item, public, item.figures[:2]),
        until=_until(item, public),
        contacts=tuple(
            Link(unit.short or unit.name, urls.path_of(unit))
            for unit in public.each(Unit, item.contacts)
        ),
        contents=contents,
        background=background and _with_terms(background, background_terms, item),
        background_terms=background_terms,
        changes=tuple(
            Link(f"和{old.number or old.document}比，变了什么", urls.comparison(id, old.id))
            for old in public.each(Policy, item.supersedes)
        ),
        provisions=provisions,
        terms=tuple((term.term, term.meaning) for term in item.terms),
        caveats=item.caveats,
        source=Link(f"{item.number or item.document} 全文", urls.source(item.source)),
        history=tuple(_history(item, public)),
        road=road.places(item, public),
        questions=tuple(map(cards.link, public.referring(Question, item))),
    )
    facets = {"level": (item.level.label,), "year": (str(item.issued.year),)}
    also = (document_name(item), *(part.title for part in item.provisions))
    structured = legislation.structured(item, public, site)
    return Shown(item.title, item.summary, view, facets, structured, also)


def _first_uses(terms: Iterable[Term], texts: Iterable[str]) -> Iterator[Terms]:
    """For each text, the terms that no text before it uses, as they come in it.

    A term within a longer one is not used by it: 项目办 in 校项目办.
    """
    meanings = {term.term: term.meaning for term in terms}
    known = "|".join(map(re.escape, sorted(meanings, key=len, reverse=True)))
    for text in texts:
        found = dict.fromkeys(re.findall(known, text)) if known else ()
        yield tuple((term, meanings.pop(term)) for term in found if term in meanings)


def _with_terms(body: Prose, terms: Terms, item: Policy) -> Prose:
    here = {term for term, _ in terms}
    return replace(body, terms={term.term: term.term in here for term in item.terms})


def _notice(item: Policy, public: PublicCatalogue) -> Notice | None:
    """That another document takes the place of *item*, or will; or that its time is over."""
    period, standing = public.period(item), public.standing(item)
    if standing is Standing.EXPIRED and period.until:
        text = f"有效到{dates.day(period.until)}，之后没有收录接替的文件。现在怎样，请问联系单位。"
        return Notice("这份文件已失效", text, ())
    by = public.get(Policy, period.by)
    if by is None:
        return None
    day = dates.day(by.begins)
    links: tuple[Link, ...] = (cards.link(by), Link("变了什么", urls.comparison(by.id, item.id)))
    if standing is not Standing.SUPERSEDED:
        return Notice("这份文件将被取代", f"到{day}为止照这里办，从那天起看新文件。", links)
    newest = _newest(by, public)
    if newest is not by:
        links = (cards.link(newest), *links)
    return Notice("这份文件已废止", f"{day}起由新文件取代，请看新的。下面的内容只供查考。", links)


def _newest(policy: Policy, public: PublicCatalogue) -> Policy:
    """What at last took the place of *policy*; records may name each other in a circle."""
    seen = {policy.id}
    while public.standing(policy) is Standing.SUPERSEDED:
        following = public.get(Policy, public.period(policy).by)
        if following is None or following.id in seen:
            break
        policy = following
        seen.add(policy.id)
    return policy


def _provision(
    item: Policy, part: Provision, terms: Terms, public: PublicCatalogue
) -> ProvisionView:
    figures = figures_of(item, part)
    contact = public.get(Unit, part.contact)
    applies = applies_to(part, public)
    return ProvisionView(
        anchor=part.id,
        badge=_KIND_BADGES[part.kind],
        applies=f"适用：{applies}" if applies else "",
        title=part.title,
        body=_with_terms(required(part.body, item, public), terms, item),
        terms=terms,
        amounts=amounts(item, public, figures),
        how=part.how,
        contact=Link(contact.short or contact.name, urls.path_of(contact)) if contact else None,
        quote=quotation(part.cite.quote, figures) if part.cite.quote and figures else (),
        chip=chip_of(item, part.cite, public),
    )


def chip_of(item: Policy, cite: Cite, public: PublicCatalogue) -> Chip:
    """The clause that a part of *item* cites, or the document where there is none."""
    found = chip(item.source, cite, public)
    return found or Chip(clause_name(cite.at or "原文"), urls.source(item.source))


def applies_to(part: Provision, public: PublicCatalogue) -> str:
    """To whom *part* applies, in its own words or in those of the criteria."""
    return part.applies or "、".join(_options(part.for_, public))


def _options(conditions: Conditions, public: PublicCatalogue) -> Iterator[str]:
    for id, chosen in conditions.items():
        criterion = public.get(Criterion, id)
        if criterion:
            yield from (option.label for option in criterion.options if option.id in chosen)


def _until(item: Policy, public: PublicCatalogue) -> tuple[str, ...]:
    period = public.period(item)
    issued = f"{dates.day(item.issued)}印发"
    begins = (f"{dates.day(item.begins)}起施行",) if item.begins != item.issued else ()
    ends = f"有效到{dates.day(period.until)}" if period.until else "文件未写截止日期"
    return issued, *begins, ends


def _dated(item: Policy) -> Iterator[str]:
    """When the explanation came out, and when it last changed in what matters."""
    if item.interpreted_on:
        yield f"首发{dates.day(item.interpreted_on)}"
    days = [change.on for change in item.history if change.kind is ChangeKind.MAJOR]
    if days:
        yield f"更新{dates.day(max(days))}"


def _history(item: Policy, public: PublicCatalogue) -> Iterator[Fact]:
    replaced = public.each(Policy, item.supersedes)
    if replaced:
        yield Fact("取代", tuple(cards.link(old) for old in replaced))
    yield Fact("印发", (Link(dates.day(item.issued)),))
    if item.interpreted_on:
        yield Fact("首发", (Link(dates.day(item.interpreted_on)),))
    for change in sorted(item.history, key=lambda change: change.on):
        yield Fact(_CHANGES[change.kind], (Link(f"{dates.day(change.on)}：{change.note}"),))
