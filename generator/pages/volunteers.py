"""Volunteers: the index, by cohort, province, college and project, and a profile each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, choices, dates, drawings, photographs
from generator.pages.choices import Choice
from generator.pages.components import (
    Fact,
    Filter,
    Link,
    Neighbours,
    Pager,
    Person,
    Photograph,
    Portrait,
    Prose,
)
from generator.pages.page import Page, Shown, Site, own_page
from generator.pages.prose import prose
from generator.records.event import Event
from generator.records.place import Province
from generator.records.story import Story
from generator.records.unit import Unit
from generator.records.volunteer import Placement, Project, Volunteer

TITLE = "志愿者"
ADDRESS = urls.section("volunteers")
PER_PAGE = 24
RELATED = 2


class PeopleGroup(NamedTuple):
    """Volunteers under one heading: a cohort, say."""

    heading: str
    note: str
    """3 人，服务中"""
    address: str | None
    people: tuple[Person, ...]


class PeopleList(NamedTuple):
    """``articles/volunteers.html``: people in groups, with filters and pages."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    filters: tuple[Filter, ...]
    groups: tuple[PeopleGroup, ...]
    pager: Pager | None


class Moment(NamedTuple):
    """One entry of a timeline."""

    date: str
    machine: str
    text: str
    event: Link | None


class Report(NamedTuple):
    """A report in another medium, or a story of this site."""

    title: str
    address: str | None
    href: str | None
    meta: tuple[str, ...]


