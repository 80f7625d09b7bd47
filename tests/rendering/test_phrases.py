"""Where titles and quotes may break."""

from __future__ import annotations

import budoux
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.phrases import chunks, parsed, phrased

_BUDOUX = budoux.load_default_simplified_chinese_parser()

WHOLE = ["保留", "入学资格", "西部计划", "志愿者", "户口", "山东科技大学", "出征仪式", "省外"]


@pytest.mark.parametrize("word", WHOLE)
@pytest.mark.parametrize(
    "sentence",
    [
        "{}",
        "学校可以{}一年",
        "关于进一步做好{}有关工作的意见",
        "先{}再{}后{}",
        "宣讲会散场以后，黑板上留下{}二十三个问题",
    ],
)
def test_a_word_that_belongs_together_is_never_split(word, sentence):
    """A line ends before or after it."""
    text = sentence.replace("{}", word)

    ends = set()
    at = 0
    for chunk in chunks(text)[:-1]:
        at += len(chunk)
        ends.add(at)

    start = text.find(word)
    while start >= 0:
        assert not ends & set(range(start + 1, start + len(word)))
        start = text.find(word, start + 1)


@given(st.text(max_size=60))
def test_the_phrases_together_are_the_text(text):
    """No character is lost or doubled."""
    assert "".join(chunks(text)) == text


@given(st.text(alphabet="西部计划志愿者保留户口的了在一，。abc 12", min_size=2, max_size=40))
def test_no_phrase_is_a_single_character(text):
    """A character alone on a line looks like a mistake."""
    assert all(len(chunk) > 1 for chunk in chunks(text))


@given(st.text(alphabet="西部计划的了在一，。下来南街村有什么人发言200—", max_size=40))
def test_phrases_end_where_budoux_says(text):
    """Its own parser gives the same, and is slower."""
    assert [*filter(None, parsed(text))] == _BUDOUX.parse(text)


def test_a_long_title_may_break_between_phrases():
    """Else it could not be set on a phone."""
    assert len(chunks("宣讲会散场以后，黑板上留下二十三个问题")) > 2


def test_marks_of_html_are_escaped_between_the_breaks():
    """A title is text."""
    assert str(phrased("<b>&")).replace("<wbr>", "") == "&lt;b&gt;&amp;"
