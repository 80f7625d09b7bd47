"""What each combination of answers gets: the total, line by line, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.eligibility import (
    ADDED_UP,
    Answers,
    Entitlement,
    Inquiry,
    Verdict,
    failing,
    matters,
    rule,
    today,
)
from generator.pages import cards, pathways, qr
from generator.pages.answers import ADDRESS, TITLE, Answered, option, told
from generator.pages.citations import chip
from generator.pages.components import AgendaRow, Chip, Code, Link
from generator.pages.page import Shown, Site
from generator.pages.prose import value_of
from generator.records.criterion import Criterion
from generator.records.event import Event, EventKind, day_of
from generator.records.pathway import Pathway
from generator.records.policy import FigureUnit, Level, Policy
from generator.records.unit import Unit

DEADLINES = 3
_ORDER = tuple(Verdict)


class Benefit(NamedTuple):
    """Something that is given, or may be, or is not, and why. ``verdict`` gives mark and colour."""

    verdict: str
    word: str
    title: str
    sample: bool
    address: str
    amounts: tuple[str, ...]
    """6000元; with its subject where the answers leave several"""
    reason: str
    chip: Chip | None


class BenefitGroup(NamedTuple):
    """What one level gives: the nation, the province, the university, the college."""

    heading: str
    benefits: tuple[Benefit, ...]


class Total(NamedTuple):
    """What the answers make for certain, of one unit and one level."""

    label: str
    value: str
    unit: str


class OutcomePage(NamedTuple):
    """``articles/outcome.html``: the total, the answers, what is given by level, what to do next."""

    crumbs: tuple[Link, ...]
    title: str
    totals: tuple[Total, ...]
    rest: str
    """另有2项符合，3项看情况"""
    answers: tuple[Answered, ...]
    groups: tuple[BenefitGroup, ...]
    silent: str
    """国家、省: the levels of which no document is here; or nothing"""
    contacts: tuple[Link, ...]
    roads: tuple[tuple[Link, tuple[Link, ...]], ...]
    """Each pathway that is theirs, with its steps."""
    deadlines: tuple[AgendaRow, ...]
    permalink: str
    code: Code | None


def show(public: PublicCatalogue, site: Site, *options: str) -> Shown:
    """The page of an outcome: what those get who chose *options*."""
    given, asked = today(public)
    answers = asked.answered(options)
    verdicts = [(one, asked.verdict(one, answers)) for one in given]
    certain = [one for one, verdict in verdicts if verdict is Verdict.APPLIES]
    totals = tuple(_totals(certain, answers))
    policies = dict.fromkeys(one.policy.id for one in given)
    roads = [one for one in public.all(Pathway) if not failing(rule(one.for_), answers)]
    address = urls.benefits(options)
    permalink = f"{site.url.rstrip('/')}{address}" if site.url else ""
    shown = tuple(told(asked, answers))
    view = OutcomePage(
        crumbs=cards.crumbs((TITLE, ADDRESS)),
        title="你能得到的",
        totals=totals or (Total("确定符合", str(len(certain)), "项"),),
        rest=_rest(verdicts, totals, answers),
        answers=shown,
        groups=tuple(_groups(verdicts, asked, answers, public)),
        silent="、".join(
            level.label
            for level in (Level.NATIONAL, Level.PROVINCIAL)
            if all(policy.level is not level for policy in public.each(Policy, policies))
        ),
        contacts=tuple(_contacts(public.each(Policy, policies), public)),
        roads=tuple((cards.link(one), pathways.stages(one)) for one in roads),
        deadlines=tuple(_deadlines(roads, public)),
        permalink=permalink,
        code=qr.code(permalink) if permalink else None,
    )
    chosen = "，".join(answer.text for answer in shown)
    return Shown(f"你能得到的：{chosen}", f"{chosen}：西部计划给你什么，每一条都有出处。", view)


def _totals(certain: Sequence[Entitlement], answers: Answers) -> Iterator[Total]:
    """What can be added up, for each level and unit."""
    sums: dict[tuple[Level, FigureUnit], Decimal] = {}
    for one in certain:
        for figure in one.given(answers):
            if figure.unit in ADDED_UP:
                key = one.level, figure.unit
                sums[key] = sums.get(key, Decimal(0)) + figure.value
    for (level, unit), value in sums.items():
        yield Total(f"{level.label}给", f"{value:f}", unit.label)


def _rest(
    verdicts: Sequence[tuple[Entitlement, Verdict]], totals: Sequence[Total], answers: Answers
) -> str:
    """How much there is beside the totals."""
    summed = [
        one
        for one, verdict in verdicts
        if verdict is Verdict.APPLIES
        and any(figure.unit in ADDED_UP for figure in one.given(answers))
    ]
    found = [verdict for _, verdict in verdicts]
    more = found.count(Verdict.APPLIES) - len(summed)
    parts = [f"{more}项确定符合"] if totals and more else []
    if Verdict.MAY in found:
        parts.append(f"{found.count(Verdict.MAY)}项看情况")
    return f"另有{'，'.join(parts)}" if parts else ""


def _groups(
    verdicts: Sequence[tuple[Entitlement, Verdict]],
    asked: Inquiry,
    answers: Answers,
    public: PublicCatalogue,
) -> Iterator[BenefitGroup]:
    """What is certain before what is open, and that before what is not."""
    for level in Level:
        found = [one for one in verdicts if one[0].level is level]
        if found:
            found.sort(key=lambda one: _ORDER.index(one[1]))
            rows = tuple(_benefit(*one, asked, answers, public) for one in found)
            yield BenefitGroup(level.label, rows)


def _benefit(
    one: Entitlement,
    verdict: Verdict,
    asked: Inquiry,
    answers: Answers,
    public: PublicCatalogue,
) -> Benefit:
    figures = () if verdict is Verdict.NOT else one.given(answers)
    several = len(figures) > 1
    return Benefit(
        verdict=verdict.value,
        word=verdict.label,
        title=one.provision.title,
        sample=one.policy.sample,
        address=urls.part(urls.path_of(one.policy), one.provision.id),
        amounts=tuple(
            f"{(figure.subject or '') if several else ''}{value_of(figure)}{figure.unit.label}"
            for figure in figures
        ),
        reason="".join(_reasons(one, verdict, asked, answers)),
        chip=chip(one.policy.source, one.provision.cite, public, named=True),
    )


def _reasons(one: Entitlement, verdict: Verdict, asked: Inquiry, answers: Answers) -> Iterator[str]:
    """Why: what was answered, then to whom it is given, or on what it depends."""
    failed = failing(one.rule, answers)
    if verdict is Verdict.NOT and failed:
        yield f"{_statement(asked, failed, answers)}，用不上这一条。"
        return
    said = [
        _statement(asked, criterion.id, answers)
        for criterion in asked.criteria
        if criterion.id in answers and _decided_by(criterion, one, answers)
    ]
    if said:
        yield f"{'，'.join(said)}。"
    if one.provision.applies:
        yield f"给{one.provision.applies}。"
    if one.provision.depends:
        yield f"{one.provision.depends}。"
    if one.policy.level is Level.COLLEGE:
        yield f"这份文件只管{one.policy.audience}。"


def _decided_by(criterion: Criterion, one: Entitlement, answers: Answers) -> bool:
    """Whether *one* is given, or in this amount, because of the answer to *criterion*."""
    rules = [one.rule, *map(one.figure_rule, one.given(answers))]
    return any(matters(each, criterion) for each in rules)


def _statement(asked: Inquiry, criterion: str, answers: Answers) -> str:
    chosen = option(asked, criterion, answers[criterion])
    return chosen.statement or f"你选的是“{chosen.label}”"


def _contacts(policies: Iterable[Policy], public: PublicCatalogue) -> Iterator[Link]:
    ids = dict.fromkeys(id for policy in policies for id in policy.contacts)
    for unit in public.each(Unit, ids):
        yield Link(unit.short or unit.name, urls.path_of(unit))


def _deadlines(roads: Iterable[Pathway], public: PublicCatalogue) -> list[AgendaRow]:
    """What must be done by when, of the events on these roads: the next ones."""
    ids = dict.fromkeys(id for road in roads for step in road.steps for id in step.events)
    rows: list[AgendaRow] = []
    for found in pathways.upcoming(public.each(Event, ids), public):
        registration = found.event.registration
        closes = registration.closes if registration else None
        if found.event.kind is EventKind.DEADLINE:
            rows.append(cards.agenda_row(found))
        elif closes and day_of(closes) >= public.as_of:
            rows.append(cards.closing_row(found.event, closes))
    return sorted(rows, key=lambda row: row.machine)[:DEADLINES]
