"""Pages do not grow with the number of records."""

from __future__ import annotations

import pytest

from tests.site import Site

KINDS = {
    "the home page": "/",
    "the volunteers' index": "/volunteers/",
    "a cohort": "/volunteers/cohort/2024/",
    "a profile": "/volunteers/wb030/",
    "a college": "/units/one/",
    "the stories' index": "/stories/",
    "a story": "/stories/s030/",
    "the agenda": "/events/",
    "an event": "/events/e030/",
    "what closes": "/events/deadlines/",
    "what other sites show": "/embed/events/",
    "the calendars to subscribe to": "/calendar/",
    "the news as Atom": "/events/feed.xml",
    "the news as a JSON Feed": "/events/feed.json",
}


def build(root, count: int) -> Site:
    root.mkdir()
    site = Site(root)
    site.add("units/one", name="示例学院")
    place = {"province": "青海", "host": "示例县中学", "start": "2024-08"}
    for number in range(count):
        site.add(
            f"volunteers/wb{number:03}",
            name=f"志愿者{number:03}",
            college="one",
            quote="示例一句话。",
            cohort=2024 if number % 2 else 2023,
            placements=[place],
        )
        site.add(
            f"stories/s{number:03}",
            title=f"示例故事{number:03}",
            tags=["支教", f"标签{number:03}"],
            volunteers=["wb030"],
        )
        site.add(
            f"events/e{number:03}",
            title=f"示例活动{number:03}",
            organiser="one",
            speakers=[{"volunteer": "wb030"}],
            dates=[{"start": f"20{26 + number // 12}-{number % 12 + 1:02}-15"}],
            registration={"closes": f"20{26 + number // 12}-{number % 12 + 1:02}-14"},
        )
    return site.build("2026-01-01")


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    root = tmp_path_factory.mktemp("sizes")
    return build(root / "small", 60), build(root / "large", 300)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_a_large_site_is_hardly_larger_than_that_of_a_small_one(sites, kind):
    """Five times the records, at most three tenths more on any page of a kind."""
    small, large = (len(site.page(KINDS[kind]).html) for site in sites)

    assert large <= 1.3 * small


def test_every_record_of_the_large_site_is_reached_from_its_lists(sites):
    """Paging drops nobody."""
    _, large = sites
    listed = {
        address
        for page in large.pages()
        if page.address == "/volunteers/" or page.address.startswith("/volunteers/page/")
        for address in page.addresses
    }

    assert {f"/volunteers/wb{number:03}/" for number in range(300)} <= listed
