"""我能得到什么: one question a page, and what each combination of answers gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

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
from generator.pages.citations import chip
from generator.pages.components import AgendaRow, Chip, Code, Link
from generator.pages.page import Page, Shown, Site
from generator.pages.prose import value_of
from generator.records.criterion import Criterion, Option
from generator.records.event import Event, EventKind, day_of
from generator.records.pathway import Pathway
from generator.records.policy import FigureUnit, Level, Policy
from generator.records.unit import Unit

TITLE = "我能得到什么"
ADDRESS = urls.benefits()
DEADLINES = 3
_NUMERALS = ("零", "一", "两", "三", "四")
_ORDER = tuple(Verdict)


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was given, and the way to give another."""

    text: str
    change: str


@dataclass(frozen=True, slots=True)
class OptionCard:
    """An answer that can be given: the page on which it leads further."""

    address: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """``articles/asked.html``: one question."""

    crumbs: tuple[Link, ...]
    kicker: str
    """我能得到什么：第1问，最多3问"""
    title: str
    help: str
    options: tuple[OptionCard, ...]
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class Benefit:
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


@dataclass(frozen=True, slots=True)
class BenefitGroup:
    """What one level gives: the nation, the province, the university, the college."""

    heading: str
    benefits: tuple[Benefit, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """What the answers make for certain, of one unit and one level."""

    label: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class OutcomePage:
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


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """A page for each question in its place, and for each outcome; nothing without questions."""
    _, asked = today(public)
    if not asked.criteria:
        return
    for answers in asked.ways():
        options = tuple(answers.values())
        is_question = asked.next(answers) is not None
        yield Page(
            address=urls.benefits(options),
            section=ADDRESS,
            template="asked.html" if is_question else "outcome.html",
            make=_question if is_question else _outcome,
            about=options,
            searched_as="" if options else TITLE,
        )


def call(public: PublicCatalogue) -> Link | None:
    """答三个问题，看全部: the way in, where there are questions."""
    _, asked = today(public)
    if not asked.criteria:
        return None
    most = max(map(len, asked.ways()))
    return Link(f"答{_NUMERALS[most]}个问题，看全部", ADDRESS)


def _question(public: PublicCatalogue, site: Site, *options: str) -> Shown:
    _, asked = today(public)
    answers = asked.answered(options)
    question = asked.next(answers)
    assert question
    most = max(len(way) for way in asked.ways(answers))
    number = len(answers) + 1
    view = QuestionPage(
        crumbs=cards.crumbs() if not options else cards.crumbs((TITLE, ADDRESS)),
        kicker=f"{TITLE}：第{number}问，最多{most}问",
        title=question.question,
        help=question.help or "",
        options=tuple(
            OptionCard(urls.benefits((*options, one.id)), one.label, one.hint or "")
            for one in question.options
        ),
        answers=tuple(_answers(asked, answers)),
    )
    chosen = "，".join(answer.text for answer in view.answers)
    title = f"{question.question}（{chosen}）" if chosen else TITLE
    return Shown(title, f"{TITLE}：{question.question}", view)


def _answers(asked: Inquiry, answers: Answers) -> Iterator[Answered]:
    options = list(answers.values())
    for place, (id, chosen) in enumerate(answers.items()):
        yield Answered(_option(asked, id, chosen).label, urls.benefits(options[:place]))


def _option(asked: Inquiry, criterion: str, chosen: str) -> Option:
    return next(
        option
        for one in asked.criteria
        if one.id == criterion
        for option in one.options
        if option.id == chosen
    )


def _outcome(public: PublicCatalogue, site: Site, *options: str) -> Shown:
    given, asked = today(public)
    answers = asked.answered(options)
    verdicts = [(one, asked.verdict(one, answers)) for one in given]
    certain = [one for one, verdict in verdicts if verdict is Verdict.APPLIES]
    totals = tuple(_totals(certain, answers))
    policies = dict.fromkeys(one.policy.id for one in given)
    roads = [one for one in public.all(Pathway) if not failing(rule(one.for_), answers)]
    address = urls.benefits(options)
    permalink = f"{site.url.rstrip('/')}{address}" if site.url else ""
    told = tuple(_answers(asked, answers))
    view = OutcomePage(
        crumbs=cards.crumbs((TITLE, ADDRESS)),
        title="你能得到的",
        totals=totals or (Total("确定符合", str(len(certain)), "项"),),
        rest=_rest(verdicts, totals, answers),
        answers=told,
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
    chosen = "，".join(answer.text for answer in told)
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
    option = _option(asked, criterion, answers[criterion])
    return option.statement or f"你选的是“{option.label}”"


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
