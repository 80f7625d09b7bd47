"""What stands at the address of a withdrawn record (invariant 2, invariant 5)."""

from __future__ import annotations

import pytest


def test_a_withdrawn_volunteer_leaves_only_a_tombstone(site):
    """The permalink still answers, and no other file of the site names the person."""
    volunteer = site.add("volunteers/wb2024-001", name="志愿者甲", quote="示例一句话。")
    site.build(as_of="2026-06-01")
    assert "志愿者甲" in site.page("/volunteers/wb2024-001/").text

    volunteer.withdraw("2026-06-02")
    site.build(as_of="2026-06-02")

    assert site.page("/volunteers/wb2024-001/").is_tombstone
    assert site.files_containing("志愿者甲") == []
    assert site.files_containing("示例一句话") == []


def test_a_tombstone_says_that_it_was_asked_for_and_names_nobody(site):
    """Neither the day nor the reason is told."""
    site.write(
        "volunteers/wb2024-001.yml", "withdrawn:\n  on: 2026-06-02\n  reason: 示例内部原因\n"
    )

    page = site.build().page("/volunteers/wb2024-001/")

    assert page.text == "这一页已应本人要求撤下 网址保留，内容不再提供。 回首页"
    assert site.files_containing("内部原因") == []
    assert site.files_containing("2026-06-02") == []


def test_search_engines_are_asked_to_leave_a_tombstone_out(site):
    """And no other page."""
    site.add("volunteers/a").withdraw("2026-06-02")
    site.add("volunteers/b")

    site.build()

    assert site.page("/volunteers/a/").all("//meta[@name='robots']/@content") == ["noindex"]
    assert site.page("/volunteers/b/").all("//meta[@name='robots']") == []


@pytest.mark.parametrize(
    ("key", "text", "way"),
    [
        ("volunteers/x", "这一页已应本人要求撤下", "看其他志愿者"),
        ("stories/x", "这一页已撤下", "看其他故事"),
        ("events/x", "这一页已撤下", "看其他活动"),
    ],
)
def test_a_tombstone_leads_on_where_there_are_others(site, key, text, way):
    """To the section, which is there."""
    collection = key.partition("/")[0]
    site.add(key).withdraw("2026-06-02")
    site.add(f"{collection}/other")

    site.build()

    page = site.page(f"/{key}/")
    assert page.heading == text
    assert [(link.text, link.href) for link in page.links] == [(way, f"/{collection}/")]
    assert site.has(f"/{collection}/")


def test_a_tombstone_of_a_collection_without_pages_leads_home(site):
    """Honours have no pages of their own: their section would be a dead link."""
    site.add("honours/x").withdraw("2026-06-02")
    site.add("honours/other")

    site.build()

    for page in site.pages():
        for address in page.addresses:
            assert site.has(address), f"{page.address} leads to {address}"


def test_a_link_to_a_withdrawn_volunteer_names_nobody(site):
    """The story is withheld; another text says 一位志愿者."""
    site.add("volunteers/a").withdraw("2026-06-02")
    site.add("stories/about", title="写到的故事", volunteers=["a"])
    site.add("stories/x", body="认识了[](../volunteers/a.yml)。")

    site.build()

    assert not site.has("/stories/about/")
    assert "认识了一位志愿者。" in site.page("/stories/x/").text
