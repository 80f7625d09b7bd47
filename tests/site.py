"""A site in a folder of its own: records in, the built site out, as a visitor's browser gets it."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urljoin

import lxml.html
import yaml
from PIL import Image

from generator import urls
from generator.build import prepare
from generator.pages.page import Site as Shared
from generator.plugin import Run, build_site
from generator.problems import Problem

ROOT = Path(__file__).parent.parent
"""The checkout."""

TODAY = "2026-11-24"
"""The day on which sites are built where a test does not say another."""

URL = "https://xibu.example.edu.cn/"

ALL_GROUPS = ("name", "study", "placement", "portrait", "story", "after")

SOURCE = """\
示例大学

示例〔2026〕1号

关于示例工作的意见

各单位：

一、指导思想

坚持服务基层。

二、工作保障

（一）政策保障

1. 省外项目志愿者、省内项目志愿者，学校分别给与 6000 元、4000 元的补贴。
2. 本人可申请将户口保留在学校两年。

示例大学

2026年1月1日
"""
"""A small official document, with clauses of all three levels."""

_DEFAULTS: dict[str, dict[str, Any]] = {
    "volunteers": {
        "name": "志愿者甲",
        "cohort": 2024,
        "project": "outside",
        "consent": {"granted": "2024-09-01", "covers": list(ALL_GROUPS)},
    },
    "stories": {
        "title": "示例故事",
        "date": "2026-10-01",
        "summary": "示例提要。",
        "body": "示例正文。",
    },
    "events": {
        "title": "示例活动",
        "kind": "briefing",
        "dates": [{"start": "2026-12-03T19:00"}],
    },
    "policies": {
        "title": "示例政策",
        "document": "关于示例工作的意见",
        "number": "示例〔2026〕1号",
        "level": "university",
        "issued": "2026-01-01",
        "interpreted_on": "2026-01-05",
        "source": "doc.txt",
        "audience": "示例志愿者",
        "summary": "示例政策提要。",
    },
    "units": {"name": "示例学院", "role": "college"},
    "honours": {"title": "示例标兵", "level": "university", "year": 2025, "issuer": "示例大学"},
    "criteria": {
        "question": "哪一类项目？",
        "options": [{"id": "outside", "label": "省外项目"}, {"id": "inside", "label": "省内项目"}],
    },
    "questions": {"title": "示例问题", "body": "示例回答。"},
    "pathways": {"title": "示例指引", "steps": [{"title": "第一步"}]},
    "notices": {
        "title": "示例公示",
        "kind": "public-notice",
        "period": {"from": "2026-11-20", "until": "2026-11-30"},
    },
    "media": {"file": "example.jpg", "alt": "示例图片"},
}

PROVISION: dict[str, Any] = {
    "id": "allowance",
    "title": "一次性补贴",
    "kind": "benefit",
    "body": "按期上岗就有。",
    "cite": {
        "at": "二(一)1",
        "quote": "省外项目志愿者、省内项目志愿者，学校分别给与 6000 元、4000 元的补贴。",
    },
}
FIGURES: list[dict[str, Any]] = [
    {
        "id": "outside",
        "provision": "allowance",
        "value": 6000,
        "unit": "CNY",
        "subject": "省外项目",
        "cite": {"at": "二(一)1"},
    },
    {
        "id": "inside",
        "provision": "allowance",
        "value": 4000,
        "unit": "CNY",
        "subject": "省内项目",
        "cite": {"at": "二(一)1"},
    },
]

# A date that was moved by two days.
MOVED = {
    "start": "2026-12-03T19:00",
    "end": "2026-12-03T20:30",
    "status": "rescheduled",
    "previous": [{"start": "2026-12-01T19:00"}],
}

CONFIG = """\
site_name: 示例网
site_url: {url}
docs_dir: content/pages
site_dir: site
theme:
  name: material
  custom_dir: {theme}
  language: zh
  font: false
  favicon: assets/favicon.svg
plugins:
  - westbound
validation:
  omitted_files: ignore
markdown_extensions: [attr_list, footnotes, tables]
extra:
  owner: 示例大学
  hero_title: 到西部去
  hero_lead: 示例导语。
  promise: 示例承诺。
  footer: []
"""


class _Dumper(yaml.SafeDumper):
    """Writes a value that stands twice out twice: records have no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@dataclass
