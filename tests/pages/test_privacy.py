"""/privacy/: what is published of people, on what ground, and how they take it back."""

from __future__ import annotations

import pytest

from generator.records.volunteer import Group

OFFICE = {"name": "示例项目办", "role": "project-office"}
CONTACTS = [{"label": "办公室", "phone": "0532-00000000", "email": "office@example.edu.cn"}]


def test_every_group_of_consent_is_explained_in_its_own_words(site):
    """The records' own, so that none is forgotten and none is called two names."""
    page = site.build().page("/privacy/")

    for group in Group:
        assert page.facts[group.label]
    assert page.facts["学院和专业"] == ["学院、专业、学历"]
    assert "每位志愿者的页面都写届、项目。" in page.text
    for article in ("第十三条", "第十五条", "第二十五条", "第四十七条"):
        assert page.facts[article]
    assert "单独同意" in page.text


def test_whom_to_ask_stands_there_with_what_the_records_know(site):
    """The project offices, and not every unit of the university."""
    site.add("units/office", **OFFICE, contacts=CONTACTS)
    site.add("units/other", contacts=[{"label": "院办", "phone": "0532-11111111"}])

    page = site.build().page("/privacy/")

    assert "/units/office/" in page.addresses
    assert page.facts["电话"] == ["0532-00000000"]


@pytest.mark.parametrize("units", [{}, {"units/college": {"contacts": CONTACTS}}])
def test_without_a_project_office_somebody_else_is_named(site, units):
    """Whoever can be reached; and where nobody is known, at least where to go."""
    for key, fields in units.items():
        site.add(key, **fields)

    page = site.build().page("/privacy/")

    assert ("0532-00000000" in page.text) == bool(units)
    assert "项目管理办公室" in page.text or units


def test_a_university_may_word_it_itself(site):
    """A page of that name takes its place, and what links there still does."""
    site.add("volunteers/a")
    site.write("pages/privacy.md", "# 隐私说明\n\n本校的说法。\n")

    assert site.seen() == []
    assert site.build().page("/privacy/").heading == "隐私说明"
    assert "/privacy/" in site.page("/volunteers/a/").addresses


def test_it_can_be_linked_from_every_text(site):
    """By its address, in records and in hand-written pages, also where the site lies in a folder."""
    site.add("stories/x", body="见[说明](/privacy/)。")
    site.write("pages/about.md", "# 关于\n\n见[说明](/privacy/)。\n")

    site.build()

    for address in ("/stories/x/", "/about/"):
        assert "/privacy/" in site.page(address).addresses
        assert site.page(address).all("//a[@href='/privacy/']") == []


def test_every_profile_leads_there(example_site):
    """And so does the foot of every page."""
    assert "/privacy/" in example_site.page("/volunteers/wb2024-001/").addresses
    foot = example_site.page("/stories/").classed("wb-footer")[0]
    assert "/privacy/" in {link.address for link in example_site.page("/stories/").links_in(foot)}
