"""The units' index by role, and a page for each."""

from __future__ import annotations


def test_without_units_there_is_no_section(site):
    """Neither a page nor an entry in the header."""
    site.add("volunteers/a")

    site.build()

    assert not site.has("/units/")
    assert "组织机构" not in site.page("/").sections


def test_units_stand_under_their_roles_and_empty_roles_do_not(site):
    """The order is that of the organisation, not of the ids."""
    site.add("units/a", name="示例学院", role="college")
    site.add("units/z", name="示例领导小组", role="leading-group")

    page = site.build().page("/units/")

    assert page.texts("wb-section__heading") == ["领导小组", "学院（系、部）"]
    assert [link.text for link in page.links if link.href != "/"] == ["示例领导小组", "示例学院"]


def test_a_unit_shows_what_it_does_with_the_clause_that_says_so(site):
    """Each clause leads to its place in the source, which is there."""
    site.policy()
    site.add(
        "units/office",
        name="示例项目办",
        role="project-office",
        source="doc.txt",
        lead="示例职务",
        members=["示例成员"],
        duties=[
            {"text": "负责示例。", "cite": {"at": "二(一)2"}},
            {"text": "没有依据。"},
        ],
    )

    site.build()

    page = site.page("/units/office/")
    assert page.texts("wb-duties__item") == ["负责示例。 1号文 二（一）2", "没有依据。"]
    assert page.facts == {"负责": ["示例职务"], "成员": ["示例成员"]}
    assert "/sources/doc/#2-1-2" in [link.href for link in page.links]
    assert site.page("/sources/doc/").all("//*[@id='2-1-2']")


def test_a_source_that_only_a_unit_cites_has_its_page(site):
    """Else the clause would lead nowhere."""
    site.policy("policies/doc", publish={"state": "draft"})
    site.add("units/office", source="doc.txt", duties=[{"text": "示例", "cite": {"at": "一"}}])

    site.build()

    assert site.has("/sources/doc/")
    assert not site.has("/policies/doc/")


def test_an_offices_contacts_are_on_its_page(site):
    """An office may be reached; that is what its contacts are for."""
    site.add(
        "units/office",
        contacts=[
            {"label": "办公电话", "phone": "0000-0000", "hours": "周一到周五"},
            {"label": "邮箱", "email": "office@example.edu.cn"},
        ],
    )

    page = site.build().page("/units/office/")

    assert page.texts("wb-contact__label") == ["办公电话", "邮箱"]
    assert page.facts == {
        "电话": ["0000-0000"],
        "时间": ["周一到周五"],
        "邮箱": ["office@example.edu.cn"],
    }


def test_a_unit_leads_to_what_belongs_to_it(site):
    """Its parent, its children, its events, what one may ask it, and who set out from it."""
    site.policy(
        provisions=[
            {
                "id": "one",
                "title": "可问的事",
                "kind": "benefit",
                "body": "示例。",
                "contact": "mid",
                "cite": {"at": "一"},
            }
        ],
        figures=[],
    )
    site.add("units/top", name="上级单位")
    site.add("units/mid", name="本单位", parent="top")
    site.add("units/low", name="下级单位", parent="mid")
    site.add("events/talk", title="示例宣讲会", organiser="mid")
    site.add("volunteers/a", name="志愿者甲", college="mid")

    page = site.build().page("/units/mid/")

    assert page.facts["上级"] == ["上级单位"]
    links = {link.text: link.href for link in page.links}
    assert links["下级单位"] == "/units/low/"
    assert links["示例宣讲会"] == "/events/talk/"
    assert links["可问的事"] == "/policies/doc/#one"
    assert links["志愿者甲"] == "/volunteers/a/"


def test_a_college_with_many_volunteers_shows_some_and_leads_to_all(site):
    """Eight, and the list."""
    site.add("units/one")
    for number in range(9):
        site.add(f"volunteers/w{number}", college="one")

    page = site.build().page("/units/one/")

    assert len(page.texts("wb-person__name")) == 8
    assert ("全部9人", "/volunteers/college/one/") in [(a.text, a.href) for a in page.links]