class Entry:
    """A record in the content folder."""

    path: Path
    fields: dict[str, Any]

    def write(self) -> None:
        """Write the record; what is None is left out."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        given = {key: value for key, value in self.fields.items() if value is not None}
        text = yaml.dump(given, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
        self.path.write_text(text, "utf-8")

    def edit(self, **changes: Any) -> None:
        """Change some fields; of a mapping, the keys named only."""
        for key, value in changes.items():
            before = self.fields.get(key)
            both = isinstance(before, dict) and isinstance(value, dict)
            self.fields[key] = {**before, **value} if both else value
        self.write()

    def withdraw(self, on: str) -> None:
        """Reduce the record to its tombstone."""
        self.fields = {"withdrawn": {"on": on}}
        self.write()


@dataclass(frozen=True)
class Anchor:
    """A link on a page: its words, and where in the site, or outside it, it leads."""

    text: str
    href: str

    @property
    def address(self) -> str:
        """Without the part of the page."""
        return self.href.partition("#")[0]

    @property
    def part(self) -> str:
        """The part of the page that it leads to."""
        return self.href.partition("#")[2]


class Page:
    """A page of a built site."""

    def __init__(self, html: str, address: str) -> None:
        self.html = html
        self.address = address

    @cached_property
    def document(self) -> lxml.html.HtmlElement:
        return lxml.html.document_fromstring(self.html)

    def all(self, path: str) -> list[Any]:
        """What the XPath finds."""
        return list(self.document.xpath(path))

    def classed(self, name: str) -> list[Any]:
        """The elements that have the class."""
        return self.all(f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")

    def texts(self, name: str) -> list[str]:
        """The words of each element that has the class."""
        return [words(element) for element in self.classed(name)]

    @property
    def content(self) -> lxml.html.HtmlElement:
        """The page without header and footer."""
        return self.document.get_element_by_id("__content")

    @property
    def text(self) -> str:
        """The words of the page, without header and footer."""
        return words(self.content)

    @property
    def title(self) -> str:
        return self.document.findtext(".//title")

    @property
    def description(self) -> str:
        return self.all("//meta[@name='description']/@content")[0]

    @property
    def structured(self) -> dict[str, Any]:
        """What the page says to programs (JSON-LD)."""
        (script,) = self.all("//script[@type='application/ld+json']/text()")
        return json.loads(script)

    @property
    def heading(self) -> str:
        return words(self.all("//h1")[0])

    @property
    def facts(self) -> dict[str, list[str]]:
        """The labels of the page's facts, each with its lines."""
        return {
            words(row.find("dt")): [words(line) for line in row.findall("dd/div")]
            for row in self.classed("wb-facts__row")
        }

    @property
    def sections(self) -> list[str]:
        """What the header offers."""
        return [words(link) for link in self.classed("wb-sections__link")]

    @property
    def is_tombstone(self) -> bool:
        return bool(self.classed("wb-gone__way"))

    @property
    def links(self) -> list[Anchor]:
        """The links of the page, without header and footer."""
        return self.links_in(self.content)

    def links_in(self, element: lxml.html.HtmlElement) -> list[Anchor]:
        """The links within *element*."""
        return [
            Anchor(words(link), self.resolve(link.get("href")))
            for link in element.iter("a")
            if link.get("href")
        ]

    def resolve(self, href: str) -> str:
        """Where *href* leads from this page: an address of the site, or of another."""
        base = "https://site.invalid"
        whole = urljoin(base + quote(self.address), href)
        return unquote(whole.removeprefix(base)) if whole.startswith(base) else whole

    @property
    def addresses(self) -> set[str]:
        """Where its links lead."""
        return {link.address for link in self.links}


def words(element: lxml.html.HtmlElement) -> str:
    """What an element says, white space made one space."""
    return " ".join(element.text_content().split())


