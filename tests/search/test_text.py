"""Text as it is searched."""

from __future__ import annotations

import pytest

from generator.search import text_of
from generator.search.text import searchable


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("<p>一</p><p>二</p>", "一\n二"),
        ("<p>西<wbr>部<em>计</em>划</p>", "西部计划"),
        ("<h1>题</h1>\n  <p>\n  文 字\n</p>", "题\n文 字"),
        ("<p>a &lt;b&gt; &amp; c&#39;d</p>", "a <b> & c'd"),
        ('<a title="1 > 0" href="x">链接</a>', "链接"),
        ('<img alt="x" title="a > b">图', "图"),
        ("<svg><title>不</title><text>字</text></svg>见", "见"),
        ("前<script>if (1 < 2) {}</script><style>p > a {}</style>后", "前后"),
        ("<script></script>中<script>b</script>", "中"),
        ("", ""),
    ],
)
def test_the_text_of_an_article_is_what_it_shows(article: str, text: str) -> None:
    assert text_of(article) == text


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("ＱＱ群：１２３", "qq群 123"),
        ("阿依古丽·买买提", "阿依古丽买买提"),
        ("〔2021〕52号", "2021 52号"),
        ("wb2024-001", "wb2024 001"),
        ("⼭东", "山东"),  # a Kangxi radical, as PDF files have them
        ("零\u200b宽", "零宽"),
        ("㎡㈱①", "m2 株 1"),
        ("  ，。", ""),
        ("a_b", "a b"),
    ],
)
def test_letters_and_digits_count_whatever_their_width(text: str, counts: str) -> None:
    assert searchable(text) == counts