class Profile(NamedTuple):
    """``articles/profile.html``: one volunteer."""

    name: str
    vertical: bool
    """Whether the name is set vertically from 60em up: four characters at most, no dot."""
    sample: bool
    portrait: Portrait
    photograph: Photograph | None
    """What stands instead of the drawn portrait."""
    quote: str | None
    meta: tuple[str, ...]
    """2024 届, 省外项目, 示例县中学"""
    summary: str | None
    facts: tuple[Fact, ...]
    permalink: str
    """The whole address, for copying."""
    id: str
    body: Prose | None
    timeline: tuple[Moment, ...]
    reports: tuple[Report, ...]
    """Stories of this site, then coverage elsewhere."""
    events: tuple[Link, ...]
    after: tuple[str, str] | None
    """When, and what."""
    related: tuple[Person, ...]
    cohort: Link
    neighbours: Neighbours


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The index, the lists, and a profile each; nothing where there are no volunteers."""
    people = public.chosen(Volunteer)
    if not people:
        return
    for choice in _choices(public):
        yield from choices.plan(choice, PER_PAGE, ADDRESS, "volunteers.html", _list)
    for item in people:
        yield own_page(item, "profile.html", _profile)


def _choices(public: PublicCatalogue) -> tuple[Choice, ...]:
    return (
        Choice("all", "", "", "全部", ADDRESS, TITLE, len(public.chosen(Volunteer))),
        *_choices_by("cohort", "届", public),
        *_choices_by("project", "项目", public),
        *_choices_by("province", "省份", public),
        *_choices_by("college", "学院", public),
    )


def _choices_by(kind: str, row: str, public: PublicCatalogue) -> tuple[Choice, ...]:
    values = public.values(Volunteer, kind)
    colleges = [public.the(Unit, value) for value, _ in values] if kind == "college" else []
    return _row(kind, row, values, tuple((unit.short or unit.name, unit.name) for unit in colleges))


@lru_cache(maxsize=16)
def _row(
    kind: str,
    row: str,
    values: tuple[tuple[str, int], ...],
    colleges: tuple[tuple[str, str], ...],
) -> tuple[Choice, ...]:
    """The choices of a row, which all lists of volunteers show."""
    named = [(text, f"{name}的志愿者") for text, name in colleges] or [
        _named(kind, value) for value, _ in values
    ]
    return tuple(
        Choice(kind, value, row, text, urls.volunteers_by(kind, value), title, count)
        for (value, count), (text, title) in zip(values, named, strict=True)
    )


def _named(kind: str, value: str) -> tuple[str, str]:
    """How a choice is called in the filter, and on its own page."""
    if kind == "cohort":
        return value, f"{value}届志愿者"
    if kind == "project":
        project = next(one for one in Project if one.value == value)
        return project.short, f"{project.label}志愿者"
    name = Province[value.upper()].value
    return name, f"在{name}的志愿者"


def _list(public: PublicCatalogue, site: Site, kind: str, value: str, number: int) -> Shown:
    every = _choices(public)
    choice = next(one for one in every if (one.kind, one.value) == (kind, value))
    chosen = public.chosen(Volunteer, kind, value)
    people = list(chosen[(number - 1) * PER_PAGE : number * PER_PAGE])
    everyone = choice.address == ADDRESS
    first = cards.first_seen((item.id, item.portrait) for item in people)
    return Shown(
        title=choices.title(choice, number),
        description=f"{choice.title}：{choice.count}人。",
        view=PeopleList(
            crumbs=cards.crumbs() if everyone else cards.crumbs((TITLE, ADDRESS)),
            title=choice.title,
            lead="按届查看。每一位都同意在这里讲自己的经历。" if everyone else "",
            filters=choices.filters(choice, every),
            groups=tuple(
                _group(year, list(group), public, first)
                for year, group in groupby(people, key=lambda item: item.cohort)
            ),
            pager=cards.pager(choice.address, number, choices.pages(choice.count, PER_PAGE)),
        ),
    )


def _group(
    year: int, people: Sequence[Volunteer], public: PublicCatalogue, first: str
) -> PeopleGroup:
    return PeopleGroup(
        heading=f"{year}届",
        note=_note(str(year), public),
        address=urls.volunteers_by("cohort", str(year)),
        people=tuple(_card(item, public, item.id == first) for item in people),
    )


def _card(item: Volunteer, public: PublicCatalogue, eager: bool) -> Person:
    meta = (cards.college(item, public), item.project.short, cards.host(item))
    return cards.person(item, meta, public, eager)


def _note(cohort: str, public: PublicCatalogue) -> str:
    """How many a cohort has, and whether it still serves, as far as placements are shown."""
    count = f"{len(public.chosen(Volunteer, 'cohort', cohort))}人"
    serving = public.serving(cohort)
    if serving is None:
        return count
    return f"{count}，{'服务中' if serving else '期满'}"


_GROUND = Fact("公开", (Link("经本人同意，可撤回", urls.PRIVACY),))


def _profile(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Volunteer, id)
    year = str(item.cohort)
    college = cards.college(item, public)
    cohort = public.chosen(Volunteer, "cohort", year)
    place = public.place(item, "cohort", year)
    address = urls.path_of(item)
    stories = sorted(public.referring(Story, item), key=lambda story: story.date, reverse=True)
    photograph = photographs.portrait(item, public, eager=True)
    view = Profile(
        name=item.heading,
        vertical=len(item.heading) <= 4 and not set("·・.") & set(item.heading),
        sample=item.sample,
        portrait=drawings.portrait(item.id, item.name),
        photograph=photograph,
        quote=item.quote,
        meta=tuple(
            part for part in (cards.cohort(item), item.project.label, cards.host(item)) if part
        ),
        summary=item.summary,
        facts=(*_facts(item, public), *_credit(photograph), _GROUND),
        permalink=(site.url.rstrip("/") + address) if site.url else address,
        id=item.id,
        body=prose(item.body, item, public, eager=photograph is None),
        timeline=tuple(
            Moment(dates.reduced(entry.date), entry.date, entry.text, _event(entry.event, public))
            for entry in sorted(item.timeline, key=lambda entry: entry.date)
        ),
        reports=(
            *(
                Report(story.title, urls.path_of(story), None, ("跟踪报道", dates.day(story.date)))
                for story in stories[:10]
            ),
            *(
                Report(entry.title, None, entry.url, (entry.outlet, dates.day(entry.date)))
                for entry in item.coverage
            ),
        ),
        events=tuple(cards.link(event) for event in public.referring(Event, item)[:10]),
        after=(
            (dates.reduced(item.after_service.on), item.after_service.text)
            if item.after_service
            else None
        ),
        related=tuple(
            cards.person(other, (cards.cohort(other), cards.host(other)), public)
            for other in _related(item, public)
        ),
        cohort=Link(cards.cohort(item), urls.volunteers_by("cohort", str(item.cohort))),
        neighbours=Neighbours(
            previous=cards.link(cohort[place - 1]) if place else None,
            next=cards.link(cohort[place + 1]) if place + 1 < len(cohort) else None,
            label=cards.cohort(item),
        ),
    )
    return Shown(
        title=item.heading,
        description=item.summary or f"{cards.cohort(item)}{item.project.label}志愿者。",
        view=view,
        facets={
            "cohort": (str(item.cohort),),
            "project": (item.project.short,),
            "province": cards.provinces(item),
            "college": (college,) if college else (),
        },
        name=(item.name, item.pinyin) if item.name else None,
    )


def _event(id: str | None, public: PublicCatalogue) -> Link | None:
    found = public.get(Event, id)
    return cards.link(found) if found else None


def _facts(item: Volunteer, public: PublicCatalogue) -> Iterator[Fact]:
    college = cards.college(item, public)
    if college:
        yield Fact("学院", (Link(college, urls.volunteers_by("college", item.college or "")),))
    degree = item.degree.label if item.degree else None
    study = "，".join(part for part in (item.major, degree) if part)
    if study:
        yield _fact("专业" if item.major else "学历", study)
    yield Fact(
        "项目", (Link(item.project.label, urls.volunteers_by("project", item.project.value)),)
    )
    if item.programme:
        yield _fact("专项", item.programme)
    yield from _places(item.placements)
    if item.mentor:
        yield _fact("导师", item.mentor.name)
    honours = public.honours_of(item)
    if honours:
        yield Fact(
            "表彰",
            tuple(
                Link(f"{honour.title}（{honour.year}年）", urls.path_of(honour))
                for honour in honours
            ),
        )


def _credit(photograph: Photograph | None) -> Iterator[Fact]:
    if photograph and photograph.credit:
        yield _fact("照片", photograph.credit)


def _places(places: Sequence[Placement]) -> Iterator[Fact]:
    """One placement takes a row a fact; several take a row a placement."""
    if len(places) == 1:
        place = places[0]
        where = f"{place.province.value}{place.county or ''}"
        yield Fact("服务地", (Link(where, urls.volunteers_by("province", place.province.slug)),))
        if work := _work(place):
            yield _fact("单位" if place.host else "岗位", work)
        yield _fact("时间", _period(place))
        return
    for place in places:
        where = f"{place.province.value}{place.county or ''}"
        yield Fact(
            _period(place),
            (
                Link(where, urls.volunteers_by("province", place.province.slug)),
                *((Link(work),) if (work := _work(place)) else ()),
            ),
        )


def _work(place: Placement) -> str:
    """示例县中学，教师, or as much of it as is known."""
    return "，".join(part for part in (place.host, place.post) if part)


def _period(place: Placement) -> str:
    end = f"到{dates.reduced(place.end)}" if place.end else "至今"
    return f"{dates.reduced(place.start)}{end}"


def _fact(label: str, text: str) -> Fact:
    return Fact(label, (Link(text),))


def _related(item: Volunteer, public: PublicCatalogue) -> list[Volunteer]:
    """A few of the same cohort and a few who served in the same place.

    Those next in each row, so that everybody is somebody's neighbour and no page grows with the
    number of records.
    """
    rows = [("cohort", str(item.cohort))]
    rows += [("province", slug) for slug in dict.fromkeys(p.province.slug for p in item.placements)]
    chosen: list[Volunteer] = []
    for kind, value in rows:
        row, place = public.chosen(Volunteer, kind, value), public.place(item, kind, value)
        near = range(1, min(RELATED, len(row) - 1) + 1)
        chosen += [row[(place + step) % len(row)] for step in near]
    unique = {other.id: other for other in chosen if other.id != item.id}
    return list(unique.values())[: 2 * RELATED]
