"""The events' own pages."""

from __future__ import annotations

import pytest

from tests.site import MOVED, words


def lead(page):
    """The date that stands large on an event's page."""
    return page.classed("wb-date")[0].xpath(".//time/@datetime")[0]


@pytest.mark.parametrize(
    ("date", "fields", "banner"),
    [
        (MOVED, {}, "↻ 时间改了 从 12月1日 周二 19:00 改到 12月3日 周四 19:00，地点不变。"),
        (
            {**MOVED, "note": "已报名的不用重报。"},
            {},
            "↻ 时间改了 从 12月1日 周二 19:00 改到 12月3日 周四 19:00，已报名的不用重报。",
        ),
        (
            {
                "start": "2026-12-03T19:00",
                "status": "relocated",
                "previous": [{"venue": {"room": "示例楼101"}}],
            },
            {"venue": {"room": "示例楼203"}},
            "⌂ 地点改了 从 示例楼101 改到 示例楼203，时间不变。",
        ),
        (
            {"start": "2026-12-03T19:00", "status": "cancelled", "note": "另行通知。"},
            {},
            "× 活动取消 原定 12月3日 周四 19:00，另行通知。",
        ),
        (
            {"start": "2026-12-03T19:00", "status": "online"},
            {"venue": {"room": "示例楼101"}},
            "改为线上 从 示例楼101 改到 线上。",
        ),
    ],
    ids=["rescheduled", "with a note", "relocated", "cancelled", "online"],
)
def test_a_change_stands_in_a_banner_above_the_event(site, date, fields, banner):
    """What it was, what it is, and what follows from it."""
    site.add("events/talk", dates=[date], **fields)

    page = site.build().page("/events/talk/")

    assert page.texts("wb-moved") == [banner]


def test_an_event_as_announced_has_no_banner(site):
    """And a change of a date that is past is no news."""
    site.add("events/talk")
    site.add(
        "events/old", dates=[{**MOVED, "start": "2026-10-03T19:00", "end": "2026-10-03T20:00"}]
    )

    site.build()

    assert site.page("/events/talk/").texts("wb-moved") == []
    assert site.page("/events/old/").texts("wb-moved") == []


def test_an_event_shows_what_its_record_says(site):
    """When, where, for whom, by whom, and what it is about."""
    site.policy()
    site.add("units/office", name="示例项目管理办公室", short="示例项目办")
    site.add("stories/recap", title="示例回顾", events=["talk"])
    site.add("stories/other", title="另一篇", events=["talk"])
    site.add(
        "events/talk",
        title="示例宣讲会",
        dates=[{"start": "2026-12-03T19:00", "end": "2026-12-03T20:30"}],
        venue={"campus": "示例校区", "room": "示例楼101"},
        organiser="office",
        audience=["高年级学生", "毕业生"],
        policies=["doc"],
        recap="recap",
        registration={"url": "https://example.com/r", "closes": "2026-12-02T18:00"},
    )

    page = site.build().page("/events/talk/")

    assert "宣讲会 " in page.text
    assert lead(page) == "2026-12-03T19:00"
    assert "19:00–20:30" in page.text
    assert page.facts == {
        "地点": ["示例校区", "示例楼101"],
        "面向": ["高年级学生、毕业生"],
        "主办": ["示例项目办"],
        "报名": ["12月2日 周三 18:00前"],
    }
    links = [(link.text, link.href) for link in page.links]
    assert ("报名", "https://example.com/r") in links
    assert ("示例政策", "/policies/doc/") in links
    assert links.count(("示例回顾", "/stories/recap/")) == 1
    assert ("另一篇", "/stories/other/") in links


@pytest.mark.parametrize(
    ("as_of", "status", "offered"),
    [
        ("2026-12-02", "scheduled", True),  # the day on which it closes
        ("2026-12-03", "scheduled", False),
        ("2026-12-01", "cancelled", False),
        ("2026-12-04", "scheduled", False),
    ],
)
def test_registration_is_offered_while_one_can_register(site, as_of, status, offered):
    """Not after it closed, nor for what does not take place."""
    site.add(
        "events/talk",
        dates=[{"start": "2026-12-03T19:00", "status": status}],
        registration={"url": "https://example.com/r", "closes": "2026-12-02T18:00"},
    )

    page = site.build(as_of).page("/events/talk/")

    assert ("https://example.com/r" in page.addresses) is offered


def test_afterwards_the_recap_stands_with_its_cover(site):
    """What it was like, in a picture; without one, in a drawing."""
    site.add("media/hall", file="hall.jpg", alt="示例报告厅")
    site.add("stories/recap", title="示例回顾", summary="来了很多人。", cover="hall")
    site.add("stories/drawn", title="另一篇回顾")
    site.add("events/talk", dates=[{"start": "2026-09-22"}], recap="recap")
    site.add("events/other", dates=[{"start": "2026-09-23"}], recap="drawn")
    site.build()

    (card,) = site.page("/events/talk/").classed("wb-story-card")
    assert words(card).startswith("示例回顾 来了很多人。")
    (source,) = card.xpath(".//img/@src")
    assert (site.folder / site.page("/events/talk/").resolve(source).lstrip("/")).is_file()
    (card,) = site.page("/events/other/").classed("wb-story-card")
    assert card.xpath(".//svg")


def test_registration_is_not_offered_before_it_opens(site):
    """The day on which it opens is told instead."""
    site.add(
        "events/talk",
        registration={"url": "https://example.com/r", "opens": "2026-12-01"},
    )

    page = site.build("2026-11-30").page("/events/talk/")

    assert page.facts["报名开始"] == ["12月1日 周二"]
    assert "https://example.com/r" not in page.addresses


def test_an_event_of_several_dates_leads_with_the_next(site):
    """And lists all, the past ones as past."""
    site.add(
        "events/series",
        dates=[{"start": "2026-12-10"}, {"start": "2026-11-10"}, {"start": "2026-12-03"}],
    )

    page = site.build().page("/events/series/")

    assert lead(page) == "2026-12-03"
    assert [text.split(" ")[0] for text in page.texts("wb-dates__item")] == ["10", "3", "10"]
    assert len(page.classed("wb-dates__item--past")) == 1


def test_a_cancelled_date_does_not_lead_while_another_is_held(site):
    """The visitor wants the date that takes place."""
    site.add(
        "events/series",
        dates=[{"start": "2026-12-03", "status": "cancelled"}, {"start": "2026-12-10"}],
    )

    assert lead(site.build().page("/events/series/")) == "2026-12-10"


def test_a_date_that_is_linked_by_its_id_has_that_part_on_the_page(site):
    """Prose may name a date: ../events/series.yml#2026-12-10."""
    site.add("events/series", dates=[{"start": "2026-12-03"}, {"start": "2026-12-10"}])
    site.add("stories/x", body="见[第二场](../events/series.yml#2026-12-10)。")

    site.build()

    (link,) = [link for link in site.page("/stories/x/").links if link.text == "第二场"]
    assert link.address == "/events/series/"
    assert site.page(link.address).all(f"//*[@id='{link.part}']")
