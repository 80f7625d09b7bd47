"""What hand-written pages show or hand out beside their text: drawings (SVG) and PDFs.

They are published as they lie. So nothing may lie there that carries more than it shows: a
photograph belongs in ``content/media``, and is made anew from its pixels (invariants 1 and 3).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

from generator.clearance import names, personal_data
from generator.images import SUFFIXES as PHOTOGRAPHS
from generator.personal_data import Known
from generator.problems import Problem, Severity
from generator.reading.files import reason
from generator.reading.folders import folder_name
from generator.reading.names import printable
from generator.reading.pictures import OTHER_KINDS
from generator.written import DRAWING, FOLDER, SUFFIX, Written, entries

PUBLISHED = frozenset({DRAWING, ".pdf"})
"""What pages may show or hand out."""
_PICTURES = (PHOTOGRAPHS | OTHER_KINDS) - PUBLISHED

_HTML = "{http://www.w3.org/1999/xhtml}"
_SCRIPTED = frozenset({"script", "foreignObject", "handler", "listener"})
_EMBEDDED = frozenset({"image", "feImage"})
_OUTWARD = re.compile(r"@import|url\(\s*[\"']?(?!\s*[\"']?#)|javascript:", re.IGNORECASE)


def left_out(
    content: Path, pages: Iterable[Written], linked: Iterable[str] = ()
) -> dict[str, Problem]:
    """Files below *content* that are not published (invariant 1): path in ``pages/`` → what is said.

    ``linked`` is what every page links to, beside what its text does. What a program leaves behind,
    a table that lies there to be at hand, a drawing that no page uses: nothing gets into the site
    by accident.
    """
    texts = (*(page.text for page in pages), *linked)
    found = {}
    for path, name in entries(content / FOLDER):
        if path.suffix == SUFFIX or not path.is_file():
            continue
        shown = f"{folder_name(content)}/{FOLDER}/{printable(name)}"
        wrong = _wrong(path, shown, any(path.name in text for text in texts))
        if wrong:
            found[name] = wrong
    return found


def handed_out(content: Path, left_out: Container[str]) -> set[str]:
    """The addresses of the files that are published beside the pages."""
    return {
        f"/{name}"
        for path, name in entries(content / FOLDER)
        if path.suffix != SUFFIX and path.is_file() and name not in left_out
    }


def exposing(
    content: Path, files: Iterable[str], hidden_names: Mapping[str, str], numbers: Known
) -> Iterator[Problem]:
    """What the words of drawings among *files* give away: titles and metadata are words as well.

    ``files`` are addresses.
    """
    for address in sorted(files):
        path = content / FOLDER / address.lstrip("/")
        if path.suffix.lower() != DRAWING:
            continue
        shown = f"{folder_name(content)}/{FOLDER}{printable(address)}"
        drawing = _parsed(path.read_bytes())
        words = "".join(drawing[-1].itertext())
        values = [value for element in drawing for value in element.attrib.values()]
        for text in (words, "\n".join(values)):
            for problem in names.naming_in(text, shown, hidden_names):
                yield replace(problem, line=1, column=1)
        for problem in personal_data.exposing_in(words, shown, numbers):
            yield replace(problem, line=1, column=1)


def _wrong(path: Path, shown: str, used: bool) -> Problem | None:
    suffix = path.suffix.lower()
    if suffix in _PICTURES:
        return Problem(shown, "page-picture")
    if suffix not in PUBLISHED:
        return Problem(shown, "page-file-kind", severity=Severity.WARNING)
    if not used:
        return Problem(shown, "page-file-unused", severity=Severity.WARNING)
    return _in_drawing(path, shown) if suffix == DRAWING else None


def _in_drawing(path: Path, shown: str) -> Problem | None:
    """What keeps a drawing from being published: it would do more than show itself.

    Within a page browsers run no script of a picture; but whoever opens its address does.
    """
    try:
        with path.open("rb") as file:
            drawing = _parsed(file.read())
    except OSError as error:
        return Problem(shown, "file-unreadable", particulars={"reason": reason(error)})
    except (ElementTree.ParseError, LookupError, ValueError):
        return Problem(shown, "drawing-broken")
    for element in drawing:
        what = _more_than_shown(element)
        if what:
            return Problem(
                shown, "drawing-unsafe", particulars={"what_zh": what[0], "what": what[1]}
            )
    return None


def _parsed(data: bytes) -> list[ElementTree.Element]:
    """The elements of a drawing, itself last, and the instructions that stand around it."""
    parser: ElementTree.XMLPullParser[Any] = ElementTree.XMLPullParser(events=("pi", "end"))
    parser.feed(data)
    parser.close()
    events = cast("Iterator[tuple[str, ElementTree.Element]]", parser.read_events())
    return [element for _, element in events]


_SCRIPT = "脚本或网页", "a script or a piece of HTML"
_PHOTOGRAPH = "嵌入的照片", "an embedded photograph"
_LINK = "指向别处的链接", "a link to something else"


def _more_than_shown(element: ElementTree.Element) -> tuple[str, str] | None:
    if not isinstance(element.tag, str):
        return _LINK  # <?xml-stylesheet?>
    name = element.tag.rpartition("}")[2]
    if name in _SCRIPTED or element.tag.startswith(_HTML):
        return _SCRIPT
    if name in _EMBEDDED:
        return _PHOTOGRAPH
    for key, value in element.items():
        attribute = key.rpartition("}")[2].lower()
        if attribute.startswith("on") or (attribute == "attributename" and "href" in value):
            return _SCRIPT
        if (attribute == "href" and not value.startswith("#")) or _OUTWARD.search(value):
            return _LINK
    if name == "style" and _OUTWARD.search(element.text or ""):
        return _LINK
    return None
