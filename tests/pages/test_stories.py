"""The stories' index, its lists by tag and place, and the stories."""

from __future__ import annotations

import pytest


def titles(page):
    return [link.text for link in page.links if link.href.startswith("/stories/x")]


def test_without_stories_there_is_no_section(site):
    """Neither a page nor an entry in the header."""
    site.add("volunteers/a")

    site.build()

    assert not site.has("/stories/")
    assert "故事" not in site.page("/").sections


def test_stories_stand_the_latest_first(site):
    """Whatever their ids."""
    site.add("stories/x1", title="旧", date="2026-01-01")
    site.add("stories/x2", title="新", date="2026-10-01")

    assert titles(site.build().page("/stories/")) == ["新", "旧"]


def test_thirteen_stories_take_two_pages(site):
    """Twelve and one."""
    for number in range(1, 14):
        site.add(f"stories/x{number}", title=f"故事{number}", date=f"2026-10-{number:02}")

    site.build()

    assert len(titles(site.page("/stories/"))) == 12
    assert titles(site.page("/stories/page/2/")) == ["故事1"]


def test_a_tag_is_a_page_with_its_stories_and_a_choice_with_their_number(site):
    """A tag in Chinese stands in the address as it is."""
    site.add("stories/x1", title="一", tags=["支教", "图书角"])
    site.add("stories/x2", title="二", tags=["支教"])

    site.build()

    page = site.page("/stories/tag/支教/")
    assert len(titles(page)) == 2
    assert page.heading == "故事：支教"
    assert [" ".join(text.split()) for text in page.texts("wb-filter__option")] == [
        "全部 2",
        "支教 2",
        "图书角 1",
    ]
    assert titles(site.page("/stories/tag/图书角/")) == ["一"]
    assert "/stories/tag/支教/" in site.page("/stories/").addresses


def test_of_many_tags_those_with_most_stories_stand_in_the_row_and_the_current_one(site):
    """Tags are free words: the row would grow without end."""
    for number in range(25):
        site.add(f"stories/x{number}", tags=["常见", f"标签{number:02}"])

    site.build()

    page = site.page("/stories/tag/标签24/")
    texts = page.texts("wb-filter__option")
    assert len(texts) == 1 + 20
    assert "常见 25" in texts
    assert [link.text.strip() for link in page.all("//a[@aria-current='page']")] == ["标签24"]


def test_a_story_shows_what_its_record_says(site):
    """Who wrote it, when, about whom, after what."""
    site.add("volunteers/a", name="志愿者甲")
    site.add("events/talk", title="示例宣讲会")
    site.add(
        "stories/x",
        title="示例故事",
        author="示例部门",
        date="2026-10-01",
        volunteers=["a"],
        events=["talk"],
        tags=["支教"],
        body="示例正文。",
    )

    page = site.build().page("/stories/x/")

    assert page.heading == "示例故事"
    assert page.texts("wb-meta")[0] == "示例部门 2026年10月1日 约1分钟"
    assert page.texts("wb-person__name") == ["志愿者甲"]
    assert {"/volunteers/a/", "/events/talk/", "/stories/tag/支教/"} <= page.addresses
    assert page.classed("wb-origin") == []


@pytest.mark.parametrize(
    ("characters", "minutes"),
    [(1, "约1分钟"), (400, "约1分钟"), (1000, "约2分钟"), (4000, "约10分钟")],
)
def test_a_story_says_how_long_it_takes(site, characters, minutes):
    """Some 400 characters a minute, and never none."""
    site.add("stories/x", body="字" * characters)

    assert minutes in site.build().page("/stories/x/").text


def test_a_reprint_names_where_it_was_first_published(site):
    """With a link where there is one."""
    site.add("stories/x", source={"outlet": "示例报", "url": "https://example.com/a"})

    page = site.build().page("/stories/x/")

    assert page.texts("wb-origin") == ["原载 示例报"]
    assert page.texts("wb-kicker") == ["转载"]
    assert "https://example.com/a" in page.addresses


def test_a_story_belongs_to_the_places_of_its_people(site):
    """The list by place leads there."""
    site.add("volunteers/a", placements=[{"province": "青海", "start": "2024-08"}])
    site.add("stories/x1", title="一", volunteers=["a"])
    site.add("stories/x2", title="二")

    site.build()

    assert titles(site.page("/stories/place/qinghai/")) == ["一"]
    assert not site.has("/stories/place/gansu/")
