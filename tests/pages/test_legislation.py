"""What programs read of a policy: the document as schema.org's Legislation."""

from __future__ import annotations

import pytest

URL = "https://xibu.example.edu.cn"


def test_programs_read_what_document_a_page_explains(site):
    """By its official name and number, who passed it, and where its text stands."""
    site.policy(
        title="下去一年，学校给什么",
        document="示例意见",
        number="示例字〔2021〕1号",
        issuers=["示例大学"],
        issued="2021-07-01",
        level="university",
        summary="给什么。",
        source="doc.txt",
    )

    assert site.build().page("/policies/doc/").structured == {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": "示例意见",
        "abstract": "给什么。",
        "inLanguage": "zh-CN",
        "legislationIdentifier": "示例字〔2021〕1号",
        "legislationType": "学校文件",
        "legislationDate": "2021-07-01",
        "legislationPassedBy": [{"@type": "Organization", "name": "示例大学"}],
        "legislationLegalForce": "https://schema.org/InForce",
        "temporalCoverage": "2021-07-01/..",
        "mainEntityOfPage": f"{URL}/policies/doc/",
        "url": f"{URL}/sources/doc/",
    }


@pytest.mark.parametrize(
    ("on", "old", "new"),
    [("2026-05-31", "InForce", "NotInForce"), ("2026-06-01", "NotInForce", "InForce")],
)
def test_programs_read_which_document_counts_on_the_day(site, on, old, new):
    """The one that is superseded ends the day before the other begins."""
    site.policy("policies/old", document="旧意见", issued="2020-01-01")
    site.policy(
        "policies/new", supersedes=["old"], issued="2026-05-20", effective={"from": "2026-06-01"}
    )

    site.build(on)

    before = site.page("/policies/old/").structured
    after = site.page("/policies/new/").structured
    assert before["legislationLegalForce"].endswith(f"/{old}")
    assert before["temporalCoverage"] == "2020-01-01/2026-05-31"
    assert after["legislationLegalForce"].endswith(f"/{new}")
    assert after["temporalCoverage"] == "2026-06-01/.."
    assert after["legislationRepeals"] == [
        {"@type": "Legislation", "name": "旧意见", "url": f"{URL}/policies/old/"}
    ]
