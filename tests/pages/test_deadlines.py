"""What closes, and by when."""

from __future__ import annotations

from tests.pages.test_events import groups
from tests.site import words


def closing(site, id, closes, **fields):
    site.add(f"events/{id}", title=id, registration={"closes": closes}, **fields)


def deadline(site, id, day, **fields):
    site.add(f"events/{id}", title=id, kind="deadline", dates=[{"start": day}], **fields)


def test_deadlines_and_the_ends_of_registrations_stand_on_one_page(site):
    """What comes by time, then what is over; each with the hour by which it must be done."""
    deadline(site, "early", "2026-12-15T18:00")
    deadline(site, "old", "2026-11-20")
    closing(site, "talk", "2026-12-02T18:00")
    closing(site, "gone", "2026-10-02", dates=[{"start": "2026-10-03"}])
    site.add("events/other", title="other")

    page = site.build("2026-11-24").page("/events/deadlines/")

    assert page.heading == "截止日期"
    assert list(groups(page)) == ["下周", "12月稍后"]
    assert groups(page)["下周"] == ["talk报名"]
    assert groups(page, "over") == {"2026年11月": ["old"], "2026年10月": ["gone报名"]}
    rows = page.texts("wb-agenda__row")
    assert rows[0] == "2 12月 周三 talk报名 18:00前 截止"
    assert ("talk报名", "/events/talk/") in [(link.text, link.address) for link in page.links]
    assert page.all("//@data-wb-end") == ["2026-12-02T18:00", "2026-12-15T18:00"]
    assert page.all("//@data-wb-left") == ["2026-12-02", "2026-12-15"]


def test_what_does_not_take_place_closes_no_registration(site):
    """Whoever looks for what is to be done finds nothing to do."""
    closing(site, "off", "2026-12-02", dates=[{"start": "2026-12-03", "status": "cancelled"}])

    assert not site.build().has("/events/deadlines/")


def test_the_deadlines_are_reached_from_the_home_page_the_agenda_and_each_month(site):
    """By a plain link, where there are any."""
    site.add("events/talk")
    site.build()
    addresses = ("/", "/events/", "/events/2026/12/")
    assert all("/events/deadlines/" not in site.page(one).addresses for one in addresses)

    deadline(site, "last", "2026-12-15")
    site.build()

    for one in addresses:
        assert ("截止日期", "/events/deadlines/") in [
            (link.text, link.address) for link in site.page(one).links
        ]


def test_many_deadlines_take_several_pages(site):
    """What is over goes on on the next one."""
    for month in range(1, 11):
        for day in range(1, 5):
            deadline(site, f"d{month:02}{day:02}", f"2026-{month:02}-{day:02}")

    site.build("2026-11-24")

    first, second = (site.page(f"/events/deadlines/{more}") for more in ("", "page/2/"))
    assert first.texts("wb-nothing") == ["近期没有要截止的。"]
    assert words(first.classed("wb-agenda__title")[0]) == "d1004"
    assert len(second.classed("wb-agenda__row")) == 10
    assert not site.has("/events/deadlines/page/3/")
