"""The chrome: filling it gives the bytes that rendering the whole page would give."""

from __future__ import annotations

from datetime import date

import pytest
from mkdocs.commands.build import build as mkdocs_build

from generator import plugin, urls
from generator.rendering.articles import Articles
from generator.rendering.chrome import (
    SLOTS,
    Chrome,
    Frame,
    example_address,
    frame_of,
    kind_of,
    tidy,
)
from tests.site import ROOT, TODAY


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The plugin after it built the example site, with what it made."""
    folder = tmp_path_factory.mktemp("chrome") / "site"
    run = plugin.Run(as_of=date.fromisoformat(TODAY))
    with plugin.configured(ROOT / "mkdocs.yml", run, folder) as config:
        mkdocs_build(config)
        return config.plugins["westbound"]


def raw(page, shown, article, site_url):
    """The page's values before escaping, which Material's template does by itself."""
    escaped = frame_of(page, shown, article, site_url)
    return Frame(
        shown.title,
        shown.description,
        escaped.canonical,
        article,
        escaped.onward,
        escaped.structured,
    )


def test_filled_and_fully_rendered_pages_are_the_same_bytes(built, monkeypatch):
    """For a page of every kind: the first and the last of those that share a chrome."""
    pages = built._prepared.plan.values()
    url = built._prepared.site.url
    articles = Articles(ROOT / "theme")
    of_kind = {}
    for page in pages:
        of_kind.setdefault(kind_of(page), []).append(page)
    assert len(of_kind) > 15

    for kind, alike in of_kind.items():
        chrome = Chrome(built._chrome(kind, SLOTS))
        for page in (alike[0], alike[-1]):
            shown = page.show(built._prepared.public, built._prepared.site)
            article = articles.render(page.template, shown.view, urls.root(page.address))
            with monkeypatch.context() as patch:
                patch.setattr(plugin, "example_address", lambda _, page=page: page.address)
                full = built._chrome(kind, raw(page, shown, article, url))
            # The footer leads to some pages. MkDocs writes a page's link to itself as "./", where
            # a chrome, which several pages share, has the same place seen from its neighbours.
            name = page.address.rstrip("/").rpartition("/")[2]
            if example_address(kind) != page.address:
                full = full.replace('href="./">', f'href="../{name}/">')

            filled = chrome.fill(frame_of(page, shown, article, url))
            assert tidy(filled) == tidy(full), page.address


def test_a_chrome_has_a_slot_for_each_value():
    """One that stood nowhere would be lost from every page."""
    filled = Chrome("|".join(getattr(SLOTS, name) for name in Frame.__slots__)).fill(
        Frame("题", "述", "址", "文", "往", "据")
    )

    assert filled == "题|述|址|文|往|据"


def test_what_looks_like_a_slot_in_a_text_stays_what_it_is():
    """A page's own words are never searched for slots."""
    chrome = Chrome(f"<h1>{SLOTS.title}</h1>{SLOTS.content}")

    filled = chrome.fill(Frame(SLOTS.content, "", "", SLOTS.title, "", ""))

    assert filled == f"<h1>{SLOTS.content}</h1>{SLOTS.title}"


def test_an_example_address_is_of_the_kind_that_it_stands_for(built):
    """So that the relative links of a chrome are right for every page that shares it."""
    for page in built._prepared.plan.values():
        kind = kind_of(page)
        example = example_address(kind)

        assert example.count("/") == page.address.count("/")
        assert page.address.startswith(kind.folder)
        assert example.startswith(kind.folder)


@pytest.mark.parametrize(
    "title",
    [
        "他说“你好”",
        'a "quoted" title',
        "1 < 2 > 0",
        "甲 & 乙 &amp; 丙",
        "<script>alert(1)</script>",
        "wb0slot0content0x",
        "{{ config.site_name }} {% raw %}",
        "</title><b>",
        "'单引号'",
    ],
)
def test_a_title_is_the_same_words_in_every_place(site, title):
    """In the tab, the heading, the share tags and on cards, as it was typed."""
    site.add("stories/x", title=title, summary=title, body="示例正文。")

    site.build()

    page = site.page("/stories/x/")
    assert page.title == f"{title} - 示例网"
    assert page.heading == title
    assert page.description == title
    assert page.all("//meta[@property='og:title']/@content") == [title]
    assert page.all("//meta[@property='og:description']/@content") == [title]
    assert title in [link.text for link in site.page("/stories/").links]
    assert page.all("//script[not(@src)]") == []


def test_the_canonical_address_is_the_pages_own(site):
    """Percent-encoded, as search engines compare them."""
    site.add("stories/x", tags=["支教"])

    site.build()

    canonical = "//link[@rel='canonical']/@href"
    assert site.page("/stories/x/").all(canonical) == ["https://xibu.example.edu.cn/stories/x/"]
    assert site.page("/stories/tag/支教/").all(canonical) == [
        "https://xibu.example.edu.cn/stories/tag/%E6%94%AF%E6%95%99/"
    ]
