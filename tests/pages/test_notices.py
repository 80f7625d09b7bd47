"""Notices: shown for their days; afterwards that they were, and nothing of what they said."""

from __future__ import annotations

import pytest

from tests.site import TODAY

PEOPLE = [
    {"name": "示例同学甲", "college": "示例学院一", "class": "示例2301"},
    {"name": "示例同学乙", "college": "示例学院二"},
]
OBJECTIONS = {"contact": "示例办", "phone": "0532-00000000", "email": "office@example.edu.cn"}


def notice(site, key="notices/list", **fields):
    return site.add(
        key,
        **{
            "title": "示例名单公示",
            "number": "示例〔2026〕6号",
            "body": "现将名单公示如下。",
            "people": PEOPLE,
            "objections": OBJECTIONS,
            **fields,
        },
    )


def test_while_it_runs_a_notice_shows_who_until_when_and_where_objections_go(site):
    """Of the columns only those that somebody fills in."""
    notice(site)

    page = site.build().page("/notices/list/")

    assert page.heading == "示例名单公示"
    assert page.facts == {
        "文号": ["示例〔2026〕6号"],
        "公示期": ["2026年11月20日", "至2026年11月30日"],
        "受理": ["示例办"],
        "电话": ["0532-00000000"],
        "邮箱": ["office@example.edu.cn"],
    }
    rows = [[cell.text for cell in row.iter("th", "td")] for row in page.all("//table//tr")]
    assert rows == [
        ["姓名", "学院", "班级"],
        ["示例同学甲", "示例学院一", "示例2301"],
        ["示例同学乙", "示例学院二", None],
    ]
    assert "现将名单公示如下。" in page.text
    assert "到11月30日 周一止" in page.text


def test_the_day_after_only_title_number_and_days_are_left(site):
    """The address still answers."""
    notice(site)

    site.build("2026-11-30")
    assert "示例同学甲" in site.page("/notices/list/").text
    page = site.build("2026-12-01").page("/notices/list/")

    assert page.heading == "示例名单公示"
    assert page.facts == {
        "文号": ["示例〔2026〕6号"],
        "公示期": ["2026年11月20日", "至2026年11月30日"],
    }
    assert "公示已结束" in page.text
    for gone in ("示例同学", "现将名单", "示例办", "0532"):
        assert site.files_containing(gone) == []


def test_before_its_first_day_there_is_no_notice(site):
    """Nor a section, nor an entry of the search's lists."""
    notice(site)
    site.add("volunteers/a")

    site.build("2026-11-19")

    assert not site.has("/notices/list/")
    assert not site.has("/notices/")
    assert site.files_containing("示例名单公示") == []


def test_search_engines_are_asked_to_leave_notices_out(site):
    """The page says so itself, and the sitemap has it not."""
    notice(site)

    site.build()

    assert "noindex" in site.page("/notices/list/").all("//meta[@name='robots']/@content")[0]
    sitemap = site.files["sitemap.xml"].decode()
    assert "/notices/list/" not in sitemap
    assert "/notices/<" in sitemap


def test_what_runs_stands_before_what_ended_those_first_that_end_first(site):
    """With the last day, which does not change from day to day."""
    notice(
        site, "notices/ended", title="已过", period={"from": "2026-11-10", "until": "2026-11-23"}
    )
    notice(site, "notices/long", title="很久", period={"from": "2026-01-01", "until": "2027-12-31"})
    notice(site, "notices/short", title="很快", period={"from": TODAY, "until": TODAY})

    page = site.build().page("/notices/")

    assert page.texts("wb-section__heading") == ["进行中", "已结束"]
    assert page.texts("wb-unit-card__name") == ["很快", "很久", "已过"]
    assert page.texts("wb-badge") == ["●到11月24日 周二止", "●到12月31日 周五止", "◌公示已结束"]


def test_a_long_running_notice_stays_on_the_first_page(site):
    """However many began after it."""
    notice(site, "notices/long", title="很久", period={"from": "2026-01-01", "until": "2027-12-31"})
    for number in range(31):
        period = {"from": "2026-11-01", "until": "2026-11-02"}
        notice(site, f"notices/n{number}", title=f"公示{number}", period=period)

    site.build()

    first, second = site.page("/notices/"), site.page("/notices/page/2/")
    assert first.texts("wb-unit-card__name")[0] == "很久"
    assert "很久" not in second.text


def test_a_notice_is_listed_for_whoever_has_no_script(site):
    """By year, with its number."""
    notice(site)

    page = site.build().page("/search/notices/2026/")

    assert "示例名单公示（示例〔2026〕6号）" in page.text


@pytest.mark.parametrize(
    ("kind", "said"), [("public-notice", "公示已结束"), ("announcement", "公告已结束")]
)
def test_what_ended_is_called_by_its_kind(site, kind, said):
    """An announcement is no list."""
    notice(site, kind=kind)

    assert said in site.build("2026-12-01").page("/notices/list/").text


def test_no_earlier_edition_brings_the_names_back(site):
    """What is kept of the site to roll back to is not kept with a list that ended."""
    site.add("volunteers/a", sample=None)
    notice(site)
    site.build("2026-11-29", production=True)
    site.build("2026-12-01", production=True)

    kept = [path for path in site.root.rglob("*.html") if path.is_file()]
    assert kept
    assert not [path for path in kept if "示例同学甲" in path.read_text("utf-8")]
