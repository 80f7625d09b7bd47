"""The volunteers' index, its lists, and the profiles."""

from __future__ import annotations

import pytest

QINGHAI = {"province": "青海", "county": "示例县", "host": "示例县中学", "start": "2024-08"}


def crowd(site, count, **fields):
    """So many volunteers of one cohort."""
    for number in range(1, count + 1):
        site.add(f"volunteers/wb2024-{number:03}", name=f"志愿者第{number}号", **fields)


def names(page):
    return page.texts("wb-person__name")


def options(page, row):
    """The choices of a row of filters: text, count, address, whether it is the current one."""
    found = []
    for nav in page.classed("wb-filter"):
        if nav.get("aria-label") == f"按{row}筛选":
            for link in nav.iter("a"):
                text = link.text.strip()
                count = link.findtext("span")
                found.append(
                    (text, count, page.resolve(link.get("href")), link.get("aria-current"))
                )
    return found


def test_without_volunteers_there_is_no_section(site):
    """Neither a page nor an entry in the header."""
    site.add("stories/x")

    site.build()

    assert not site.has("/volunteers/")
    assert site.page("/").sections == ["故事"]


def test_with_a_volunteer_there_is_a_section(site):
    """So that the test above looks for what is there otherwise."""
    site.add("volunteers/wb2024-001")

    site.build()

    assert site.page("/").sections == ["志愿者"]
    assert site.page("/volunteers/").heading == "志愿者"


def test_twenty_five_volunteers_take_two_pages(site):
    """Each is on exactly one of them, and each page leads to the other."""
    crowd(site, 25)

    site.build()

    first, second = site.page("/volunteers/"), site.page("/volunteers/page/2/")
    assert len(names(first)) == 24
    assert names(second) == ["志愿者第25号"]
    assert not set(names(first)) & set(names(second))
    assert first.texts("wb-pager__text") == ["第1页，共2页"]
    assert second.texts("wb-pager__text") == ["第2页，共2页"]
    assert [link.href for link in first.links_in(first.classed("wb-pager")[0])] == [
        "/volunteers/page/2/"
    ]
    assert [link.href for link in second.links_in(second.classed("wb-pager")[0])] == [
        "/volunteers/"
    ]
    assert not site.has("/volunteers/page/3/")
    assert second.title == "志愿者（第2页） - 示例网"


def test_twenty_four_volunteers_take_one_page(site):
    """Without a pager, and without an empty second page."""
    crowd(site, 24)

    site.build()

    assert site.page("/volunteers/").classed("wb-pager") == []
    assert not site.has("/volunteers/page/2/")


def test_filters_count_who_is_behind_them_and_mark_where_one_is(site):
    """Each choice is a page that lists as many as it says."""
    site.add("units/one", name="示例学院一")
    site.add("volunteers/a", name="志愿者甲", cohort=2024, college="one", placements=[QINGHAI])
    site.add("volunteers/b", name="志愿者乙", cohort=2024, project="inside")
    site.add("volunteers/c", name="志愿者丙", cohort=2023, college="one")

    site.build()

    page = site.page("/volunteers/cohort/2024/")
    assert options(page, "届") == [
        ("全部", "3", "/volunteers/", None),
        ("2024", "2", "/volunteers/cohort/2024/", "page"),
        ("2023", "1", "/volunteers/cohort/2023/", None),
    ]
    assert options(page, "项目") == [
        ("省外", "2", "/volunteers/project/outside/", None),
        ("省内", "1", "/volunteers/project/inside/", None),
    ]
    assert options(page, "省份") == [("青海", "1", "/volunteers/province/qinghai/", None)]
    assert options(page, "学院") == [("示例学院一", "2", "/volunteers/college/one/", None)]
    for row in ("届", "项目", "省份", "学院"):
        for _, count, address, _ in options(page, row):
            assert len(names(site.page(address))) == int(count)


def test_the_index_marks_all_as_the_current_choice(site):
    """And nothing else."""
    site.add("volunteers/a")

    page = site.build().page("/volunteers/")

    current = [link.text.strip() for link in page.content.xpath(".//a[@aria-current='page']")]
    assert current == ["全部"]


