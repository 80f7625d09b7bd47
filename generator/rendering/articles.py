"""Articles: what a page's template makes of its view.

MkDocs' environment neither escapes nor complains of an undefined name; our templates do both.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import jinja2

from generator.pages.components import Band, Photograph, Prose
from generator.rendering.phrases import phrased
from generator.rendering.prose import to_safe_html
from generator.rendering.templates import Components, Function

Templates = tuple[tuple[str, str], ...]
"""name → source of each template: a value, so that it can be sent and compared."""


class Articles:
    """The templates of a theme's ``articles/`` and ``components/``, read once.

    It can be sent to a worker that has no theme of its own.
    """

    def __init__(self, theme: Path) -> None:
        paths = sorted((*theme.glob("articles/*.html"), *theme.glob("components/*.html")))
        self.templates: Templates = tuple(
            (path.relative_to(theme).as_posix(), _unindented(_text(path, theme))) for path in paths
        )

    def render(self, template: str, view: object, root: str) -> str:
        """The article that shows *view*, for a page from which *root* leads to the top.

        Raises :class:`jinja2.TemplateError`.
        """
        return _article(self.templates, template)(view, root)

    def figure(self, picture: Photograph | Band, root: str, words: str) -> str:
        """A picture within a text, with the words below it."""
        return _figure(_components(self.templates), picture, root, words)

    def draw(self, source: str, **given: object) -> str:
        """What a template of its own, such as an example, draws with the components."""
        drawn = _components(self.templates).compile("<template>", source, *given)
        return drawn(*given.values())


def _figure(components: Components, picture: Photograph | Band, root: str, words: str) -> str:
    if isinstance(picture, Band):
        return components["drawn_figure"](picture)
    return components["figure"](picture, root, words)


def _text(path: Path, theme: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        said = "not UTF-8: 请另存为 UTF-8 (save it as UTF-8)"
        line = error.object.count(b"\n", 0, error.start) + 1
        raise jinja2.TemplateSyntaxError(
            said, line, path.relative_to(theme).as_posix(), str(path)
        ) from error


def _unindented(template: str) -> str:
    """A template without what only its authors read: a tenth of a page."""
    return re.sub(r"(?m)^[ \t]+", "", template)


@lru_cache(maxsize=1 << 7)
def _article(templates: Templates, name: str) -> Function:
    """The function of an article of *templates*."""
    file = f"articles/{name}"
    source = dict(templates).get(file)
    if source is None:
        raise jinja2.TemplateNotFound(file)
    return _components(templates).compile(file, source, "view", "root")


@lru_cache(maxsize=2)
def _components(templates: Templates) -> Components:
    """The components of *templates*.

    A card is made once: the same one stands on list after list, and only the way to the top of the
    site differs.
    """

    def prose(text: Prose, root: str) -> str:
        return to_safe_html(
            text, root, lambda picture, words: _figure(components, picture, root, words)
        )

    files = {file: source for file, source in templates if file.startswith("components/")}
    components = Components(files, {"prose": prose, "phrases": phrased})
    for name in _DRAWN:
        components[name] = lru_cache(maxsize=1 << 15)(components[name])
    for name in _CARDS:
        components[name] = _once(components[name])
    return components


_CARDS = ("person", "story_card", "filters")
_DRAWN = ("portrait", "band")
_ROOT = "\0"
"""Stands for the way to the top in a card that is kept; no text has this character."""


def _once(component: Function) -> Function:
    """*component*, made once for each card."""

    @lru_cache(maxsize=1 << 15)
    def kept(card: object, *more: object, **named: object) -> str:
        return component(card, _ROOT, *more, **named)

    def one(card: object, root_: str, *more: object, **named: object) -> str:
        return kept(card, *more, **named).replace(_ROOT, root_)

    return one
