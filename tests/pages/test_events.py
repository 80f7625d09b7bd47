"""The agenda, of all events and of what they can be chosen by."""

from __future__ import annotations

from tests.site import MOVED, words


def groups(page, part="coming"):
    """The headings of what comes, or of what is over, each with the titles below."""
    return {
        words(group.find("h3")): [words(title) for title in group.iter("a")]
        for section in page.all(f"//*[@data-wb-{part}]")
        for group in section.iter("section")
        if group is not section
    }


def row(page):
    """The only row of the agenda."""
    (found,) = page.texts("wb-agenda__row")
    return found


def test_without_events_there_is_no_section(site):
    """Neither a page nor an entry in the header."""
    site.add("volunteers/a")

    site.build()

    assert not site.has("/events/")
    assert "活动" not in site.page("/").sections


def test_the_agenda_is_grouped_by_week_and_then_by_month(site):
    """24 November 2026 is a Tuesday: its week ends on the 29th."""
    for title, day in {
        "昨天": "2026-11-23",
        "今天": "2026-11-24",
        "周日": "2026-11-29",
        "周一": "2026-11-30",
        "下周日": "2026-12-06",
        "再下周": "2026-12-07",
        "年后": "2027-01-05",
    }.items():
        site.add(f"events/d{day}", title=title, dates=[{"start": day}])

    page = site.build("2026-11-24").page("/events/")

    assert groups(page) == {
        "本周": ["今天", "周日"],
        "下周": ["周一", "下周日"],
        "12月稍后": ["再下周"],
        "2027年1月": ["年后"],
    }
    assert groups(page, "over") == {"2026年11月": ["昨天"]}


def test_a_date_that_goes_on_today_stands_this_week(site):
    """Though it began last month."""
    site.add("events/camp", title="集训", dates=[{"start": "2026-10-01", "end": "2026-11-24"}])

    assert groups(site.build("2026-11-24").page("/events/")) == {"本周": ["集训"]}


def test_when_nothing_comes_the_agenda_says_so_and_shows_the_last_month(site):
    """The section does not vanish over the holidays."""
    site.add("events/talk", dates=[{"start": "2026-09-01"}])

    page = site.build("2026-11-24").page("/events/")

    assert page.texts("wb-nothing") == ["近期没有安排活动。"]
    assert page.all("//td[.//a]/time/@datetime") == ["2026-09-01"]


def test_a_changed_date_says_in_the_agenda_what_it_was(site):
    """Struck through, next to what it is."""
    site.add("events/talk", title="示例咨询会", dates=[MOVED])

    page = site.build().page("/events/")

    assert row(page) == "3 12月 周四 示例咨询会 19:00–20:30 ↻改期 原定12月1日 周二 19:00"
    assert page.texts("wb-agenda__former") == ["原定12月1日 周二 19:00"]


def test_a_deadlines_row_does_not_change_from_day_to_day(site):
    """A script counts the days by the reader's clock."""
    site.add(
        "events/last", title="预报名截止", kind="deadline", dates=[{"start": "2026-12-15T18:00"}]
    )

    page = site.build("2026-12-12").page("/events/")
    later = site.build("2026-12-13").page("/events/")

    assert row(page) == "15 12月 周二 预报名截止 18:00前 截止"
    assert page.html == later.html


def test_a_past_deadline_is_not_among_what_comes(site):
    """On the day after it is gone."""
    site.add("events/last", kind="deadline", dates=[{"start": "2026-12-15T18:00"}])

    assert groups(site.build("2026-12-16").page("/events/")) == {}


def several(site):
    """Events of two kinds, for two audiences, of a college and of an office, on two campuses."""
    site.add("units/one", name="示例学院一", short="学院一", role="college")
    site.add("units/office", name="示例项目办", role="project-office")
    for id, fields in {
        "talk": {"kind": "briefing", "organiser": "office", "audience": ["全校学生"]},
        "visit": {"kind": "visit", "organiser": "one", "audience": ["全校学生", "MBA/工程 硕士"]},
        "camp": {"kind": "visit", "venue": {"campus": "示例校区"}},
    }.items():
        site.add(f"events/{id}", title=id, dates=[{"start": "2026-12-03"}], **fields)


def test_events_can_be_chosen_by_kind_college_audience_and_campus(site):
    """Each choice is a page of its own, with its events alone; there is none without any."""
    several(site)

    site.build()

    def listed(address):
        return {link.text for link in site.page(address).links if "/events/" in link.address} & {
            "talk",
            "visit",
            "camp",
        }

    assert listed("/events/kind/visit/") == {"visit", "camp"}
    assert listed("/events/kind/briefing/") == {"talk"}
    assert listed("/events/college/one/") == {"visit"}
    assert listed("/events/audience/全校学生/") == {"talk", "visit"}
    assert listed("/events/audience/mba-工程-硕士/") == {"visit"}
    assert listed("/events/campus/示例校区/") == {"camp"}
    assert not site.has("/events/kind/forum/")
    assert not site.has("/events/college/office/")


def test_every_choice_is_reached_from_the_agenda_by_a_plain_link(site):
    """And the current one is marked."""
    several(site)

    site.build()

    offered = {link.text: link.address for link in site.page("/events/").links}
    assert offered["宣讲会"] == "/events/kind/briefing/"
    assert offered["学院一"] == "/events/college/one/"
    assert offered["MBA/工程 硕士"] == "/events/audience/mba-工程-硕士/"
    assert offered["示例校区"] == "/events/campus/示例校区/"
    page = site.page("/events/college/one/")
    assert [words(link) for link in page.all("//a[@aria-current='page']")] == ["学院一"]
    assert page.heading == "学院一的活动"
    assert page.all("//details[@open]")


def test_a_choice_shows_what_comes_and_then_what_is_over_the_latest_first(site):
    """By month, over as many pages as it takes."""
    days = [f"2026-{month:02}-{day:02}" for month in (8, 9, 10) for day in range(1, 15)]
    for day in [*days, "2026-12-03", "2026-12-20"]:
        site.add(f"events/d{day}", title=day, dates=[{"start": day}])

    site.build("2026-11-24")

    first, second = (site.page(f"/events/kind/briefing/{more}") for more in ("", "page/2/"))
    assert groups(first) == {"12月稍后": ["2026-12-20"], "下周": ["2026-12-03"]}
    over = groups(first, "over")
    assert list(over) == ["2026年10月", "2026年9月"]
    assert over["2026年10月"] == days[:-15:-1]
    assert groups(second) == {}
    rest = groups(second, "over")
    assert [title for page in (over, rest) for titles in page.values() for title in titles] == days[
        ::-1
    ]
    assert not site.has("/events/kind/briefing/page/3/")
    assert second.texts("wb-nothing") == []


def test_a_choice_without_anything_to_come_says_so(site):
    """And still shows what was."""
    site.add("events/talk", title="示例宣讲会", dates=[{"start": "2026-09-01"}])

    page = site.build("2026-11-24").page("/events/kind/briefing/")

    assert page.texts("wb-nothing") == ["近期没有安排活动。"]
    assert groups(page, "over") == {"2026年9月": ["示例宣讲会"]}