@pytest.mark.parametrize(
    ("end", "note"),
    [
        (None, "1人，服务中"),
        ("2026-11", "1人，服务中"),  # the month that is not over
        ("2026-11-24", "1人，服务中"),
        ("2026-11-23", "1人，期满"),
        ("2026-10", "1人，期满"),
        ("2025", "1人，期满"),
    ],
)
def test_a_cohort_says_whether_it_still_serves(site, end, note):
    """By the last placement's end, which may be a month or a year."""
    placement = {**QINGHAI, **({"end": end} if end else {})}
    site.add("volunteers/a", placements=[placement])

    assert note in site.build().page("/volunteers/").text


def test_a_cohort_whose_placements_are_not_shown_says_only_how_many(site):
    """What consent does not cover is not told in another way."""
    site.add(
        "volunteers/a",
        placements=[QINGHAI],
        consent={"granted": "2024-09-01", "covers": ["name"]},
    )

    text = site.build().page("/volunteers/").text

    assert "1人" in text
    assert "服务中" not in text


def test_next_and_previous_walk_the_cohort_and_stop_at_its_ends(site):
    """A profile never leads to another cohort's people by these."""
    crowd(site, 3)
    site.add("volunteers/wb2023-001", name="志愿者旧", cohort=2023)

    site.build()

    def neighbours(id):
        page = site.page(f"/volunteers/{id}/")
        return [page.resolve(link.get("href")) for link in page.classed("wb-neighbours__link")]

    assert neighbours("wb2024-001") == ["/volunteers/wb2024-002/"]
    assert neighbours("wb2024-002") == ["/volunteers/wb2024-001/", "/volunteers/wb2024-003/"]
    assert neighbours("wb2024-003") == ["/volunteers/wb2024-002/"]
    assert neighbours("wb2023-001") == []


def test_a_profile_states_its_facts(site):
    """What the record says, in the reader's words."""
    site.add("units/one", name="示例第一学院", short="示例学院一")
    site.add("honours/medal", title="示例表彰", year=2025)
    site.add(
        "volunteers/a",
        college="one",
        major="示例专业",
        degree="bachelor",
        programme="示例专项",
        placements=[{**QINGHAI, "post": "教师", "end": "2026-07"}],
        mentor={"name": "示例导师一", "consent": True},
        honours=["medal"],
    )

    page = site.build().page("/volunteers/a/")

    assert page.facts == {
        "学院": ["示例学院一"],
        "专业": ["示例专业，本科"],
        "项目": ["省外项目"],
        "专项": ["示例专项"],
        "服务地": ["青海示例县"],
        "单位": ["示例县中学，教师"],
        "时间": ["2024年8月到2026年7月"],
        "导师": ["示例导师一"],
        "表彰": ["示例表彰（2025年）"],
        "公开": ["经本人同意，可撤回"],
    }
    assert "/volunteers/college/one/" in page.addresses
    assert "/volunteers/province/qinghai/" in page.addresses


def test_several_placements_take_a_row_each(site):
    """In the record's order, each with its time."""
    second = {"province": "新疆", "start": "2025-08", "host": "示例团委"}
    site.add("volunteers/a", placements=[{**QINGHAI, "end": "2025-07"}, second])

    facts = site.build().page("/volunteers/a/").facts

    assert facts["2024年8月到2025年7月"] == ["青海示例县", "示例县中学"]
    assert facts["2025年8月至今"] == ["新疆", "示例团委"]


def test_a_placement_with_a_post_but_no_host_still_tells_the_post(site):
    """What a volunteer does is worth telling where the office is not named."""
    site.add("volunteers/a", placements=[{"province": "青海", "post": "教师", "start": "2024-08"}])

    assert site.build().page("/volunteers/a/").facts["岗位"] == ["教师"]


def test_a_profile_with_the_least_that_a_record_needs_has_no_empty_parts(site):
    """No heading without something under it."""
    site.add("volunteers/a")

    page = site.build().page("/volunteers/a/")

    assert page.facts == {"项目": ["省外项目"], "公开": ["经本人同意，可撤回"]}
    assert page.classed("wb-part__heading") == []
    assert page.classed("wb-profile__quote") == []


