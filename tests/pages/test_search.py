"""The page that searches, and the lists for whoever has no script."""

from __future__ import annotations

import pytest

from generator.pages.search import PER_PAGE

SEARCH = "/search/"


def test_every_page_carries_a_form_that_asks_the_search(site):
    """A plain form; only the page that searches loads scripts for it, and has a form of its own."""
    site.add("volunteers/a")
    site.add("stories/x")
    site.write("pages/about.md", "# 关于\n")
    site.build()

    for page in site.pages():
        (form,) = page.all("//form")
        assert page.resolve(form.get("action")) == SEARCH
        assert form.get("method", "get") == "get"
        assert form.xpath(".//input[@name='q' and @type='search']")
        scripts = " ".join(page.all("//script/@src"))
        assert ("assets/results." in scripts) is (page.address == SEARCH)


def test_every_page_that_is_found_stands_in_a_list_that_the_search_leads_to(every_kind):
    """By its kind, and within it by letter or year: without a script, all is reached by links."""
    page = every_kind.page(SEARCH)
    lists = {
        address for address in page.addresses if address.startswith(SEARCH) and address != SEARCH
    }
    listed = {address for name in lists for address in every_kind.page(name).addresses}

    assert {
        *("/volunteers/wb2024-001/", "/volunteers/wb2025-001/", "/stories/briefing-recap/"),
        *("/events/consultation-2026/", "/policies/sdust-2021-52/", "/units/project-office/"),
        *("/sources/sdust-2021-52/", "/about/"),
    } <= listed
    assert "/volunteers/wb2022-001/" not in listed


def test_lists_are_divided_by_letter_and_by_year(site):
    """Names by their pinyin; who may not be named stands under 其他, at the opaque address."""
    site.add("volunteers/a", name="王样例")
    site.add("volunteers/b", name="安样例")
    consent = {"granted": "2024-09-01", "covers": ["study"]}
    site.add("volunteers/c", name="白样例", pinyin="bai", consent=consent)
    dates = [{"start": "2026-12-03T19:00"}, {"start": "2027-01-03T19:00"}]
    site.add("events/e", dates=dates)
    site.build()

    shelves = site.page(SEARCH).texts("wb-shelf")
    assert shelves == ["志愿者 3 A 1 W 1 其他 1", "活动 1 2027年 1 2026年 1"]
    (link,) = [link for link in site.page("/search/volunteers/other/").links if "匿名" in link.text]
    assert link.address == "/volunteers/c/"
    assert not site.has("/search/volunteers/b/")
    assert "/events/e/" in site.page("/search/events/2026/").addresses
    assert "/events/e/" in site.page("/search/events/2027/").addresses


def test_namesakes_are_told_apart(site):
    site.add("volunteers/a", name="王样例", cohort=2023)
    site.add("volunteers/b", name="王样例", cohort=2024, project="inside")

    page = site.build().page("/search/volunteers/w/")

    texts = [link.text for link in page.links if link.address.startswith("/volunteers/")]
    assert texts == ["王样例（2024届省内项目）", "王样例（2023届省外项目）"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 联系我们 #\n", "联系我们"),
        ("# 联系我们 {: #contact }\n", "联系我们"),
        ("---\ntitle: '联系 我们'\n---\n# 另一个\n", "联系 我们"),
        ("没有标题。\n", "contact us"),
    ],
)
def test_a_hand_written_page_is_listed_by_its_title(site, text, title):
    """The one that its own page shows."""
    site.write("pages/contact-us.md", text)

    page = site.build().page("/search/pages/")

    assert [link.text for link in page.links if link.address == "/contact-us/"] == [title]


def test_a_page_that_asks_not_to_be_found_is_in_no_list(site):
    site.write("pages/hidden.md", "---\nnoindex: true\n---\n# 藏着\n")

    site.build()

    assert not site.has("/search/pages/")
    assert site.files_containing("藏着") == ["hidden/index.html"]


def test_a_list_goes_on_on_further_pages(site):
    """However many there are, a page has so many links and no more."""
    for number in range(PER_PAGE + 1):
        site.write(f"pages/p{number:03}.md", f"# 页{number:03}\n")

    site.build()

    first, second = site.page("/search/pages/"), site.page("/search/pages/page/2/")
    assert sum(address.startswith("/p") for address in first.addresses) == PER_PAGE
    assert [link.text for link in second.links if link.address.startswith("/p")] == ["页100"]
    assert "第2页，共2页" in second.text


def test_an_empty_site_can_be_searched(site):
    """It finds nothing, and says nothing wrong."""
    page = site.build().page(SEARCH)

    assert page.heading == "检索"
    assert page.texts("wb-shelf") == []
