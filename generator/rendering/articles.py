"""Articles: what a page's template makes of its view, in our own strict environment.

MkDocs' environment neither escapes nor complains of an undefined name; this one does both.
"""

from __future__ import annotations

from pathlib import Path

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from generator import urls
from generator.pages.components import Prose
from generator.pages.page import Page
from generator.rendering.phrases import phrased
from generator.rendering.prose import to_safe_html


class Articles:
    """The templates of a theme's ``articles/`` and ``components/``."""

    def __init__(self, theme: Path) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(theme),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters["prose"] = _prose
        self._environment.filters["phrases"] = phrased

    def render(self, page: Page, root: str | None = None) -> str:
        """The article of *page*, for its own address or for where *root* leads to the top."""
        template = self._environment.get_template(f"articles/{page.template}")
        return template.render(view=page.view, root=root or urls.root(page.address))


@jinja2.pass_context
def _prose(context: Context, prose: Prose) -> Markup:
    return to_safe_html(prose, context["root"])
