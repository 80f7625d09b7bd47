"""Templates made into functions give what Jinja itself makes of them, and say what they cannot."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator import urls
from generator.pages.components import Band
from generator.rendering.articles import Articles
from generator.rendering.phrases import phrased
from generator.rendering.prose import to_safe_html
from generator.rendering.templates import Components, told
from tests.theme import examples

THEME = Path(__file__).parents[2] / "theme"
ARTICLES = Articles(THEME)


@lru_cache
def jinja() -> jinja2.Environment:
    """Jinja's own environment for the theme: strict, escaping, each macro known by its name."""
    made = jinja2.Environment(
        loader=jinja2.DictLoader(dict(ARTICLES.templates)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def figure(picture: Any, root: str, words: str) -> str:
        if isinstance(picture, Band):
            return str(made.globals["drawn_figure"](picture))  # type: ignore[operator]
        return str(made.globals["figure"](picture, root, words))  # type: ignore[operator]

    made.filters["phrases"] = lambda text: Markup(phrased(text))
    made.filters["prose"] = lambda prose, root: Markup(
        to_safe_html(prose, root, lambda picture, words: figure(picture, root, words))
    )
    for file, source in ARTICLES.templates:
        if file.startswith("components/"):
            for macro in made.parse(source).find_all(jinja2.nodes.Macro):
                made.globals[macro.name] = _found_late(made, file, macro.name)
    return made


def _found_late(made: jinja2.Environment, file: str, name: str) -> Callable[..., Any]:
    return lambda *given, **named: getattr(made.get_template(file).module, name)(*given, **named)


@pytest.mark.parametrize("name", examples.ARTICLES)
def test_an_article_is_what_jinja_makes_of_it(name: str) -> None:
    template, section, view = examples.ARTICLES[name]
    root = urls.root(f"/{section}{name}/")

    by_jinja = jinja().get_template(f"articles/{template}").render(view=view, root=root)

    assert ARTICLES.render(template, view, root) == by_jinja


@pytest.mark.parametrize("name", examples.COMPONENTS)
def test_a_component_is_what_jinja_makes_of_it(name: str) -> None:
    source = examples.COMPONENTS[name]

    by_jinja = jinja().from_string(source).render(examples=examples, root="..")

    assert ARTICLES.draw(source, examples=examples, root="..") == by_jinja


@dataclass(frozen=True)
class Item:
    """What the templates below show."""

    text: str = "<b>"
    items: tuple[str, ...] = ("a", "b")
    pairs: tuple[tuple[str, int], ...] = (("a", 1), ("b", 2))
    none: str | None = None


COMPONENTS = {
    "components/a.html": (
        "{% macro outer(item, class='') %}<i{% if class %} class={{ class }}{% endif %}>"
        "{{ inner(item.text) }}</i>{% endmacro %}"
    ),
    "components/b.html": "{% macro inner(words) %}<u>{{ words }}</u>{% endmacro %}",
}
SOURCES = (
    "{{ item.text }}, {{ 'a' if item.none else item.text }}, {{ 1 }}, {{ item.none }}",
    "{{ outer(item) }}{{ outer(item, class='x') }}{{ outer(item, 'y') }}",
    "{{ outer(item) if item.text else '' }}{{ inner(inner(item.text)) }}",
    "{% for item in item.items %}{{ loop.index }}{{ item }}{% endfor %}{{ item.text }}",
    "{% for a, b in item.pairs %}{{ a }}{{ b }}{{ loop.last }}{% endfor %}",
    "{% for a in item.items %}{% for a in item.items %}{{ a }}{% endfor %}{{ a }}{% endfor %}",
    "{% for one in () %}x{% else %}none{% endfor %}",
    "{% for (a,) in (('x',), ('y',)) %}{{ a }}{% endfor %}",
    "{% if not item.text %}a{% elif item.none or item.text and 1 %}b{% else %}c{% endif %}",
    "{% if item.none %}a{% endif %}{% if item.items[1] == 'b' %}d{% endif %}",
    "{% if 'a' in item.items %}{{ 2 if 1 < 2 else 3 }}{% endif %}{# unseen #}",
    "{{ item.text | loud }}{{ inner(item.text | loud) }}\n\n",
    "",
)


def loud(text: str) -> Markup:
    """A filter."""
    return Markup("<em>{}</em>").format(text)


@pytest.mark.parametrize("source", SOURCES)
def test_each_form_means_what_it_means_to_jinja(source: str) -> None:
    made = jinja2.Environment(loader=jinja2.DictLoader(COMPONENTS), autoescape=True)
    made.filters["loud"] = loud
    made.globals["outer"] = _found_late(made, "components/a.html", "outer")
    made.globals["inner"] = _found_late(made, "components/b.html", "inner")

    ours = Components(COMPONENTS, {"loud": loud}).compile("t.html", source, "item")

    assert ours(Item()) == made.from_string(source).render(item=Item())


@given(st.text())
def test_a_value_is_escaped_whatever_it_is(value: str) -> None:
    drawn = ARTICLES.draw("{{ value }}", value=value)

    assert drawn == str(jinja2.utils.markupsafe.escape(value))


def refused(source: str) -> Iterator[str]:
    """What is said of a template that cannot be."""
    with pytest.raises(jinja2.TemplateSyntaxError) as raised:
        Components(COMPONENTS, {}).compile("articles/x.html", source, "view")
    yield f"{raised.value.filename}:{raised.value.lineno}: {raised.value.message}"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("\n{{ veiw.title }}", "articles/x.html:2: nothing is called 'veiw' here"),
        ("{{ badge(view) }}", "articles/x.html:1: nothing is called 'badge' here"),
        ("{{ view.title | upper }}", "articles/x.html:1: nothing is called 'upper' here"),
        ("\n\n{% set a = 1 %}", "articles/x.html:3: Assign is not for pages"),
        ("{{ view.title.upper() }}", "articles/x.html:1: Call is not for pages"),
        ("{% for (a, (b, c)) in view %}{% endfor %}", "articles/x.html:1: Tuple is not for pages"),
        ("{{ inner(*view) }}", "articles/x.html:1: Call is not for pages"),
        ("{% for a, a in view %}{% endfor %}", "articles/x.html:1: Tuple is not for pages"),
        (
            "{{ inner(words=1, words=2) }}",
            "articles/x.html:1: keyword argument repeated: words_",
        ),
        (
            "{% for a in view %}" * 21 + "{% endfor %}" * 21,
            "articles/x.html:1: too many statically nested blocks",
        ),
        ("{% if %}", "articles/x.html:1: Expected an expression, got 'end of statement block'"),
    ],
)
def test_what_cannot_be_is_said_with_its_place(source: str, said: str) -> None:
    assert list(refused(source)) == [said]


