"""Hand-written pages: their links to records, their pictures, and what of them is searched.

Python-Markdown renders them, and resolves the links in two steps: MkDocs judges relative links in
between, and would not know ours. So the first gives them a scheme of their own, and the second,
after MkDocs, makes them relative. Pictures are put in whole, as MkDocs never sees them.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

import nh3
from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from generator import urls
from generator.pages.components import Target
from generator.pages.search import SEARCHED_AS
from generator.search import Document, text_of

_SCHEME = "westbound:"
_BEFORE_MKDOCS, _AFTER_MKDOCS = 15, -50


def document(address: str, title: str, html: str) -> Document:
    """A page as it is searched, from what MkDocs made of it."""
    # An editor may have written any HTML: the sanitiser makes it such as text_of reads.
    return Document(address, text_of(title), text_of(nh3.clean(html)), {"kind": (SEARCHED_AS,)})


class RecordLinks(Extension):
    """Python-Markdown's extension; ``address`` and ``folder`` are those of the page being rendered.

    ``target_of`` tells what a link in a folder leads to, ``picture_of`` gives the HTML of a picture
    in a page, with the words below it.
    """

    def __init__(
        self,
        target_of: Callable[[str, str], Target | None],
        picture_of: Callable[[str, str, str, str], str | None],
    ) -> None:
        super().__init__()
        self.target_of, self.picture_of = target_of, picture_of
        self.address, self.folder = urls.HOME, ""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Python-Markdown."""
        md.treeprocessors.register(_Resolve(self, md), "westbound-resolve", _BEFORE_MKDOCS)
        md.treeprocessors.register(_Relative(self, md), "westbound-relative", _AFTER_MKDOCS)


class _Step(Treeprocessor):
    def __init__(self, links: RecordLinks, md: Markdown) -> None:
        super().__init__(md)
        self.links = links


class _Resolve(_Step):
    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            target = self.links.target_of(element.get("href", ""), self.links.folder)
            if target is None:
                continue
            empty = not (element.text or len(element))
            if target.address is None:
                # MkDocs insists that what is a link leads somewhere.
                element.tag = "span"
                element.attrib.clear()
            else:
                element.set("href", _SCHEME + target.address)
            if empty and target.value is not None:
                element.set("class", "wb-figure")
                data = SubElement(element, "data", value=target.value)
                data.text = f"{target.value}{target.unit}"
            elif empty:
                element.text = target.title
        for paragraph in list(root.iter("p")):
            self._illustrate(paragraph)

    def _illustrate(self, paragraph: Element) -> None:
        """A paragraph that is a picture becomes the picture, as it stands in records' texts."""
        image = paragraph.find("img")
        if image is None:
            return
        source, words = image.get("src", ""), image.get("alt", "")
        links = self.links
        drawn = links.picture_of(source, words, links.folder, links.address)
        if drawn is not None:
            paragraph.clear()
            paragraph.text = self.md.htmlStash.store(drawn)


class _Relative(_Step):
    def run(self, root: Element) -> None:
        way_up = urls.root(self.links.address)
        for element in root.iter("a"):
            href = element.get("href", "")
            if href.startswith(_SCHEME):
                element.set("href", way_up + urls.href(href.removeprefix(_SCHEME)))
