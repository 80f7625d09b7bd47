"""Honours: by year, with who received them, as far as they agreed."""

from __future__ import annotations

import pytest

from tests.site import ALL_GROUPS


def person(site, id, name, covers=ALL_GROUPS, **fields):
    return site.add(
        f"volunteers/{id}",
        name=name,
        consent={"granted": "2024-09-01", "covers": list(covers)},
        **fields,
    )


def test_an_honour_says_who_gave_it_when_and_to_whom(site):
    """Whichever of the two records says so; each leads to the other."""
    site.add("units/one", name="示例学院")
    person(site, "a", "志愿者甲")
    person(site, "b", "志愿者乙", honours=["star"])
    site.add("honours/star", recipients=[{"volunteer": "a"}, {"unit": "one"}])

    page = site.build().page("/honours/star/")

    assert page.heading == "示例标兵"
    assert page.facts == {"层级": ["学校"], "年份": ["2025年"], "授予": ["示例大学"]}
    assert page.texts("wb-person__name") == ["志愿者甲", "志愿者乙"]
    assert {"/volunteers/a/", "/volunteers/b/", "/units/one/"} <= page.addresses
    assert "/honours/star/" in site.page("/volunteers/a/").addresses
    assert "未公开" not in page.text


@pytest.mark.parametrize("covers", [["study"], ["name"], ["story"]])
def test_who_did_not_agree_to_be_named_and_told_of_is_counted(site, covers):
    """In the list as well; their id stands nowhere on the page."""
    person(site, "a", "志愿者甲")
    person(site, "b", "麴三木", covers)
    site.add("honours/star", recipients=[{"volunteer": "a"}, {"volunteer": "b"}])

    page = site.build().page("/honours/star/")

    assert "另有1人未公开。" in page.text
    assert "麴三木" not in page.html
    assert "/volunteers/b/" not in page.html
    assert "学校，示例大学，2人" in site.page("/honours/").text


def test_where_nobody_agreed_only_their_number_is_told(site):
    """And where nobody is named in the record, that."""
    person(site, "b", "麴三木", ["study"])
    site.add("honours/star", recipients=[{"volunteer": "b"}])
    site.add("honours/none", title="示例称号")

    site.build()

    assert "1人，均未公开姓名。" in site.page("/honours/star/").text
    assert "还没有公布获得者。" in site.page("/honours/none/").text


def test_honours_stand_under_their_years_the_nations_first(site):
    """And each year has a list."""
    site.add("honours/a", title="校级", year=2025)
    site.add("honours/b", title="国家级", year=2025, level="national")
    site.add("honours/c", title="去年的", year=2024)

    site.build()

    page = site.page("/honours/")
    assert page.texts("wb-section__heading") == ["2025年", "2024年"]
    assert page.texts("wb-unit-card__name") == ["国家级", "校级", "去年的"]
    assert site.page("/honours/year/2024/").texts("wb-unit-card__name") == ["去年的"]
    assert "去年的（2024年）" in site.page("/search/honours/2024/").text


def test_without_honours_there_is_no_section(site):
    """And no link to one from the home page."""
    site.add("volunteers/a")

    assert not site.build().has("/honours/")


def test_the_home_page_leads_to_all_honours(site):
    """From those that policies name."""
    from tests.site import PROVISION

    site.policy(provisions=[{**PROVISION, "kind": "honour"}], figures=[])
    site.build()
    assert "/honours/" not in site.page("/").addresses

    site.add("honours/a")

    assert "/honours/" in site.build().page("/").addresses
