"""What changed from one document to the next, in a student's words."""

from __future__ import annotations

import pytest

from tests.site import FIGURES, PROVISION, SOURCE, words

NEW = SOURCE.replace("6000", "7000").replace("4000 元的补贴", "4000 元的补贴，共 24 个月")
AT = {"at": "二(一)1"}


def part(id, **more):
    return {**PROVISION, "id": id, "title": f"条目{id}", "cite": AT, **more}


@pytest.fixture
def compared(site):
    """Gives the page that compares two documents with these provisions and figures."""

    def compare(old, new, old_figures=(), new_figures=()):
        site.policy("policies/old", provisions=old, figures=list(old_figures))
        site.write("sources/new.txt", NEW)
        site.policy(
            "policies/new",
            source="new.txt",
            supersedes=["old"],
            effective={"from": "2026-06-01"},
            provisions=new,
            figures=list(new_figures),
        )
        return site.build().page("/policies/new/compare/old/")

    return compare


def groups(page):
    """Each part of the page and the provisions in it."""
    return {
        words(part.xpath(".//h2")[0]): [words(title) for title in part.xpath(".//h3 | .//li")]
        for part in page.classed("wb-section")
    }


def test_provisions_are_aligned_by_their_ids(compared):
    """Whatever their order."""
    page = compared(
        [part("same"), part("gone"), part("changed")],
        [part("changed", body="现在是这样。"), part("new"), part("same")],
    )

    assert groups(page) == {
        "变了": ["条目changed"],
        "新增": ["条目new"],
        "取消": ["条目gone"],
        "没变": ["条目same"],
    }
    links = {words(title): page.resolve(title.find("a").get("href")) for title in page.all("//h3")}
    assert links["条目changed"] == "/policies/new/#changed"
    assert links["条目gone"] == "/policies/old/#gone"
    assert page.texts("wb-change__label") == ["原来", "现在", "现在", "原来"]


def test_a_figure_says_what_it_was_and_what_it_is(compared):
    """补贴 6000 → 7000 元, to the eye and to a screen reader, with both clauses; the same one is not told."""
    cited = [{**figure, "cite": AT} for figure in FIGURES]
    page = compared(
        [PROVISION], [{**PROVISION, "cite": AT}], cited, [{**cited[0], "value": 7000}, cited[1]]
    )

    assert groups(page) == {"变了": ["一次性补贴"]}
    (figure,) = page.classed("wb-change__figure")
    assert words(figure) == "省外项目 原来6000 → 现在7000 元"
    chips = [link for link in page.links if "/sources/" in link.href]
    assert [(chip.text, chip.href) for chip in chips] == [
        ("原来 二（一）1", "/sources/doc/#2-1-1"),
        ("现在 二（一）1", "/sources/new/#2-1-1"),
    ]


def test_figures_that_are_new_or_gone_are_told(compared):
    """With their names, since there are several."""
    cited = [{**figure, "cite": AT} for figure in FIGURES]
    page = compared(
        [PROVISION], [{**PROVISION, "cite": AT}], cited[1:], [{**cited[0], "value": 7000}]
    )

    assert page.texts("wb-change__figure") == ["省外项目 现在7000 元", "省内项目 原来4000 元"]


def test_a_unit_that_changes_is_told(compared):
    """2 年 → 24 个月 is no 2 → 24."""
    year = {"id": "h", "provision": "a", "value": 2, "unit": "year", "cite": {"at": "二(一)2"}}
    months = {**year, "value": 24, "unit": "month", "cite": AT}

    page = compared([part("a")], [part("a")], [year], [months])

    assert page.texts("wb-change__figure") == ["原来2 年 → 现在24 个月"]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"title": "新叫法"}, "叫法：新叫法"),
        ({"applies": "所有人"}, "给谁：所有人"),
        ({"how": ["先申请。"]}, "怎么办：先申请。"),
        ({"kind": "duty"}, "性质：责任"),
    ],
)
def test_what_changed_beside_the_text_is_told_by_name(compared, change, line):
    """Only that: what is the same in both is not repeated."""
    page = compared([part("a")], [part("a", **change)])

    assert groups(page).keys() == {"变了"}
    assert line in page.texts("wb-change__line")
    assert len(page.texts("wb-change__line")) <= 2


def test_another_clause_for_the_same_is_no_change(compared):
    """Students are not told of renumbering; nor of a link that names the document's own figure."""
    cited = {**FIGURES[1], "cite": AT}
    page = compared(
        [part("a", body="给[](old.yml#inside)。"), part("allowance")],
        [part("a", body="给[](new.yml#inside)。", cite={"at": "二(一)2"}), part("allowance")],
        [cited],
        [cited],
    )

    assert groups(page) == {"没变": ["条目a", "条目allowance"]}
    assert "对学生来说，两份文件没有不同。" in page.text
