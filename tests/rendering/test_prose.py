"""Prose becomes HTML: as Chinese is set, with its links filled, and nothing that could do harm."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.components import Prose, Target
from generator.rendering.prose import to_safe_html


def html(text, links=None, headings=2, root=".."):
    return str(to_safe_html(Prose(text, links or {}, headings), root))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说**“你好”**然后", "<p>他说<strong>“你好”</strong>然后</p>\n"),
        ("**重点。**下一句", "<p><strong>重点。</strong>下一句</p>\n"),
        ("这是*（轻）*声", "<p>这是<em>（轻）</em>声</p>\n"),
        ("~~删去~~", "<p><del>删去</del></p>\n"),
        ("2*3*4", "<p>2<em>3</em>4</p>\n"),
        ("a * b * c", "<p>a * b * c</p>\n"),
    ],
)
def test_emphasis_needs_no_spaces_around_it(text, expected):
    """Chinese has none, and quotation marks stand inside."""
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一行\n第二行", "<p>第一行第二行</p>\n"),
        ("第一行，\n第二行", "<p>第一行，第二行</p>\n"),
        ("“第一行”\n“第二行”", "<p>“第一行”“第二行”</p>\n"),
        ("line one\nline two", "<p>line one\nline two</p>\n"),
        ("第一行\nline two", "<p>第一行\nline two</p>\n"),
        ("𠮷\n𠮷", "<p>𠮷𠮷</p>\n"),
        ("第一段\n\n第二段", "<p>第一段</p>\n<p>第二段</p>\n"),
        ("第一行  \n第二行", "<p>第一行<br>\n第二行</p>\n"),
    ],
)
def test_a_line_break_between_two_han_characters_is_no_space(text, expected):
    """Between other words it stays."""
    assert html(text) == expected


def test_line_breaks_in_code_stay():
    """There each line is its own."""
    assert html("```\n第一行\n第二行\n```") == "<pre><code>第一行\n第二行\n</code></pre>\n"


def test_line_breaks_in_prose_are_joined_beside_code_as_well():
    """A block of code elsewhere in the body changes nothing about its paragraphs."""
    assert "第一行第二行" in html("第一行\n第二行\n\n```\ncode\n```")


def test_line_breaks_across_emphasis_and_links_are_no_spaces():
    """What stands between the two characters is only markup."""
    assert html("第一行\n**第二行**") == "<p>第一行<strong>第二行</strong></p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "字<b onclick=alert(1)>字</b>",
        "<iframe src='https://example.com'></iframe>",
        "<!-- 注释 -->",
        "<style>p{}</style>",
        "<svg onload=alert(1)>",
    ],
)
def test_raw_html_is_words(text):
    """It is shown as it was typed and does nothing."""
    document = lxml.html.fromstring(f"<div>{html(text)}</div>")

    assert {element.tag for element in document.iter()} <= {"div", "p"}
    assert text.strip("<>")[:5] in document.text_content()


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html;base64,PHN2Zz4=",
        "vbscript:x",
        "&#106;avascript:alert(1)",
    ],
)
def test_a_link_that_could_run_something_is_dead(target):
    """Its words stay."""
    document = lxml.html.fromstring(f"<div>{html(f'[点这里]({target})')}</div>")

    assert not any(link.get("href") for link in document.iter("a"))
    assert document.text_content().strip() == "点这里"


@given(st.text(alphabet="<>&\"'`[]()!#*_~|\\\n javascriptonclick:=/字。^-1", max_size=60))
def test_no_text_makes_a_script_or_a_handler(text):
    """Whatever an editor types, only what prose may have comes out."""
    document = lxml.html.fromstring(f"<div>{html(text)}</div>")

    for element in document.iter():
        assert element.tag not in ("script", "style", "img", "iframe", "svg", "object", "form")
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name != "style"
            assert not value.strip().lower().startswith("javascript:")


def test_headings_stand_below_the_pages_own():
    """The first level that fits is the second."""
    assert html("# 一\n\n## 二\n\n### 三") == "<h2>一</h2>\n<h2>二</h2>\n<h3>三</h3>\n"
    assert html("# 一", headings=3) == "<h3>一</h3>\n"


def test_a_table_is_a_table():
    """GFM's, with its alignment."""
    text = "|甲|乙|\n|-|-:|\n|1|2|"
    document = lxml.html.fromstring(f"<div>{html(text)}</div>")

    assert [cell.text for cell in document.iter("th")] == ["甲", "乙"]
    assert [cell.get("align") for cell in document.iter("td")] == [None, "right"]


NOTE = "正文[^1]。\n\n[^1]: 注。"


def test_footnotes_lead_to_their_notes_and_back():
    """Within the body, in Chinese."""
    document = lxml.html.fromstring(f"<div>{html(NOTE)}</div>")

    ids = {element.get("id") for element in document.iter() if element.get("id")}
    hrefs = [link.get("href")[1:] for link in document.iter("a")]
    assert len(hrefs) == 2
    assert set(hrefs) <= ids
    assert document.xpath("//a/@aria-label") == ["回到正文第 1 处"]


def test_footnotes_of_two_bodies_on_one_page_do_not_meet():
    """A policy shows several bodies, each with its own first note."""
    both = f"<div>{html(NOTE)}{html(NOTE.replace('注', '另一个注'))}</div>"
    ids = [element.get("id") for element in lxml.html.fromstring(both).iter() if element.get("id")]

    assert len(ids) == 4
    assert len(set(ids)) == 4


def test_a_figure_link_prints_the_value_with_its_unit_linked_to_its_clause():
    """No figure is typed twice."""
    target = Target("/policies/doc/#allowance", "", "6000", "元")

    assert html(
        "补贴[](../policies/doc.yml#outside)。", {"../policies/doc.yml#outside": target}
    ) == (
        '<p>补贴<a class="wb-figure" href="../policies/doc/#allowance">'
        '<data value="6000">6000元</data></a>。</p>\n'
    )


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("[](x.yml)", Target("/units/x/", "示例单位"), '<a href="../units/x/">示例单位</a>'),
        ("[别的字](x.yml)", Target("/units/x/", "示例单位"), '<a href="../units/x/">别的字</a>'),
        ("[](x.yml)", Target("/units/x/", "<甲>&"), '<a href="../units/x/">&lt;甲&gt;&amp;</a>'),
        ("[](x.yml)", Target(None, "一位志愿者"), "<a>一位志愿者</a>"),
        ("[那位](x.yml)", Target(None, "一位志愿者"), "<a>那位</a>"),
        (
            "[](x.yml)",
            Target("/stories/tag/支教/", "支教"),
            '<a href="../stories/tag/%E6%94%AF%E6%95%99/">支教</a>',
        ),
        (
            '[字](x.yml "说明")',
            Target("/units/x/", "示例"),
            '<a href="../units/x/" title="说明">字</a>',
        ),
    ],
)
def test_a_link_is_filled_and_leads_from_the_page_to_its_target(text, target, expected):
    """With its title where it has no words; with its own words where it has."""
    assert html(text, {"x.yml": target}) == f"<p>{expected}</p>\n"


def test_a_link_out_of_the_site_tells_the_other_site_nothing():
    """No referrer, no opener."""
    assert html("[字](https://example.com/?a=1&b=2)") == (
        '<p><a href="https://example.com/?a=1&amp;b=2" rel="noopener noreferrer">字</a></p>\n'
    )
