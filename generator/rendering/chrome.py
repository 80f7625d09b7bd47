"""The chrome: what stands around an article, taken once from Material and filled for each page.

Material's header and footer depend on a page's section and folder, not on its record; rendering
them anew would cost a hundred times what filling costs. A test holds that both give the same
bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from markupsafe import escape

from generator import urls
from generator.pages.components import Prose
from generator.pages.page import Page, Shown
from generator.rendering.prose import to_safe_html
from generator.search import text_of

_SLOT = "wb0slot0{}0x"
"""Letters and digits only, so that no filter or escape in a template changes it."""
_SLOTS = re.compile(r"wb0slot0([a-z]+)0x")


class Kind(NamedTuple):
    """What a chrome depends on: pages of one kind share one."""

    template: str
    section: str
    folder: str
    """The folder in which the page lies: MkDocs' relative links depend on it."""
    is_section: bool
    """Whether it is the section's own page, which the header marks as such."""
    hidden: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What a template needs to know of a page: the values, or the slots that stand for them."""

    title: str
    description: str
    canonical: str
    content: str
    onward: str
    """Where a page that only leads on sends browsers, seen from there."""
    structured: str
    """A script of JSON-LD, or nothing."""


SLOTS = Frame(*map(_SLOT.format, Frame.__slots__))


def kind_of(page: Page) -> Kind:
    """The kind of *page*."""
    own = page.address == page.section
    return Kind(page.template, page.section, urls.parent(page.address), own, page.hidden)


def example_address(kind: Kind) -> str:
    """An address such as pages of *kind* have."""
    return kind.section if kind.is_section else f"{kind.folder}x/"


def frame_of(page: Page, shown: Shown, article: str, site_url: str) -> Frame:
    """The values of *page*, escaped for where they stand."""
    stands = urls.href(shown.moved_to or page.address)
    canonical = site_url.rstrip("/") + stands if site_url else ""
    return Frame(
        title=str(escape(shown.title)),
        description=str(escape(shown.description)),
        canonical=str(escape(canonical)),
        content=article,
        onward=str(escape(urls.root(page.address) + stands)),
        structured=_script(shown.structured) if shown.structured else "",
    )


def _script(structured: Mapping[str, object]) -> str:
    """*structured* as a script of data, which no policy forbids, since nothing of it is run.

    Source: JSON-LD 1.1, section 7 (restrictions on contents).
    """
    made = {"@context": "https://schema.org", **structured}
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"), default=_words)
    harmless = text.replace("<", r"\u003c")
    return f'<script type="application/ld+json">{harmless}</script>'


def _words(prose: Prose) -> str:
    return text_of(to_safe_html(prose, ""))


class Chrome:
    """A chrome, split at its slots once, so that no page's text is ever searched for them."""

    def __init__(self, html: str) -> None:
        html = tidy(html)
        self._parts = _SLOTS.split(html)
        self.digest = blake2b(html.encode(), digest_size=16).hexdigest()
        """What tells this chrome from others."""

    @property
    def texts(self) -> list[str]:
        """What every page has that it is filled for."""
        return self._parts[0::2]

    def fill(self, frame: Frame) -> str:
        """The whole page."""
        parts = list(self._parts)
        parts[1::2] = [getattr(frame, name) for name in self._parts[1::2]]
        return "".join(parts)


def tidy(html: str) -> str:
    """The HTML of a template of Material's without its many empty lines and its indentation."""
    return re.sub(r"\s*\n\s*", "\n", html)


def take(pages: Iterable[Page], render: Callable[[Kind, Frame], str]) -> Mapping[Kind, Chrome]:
    """The chrome of each kind of *pages*; ``render`` is Material's template."""
    kinds = dict.fromkeys(kind_of(page) for page in pages)
    return {kind: Chrome(render(kind, SLOTS)) for kind in kinds}
