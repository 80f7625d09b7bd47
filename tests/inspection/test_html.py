"""The quick reading of pages says what a parser says, or leaves it to the parser."""

from __future__ import annotations

import pytest

from generator.inspection.html import parsed, said

OWN = "https://xibu.example.edu.cn/"


def test_the_quick_reading_of_every_kind_of_page_says_what_the_parser_says(every_kind):
    """On pages that templates made, in the form in which they write."""
    quick = 0
    for page in every_kind.pages():
        data = page.html.encode()
        found = said(data, OWN)
        if found is not None:
            quick += 1
            assert found._replace(loads=frozenset()) == parsed(data, OWN)._replace(
                loads=frozenset()
            ), page.address

    assert quick > 50


@pytest.mark.parametrize(
    "page",
    [
        "<a href='x'>",
        "<a href=x>",
        '<a\nhref = "x">',
        "<p id=x>",
        '<p style="x">',
        "<style>p { background: url(x) }</style>",
        "<!-- -->",
        '<base href="x">',
        '<link href="https://example.com/">',
        '<script src="//example.com/"></script>',
        '<video poster="x"></video>',
        '<object data="x"></object>',
        '<meta http-equiv="refresh" content="0; url=x">',
    ],
)
def test_what_is_in_another_form_is_left_to_the_parser(page):
    """So that nothing is passed over."""
    assert said(page.encode(), OWN) is None


def test_a_plain_link_out_of_the_site_is_none_of_its_needs():
    """Nor is mail; a whole address of the site is."""
    page = b'<a href="https://example.com/a?b=1&amp;c">x</a> <a href="mailto:a@b.c">x</a>'
    page += b'<a href="https://xibu.example.edu.cn/a/?b&amp;c">x</a>'

    assert said(page, OWN) == parsed(page, OWN)
    assert parsed(page, OWN).needs == {"https://xibu.example.edu.cn/a/?b&c"}
