"""Volunteers: the index, by cohort, province, college and project, and a profile each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, dates, drawings
from generator.pages.components import (
    Fact,
    Filter,
    FilterOption,
    Link,
    Neighbours,
    Pager,
    Person,
    Portrait,
    Prose,
)
from generator.pages.page import Page, Site
from generator.pages.prose import prose
from generator.records.event import Event
from generator.records.story import Story
from generator.records.volunteer import Placement, Volunteer

TITLE = "志愿者"
ADDRESS = urls.section("volunteers")
PER_PAGE = 24
RELATED = 2


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """Volunteers under one heading: a cohort, say."""

    heading: str
    note: str
    """3 人，服务中"""
    address: str | None
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class PeopleList:
    """``articles/volunteers.html``: people in groups, with filters and pages."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    filters: tuple[Filter, ...]
    groups: tuple[PeopleGroup, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of a timeline."""

    date: str
    machine: str
    text: str
    event: Link | None


@dataclass(frozen=True, slots=True)
class Report:
    """A report in another medium, or a story of this site."""

    title: str
    address: str | None
    href: str | None
    meta: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """``articles/profile.html``: one volunteer."""

    name: str
    vertical: bool
    """Whether the name is set vertically from 60em up: four characters at most, no dot."""
    sample: bool
    portrait: Portrait
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
    if not public.volunteers:
        return
    choices = _choices(public)
    for choice in choices:
        yield from _list(choice, choices, public)
    for people in public.cohorts.values():
        for place, volunteer in enumerate(people):
            yield _profile(volunteer, people, place, public, site)


@dataclass(frozen=True, slots=True)
class _Choice:
    """A list of volunteers, and what it is a choice of."""

    row: str
    text: str
    address: str
    title: str
    people: Sequence[Volunteer]


def _choices(public: PublicCatalogue) -> list[_Choice]:
    def choice(
        row: str, kind: str, value: str, text: str, title: str, people: Sequence[Volunteer]
    ) -> _Choice:
        return _Choice(row, text, urls.volunteers_by(kind, value), title, people)

    return [
        _Choice("", "全部", ADDRESS, TITLE, public.volunteers),
        *(
            choice("届", "cohort", str(year), str(year), f"{year}届志愿者", people)
            for year, people in public.cohorts.items()
        ),
        *(
            choice(
                "项目", "project", project.value, project.short, f"{project.label}志愿者", people
            )
            for project, people in public.by_project.items()
        ),
        *(
            choice("省份", "province", place.slug, place.value, f"在{place.value}的志愿者", people)
            for place, people in public.by_province.items()
        ),
        *(
            choice(
                "学院", "college", unit.id, unit.short or unit.name, f"{unit.name}的志愿者", people
            )
            for unit, people in public.by_college
        ),
    ]


def _filters(current: str, choices: Sequence[_Choice]) -> tuple[Filter, ...]:
    everyone = choices[0]

    def option(choice: _Choice) -> FilterOption:
        return FilterOption(
            choice.text, len(choice.people), choice.address, choice.address == current
        )

    rows: list[Filter] = []
    for row, group in groupby(choices[1:], key=lambda choice: choice.row):
        options = [option(choice) for choice in group]
        # The first row carries 全部 with its count; a second 全部 would say the same again.
        rows.append(Filter(row, (option(everyone), *options) if not rows else tuple(options)))
    return tuple(rows)


def _list(choice: _Choice, choices: Sequence[_Choice], public: PublicCatalogue) -> Iterator[Page]:
    filters = _filters(choice.address, choices)
    everyone = choice.address == ADDRESS
    pages = [choice.people[i : i + PER_PAGE] for i in range(0, len(choice.people), PER_PAGE)]
    for number, people in enumerate(pages, start=1):
        view = PeopleList(
            crumbs=cards.crumbs() if everyone else cards.crumbs((TITLE, ADDRESS)),
            title=choice.title,
            lead="按届查看。每一位都同意在这里讲自己的经历。" if everyone else "",
            filters=filters,
            groups=tuple(
                _group(year, list(group), public)
                for year, group in groupby(people, key=lambda item: item.cohort)
            ),
            pager=cards.pager(choice.address, number, len(pages)),
        )
        yield Page(
            address=urls.paged(choice.address, number),
            section=ADDRESS,
            template="volunteers.html",
            title=choice.title if number == 1 else f"{choice.title}（第{number}页）",
            description=f"{choice.title}：{len(choice.people)}人。",
            view=view,
        )


def _group(year: int, people: Sequence[Volunteer], public: PublicCatalogue) -> PeopleGroup:
    return PeopleGroup(
        heading=f"{year}届",
        note=_note(public.cohorts[year], public),
        address=urls.volunteers_by("cohort", str(year)),
        people=tuple(_card(item, public) for item in people),
    )


def _card(item: Volunteer, public: PublicCatalogue) -> Person:
    return cards.person(item, (cards.college(item, public), item.project.short, cards.host(item)))


def _note(people: Sequence[Volunteer], public: PublicCatalogue) -> str:
    """How many a cohort has, and whether it still serves, as far as placements are shown."""
    count = f"{len(people)}人"
    last = [item.placements[-1] for item in people if item.placements]
    if not last:
        return count
    today = public.as_of.isoformat()
    serving = any(_serves(place, today) for place in last)
    return f"{count}，{'服务中' if serving else '期满'}"


def _serves(place: Placement, today: str) -> bool:
    return place.end is None or place.end >= today[: len(place.end)]


def _profile(
    item: Volunteer, cohort: Sequence[Volunteer], place: int, public: PublicCatalogue, site: Site
) -> Page:
    address = urls.path_of(item)
    stories = sorted(public.referring(Story, item), key=lambda story: story.date, reverse=True)
    view = Profile(
        name=item.heading,
        vertical=len(item.heading) <= 4 and not set("·・.") & set(item.heading),
        sample=item.sample,
        portrait=drawings.portrait(item.id, item.name),
        quote=item.quote,
        meta=tuple(
            part for part in (cards.cohort(item), item.project.label, cards.host(item)) if part
        ),
        summary=item.summary,
        facts=tuple(_facts(item, public)),
        permalink=(site.url.rstrip("/") + address) if site.url else address,
        id=item.id,
        body=prose(item.body, item, public),
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
            cards.person(other, (cards.cohort(other), cards.host(other)))
            for other in _related(item, cohort, place, public)
        ),
        cohort=Link(cards.cohort(item), urls.volunteers_by("cohort", str(item.cohort))),
        neighbours=Neighbours(
            previous=cards.link(cohort[place - 1]) if place else None,
            next=cards.link(cohort[place + 1]) if place + 1 < len(cohort) else None,
            label=cards.cohort(item),
        ),
    )
    return Page(
        address=address,
        section=ADDRESS,
        template="profile.html",
        title=item.heading,
        description=item.summary or f"{cards.cohort(item)}{item.project.label}志愿者。",
        view=view,
        made_from=(f"volunteers/{item.id}",),
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
        yield Fact("表彰", tuple(Link(f"{honour.title}（{honour.year}年）") for honour in honours))


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


def _related(
    item: Volunteer, cohort: Sequence[Volunteer], place: int, public: PublicCatalogue
) -> list[Volunteer]:
    """A few of the same cohort and a few who served in the same place.

    Those next in each row, so that everybody is somebody's neighbour and no page grows with the
    number of records.
    """
    chosen = _after(cohort, place)
    for province in dict.fromkeys(where.province for where in item.placements):
        people = public.by_province[province]
        chosen += _after(people, public.place_in(province, item))
    unique = {other.id: other for other in chosen if other.id != item.id}
    return list(unique.values())[: 2 * RELATED]


def _after(row: Sequence[Volunteer], place: int) -> list[Volunteer]:
    return [row[(place + step) % len(row)] for step in range(1, min(RELATED, len(row) - 1) + 1)]
