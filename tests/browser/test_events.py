"""Agenda, month, calendars and their codes, as readers use them."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image

from tests.browser.serving import served

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture
def visit(chromium, origin):
    """Open an address on a phone or a desk, at a moment of China's clock."""
    contexts = []

    def visit(address, size=PHONE, now="2026-11-24T09:00", at=None, **settings):
        context = chromium.new_context(viewport=size, reduced_motion="reduce", **settings)
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(f"{now}:00+08:00")
        page.goto((at or origin) + address)
        return page

    yield visit
    for context in contexts:
        context.close()


def titles(page, part):
    found = page.locator(f"[data-wb-{part}] .wb-agenda__title:visible").all_inner_texts()
    return [title.split("示例")[0].strip() for title in found]


def test_what_ends_moves_from_what_comes_to_what_is_over(visit):
    """By the reader's clock, to the minute, on a page that was made weeks ago."""
    talk = "西部计划政策宣讲会"
    before = visit("/events/", now="2026-11-26T20:29")
    after = visit("/events/", now="2026-11-26T20:30")

    assert titles(before, "coming")[0] == talk
    assert talk not in titles(before, "over")
    assert talk not in titles(after, "coming")
    assert titles(after, "over")[0] == talk
    assert len(titles(after, "coming")) == len(titles(before, "coming")) - 1


def test_an_agenda_of_which_nothing_is_left_says_so(visit):
    """On the list, and in the frame of another site, which has nothing that is over."""
    years_later = "2031-01-01T00:00"
    agenda = visit("/events/", now=years_later)
    embed = visit("/embed/events/kind/briefing/", now=years_later)
    deadlines = visit("/events/deadlines/", now=years_later)

    assert titles(agenda, "coming") == []
    assert agenda.get_by_text("近期没有安排活动。").is_visible()
    assert embed.locator(".wb-agenda__row:visible").count() == 0
    assert embed.get_by_text("近期没有安排活动。").is_visible()
    assert titles(deadlines, "over") == ["高年级预报名截止", "现场招募咨询会报名"]
    assert deadlines.get_by_text("近期没有要截止的。").is_visible()


def test_a_month_is_a_table_that_the_keyboard_walks_through_by_its_links(visit):
    """It is no grid of its own keys: Tab leads from date to date in time, Enter opens one."""
    page = visit("/events/2026/12/", DESK)
    entries = page.locator(".wb-month__entry")
    order = [one.get_attribute("href") for one in entries.all()]
    assert page.locator("[role=grid]").count() == 0
    page.locator(".wb-ways a").last.focus()

    walked = []
    for _ in order:
        page.keyboard.press("Tab")
        walked.append(page.evaluate("document.activeElement.getAttribute('href')"))
        shown = page.evaluate(
            "[document.activeElement].map(one => getComputedStyle(one).backgroundColor)[0]"
        )
        assert shown == "rgb(240, 177, 58)"

    assert walked == order
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/class-meeting-2026-12/")


@pytest.mark.parametrize(
    ("address", "button", "copied"),
    [
        (
            "/events/consultation-2026/",
            "复制时间地点",
            "现场招募咨询会\n2026年12月3日 周四 19:00–20:30（改期）\n地点：示例校区 示例楼203\n"
            "https://xibu.example.edu.cn/events/consultation-2026/",
        ),
        ("/calendar/", "复制网址", "https://xibu.example.edu.cn/calendar/all.ics"),
        (
            "/events/deadlines/",
            "复制网址：截止日期",
            "https://xibu.example.edu.cn/calendar/deadlines.ics",
        ),
    ],
)
def test_what_a_reader_takes_along_is_copied(visit, address, button, copied):
    """As WeChat opens no calendar file."""
    page = visit(address, permissions=["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name=button, exact=True).click()

    page.get_by_text("已复制").first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == copied


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/events/consultation-2026/", "https://xibu.example.edu.cn/events/consultation-2026/"),
        ("/calendar/", "https://xibu.example.edu.cn/calendar/"),
    ],
    ids=["event", "calendars"],
)
def test_the_code_on_the_screen_is_read_by_another_program(visit, address, told, scheme):
    """As a phone's camera sees it, whatever the colours around."""
    page = visit(address, DESK, color_scheme=scheme)

    picture = Image.open(io.BytesIO(page.locator(".wb-code__picture").screenshot()))

    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [told]


def test_the_frame_of_another_site_follows_the_reader_s_colours(visit, tmp_path, origin):
    """And is read in it, on a phone as on a desk, with nothing cut off at the side."""
    frame = f'<iframe src="{origin}/embed/events/" width="100%" height="480" frameborder="0">'
    (tmp_path / "index.html").write_text(f"<!doctype html>{frame}</iframe>", "utf-8")
    colours = set()
    with served(tmp_path) as elsewhere:
        for scheme in ("light", "dark"):
            for size in (PHONE, DESK):
                page = visit("/", size, at=elsewhere, color_scheme=scheme)
                page.wait_for_load_state("networkidle")
                (inner,) = page.main_frame.child_frames
                assert inner.locator(".wb-agenda__row").count() == 8
                look = "document.documentElement.scrollWidth <= innerWidth"
                assert inner.evaluate(look)
                colours.add(inner.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert colours == {"rgb(253, 253, 251)", "rgb(15, 24, 30)"}
