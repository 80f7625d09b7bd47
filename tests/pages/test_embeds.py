"""What other sites show in a frame."""

from __future__ import annotations

import html

import lxml.html

from tests.pages.test_events import several
from tests.site import words


def rows(page):
    return [words(title) for title in page.classed("wb-agenda__title")]


def test_each_list_of_events_can_be_shown_by_another_site(site):
    """All, those of a kind, a college, an audience, a campus, and what closes."""
    several(site)
    site.add("events/last", title="last", kind="deadline", dates=[{"start": "2026-12-15"}])
    site.build()

    assert rows(site.page("/embed/events/")) == ["camp", "talk", "visit", "last"]
    assert rows(site.page("/embed/events/kind/visit/")) == ["camp", "visit"]
    assert rows(site.page("/embed/events/college/one/")) == ["visit"]
    assert rows(site.page("/embed/events/audience/全校学生/")) == ["talk", "visit"]
    assert rows(site.page("/embed/events/campus/示例校区/")) == ["camp"]
    assert rows(site.page("/embed/events/deadlines/")) == ["last"]


def test_it_is_small_and_its_links_lead_out_of_the_frame(site):
    """No header, footer or form; what is past leaves it by the reader's clock."""
    several(site)

    page = site.build().page("/embed/events/")

    assert page.all("//base/@target") == ["_top"]
    assert page.all("//base/@href | //header | //footer | //form | //nav") == []
    assert [page.resolve(src) for src in page.all("//script/@src")] == [
        f"/{name}" for name in site.files if name.startswith("assets/agenda.")
    ]
    assert len(page.html.encode()) < 6 * 1024
    assert page.all("//@data-wb-end") == ["2026-12-03T24:00"] * 3
    assert {"/events/talk/", "/events/", "/"} <= page.addresses


def test_search_engines_pass_over_it(site):
    """It is in neither sitemap nor search, and asks not to be listed."""
    several(site)
    site.build()

    assert site.page("/embed/events/").all("//meta[@name='robots']/@content") == ["noindex"]
    assert b"/embed/" not in site.files["sitemap.xml"]
    assert not any("/embed/" in page.html for page in site.pages() if "search" in page.address)


def test_a_choice_offers_the_line_to_copy(site):
    """It is HTML as it stands, of the page that shows the same events."""
    several(site)
    site.add("events/last", kind="deadline")
    site.build()

    for address in ("/events/kind/visit/", "/events/audience/全校学生/", "/events/deadlines/"):
        page = site.page(address)
        (told,) = page.texts("wb-snippet__code")
        assert told in page.all("//@data-wb-copy")
        (frame,) = lxml.html.fragment_fromstring(told, create_parent=True)
        assert page.resolve(frame.get("src")).endswith(f"/embed{address}") or "%" in told
        assert frame.get("title") == page.heading
    assert "/embed/events/&quot;" in html.escape(site.page("/calendar/").text)


def test_it_says_so_when_nothing_comes(site):
    """And has nothing that is past."""
    site.add("events/old", dates=[{"start": "2026-09-01"}])

    page = site.build("2026-11-24").page("/embed/events/kind/briefing/")

    assert rows(page) == []
    assert page.texts("wb-nothing") == ["近期没有安排活动。"]


def test_it_shows_the_next_few(site):
    """However many there are."""
    for day in range(1, 29):
        site.add(f"events/d{day:02}", title=f"d{day:02}", dates=[{"start": f"2026-12-{day:02}"}])

    page = site.build().page("/embed/events/kind/briefing/")

    assert rows(page) == [f"d{day:02}" for day in range(1, 9)]


def test_the_frame_of_a_kind_stays_when_its_last_event_is_gone(site):
    """It stands on other sites, which nobody tells."""
    site.add("events/talk", kind="briefing")
    site.build()

    page = site.page("/embed/events/kind/forum/")

    assert rows(page) == []
    assert page.heading == "主题论坛"
    assert "/events/" in page.addresses
    assert rows(site.page("/embed/events/deadlines/")) == []
