"""Notices: those that run, those that ended, and a page each.

What ended shows its title, its number and its days; clearance left nothing else of it. Search
engines are asked to leave all of them out, since they would keep the names for longer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, choices, dates
from generator.pages.choices import Choice
from generator.pages.components import Badge, Fact, Filter, Link, Pager, Prose
from generator.pages.page import Page, Shown, Site, own_page
from generator.pages.prose import prose
from generator.records.notice import Listed, Notice, NoticeKind, Objections

HEADING = "公示公告"
INDEX = urls.section("notices")
PER_PAGE = 30

_COLUMNS = {
    "name": "姓名",
    "college": "学院",
    "grade": "年级",
    "major": "专业",
    "class_": "班级",
}
"""What a list of people may show, and nothing else."""
_ENDED = {NoticeKind.PUBLIC_NOTICE: "公示已结束", NoticeKind.ANNOUNCEMENT: "公告已结束"}


class NoticeCard(NamedTuple):
    """A notice in a list."""

    address: str
    title: str
    sample: bool
    badge: Badge
    period: str
    """2026年11月24日至2026年11月30日"""
    number: str


class NoticeGroup(NamedTuple):
    """Those that run, or those that ended."""

    heading: str
    notices: tuple[NoticeCard, ...]


class NoticeList(NamedTuple):
    """``articles/notices.html``."""

    crumbs: tuple[Link, ...]
    title: str
    lead: str
    filters: tuple[Filter, ...]
    groups: tuple[NoticeGroup, ...]
    pager: Pager | None


class People(NamedTuple):
    """The people of a notice: the columns that any of them fills in, and a row each."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """The name, and the other cells."""


class NoticeArticle(NamedTuple):
    """``articles/notice.html``."""

    crumbs: tuple[Link, ...]
    kicker: str
    sample: bool
    title: str
    badge: Badge
    facts: tuple[Fact, ...]
    ended: str
    """What stands instead of all else when the period is over."""
    body: Prose | None
    people: People | None
    objections: tuple[Fact, ...]


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The list, those by year, and a page each; nothing without notices."""
    notices = public.chosen(Notice)
    if not notices:
        return
    for choice in _choices(public):
        yield from choices.plan(choice, PER_PAGE, INDEX, "notices.html", _list)
    for item in notices:
        yield own_page(item, "notice.html", _article, hidden=True)


def _choices(public: PublicCatalogue) -> tuple[Choice, ...]:
    return (
        Choice("all", "", "", "全部", INDEX, HEADING, len(public.chosen(Notice))),
        *(
            Choice(
                *("year", year, "年份", f"{year}年", urls.notices_of(year)),
                f"{year}年的{HEADING}",
                count,
            )
            for year, count in public.values(Notice, "year")
        ),
    )


def _list(public: PublicCatalogue, site: Site, kind: str, value: str, number: int) -> Shown:
    every = _choices(public)
    choice = next(one for one in every if (one.kind, one.value) == (kind, value))
    found = public.chosen(Notice, kind, value)[(number - 1) * PER_PAGE : number * PER_PAGE]
    # Those that run stand on the first page, wherever their days would put them.
    running = public.running(kind, value) if number == 1 else ()
    groups = (
        NoticeGroup("进行中", tuple(_card(item, public) for item in running)),
        NoticeGroup("已结束", tuple(_card(item, public) for item in found if public.is_over(item))),
    )
    everything = choice.address == INDEX
    view = NoticeList(
        crumbs=cards.crumbs() if everything else cards.crumbs((HEADING, INDEX)),
        title=choice.title,
        lead="名单只在公示期内显示，有意见请在期内提。" if everything else "",
        filters=choices.filters(choice, every),
        groups=tuple(group for group in groups if group.notices),
        pager=cards.pager(choice.address, number, choices.pages(choice.count, PER_PAGE)),
    )
    return Shown(choices.title(choice, number), f"{choice.title}：{choice.count}条。", view)


def _card(item: Notice, public: PublicCatalogue) -> NoticeCard:
    return NoticeCard(
        address=urls.path_of(item),
        title=item.title,
        sample=item.sample,
        badge=_badge(item, public),
        period=_period(item),
        number=item.number or "",
    )


def _badge(item: Notice, public: PublicCatalogue) -> Badge:
    """Whether it ended, or until when it runs: the last day, since pages do not change daily."""
    if public.is_over(item):
        return Badge("past", _ENDED[item.kind], "◌")
    return Badge("valid", f"到{dates.moment(item.period.until)}止", "●")


def _period(item: Notice) -> str:
    return "".join(_days(item))


def _days(item: Notice) -> tuple[str, ...]:
    """2026年11月20日, 至2026年12月4日; one where they are the same."""
    first, last = item.period.from_, item.period.until
    return (dates.day(first), f"至{dates.day(last)}")[: 1 + (first != last)]


def _article(public: PublicCatalogue, site: Site, id: str) -> Shown:
    item = public.the(Notice, id)
    over, period = public.is_over(item), _period(item)
    view = NoticeArticle(
        crumbs=cards.crumbs((HEADING, INDEX)),
        kicker=item.kind.label,
        sample=item.sample,
        title=item.title,
        badge=_badge(item, public),
        facts=tuple(_facts(item)),
        ended=f"{_ENDED[item.kind]}，内容不再显示。" if over else "",
        body=prose(item.body, item, public),
        people=_people(item.people),
        objections=_ways(item.objections),
    )
    return Shown(item.title, f"{item.kind.label}期：{period}。", view)


def _facts(item: Notice) -> Iterator[Fact]:
    if item.number:
        yield Fact("文号", (Link(item.number),))
    yield Fact(f"{item.kind.label}期", tuple(map(Link, _days(item))))


def _people(listed: tuple[Listed, ...]) -> People | None:
    if not listed:
        return None
    used = [name for name in _COLUMNS if any(getattr(one, name) for one in listed)]
    rows = tuple(
        (one.name, tuple(getattr(one, name) or "" for name in used if name != "name"))
        for one in listed
    )
    return People(f"名单（{len(listed)}人）", tuple(_COLUMNS[name] for name in used), rows)


def _ways(objections: Objections | None) -> tuple[Fact, ...]:
    if objections is None:
        return ()
    ways = (
        ("受理", objections.contact),
        ("电话", objections.phone),
        ("邮箱", objections.email),
    )
    return tuple(Fact(label, (Link(text),)) for label, text in ways if text)
