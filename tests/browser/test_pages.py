"""Every kind of page in a real browser: on a phone and a desk, in light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.kinds import KINDS
from tests.browser.serving import served
from tests.site import TODAY

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
"""In the dark, the same elements have other colours: nothing else can differ."""


@pytest.fixture
def visit(chromium, origin):
    """Open an address in a window of its own."""
    contexts = []

    def visit(address, size=DESK, scheme="light", **settings):
        settings.setdefault("reduced_motion", "reduce")
        context = chromium.new_context(viewport=size, color_scheme=scheme, **settings)
        contexts.append(context)
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append((message.type, message.text)))
        page.on("pageerror", lambda error: page.said.append(("error", str(error))))
        page.clock.set_fixed_time(f"{TODAY}T09:00:00+08:00")  # the day for which the site is built
        page.goto(origin + address)
        return page

    yield visit
    for context in contexts:
        context.close()


VIEWS = [
    (PHONE, "light", RULES),
    (DESK, "light", RULES),
    (PHONE, "dark", CONTRAST),
    (DESK, "dark", CONTRAST),
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_can_be_used_by_everybody(visit, kind):
    """axe finds nothing, nothing is wider than the window, the console is silent."""
    page = visit(KINDS[kind], PHONE)
    page.evaluate(Axe().axe_script)

    for size, scheme, rules in VIEWS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
        assert [
            (violation["id"], node["target"], node["html"][:200])
            for violation in found
            for node in violation["nodes"]
        ] == [], (scheme, size)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= size["width"]
    assert [text for kind_, text in page.said if kind_ == "error"] == []


def test_axe_finds_what_is_wrong(visit):
    """So that the test above could fail."""
    page = visit("/")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"\">')")

    found = Axe().run(page, options=RULES).response["violations"]

    assert "image-alt" in [violation["id"] for violation in found]


def focused(page):
    """Where the keyboard is."""
    return page.evaluate("document.activeElement.closest('summary, a, button')?.className ?? ''")


def test_the_menu_opens_and_closes_by_keyboard_alone(visit):
    """Tab to it, Enter opens, Tab walks in, Escape closes and gives the focus back."""
    page = visit("/volunteers/", PHONE)
    menu = page.locator("details.wb-drawer")

    for _ in range(10):
        page.keyboard.press("Tab")
        if "wb-drawer__summary" in focused(page):
            break
    assert "wb-drawer__summary" in focused(page)
    assert menu.get_attribute("open") is None

    page.keyboard.press("Enter")
    assert menu.get_attribute("open") is not None
    assert page.locator(".wb-drawer__panel").is_visible()
    page.keyboard.press("Tab")
    assert "wb-drawer__link" in focused(page)

    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert not page.locator(".wb-drawer__panel").is_visible()
    assert "wb-drawer__summary" in focused(page)


def test_the_menu_leads_to_every_section(visit):
    """The same ones that the header shows on a desk."""
    page = visit("/", PHONE)
    page.locator(".wb-drawer__summary").click()

    texts = [text.strip() for text in page.locator(".wb-drawer__link").all_inner_texts()]

    assert texts[:4] == ["志愿者", "故事", "活动", "政策"]
    assert texts[4:7] == ["我能得到什么", "办事指引", "组织机构"]
    page.get_by_role("link", name="政策", exact=True).first.click()
    assert page.url.endswith("/policies/")


def test_the_menu_closes_by_a_tap_beside_it(visit):
    """As menus do."""
    page = visit("/", PHONE)
    page.locator(".wb-drawer__summary").click()
    assert page.locator(".wb-drawer__panel").is_visible()

    page.mouse.click(340, 600)

    assert not page.locator(".wb-drawer__panel").is_visible()


def test_the_menu_works_without_javascript(visit):
    """It is the browser's own."""
    page = visit("/", PHONE, java_script_enabled=False)

    page.locator(".wb-drawer__summary").click()

    assert page.locator(".wb-drawer__panel").is_visible()


@pytest.mark.parametrize(("size", "grid"), [(PHONE, False), (DESK, True)], ids=["phone", "desk"])
def test_a_month_is_a_grid_on_a_desk_and_a_list_on_a_phone(visit, size, grid):
    """Only one of the two is there for a screen reader."""
    page = visit("/events/2026/12/", size)

    assert page.locator("table.wb-month").is_visible() is grid
    assert page.locator(".wb-agenda").first.is_visible() is not grid
    assert (page.get_by_role("table").count() == 1) is grid
    snapshot = page.locator("#__content").aria_snapshot()
    assert snapshot.count("现场招募咨询会") >= 1
    assert ("- table" in snapshot) is grid


