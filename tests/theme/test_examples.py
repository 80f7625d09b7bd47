"""Every article and component draws its example under the strict environment."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from generator import urls
from generator.rendering.articles import Articles
from tests.theme import examples

THEME = Path(__file__).parents[2] / "theme"


@pytest.fixture(scope="module")
def articles() -> Articles:
    return Articles(THEME)


def drawn(articles: Articles, name: str) -> str:
    template, section, view = examples.ARTICLES[name]
    return articles.render(template, view, urls.root(f"/{section}{name}/"))


@pytest.mark.parametrize("name", examples.ARTICLES)
def test_an_article_has_one_title_and_no_id_twice(articles: Articles, name: str) -> None:
    html = drawn(articles, name)

    ids = re.findall(r'\sid="([^"]*)"', html)
    assert html.count("<h1") == 1
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", examples.ARTICLES)
def test_an_article_needs_neither_inline_style_nor_script(articles: Articles, name: str) -> None:
    """The Content-Security-Policy allows none (invariant 8)."""
    html = drawn(articles, name)

    assert not re.search(r"\sstyle=|<script|\son[a-z]+=", html)


@pytest.mark.parametrize("name", examples.ARTICLES)
def test_an_article_never_skips_a_level_of_headings(articles: Articles, name: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", drawn(articles, name))]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", examples.COMPONENTS)
def test_a_component_draws_its_example(articles: Articles, name: str) -> None:
    source = examples.COMPONENTS[name]

    html = articles.draw(source, examples=examples, root="..")

    assert html.strip()


def test_each_component_and_each_article_has_an_example() -> None:
    components = {path.stem for path in (THEME / "components").glob("*.html")}
    templates = {path.name for path in (THEME / "articles").glob("*.html")}

    assert components == set(examples.COMPONENTS)
    assert templates == {template for template, _, _ in examples.ARTICLES.values()}


def test_text_is_escaped(articles: Articles) -> None:
    view = examples.TOMBSTONE.__class__("<b>&", "<i>", examples.TOMBSTONE.way_on)

    html = articles.render("tombstone.html", view, "..")

    assert "&lt;b&gt;&amp;" in html
    assert "<i>" not in html


def test_the_script_stays_small() -> None:
    assert (THEME / "assets" / "site.js").stat().st_size < 5 * 1024