def test_a_missing_attribute_is_told_by_its_line(tmp_path: Path) -> None:
    shutil.copytree(THEME / "components", tmp_path / "components")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "x.html").write_text(
        "<p>\n{{ view.text }}\n{{ view.titel }}\n", "utf-8"
    )

    with pytest.raises(jinja2.TemplateRuntimeError) as raised:
        Articles(tmp_path).render("x.html", Item(), "..")

    assert told(raised.value) == "articles/x.html:3: 'Item' object has no attribute 'titel'"


@pytest.mark.parametrize(
    "wrong", ["view.text[99]", "outer(view, nope=1)", "view.text.b", "outer()"]
)
def test_what_a_view_has_not_is_a_sentence_too(wrong: str) -> None:
    made = Components(COMPONENTS, {}).compile("articles/x.html", f"\n{{{{ {wrong} }}}}", "view")

    with pytest.raises(jinja2.TemplateRuntimeError, match=r"^articles/x.html:2: "):
        made(Item())


def test_cards_take_their_values_by_name_as_well() -> None:
    source = "{{ person(card, root=root) }}"

    drawn = ARTICLES.draw(source, card=examples.JIA, root="..")

    assert drawn == ARTICLES.draw("{{ person(card, root) }}", card=examples.JIA, root="..")
