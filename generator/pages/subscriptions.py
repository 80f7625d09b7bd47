"""订阅日程: every calendar there is, and how a program is told of one."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages import cards, event_choices, qr
from generator.pages.components import Code, Fact, Link, Subscription
from generator.pages.page import Page, Shown, Site
from generator.records.event import Event

HEADING = "订阅日程"
LINK = Link(HEADING, urls.SUBSCRIBE)
MOST = 20
"""How many calendars of a kind are listed, those of most events; each list of events has its own."""
_HEIGHT = 480
"""Of a frame, in pixels; what does not fit is scrolled."""

_WAYS = (
    (
        "iPhone",
        "用 Safari 打开本页，点“订阅”，再在日历里确认。",
        "也可以在日历的账户设置里选“添加已订阅的日历”，粘贴网址。",
    ),
    (
        "安卓手机",
        "各家的日历不同：能“通过网址订阅日历”的，粘贴网址。",
        "用 Google 日历的，在电脑的浏览器里“通过网址添加”，手机随后会有。",
    ),
    (
        "Outlook",
        "网页版：“添加日历”里选“从 Web 订阅”（Subscribe from web）。",
        "粘贴 https 开头的网址。",
    ),
    (
        "WPS、钉钉",
        "支持“通过网址订阅日历”的版本里，粘贴网址。",
        "没有这一项的，请用手机自带的日历订阅。",
    ),
)
"""Programs, and two lines on each. Nothing stands here that was not looked up."""


class Shelf(NamedTuple):
    """Calendars of one kind."""

    heading: str
    calendars: tuple[Subscription, ...]


class SubscriptionPage(NamedTuple):
    """``articles/subscriptions.html``."""

    crumbs: tuple[Link, ...]
    title: str
    everything: Subscription
    feeds: tuple[Link, ...]
    snippet: str
    """What another site copies to show what comes."""
    shelves: tuple[Shelf, ...]
    ways: tuple[Fact, ...]
    code: Code | None
    """The page's address, to be scanned."""
    permalink: str


def plan(public: PublicCatalogue, site: Site) -> Iterator[Page]:
    """The page; nothing without events."""
    if public.all(Event):
        yield Page(urls.SUBSCRIBE, urls.section("events"), "subscriptions.html", _page)


def subscription(name: str, address: str, site: Site) -> Subscription:
    """The calendar at *address*, as a link that opens a program of calendars and one to copy."""
    whole = site.whole(address)
    return Subscription(name, address, whole and f"webcal:{whole.partition(':')[2]}", whole)


def snippet(title: str, address: str, site: Site) -> str:
    """What another site copies to show the list at *address*; nothing without a site's address."""
    source = site.whole(urls.embedded(address))
    if not source:
        return ""
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="100%" height="{_HEIGHT}"'
        ' frameborder="0" loading="lazy"></iframe>'
    )


def _page(public: PublicCatalogue, site: Site) -> Shown:
    permalink = site.whole(urls.SUBSCRIBE)
    view = SubscriptionPage(
        crumbs=cards.crumbs((Event.label, urls.section("events"))),
        title=HEADING,
        everything=subscription("全部活动", urls.CALENDAR, site),
        feeds=(Link("Atom", urls.ATOM), Link("JSON Feed", urls.JSON_FEED)) if site.url else (),
        snippet=snippet(Event.label, urls.section("events"), site),
        shelves=tuple(_shelves(public, site)),
        ways=tuple(Fact(name, (Link(first), Link(then))) for name, first, then in _WAYS),
        code=qr.code(permalink) if permalink else None,
        permalink=permalink,
    )
    return Shown(HEADING, "订阅一次，活动的时间、地点改了，你的日历也跟着改。", view)


def _shelves(public: PublicCatalogue, site: Site) -> Iterator[Shelf]:
    if public.deadlines():
        yield Shelf("截止", (subscription("截止日期", urls.DEADLINES, site),))
    for kind, label in event_choices.KINDS.items():
        most = sorted(public.values(Event, kind), key=lambda one: -one[1])[:MOST]
        if most:
            yield Shelf(
                f"按{label}",
                tuple(
                    subscription(
                        event_choices.name(public, kind, value),
                        urls.calendar_by(kind, value),
                        site,
                    )
                    for value, _ in most
                ),
            )
