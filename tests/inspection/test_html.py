"""The quick reading of pages says what a parser says, or leaves it to the parser."""

from __future__ import annotations

import pytest

from generator.inspection.html import Quick, parsed, parted

OWN = "https://xibu.example.edu.cn/"


def test_the_quick_reading_of_every_kind_of_page_says_what_the_parser_says(every_kind):
    """On pages that templates made, in the form in which they write."""
    quick, read = Quick(OWN), 0
    for page in every_kind.pages():
        data = page.html.encode()
        found, around = quick.said(data), quick.said(*parted(data))
        if found is not None:
            read += 1
            assert found._replace(loads=frozenset()) == parsed(data, OWN)._replace(
                loads=frozenset()
            ), page.address
            assert around is not None
            assert (sorted(around.ids), around.needs) == (sorted(found.ids), found.needs)

    assert read > 50


PAGE = b"<title>a</title><header>b</header><article>c</article><footer>d</footer>"


def test_what_stands_around_pages_is_told_from_what_is_their_own():
    """The title is a page's own, since every one has another."""
    assert parted(PAGE) == (
        b"<title>a<article>c",
        (b"</title><header>b</header>", b"</article><footer>d</footer>"),
    )


@pytest.mark.parametrize(
    "page",
    [b"", b"<article>", b"<title>a</title>", b"</article></title><article>", PAGE[16:]],
)
def test_a_page_that_is_built_in_another_way_is_its_own_as_a_whole(page):
    """So that no part of it is passed over."""
    assert parted(page) == (page, ())


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
        '<img srcset="x 1x, https://example.com/y 2x">',
        '<img src=" //example.com/x">',
        '<base target="_top" href="//example.com/">',
        '<p>he typed <a href="x</p>',
    ],
)
def test_what_is_in_another_form_is_left_to_the_parser(page):
    """So that nothing is passed over."""
    assert Quick(OWN).said(page.encode()) is None


@pytest.mark.parametrize("quote", ["&#34;", "&quot;"])
def test_html_that_a_page_shows_as_text_is_no_reason_to_call_the_parser(quote):
    """As a page does that says how it can be embedded."""
    page = (
        f"<code>&lt;iframe src={quote}//example.com/{quote}&gt; &lt;a href={quote}x{quote}</code>"
    )
    page += '<base target="_top"><a href="y">'

    assert Quick(OWN).said(page.encode()) == parsed(page.encode(), OWN)
    assert parsed(page.encode(), OWN).needs == {"y"}


def test_a_plain_link_out_of_the_site_is_none_of_its_needs():
    """Nor is mail; a whole address of the site is."""
    page = b'<a href="https://example.com/a?b=1&amp;c">x</a> <a href="mailto:a@b.c">x</a>'
    page += b'<a href="https://xibu.example.edu.cn/a/?b&amp;c">x</a>'

    assert Quick(OWN).said(page) == parsed(page, OWN)
    assert parsed(page, OWN).needs == {"https://xibu.example.edu.cn/a/?b&c"}
