"""Policies: the index by level, an explainer each, and their sources clause by clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, dates
from generator.pages.citations import amounts, chip, clause_name, figures_of, quotation
from generator.pages.components import Amount, Badge, Chip, Fact, Link, Prose, QuotePart
from generator.pages.page import Page, Shown, Site, own_page
from generator.pages.prose import prose, required
from generator.records.criterion import Criterion
from generator.records.policy import Conditions, Level, Policy, Provision, ProvisionKind
from generator.records.unit import Unit
from generator.sources import Clause, Source

TITLE = "政策"
ADDRESS = urls.section("policies")
SOURCE = "文件原文"
_ORDER = tuple(ProvisionKind)
_KIND_BADGES = {
    ProvisionKind.BENEFIT: Badge("benefit", ProvisionKind.BENEFIT.label),
    ProvisionKind.HONOUR: Badge("honour", ProvisionKind.HONOUR.label),
    ProvisionKind.PROCEDURE: Badge("plain", ProvisionKind.PROCEDURE.label),
    ProvisionKind.DUTY: Badge("plain", ProvisionKind.DUTY.label),
}


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


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The index by level, an explainer each, and each source that a public record cites."""
    policies = public.all(Policy)
    if policies:
        yield Page(ADDRESS, ADDRESS, "policies.html", _index)
    for policy in policies:
        yield own_page(policy, "policy.html", _explainer)
    cited = {policy.source for policy in policies}
    cited |= {unit.source for unit in public.all(Unit) if unit.source}
    for file in sorted(cited):
        if public.source(file):
            yield Page(
                address=urls.source(file),
                section=ADDRESS,
                template="source.html",
                make=_source,
                about=(file,),
                made_from=(f"sources/{file}",),
                searched_as=SOURCE,
            )


def in_order(policy: Policy) -> list[Provision]:
    """The provisions of *policy* with benefits before duties, else as the record has them."""
    return sorted(policy.provisions, key=lambda part: _ORDER.index(part.kind))


def is_superseded(policy: Policy, public: PublicCatalogue) -> bool:
    """Whether a document that is in force takes the place of *policy*."""
    return any(
        policy.id in other.supersedes and other.in_force(public.as_of)
        for other in public.referring(Policy, policy)
    )


def holds(policy: Policy, public: PublicCatalogue) -> bool:
    """Whether *policy* counts today."""
    return policy.in_force(public.as_of) and not is_superseded(policy, public)


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
        badges=(_validity(item, public),),
        amounts=amounts(item, public, item.figures[:2]),
    )


def _validity(item: Policy, public: PublicCatalogue) -> Badge:
    """How a document stands, by its own dates and by what supersedes it."""
    if is_superseded(item, public):
        return Badge("changed", "已废止", "×")
    if item.in_force(public.as_of):
        return Badge("valid", "现行有效", "●")
    ended = item.effective.until is not None and item.effective.until < public.as_of
    return Badge("past", "已失效", "◌") if ended else Badge("future", "未生效", "○")


def _explainer(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Policy, id)
    provisions = tuple(_provision(item, part, public) for part in in_order(item))
    contents = (
        *(Link(part.title, f"#{part.anchor}") for part in provisions),
        Link("文件原文与更新记录", "#__source"),
    )
    view = Explainer(
        crumbs=cards.crumbs((TITLE, ADDRESS)),
        badges=(_validity(item, public),),
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


def _source(public: PublicCatalogue, site: Site, file: str) -> Shown:
    document = public.source(file)
    assert document
    explainers = [item for item in public.all(Policy) if item.source == document.file]
    view = SourceText(
        crumbs=cards.crumbs((TITLE, ADDRESS)),
        issuers=document.issuers,
        number=document.number,
        title=document.title,
        preamble=document.preamble,
        clauses=tuple(_clause(document, clause, public) for clause in document.clauses),
        signature=document.signature,
        explainers=tuple(cards.link(item) for item in explainers),
        contents=tuple(
            Link(f"{clause.number}{clause.heading}", f"#{clause.anchor}")
            for clause in document.clauses
            if clause.level == 1
        ),
    )
    return Shown(document.title, f"{document.number}全文，逐条可引用。", view)


def _clause(document: Source, clause: Clause, public: PublicCatalogue) -> SourceClause:
    citing = public.citing(document.file, clause.anchor)
    return SourceClause(
        anchor=clause.anchor,
        level=clause.level,
        number=clause.number,
        heading=clause.heading,
        paragraphs=clause.paragraphs,
        explained=tuple(
            Link(part.title, urls.part(urls.path_of(policy), part.id)) for policy, part in citing
        ),
    )
