"""Prose becomes HTML: Markdown, its links filled and made relative, then sanitised."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from hashlib import blake2b

import nh3
from markupsafe import Markup, escape

from generator import urls
from generator.links import IMAGE
from generator.markdown import to_html
from generator.pages.components import Band, Photograph, Prose, Target

_LINK = re.compile(r'<a href="([^"]*)"( title="[^"]*")?>(</a>)?')
_HEADING = re.compile(r"<(/?)h([1-6])>")
_FOOTNOTE = re.compile(r'((?:id="|href="#)fn(?:ref)?-)')
_BACK = re.compile(r'aria-label="Back to reference ([^"]*)"')
_HAN = r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af“”‘’…—]"
_INLINE = r"(?:</?(?:strong|em|del|a|sup|data|code)\b[^>]*>)*"
_LINE_IN_HAN = re.compile(rf"\n{_INLINE}{_HAN}")
"""Without one there is no break in Han to look for, which takes as long as to sanitise."""
_BREAK_IN_HAN = re.compile(rf"(?<={_HAN})({_INLINE})\n({_INLINE})(?={_HAN})")
_TAG = re.compile(r"(<[^>]*>)")
_UNMARKED = re.compile(r"<(/?)(?:a|code|h[1-6])\b")
_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)

_STAND_IN = re.compile(r"<figure>(\d+)</figure>")

_TAGS = {
    *("p", "br", "hr", "strong", "em", "del", "a", "sup", "data", "code", "pre"),
    *("ul", "ol", "li", "blockquote", "h2", "h3", "h4", "h5", "h6", "section"),
    *("table", "thead", "tbody", "tr", "th", "td", "figure"),
}
_ATTRIBUTES = {
    "a": {"href", "title", "class", "id", "rel", "aria-label"},
    "data": {"value"},
    "li": {"id"},
    "ol": {"start"},
    "section": {"class"},
    "sup": {"class"},
    "td": {"align"},
    "th": {"align"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_sanitiser = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
"""Made once, since that takes twice as long as the cleaning of a text."""


Draw = Callable[[Photograph | Band, str], str]
"""Gives the HTML of a picture in a text, with the words below it."""


def to_safe_html(prose: Prose, root: str, draw: Draw = lambda picture, words: "") -> Markup:
    """*prose* as HTML for a page from which *root* leads to the top of the site.

    Without ``draw`` its pictures are left out.
    """
    text = to_html(prose.text)
    figures: list[str] = []
    if "<img " in text:
        text = IMAGE.sub(lambda match: _stand_in(match, prose, draw, figures), text)
    if "<a " in text:
        text = _LINK.sub(lambda match: _link(match, prose.links, root), text)
        text = _footnotes(text, prose.text)
    text = _HEADING.sub(lambda match: _heading(match, prose.headings), text)
    if _LINE_IN_HAN.search(text):
        text = _without_breaks(text)
    safe = _sanitiser.clean(text)
    if any(prose.terms.values()):
        safe = _with_terms(safe, prose.terms)
    if figures:
        safe = _STAND_IN.sub(lambda match: figures[int(match[1])], safe)
    return Markup(safe)


def _stand_in(match: re.Match[str], prose: Prose, draw: Draw, figures: list[str]) -> str:
    """What stands for a picture while the text is sanitised: no text can have that element."""
    before, _, _, source, words, after = match.groups()
    picture = prose.pictures.get(html.unescape(source))
    if picture is None:
        return f"{before or ''}{after or ''}"
    figures.append(draw(picture, html.unescape(words)))
    return f"<figure>{len(figures) - 1}</figure>"


def _link(match: re.Match[str], links: dict[str, Target], root: str) -> str:
    href, title, empty = match.groups()
    target = links.get(html.unescape(href))
    if target is None:
        outward = ' rel="noopener noreferrer"' if href.startswith("http") else ""
        return f'<a href="{href}"{title or ""}{outward}>{empty or ""}'
    close = "</a>" if empty else ""
    if target.address is None:
        return f"<a>{escape(target.title) if empty else ''}{close}"
    to = escape(root + urls.href(target.address))
    if empty and target.value is not None:
        value = f'<data value="{target.value}">{target.value}{target.unit}</data>'
        return f'<a class="wb-figure" href="{to}">{value}</a>'
    return f'<a href="{to}"{title or ""}>{escape(target.title) if empty else ""}{close}'


def _with_terms(text: str, terms: Mapping[str, bool]) -> str:
    """The first place of each term that is explained here made a ``<dfn>``, but in links and code."""
    wanted = {str(escape(term)) for term, here in terms.items() if here}
    longest_first = sorted(map(escape, terms), key=len, reverse=True)
    known = re.compile("|".join(map(re.escape, longest_first)))

    def mark(match: re.Match[str]) -> str:
        if match[0] not in wanted:
            return match[0]
        wanted.remove(match[0])
        return f'<dfn class="wb-term">{match[0]}</dfn>'

    parts, within = _TAG.split(text), 0
    for at, part in enumerate(parts):
        if part.startswith("<"):
            opened = _UNMARKED.match(part)
            within += (-1 if opened[1] else 1) if opened else 0
        elif wanted and not within:
            parts[at] = known.sub(mark, part)
    return "".join(parts)


def _heading(match: re.Match[str], top: int) -> str:
    """Headings in prose stand below the page's own: the first level that fits is *top*."""
    return f"<{match[1]}h{max(top, int(match[2]))}>"


def _without_breaks(text: str) -> str:
    """A line break between two Han characters is no space, save in code."""
    parts = _CODE.split(text)
    parts[::2] = [_BREAK_IN_HAN.sub(r"\1\2", part) for part in parts[::2]]
    return "".join(parts)


def _footnotes(text: str, source: str) -> str:
    """Footnotes' ids made the body's own, since a page may show several bodies."""
    if 'class="footnotes"' not in text:
        return text
    own = blake2b(source.encode(), digest_size=3).hexdigest()
    text = _FOOTNOTE.sub(rf"\g<1>{own}-", text)
    return _BACK.sub(r'aria-label="回到正文第 \1 处"', text)
