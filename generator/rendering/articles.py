"""Articles: what a page's template makes of its view, in our own strict environment.

MkDocs' environment neither escapes nor complains of an undefined name; this one does both.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from generator import urls
from generator.pages.components import Prose
from generator.pages.page import Page
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
            (path.relative_to(theme).as_posix(), path.read_text("utf-8")) for path in paths
        )

    def render(self, page: Page, root: str | None = None) -> str:
        """The article of *page*, for its own address or for where *root* leads to the top."""
        template = _environment(self.templates).get_template(f"articles/{page.template}")
        return template.render(view=page.view, root=root or urls.root(page.address))

    def render_all(self, pages: list[Page]) -> list[str]:
        """The articles of *pages*, in their order."""
        return [self.render(page) for page in pages]


@lru_cache(maxsize=2)
def _environment(templates: Templates) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(dict[str, str](templates)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["prose"] = _prose
    environment.filters["phrases"] = phrased
    return environment


@jinja2.pass_context
def _prose(context: Context, prose: Prose) -> Markup:
    return to_safe_html(prose, context["root"])
