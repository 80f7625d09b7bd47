"""Official documents, clause by clause."""

from __future__ import annotations


def test_the_source_is_there_clause_by_clause_with_its_explanations(site):
    """Whoever reads the document finds what it means."""
    site.policy()

    page = site.build().page("/sources/doc/")

    assert page.heading == "关于示例工作的意见"
    assert page.texts("wb-official__issuer") == ["示例大学"]
    assert page.texts("wb-official__number") == ["示例〔2026〕1号"]
    assert [part.get("id") for part in page.classed("wb-official__clause")] == [
        "1",
        "2",
        "2-1",
        "2-1-1",
        "2-1-2",
    ]
    assert page.texts("wb-official__explained") == ["解读 一次性补贴"]
    assert "/policies/doc/#allowance" in [link.href for link in page.links]
    assert page.texts("wb-official__signature") == ["示例大学 2026年1月1日"]


def test_a_source_that_nothing_public_cites_is_not_published(site):
    """Invariant 1: no source that is not used on purpose."""
    site.policy(publish={"state": "draft"})
    site.write("sources/secret.txt", "关于机密的通知\n\n一、示例\n\n内部掌握。\n")

    site.build()

    assert not site.has("/sources/doc/")
    assert site.files_containing("内部掌握") == []
