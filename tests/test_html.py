"""What holds for every page of the site, whatever it is about."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import html5lib
import pytest


@pytest.fixture(scope="module")
def pages(every_kind):
    found = list(every_kind.pages())
    assert len(found) > 50
    return found


def test_no_link_is_dead(every_kind, pages):
    """Each link within the site leads to a page or a file, and each anchor to a part of it."""
    ids = {page.address: set(page.all("//@id")) for page in pages}
    dead = []
    for page in pages:
        for href in page.all("//a/@href | //link/@href | //script/@src | //img/@src"):
            to, _, part = page.resolve(href).partition("#")
            if to.startswith(("https://", "http://", "mailto:", "tel:", "webcal:")):
                continue
            file = every_kind.folder / to.strip("/")
            there = every_kind.has(to) if to.endswith("/") else file.is_file()
            if not there or (part and part not in ids.get(to, ())):
                dead.append((page.address, href))

    assert dead == []


def test_links_stay_relative(pages):
    """So that the site works in any folder of any server, and from a disk."""
    for page in pages:
        for href in page.all("//a/@href | //script/@src | //link[@rel='stylesheet']/@href"):
            assert not href.startswith("/"), f"{page.address}: {href}"


def test_no_id_stands_twice_on_a_page(pages):
    """A link to it would lead to the first only."""
    for page in pages:
        twice = [id for id, count in Counter(page.all("//@id")).items() if count > 1]
        assert twice == [], page.address


def test_every_page_says_what_it_is(pages):
    """One first heading, a language, a title, a description, and its own address."""
    for page in pages:
        assert len(page.all("//h1")) == 1, page.address
        assert page.heading, page.address
        assert page.document.get("lang") == "zh"
        assert page.title.endswith("西部计划"), page.address
        assert page.description, page.address
        (canonical,) = page.all("//link[@rel='canonical']/@href")
        assert canonical.startswith("https://xibu.example.edu.cn/")


def test_no_two_pages_have_one_title(pages):
    """Tabs and search results would look alike."""
    titles = Counter(page.title for page in pages if not page.is_tombstone)
    # People who do not show their names are called alike on purpose.
    titles = {title: n for title, n in titles.items() if "匿名志愿者" not in title}

    assert [title for title, count in titles.items() if count > 1] == []


def test_headings_do_not_skip_a_level(pages):
    """A screen reader's list of headings is the page's outline."""
    for page in pages:
        levels = [int(heading.tag[1]) for heading in page.all("//h1|//h2|//h3|//h4|//h5|//h6")]
        steps = [after - before for before, after in pairwise(levels)]
        assert all(step <= 1 for step in steps), f"{page.address}: {levels}"


def test_every_page_is_html_that_a_strict_parser_accepts(pages):
    """No element left open, none where it may not stand."""
    for page in pages:
        parser = html5lib.HTMLParser()
        parser.parse(page.html)
        errors = [(place, code) for place, code, _ in parser.errors]
        assert errors == [], page.address


def test_no_value_of_python_stands_on_a_page(pages):
    """A template that prints what it should not is seen at once."""
    for page in pages:
        for word in ("None", "Undefined", "Markup(", "datetime.", "{{", "{%", "wb0slot0"):
            assert word not in page.document.text_content(), f"{page.address}: {word}"


def test_the_page_for_addresses_that_never_were_leads_on(every_kind):
    """A server shows it at any depth, so its links are whole."""
    from tests.site import Page

    page = Page((every_kind.folder / "404.html").read_text("utf-8"), "/any/where/")

    assert page.heading == "没有这一页"
    for address in page.addresses:
        assert every_kind.has(address), address
