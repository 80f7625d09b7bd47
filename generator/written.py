"""Hand-written pages: MkDocs renders them; here they are read and held to the rules of records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator import links
from generator.catalogue import Catalogue, Key
from generator.clearance import names, personal_data
from generator.clearance.amounts import Amounts, bare
from generator.linking import link_problem, picture_problem
from generator.personal_data import Known
from generator.problems import Problem, Severity
from generator.reading.files import file_problem, symlink_problem, text_of
from generator.reading.folders import folder_name
from generator.reading.names import printable
from generator.records.media import Media

FOLDER = "pages"
SUFFIX, DRAWING = ".md", ".svg"
_FRONT_MATTER = re.compile(r"---\s*\n.*?\n(?:---|\.\.\.)\s*(?:\n|\Z)", re.DOTALL)


_TITLE = re.compile(r"^title:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(\S.*?)[ \t]*(?:\{[^}]*\})?[ \t#]*$", re.MULTILINE)
_NOINDEX = re.compile(r"^noindex:[ \t]*(?:true|yes|on)\b", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A hand-written page. ``file`` is its path as editors know it."""

    address: str
    file: str
    text: str

    @property
    def folder(self) -> str:
        """The folder of ``content/`` in which it lies: pages, pages/help."""
        return self.file.partition("/")[2].rpartition("/")[0]


def read_written(content: Path) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """The hand-written pages below *content*, by path, and what is wrong with their files.

    A page that cannot be read is there, without words: nothing that links to it is wrong as well.
    """
    pages: list[Written] = []
    problems: list[Problem] = []
    for path, name in entries(content / FOLDER):
        shown = f"{folder_name(content)}/{FOLDER}/{printable(name)}"
        text = _text(path, content, shown)
        if not isinstance(text, str):
            problems += text
            text = ""
        if path.suffix == SUFFIX:
            pages.append(Written(links.page_address(name), shown, text))
    return tuple(pages), tuple(problems)


def titled(pages: Iterable[Written]) -> tuple[tuple[str, str], ...]:
    """Title and address of each page that is to be found: as MkDocs titles it, by what it says
    (``title:``), else by its first heading, else by its file's name.
    """
    return tuple(
        (_title(page), page.address) for page in pages if not _NOINDEX.search(_front_of(page))
    )


def _title(page: Written) -> str:
    front = _front_of(page)
    said = _TITLE.search(front) or _HEADING.search(page.text, len(front))
    return said[1].strip(" \"'") if said else Path(page.address).name.replace("-", " ")


def _front_of(page: Written) -> str:
    front = _FRONT_MATTER.match(page.text)
    return front[0] if front else ""


def _text(path: Path, content: Path, shown: str) -> str | tuple[Problem, ...]:
    astray = symlink_problem(path, content, shown)
    if astray:
        return (astray,)
    if path.suffix != SUFFIX:
        return ""
    if not path.is_file():
        return (file_problem("not-a-file", shown, suffix=SUFFIX),)
    return text_of(path, shown)


def entries(folder: Path) -> list[tuple[Path, str]]:
    """What is in *folder* and below, by path, without what is hidden: MkDocs passes it over."""
    found = [(path, path.relative_to(folder)) for path in sorted(folder.rglob("*"))]
    return [
        (path, name.as_posix())
        for path, name in found
        if not any(part.startswith(".") for part in name.parts)
    ]


def pictured(pages: Iterable[Written]) -> frozenset[str]:
    """The ids of the media that *pages* show."""
    shown = (
        links.resolve(one.target, page.folder)
        for page in pages
        for one in links.pictures(page.text)
    )
    return frozenset(
        to.id
        for to in shown
        if isinstance(to, links.ToRecord) and to.collection == Media.collection
    )


def check(
    pages: Iterable[Written],
    catalogue: Catalogue,
    known: Set[Key],
    hidden_names: Mapping[str, str],
    amounts: Amounts,
    numbers: Known,
) -> Iterator[Problem]:
    """Links of *pages* that lead to no record, pictures that have none, places that give somebody
    away, and amounts that should be links.

    Links between pages are MkDocs' to judge, and so are drawings beside them.
    """
    for page in pages:
        for found in links.find(page.text, placed=True):
            if isinstance(links.resolve(found.target, page.folder), links.ToRecord):
                wrong = link_problem(found, page.folder, catalogue, known, frozenset())
                if wrong:
                    yield _placed(page, found.offset or 0, *wrong)
        for picture in links.pictures(page.text, placed=True):
            if not is_drawing(picture.target):
                wrong = picture_problem(picture, page.folder, catalogue, known)
                if wrong:
                    yield _placed(page, picture.offset or 0, *wrong)
        yield from names.naming_in(page.text, page.file, hidden_names)
        yield from personal_data.exposing_in(page.text, page.file, numbers)
        front = _FRONT_MATTER.match(page.text)
        begins = front.end() if front else 0  # no link can stand in front matter
        for offset, told in bare(page.text[begins:], page.folder, amounts):
            yield _placed(page, begins + offset, "bare-figure", told, Severity.WARNING)


def is_drawing(target: str) -> bool:
    """Whether the picture *target* is a drawing beside the pages, which needs no record."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return not (parts.scheme or parts.netloc) and parts.path.lower().endswith(DRAWING)


def check_names(
    pages: Iterable[Written],
    files: Iterable[str],
    folder: str,
    hidden_names: Mapping[str, str],
    numbers: Known,
) -> Iterator[Problem]:
    """Names of *pages*' files, and of the *files* beside them, that give somebody away."""
    own = f"{folder}/{FOLDER}"
    published = (*(page.file.removeprefix(f"{own}/") for page in pages), *files)
    for name in published:
        yield from names.naming_file(name.lstrip("/"), own, hidden_names)
        yield from personal_data.exposing_in(name, f"{own}/{name.lstrip('/')}", numbers)


def _placed(
    page: Written,
    offset: int,
    code: str,
    particulars: Mapping[str, object],
    severity: Severity = Severity.ERROR,
) -> Problem:
    before = page.text[:offset]
    return Problem(
        page.file,
        code,
        line=before.count("\n") + 1,
        column=offset - (before.rfind("\n") + 1) + 1,
        particulars=particulars,
        severity=severity,
    )
