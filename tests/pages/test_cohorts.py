"""What applied to those who left in a year."""

from __future__ import annotations

import pytest

from tests.site import PROVISION


@pytest.fixture
def changing(site):
    """A document that another takes the place of in September 2025, and one for 2024 alone."""
    site.policy("policies/old", title="旧", issued="2024-05-01")
    site.policy(
        "policies/new",
        title="新",
        issued="2025-08-01",
        effective={"from": "2025-09-01"},
        supersedes=["old"],
        interpreted_on="2025-08-02",
        provisions=[PROVISION, {**PROVISION, "id": "duty", "kind": "duty", "title": "要做的"}],
    )
    site.policy(
        "policies/once",
        title="一年",
        level="college",
        issued="2024-01-01",
        effective={"until": "2024-12-31"},
    )
    return site


def applied(site, cohort):
    page = site.page(f"/policies/for/{cohort}/")
    return page.texts("wb-policy-card__title"), page.texts("wb-state__text")


def test_a_cohort_has_what_was_in_force_in_the_year_in_which_it_left(changing):
    """With its days; where a document changed within the year, both, the newer first."""
    changing.build("2026-11-24")

    assert applied(changing, 2024) == (
        ["旧", "一年"],
        ["2024年5月1日到2025年8月31日", "2024年1月1日到2024年12月31日"],
    )
    assert applied(changing, 2025) == (
        ["新", "旧"],
        ["2025年9月1日起", "2024年5月1日到2025年8月31日"],
    )
    assert applied(changing, 2026) == (["新"], ["2025年9月1日起"])


def test_there_is_a_page_for_each_year_up_to_the_cohort_that_leaves_next(changing):
    """The index leads to each."""
    changing.build("2026-11-24")

    years = {address for address in changing.addresses if address.startswith("/policies/for/")}
    assert years == {f"/policies/for/{year}/" for year in (2024, 2025, 2026, 2027)}
    assert years <= changing.page("/policies/").addresses


def test_what_a_policy_gives_is_listed_and_what_it_asks_is_not(changing):
    """Each at its place in the explainer."""
    page = changing.build().page("/policies/for/2026/")

    assert "/policies/new/#allowance" in [link.href for link in page.links]
    assert "要做的" not in page.text


def test_a_policy_named_for_has_its_own_page_beside_the_cohorts(site):
    """No address is taken twice."""
    site.policy("policies/for")

    assert site.problems() == []
    site.build()
    assert site.has("/policies/for/")
    assert site.has("/policies/for/2026/")
