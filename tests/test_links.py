"""Links in prose: where each leads, and what looks like a link but is none."""

from __future__ import annotations

import pytest

from generator.links import (
    Outward,
    ToPage,
    ToRecord,
    failed,
    find,
    foreign,
    page_address,
    pictures,
    resolve,
)


@pytest.mark.parametrize(
    ("target", "to"),
    [
        ("../policies/doc.yml", ToRecord("policies", "doc", "")),
        ("../policies/doc.yml#allowance", ToRecord("policies", "doc", "allowance")),
        ("../policies/doc.yml#%E8%A1%A5%E8%B4%B4", ToRecord("policies", "doc", "补贴")),
        ("other.yml", ToRecord("stories", "other", "")),
        ("./other.yml", ToRecord("stories", "other", "")),
        ("../pages/about.md", ToPage("/about/")),
        ("../pages/index.md", ToPage("/")),
        ("../pages/help/index.md", ToPage("/help/")),
        ("../pages/help/faq.md", ToPage("/help/faq/")),
        ("/volunteers/x/", ToRecord("volunteers", "x", "")),
        ("/policies/doc/#allowance", ToRecord("policies", "doc", "allowance")),
        ("/about/", ToPage("/about/")),
        ("/about/#part", ToPage("/about/#part")),
        ("/", ToPage("/")),
        ("https://example.com/a", Outward("https://example.com/a")),
        ("mailto:a@example.com", Outward("mailto:a@example.com")),
        ("tel:0000", Outward("tel:0000")),
        ("#part", Outward("#part")),
    ],
)
def test_a_link_leads_where_it_says_as_seen_from_its_record(target, to):
    """To a record, a page, or out of the site."""
    assert resolve(target, "stories") == to


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "JavaScript:alert(1)",
        "//example.com/x",
        "ftp://example.com/x",
        "http://[::1",
        "../policies/doc.txt",
        "../policies/deep/doc.yml",
        "../../secret.yml",
        "../nothing/doc.yml",
        "/volunteers/x",
        "",
    ],
)
def test_a_link_that_can_lead_nowhere_has_no_target(target):
    """Nothing is guessed."""
    assert resolve(target, "stories") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[字](a.yml)", [("a.yml", False)]),
        ("[](a.yml)", [("a.yml", True)]),
        ("[字][1]\n\n[1]: a.yml", [("a.yml", False)]),
        ("<https://example.com>", [("https://example.com", False)]),
        ("[字](a.yml?x=1&y=2)", [("a.yml?x=1&y=2", False)]),
        ("一[](a.yml)二[](b.yml)", [("a.yml", True), ("b.yml", True)]),
        ("`[字](a.yml)`", []),
        ("\\[字](a.yml)", []),
        ("    [字](a.yml)", []),
        ("字[^1]\n\n[^1]: 注", []),
        ("没有链接", []),
        ("", []),
    ],
)
def test_links_are_found_as_the_page_will_have_them(text, found):
    """Not in code, not escaped, not footnotes."""
    assert [(link.target, link.empty) for link in find(text)] == found


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("补贴[](a.yml)元", [2]),
        ("第一段。\n\n第二段[字](a.yml)。", [9]),
        ("𠮷田[字](a.yml)", [2]),
        ("- 一\n- 二[字](a.yml)", [7]),
    ],
)
def test_a_link_stands_at_its_character(text, offsets):
    """Counted in characters from the start of the text."""
    assert [link.offset for link in find(text, placed=True)] == offsets


def test_pictures_are_found_by_their_targets():
    """In prose as in lists; code is left alone."""
    found = list(pictures("字![图](a.jpg)字\n\n- ![图](b.jpg)\n\n`![图](c.jpg)`"))

    assert [image.target for image in found] == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("见[政策]（../policies/doc.yml）。", "]（../policies/doc.yml）"),
        ("见【政策】(../policies/doc.yml)。", "】(../policies/doc.yml)"),
        ("见[政策](../policies/doc.yml）。", "](../policies/doc.yml）"),
        ("见[政策](../policies/my doc.yml)。", "](../policies/my doc.yml)"),
        ("见[网站]（https://example.com）。", "]（https://example.com）"),
    ],
)
def test_what_looks_like_a_link_but_is_none_is_found(text, words):
    """Full-width brackets, and spaces in the target: an editor meant a link."""
    ((offset, found),) = failed(text)

    assert found == words
    assert text[offset:].startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "[字](a.yml)",
        '[字](a.yml "标题")',
        "志愿者[一]（示例学院）",
        "【通知】（第一号）",
        "数组a[1](见下)",
        "没有链接",
    ],
)
def test_ordinary_brackets_are_no_failed_links(text):
    """Chinese prose is full of brackets."""
    assert list(failed(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("!!! note", None),
        ('!!! note "提示"\n    内容', '!!! note "提示"'),
        ("??? tip 提示", "??? tip 提示"),
        ("???+ tip 提示", "???+ tip 提示"),
        ("## 标题 {: .big}", "{: .big}"),
        ("字{.big}字", "{.big}"),
        ("字{#part}", "{#part}"),
        ('=== "一"', '=== "一"'),
    ],
)
def test_what_other_dialects_have_is_found_with_what_to_write_instead(text, words):
    """Admonitions, attributes and tabs."""
    ((offset, found, zh, en),) = foreign(text)

    assert found == (words or text)
    assert text[offset:].startswith(found)
    assert zh
    assert en


@pytest.mark.parametrize("text", ["真好!!!", "为什么???", "a === b", "{一}", "集合{1, 2}", "{}"])
def test_ordinary_marks_are_no_foreign_markdown(text):
    """Only what stands where the dialect would read it."""
    assert list(foreign(text)) == []


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("about.md", "/about/"),
        ("index.md", "/"),
        ("help/index.md", "/help/"),
        ("help/faq.md", "/help/faq/"),
        ("reindex.md", "/reindex/"),
    ],
)
def test_a_hand_written_page_has_the_address_of_its_file(name, address):
    """Only a file called index stands for its folder."""
    assert page_address(name) == address