class Built:
    """A built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def page(self, address: str) -> Page:
        """The page at *address*."""
        return Page((self.folder / urls.file(address)).read_text("utf-8"), address)

    def has(self, address: str) -> bool:
        """Whether a page answers at *address*."""
        return (self.folder / urls.file(address)).is_file()

    @property
    def files(self) -> dict[str, bytes]:
        """Every file: its path, and what stands in it."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    @property
    def addresses(self) -> list[str]:
        """The address of every page; the page for addresses that never were has none."""
        return [f"/{name.removesuffix('index.html')}" for name in self.files if _is_page(name)]

    def pages(self) -> Iterator[Page]:
        """Every page."""
        return (self.page(address) for address in self.addresses)

    def files_containing(self, text: str) -> list[str]:
        """The files in which *text* stands, plain, encoded, or in the file's own name.

        Places where a title may break (``<wbr>``), or a calendar's line, hide nothing.
        """

        def plain(data: bytes) -> bytes:
            return data.replace(b"<wbr>", b"").replace(b"\r\n ", b"")

        forms = {text.encode(), quote(text).encode(), quote(text).lower().encode()}
        forms |= {text.encode("unicode-escape"), text.encode("ascii", "xmlcharrefreplace")}
        return [
            name
            for name, data in self.files.items()
            if text in name or any(form in plain(data) for form in forms)
        ]

    @property
    def digest(self) -> str:
        """One hash over names and bytes of all files."""
        hash = hashlib.sha256()
        for name, data in self.files.items():
            hash.update(f"{name}\0{len(data)}\0".encode() + data)
        return hash.hexdigest()


def _is_page(name: str) -> bool:
    return name == "index.html" or name.endswith("/index.html")


class Site(Built):
    """A content folder, its mkdocs.yml, and the site built from them."""

    def __init__(self, root: Path) -> None:
        super().__init__(root / "site")
        self.root = root
        self.content_folder = root / "content"
        (self.content_folder / "pages").mkdir(parents=True)
        self.config = root / "mkdocs.yml"
        self.config.write_text(CONFIG.format(url=URL, theme=ROOT / "theme"), "utf-8")
        self.reported: list[Problem] = []

    def add(self, key: str, **fields: Any) -> Entry:
        """Write the record *key* (``volunteers/wb2024-001``); fields not given have defaults."""
        collection, _, id = key.partition("/")
        if collection == "policies":
            self.write("sources/doc.txt", SOURCE)
        path = self.content_folder / collection / f"{id}.yml"
        entry = Entry(path, {**deepcopy(_DEFAULTS[collection]), **deepcopy(fields)})
        if collection == "media":
            self.picture(entry.fields["file"])
        entry.write()
        return entry

    def write(self, name: str, text: str) -> Path:
        """Write *text* to a file below ``content/``."""
        path = self.content_folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def picture(self, name: str, width: int = 640, height: int = 480) -> Path:
        """A picture in ``content/media``, drawn for its name, unless there is one already."""
        path = self.content_folder / "media" / name
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            shade = zlib.crc32(name.encode())
            image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
            image.paste((shade & 255, shade >> 8 & 255, shade >> 16 & 255), (0, 0, 99, 99))
            image.save(path, {".jpg": "JPEG", ".heic": "HEIF"}.get(path.suffix))
        return path

    def policy(self, key: str = "policies/doc", **fields: Any) -> Entry:
        """A policy with one benefit and its two figures."""
        return self.add(key, **{"provisions": [PROVISION], "figures": FIGURES, **fields})

    def build(self, as_of: str = TODAY, strict: bool = False, **asked: bool) -> Site:
        """Build the site as on the day *as_of*; *asked* is what else ``Run`` takes."""
        self.reported = []
        run = Run(as_of=date.fromisoformat(as_of), report=self.reported.extend, **asked)
        build_site(self.config, run, strict=strict)
        return self

    def feed(self, address: str, as_of: str = TODAY) -> bytes:
        """The bytes of the feed at *address*, nothing built; mkdocs.yml says the site's address."""
        url = re.findall("site_url: (.*)", self.config.read_text("utf-8"))
        shared = Shared("示例网", url[0] if url else "", date.fromisoformat(as_of))
        prepared = prepare(self.content_folder, shared)
        assert not prepared.has_errors
        feed = prepared.feeds[address]
        return feed.write(feed.show(prepared.public, shared))

    def problems(self, as_of: str = TODAY) -> list[Problem]:
        """What is wrong with the content, nothing built."""
        shared = Shared("示例网", URL, date.fromisoformat(as_of))
        return list(prepare(self.content_folder, shared).problems)

    def seen(self, as_of: str = TODAY) -> list[tuple[str, int, int, str]]:
        """The same, each as file, line, column and code."""
        return [(p.file, p.line, p.column, p.code) for p in self.problems(as_of)]
