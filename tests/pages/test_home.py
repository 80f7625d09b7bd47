"""The home page: its parts, each only where there is something to show."""

from __future__ import annotations

import pytest

from tests.site import CONFIG, FIGURES, ROOT, URL


def headings(page):
    return page.texts("wb-section__heading")


def test_an_empty_site_has_a_home_page(site):
    """A title and a lead; no part, no button, no section."""
    page = site.build().page("/")

    assert page.heading == "到西部去"
    assert headings(page) == []
    assert page.classed("wb-button") == []
    assert page.sections == []


def test_each_part_stands_when_it_has_content(site):
    """In the order in which visitors ask."""
    site.add("volunteers/a", quote="示例一句话。")
    site.policy()
    site.add("events/talk")
    site.add("stories/x")

    page = site.build().page("/")

    assert headings(page) == ["他们在西部", "我能得到什么", "接下来", "跟踪报道"]
    assert page.sections == ["志愿者", "故事", "活动", "政策"]


@pytest.mark.parametrize("missing", ["他们在西部", "我能得到什么", "接下来", "跟踪报道"])
def test_a_part_without_content_does_not_stand(site, missing):
    """The others do."""
    parts = {
        "他们在西部": lambda: site.add("volunteers/a", quote="示例一句话。"),
        "我能得到什么": lambda: site.policy(),
        "接下来": lambda: site.add("events/talk"),
        "跟踪报道": lambda: site.add("stories/x"),
    }
    for heading, add in parts.items():
        if heading != missing:
            add()

    assert headings(site.build().page("/")) == [part for part in parts if part != missing]


def test_only_people_who_are_named_and_told_of_stand_on_the_home_page(site):
    """Those whom editors chose come first, three at most."""
    site.add("volunteers/a", name="志愿者甲", quote="一。")
    site.add("volunteers/b", name="志愿者乙", quote="二。")
    site.add("volunteers/c", name="志愿者丙", quote="三。", featured=True)
    site.add("volunteers/d", name="志愿者丁")
    site.add(
        "volunteers/e",
        name="志愿者戊",
        quote="五。",
        featured=True,
        consent={"granted": "2024-09-01", "covers": ["story"]},
    )
    site.add("volunteers/f", name="志愿者己", quote="六。")

    page = site.build().page("/")

    assert page.texts("wb-person__name") == ["志愿者丙", "志愿者甲", "志愿者乙"]


def test_what_comes_next_leaves_out_what_is_past(site):
    """Four at most, by time."""
    site.add("events/old", title="过去", dates=[{"start": "2026-11-23"}])
    for number in range(1, 7):
        site.add(
            f"events/d{number}", title=f"第{number}", dates=[{"start": f"2026-12-{number:02}"}]
        )

    page = site.build("2026-11-24").page("/")

    assert page.texts("wb-agenda__title") == ["第1", "第2", "第3", "第4"]


def test_a_figure_on_the_home_page_leads_to_its_clause(site):
    """With the number of the document, since the page is about many."""
    site.policy()

    page = site.build().page("/")

    assert page.texts("wb-big") == ["6000 元"]
    assert ("1号文 二（一）1", "/sources/doc/#2-1-1") in [(a.text, a.href) for a in page.links]


@pytest.mark.parametrize(
    ("effective", "shown"), [({"until": "2026-11-23"}, False), ({"until": "2026-11-24"}, True)]
)
def test_a_document_that_is_not_in_force_gives_no_figure(site, effective, shown):
    """A visitor must not read an amount that nobody gets."""
    site.policy(effective=effective)

    assert bool(site.build("2026-11-24").page("/").texts("wb-big")) is shown


def test_honours_that_policies_name_stand_with_who_may_receive_them(site):
    """Each leads to its provision."""
    site.policy(
        provisions=[
            {
                "id": "medal",
                "title": "示例标兵",
                "kind": "honour",
                "applies": "入选志愿者",
                "body": "示例。",
                "cite": {"at": "一"},
            }
        ],
        figures=[],
    )

    page = site.build().page("/")

    assert headings(page) == ["表彰"]
    assert page.texts("wb-honour") == ["示例标兵 入选志愿者"]
    assert "/policies/doc/#medal" in [link.href for link in page.links]


def test_a_site_that_says_little_of_itself_does_not_say_it_twice(site):
    """Without hero texts and description, the title is the site's name, once."""
    text = CONFIG.format(url=URL, theme=ROOT / "theme")
    site.config.write_text(
        text.replace("  hero_title: 到西部去\n", "").replace("  hero_lead: 示例导语。\n", ""),
        "utf-8",
    )

    page = site.build().page("/")

    assert page.title == "示例网"
    assert page.all("//meta[@name='description'][@content='']") == []


def test_an_example_policy_s_amounts_come_after_real_ones(site):
    """A visitor must not take a made-up amount for the university's."""
    site.policy("policies/a", sample=True, level="national", figures=FIGURES[1:])
    site.policy("policies/b", level="college")

    page = site.build().page("/")

    assert page.all("//*[@id='__content']//data/@value") == ["6000", "4000", "4000"]
