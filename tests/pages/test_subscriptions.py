"""The page of calendars to subscribe to, and the ways to it."""

from __future__ import annotations

import re
from urllib.parse import quote

from tests.pages.test_events import several

WHOLE = "https://xibu.example.edu.cn/calendar/"
WEBCAL = "webcal://xibu.example.edu.cn/calendar/"


def links(page):
    return {link.href for link in page.links}


def test_every_calendar_has_a_link_for_programs_one_to_the_file_and_one_to_copy(site):
    """Of all events, by kind, college, audience and campus, and of what closes."""
    several(site)
    site.add("events/last", kind="deadline")

    page = site.build().page("/calendar/")

    names = [
        *("all.ics", "deadlines.ics", "kinds/visit.ics", "kinds/briefing.ics"),
        *("colleges/one.ics", "audiences/全校学生.ics", "campuses/示例校区.ics"),
    ]
    copied = set(page.all("//@data-wb-copy"))
    for name in names:
        assert (site.folder / "calendar" / name).is_file()
        assert f"/calendar/{name}" in links(page)
        assert WEBCAL + quote(name) in links(page)
        assert WHOLE + quote(name) in copied
    assert (
        sum(href.startswith("webcal:") for href in links(page)) == len(copied) - 1
    )  # and the line to embed


def test_it_says_how_in_several_programs_and_that_some_are_slow(site):
    """Two lines each; WeChat opens no calendar, so the address stands there to be copied."""
    site.add("events/talk")

    page = site.build().page("/calendar/")

    assert list(page.facts) == ["iPhone", "安卓手机", "Outlook", "WPS、钉钉"]
    assert all(len(lines) == 2 for lines in page.facts.values())
    assert "有的一天才一次" in page.text
    assert "微信打不开日历文件" in page.text
    assert f"{WHOLE}all.ics" in page.text
    assert page.all("//*[@role='img']/@aria-label") == [f"二维码：{WHOLE}"]


def test_it_is_reached_from_the_agenda_the_months_the_choices_and_each_event(site):
    """By a plain link."""
    several(site)
    site.build()

    for one in ("/events/", "/events/2026/12/", "/events/kind/visit/", "/events/talk/"):
        assert ("订阅日程", "/calendar/") in [
            (link.text, link.address) for link in site.page(one).links
        ]


def test_a_choice_offers_its_own_calendar_and_an_event_its_own(site):
    """So do the deadlines."""
    several(site)
    site.add("events/last", kind="deadline")
    site.build()

    for page, calendar in {
        "/events/kind/visit/": "/calendar/kinds/visit.ics",
        "/events/college/one/": "/calendar/colleges/one.ics",
        "/events/deadlines/": "/calendar/deadlines.ics",
        "/events/talk/": "/events/talk.ics",
    }.items():
        assert calendar in links(site.page(page))
    assert WEBCAL + "kinds/visit.ics" in links(site.page("/events/kind/visit/"))


def test_what_is_over_or_cancelled_is_not_put_into_a_calendar(site):
    """The way to all calendars stays."""
    site.add("events/old", dates=[{"start": "2026-09-01"}])
    site.add("events/off", dates=[{"start": "2026-12-03", "status": "cancelled"}])
    site.build()

    for one in ("/events/old/", "/events/off/"):
        assert "加入日程" not in site.page(one).text
        assert "/calendar/" in links(site.page(one))


def test_a_site_without_an_address_offers_the_files_alone(site):
    """No link that would open a program at no address."""
    site.config.write_text(re.sub("site_url.*\n", "", site.config.read_text("utf-8")), "utf-8")
    site.add("events/talk")

    page = site.build().page("/calendar/")

    assert "/calendar/all.ics" in links(page)
    assert not any(href.startswith("webcal:") for href in links(page))
    assert page.all("//@data-wb-copy") == []


def test_the_page_does_not_grow_with_every_audience_that_somebody_names(site):
    """The calendars of most events stand on it; the others are reached from their lists."""
    for number in range(30):
        site.add(f"events/e{number}", audience=[f"示例{number:02}班", "全校学生"])

    page = site.build().page("/calendar/")

    listed = [href for href in links(page) if href.startswith("/calendar/audiences/")]
    assert len(listed) == 20
    assert "/calendar/audiences/全校学生.ics" in listed