def test_the_agenda_stands_on_both_and_the_months_grid_on_a_desk_only(visit):
    """A phone has no room for seven columns."""
    assert visit("/events/", DESK).locator("table.wb-month").is_visible()
    phone = visit("/events/", PHONE)
    assert not phone.locator("table.wb-month").is_visible()
    assert phone.locator(".wb-agenda:visible").count() > 0


def background(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_the_colour_scheme_can_be_chosen_and_stays_chosen(visit):
    """On the next page, and after loading anew; a third press follows the system again."""
    page = visit("/")
    button = page.locator("[data-wb-scheme]").and_(page.locator("button"))
    system = background(page)

    button.click()  # light
    assert background(page) == system
    button.click()  # dark
    dark = background(page)
    assert dark != system
    assert "深色" in button.get_attribute("aria-label")

    page.goto(page.url + "volunteers/")
    assert background(page) == dark
    page.reload()
    assert background(page) == dark

    page.locator("button[data-wb-scheme]").click()
    assert background(page) == system
    page.reload()
    assert background(page) == system


def test_the_system_s_dark_scheme_is_followed(visit):
    """Without a press on any button."""
    assert background(visit("/", scheme="dark")) != background(visit("/", scheme="light"))


def test_the_permalink_is_copied_and_it_is_said(visit, origin):
    """For the alumni office, which keeps it."""
    page = visit("/volunteers/wb2024-001/", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator("button[data-wb-copy]")

    button.click()

    page.get_by_text("已复制").first.wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://xibu.example.edu.cn/volunteers/wb2024-001/"
    assert "已复制" in page.get_by_role("status").inner_text()


def test_buttons_that_need_javascript_are_not_shown_without_it(visit):
    """A button that does nothing is worse than none."""
    page = visit("/volunteers/wb2024-001/", java_script_enabled=False)

    assert page.locator("button:visible").count() == 0


def test_the_first_tab_leads_past_the_header(visit):
    """It is seen when it has the focus, and it moves the focus to the content."""
    page = visit("/policies/")

    page.keyboard.press("Tab")
    link = page.locator(".wb-skip")
    assert link.evaluate("link => link === document.activeElement")
    box = link.bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "__content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#__content').contains(document.activeElement)")


@pytest.mark.parametrize("kind", ["home", "profile", "events", "policy", "hand-written page"])
def test_every_link_shows_when_it_has_the_focus(visit, kind):
    """Whoever uses the keyboard sees where they are."""
    page = visit(KINDS[kind])

    for _ in range(8):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
                const found = document.activeElement;
                const styles = [found, ...found.querySelectorAll('*')].map(e => getComputedStyle(e));
                const after = getComputedStyle(found, '::after');
                return [...styles, after].some(s =>
                    (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none');
            }"""
        )
        assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


@pytest.mark.parametrize(
    ("now", "left", "marked"),
    [
        ("2026-12-01T08:00", "还有14天", ["2026-12-01"]),
        ("2026-12-14T23:59", "还有1天", ["2026-12-14"]),
        ("2026-12-15T00:01", "就是今天", ["2026-12-15"]),
        ("2026-12-16T08:00", "", ["2026-12-16"]),
        ("2027-01-05T08:00", "", []),
    ],
)
def test_today_is_the_readers(site, chromium, now, left, marked):
    """On a page that was made weeks ago, days are counted and marked by the reader's clock."""
    site.add("events/last", kind="deadline", dates=[{"start": "2026-12-15T18:00"}])
    site.build("2026-11-24")
    with served(site.folder) as origin:
        context = chromium.new_context(viewport=DESK, timezone_id="Asia/Shanghai")
        page = context.new_page()
        page.clock.set_fixed_time(f"{now}:00+08:00")
        page.goto(f"{origin}/events/2026/12/")
        cells = "[...document.querySelectorAll('.wb-month__cell--today time')].map(t => t.dateTime)"
        notes = "[...document.querySelectorAll('.wb-agenda__note')].map(n => n.textContent)"

        assert page.evaluate(cells) == marked
        assert page.evaluate(notes) == [left]
        context.close()