def test_a_timeline_runs_by_time_whatever_order_it_was_written_in(site):
    """A year stands before its months."""
    site.add("events/talk", title="示例宣讲会")
    site.add(
        "volunteers/a",
        timeline=[
            {"date": "2025-09", "text": "第三件"},
            {"date": "2024-08-15", "text": "第二件", "event": "talk"},
            {"date": "2024-08", "text": "第一件"},
        ],
    )

    page = site.build().page("/volunteers/a/")

    found = [words for words in page.text.split() if words.endswith("件")]
    assert found == ["第一件", "第二件", "第三件"]
    assert [time.get("datetime") for time in page.all("//*[@id='__content']//time")] == [
        "2024-08",
        "2024-08-15",
        "2025-09",
    ]
    assert "/events/talk/" in page.addresses


def test_reports_are_the_stories_of_this_site_and_coverage_elsewhere(site):
    """The stories first, the latest first; coverage without an address is no link."""
    site.add("stories/old", title="旧故事", date="2025-01-01", volunteers=["a"])
    site.add("stories/new", title="新故事", date="2026-01-01", volunteers=["a"])
    site.add(
        "volunteers/a",
        coverage=[
            {"title": "示例报道", "outlet": "示例报", "date": "2025-04-23"},
            {
                "title": "网上报道",
                "outlet": "示例网",
                "date": "2025-04-24",
                "url": "https://example.com/a",
            },
        ],
    )

    page = site.build().page("/volunteers/a/")

    titles = [item.split(" ")[0] for item in page.texts("wb-reports__item")]
    assert titles == ["新故事", "旧故事", "示例报道", "网上报道"]
    assert {"/stories/new/", "/stories/old/", "https://example.com/a"} <= page.addresses


def test_the_permalink_can_be_copied_whole(site):
    """With the site's own address before it."""
    site.add("volunteers/wb2024-001")

    page = site.build().page("/volunteers/wb2024-001/")

    copied = page.all("//button/@data-wb-copy")
    assert copied == ["https://xibu.example.edu.cn/volunteers/wb2024-001/"]


@pytest.mark.parametrize(
    ("name", "vertical"),
    [("志愿者甲", True), ("甲乙", True), ("志愿者一号", False), ("甲·乙", False)],
)
def test_a_short_name_is_set_vertically(site, name, vertical):
    """Four characters at most; a dot in a name would stand beside its column."""
    site.add("volunteers/a", name=name)

    page = site.build().page("/volunteers/a/")

    assert bool(page.classed("wb-profile__title--vertical")) is vertical


def test_related_people_are_of_the_same_cohort_or_place_and_never_oneself(site):
    """Four at most, so that no profile grows with the number of records."""
    crowd(site, 6, placements=[QINGHAI])
    site.add("volunteers/wb2023-001", name="志愿者旧", cohort=2023, placements=[QINGHAI])
    site.add("volunteers/wb2022-001", name="志愿者远", cohort=2022)

    site.build()

    for number in range(1, 7):
        related = names(site.page(f"/volunteers/wb2024-{number:03}/"))
        assert 2 <= len(related) <= 4
        assert f"志愿者第{number}号" not in related
        assert "志愿者远" not in related
    assert "志愿者旧" in names(site.page("/volunteers/wb2024-006/"))


@pytest.mark.parametrize("sample", [True, False])
def test_an_invented_volunteer_is_marked_as_an_example(site, sample):
    """On the profile and on cards."""
    site.add("volunteers/a", sample=sample)

    site.build()

    for address in ("/volunteers/a/", "/volunteers/"):
        assert bool(site.page(address).texts("wb-sample")) is sample


def test_an_invented_volunteer_on_the_home_page_is_marked_as_well(site):
    """Wherever there is a card."""
    site.add("volunteers/a", sample=True, quote="示例一句话。")

    assert site.build().page("/").texts("wb-sample") == ["示例"]
