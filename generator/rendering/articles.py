"""Articles: what a page's template makes of its view, in our own strict environment.

MkDocs' environment neither escapes nor complains of an undefined name; this one does both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from generator.pages.components import Band, Photograph, Prose
from generator.rendering.phrases import phrased
from generator.rendering.prose import to_safe_html

Templates = tuple[tuple[str, str], ...]
"""name → source of each template: a value, so that it can be sent and compared."""


class Articles:
    """The templates of a theme's ``articles/`` and ``components/``, read once.

    It can be sent to a worker that has no theme of its own.
    """

    def __init__(self, theme: Path) -> None:
        paths = sorted((*theme.glob("articles/*.html"), *theme.glob("components/*.html")))
        self.templates: Templates = tuple(
            (path.relative_to(theme).as_posix(), _unindented(path.read_text("utf-8")))
            for path in paths
        )

    def render(self, template: str, view: object, root: str) -> str:
        """The article that shows *view*, for a page from which *root* leads to the top."""
        return (
            environment(self.templates)
            .get_template(f"articles/{template}")
            .render(view=view, root=root)
        )

    def figure(self, picture: Photograph | Band, root: str, words: str) -> str:
        """A picture within a text, with the words below it."""
        return _figure(environment(self.templates).globals, picture, root, words)


def _figure(
    components: Mapping[str, Any], picture: Photograph | Band, root: str, words: str
) -> str:
    if isinstance(picture, Band):
        return str(components["drawn_figure"](picture))
    return str(components["figure"](picture, root, words))


def _unindented(template: str) -> str:
    """A template without what only its authors read: a tenth of a page."""
    return re.sub(r"(?m)^[ \t]+", "", template)


@lru_cache(maxsize=2)
def environment(templates: Templates) -> jinja2.Environment:
    """The environment of *templates*, in which each component can be called by its name.

    Importing components in each template would cost a tenth of its rendering, since Jinja
    compares its globals with theirs each time. A card is made once: the same one stands on list
    after list, and only the way to the top of the site differs.
    """
    made = jinja2.Environment(
        loader=jinja2.DictLoader(dict[str, str](templates)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["prose"] = _prose
    made.filters["phrases"] = phrased
    for file, text in templates:
        if file.startswith("components/"):
            for name in _MACRO.findall(text):
                component = _Component(made, file, name)
                if name in _DRAWN:
                    made.globals[name] = lru_cache(maxsize=1 << 15)(component)
                else:
                    made.globals[name] = _once(component) if name in _CARDS else component
    return made


_MACRO = re.compile(r"{%-? macro (\w+)\(")
_CARDS = frozenset({"person", "story_card", "filters"})
_DRAWN = frozenset({"portrait", "band"})
_ROOT = "\0"
"""Stands for the way to the top in a card that is kept; no text has this character."""


def _once(component: Callable[..., str]) -> Callable[..., Markup]:
    """*component*, made once for each card."""

    @lru_cache(maxsize=1 << 15)
    def kept(card: object, *more: object) -> str:
        return str(component(card, _ROOT, *more))

    return lambda card, root, *more: Markup(kept(card, *more).replace(_ROOT, root))


class _Component:
    """A macro of a component's file, found when it is first called: components call others."""

    def __init__(self, environment: jinja2.Environment, file: str, name: str) -> None:
        self._environment, self._file, self._name = environment, file, name

    @cached_property
    def _macro(self) -> Callable[..., str]:
        macro: Callable[..., str] = getattr(
            self._environment.get_template(self._file).module, self._name
        )
        return macro

    def __call__(self, *given: object, **named: object) -> str:
        return self._macro(*given, **named)


@jinja2.pass_context
def _prose(context: Context, prose: Prose, root: str | None = None) -> Markup:
    # Components have no context: they hand over the way to the top themselves.
    way = str(context["root"]) if root is None else root
    components = context.environment.globals
    return to_safe_html(prose, way, lambda picture, words: _figure(components, picture, way, words))
