"""MkDocs' events, forwarded to the stages. The only module that imports MkDocs.

MkDocs renders the hand-written pages and Material gives the look; the rest is ours. The order of
MkDocs' events makes the rules here: it empties ``site_dir`` before it reads anything, so that
folder is pointed aside until the new site is whole.
"""

from __future__ import annotations

import gc
import logging
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from jinja2 import Environment, TemplateError, pass_context
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.build import get_context
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from generator import aftermath, build, due, links, output, urls
from generator.deploy import PAGE_POLICY
from generator.feeds import health
from generator.footer import footer_of
from generator.handouts import left_out
from generator.inspection import Unsound
from generator.pages import SECTIONS, dates
from generator.pages.components import Target
from generator.pages.page import Site
from generator.pages.prose import picture_of, target_of
from generator.personal_data import masked
from generator.problems import Language, Problem, Severity
from generator.publishing import Busy, InPlace, Publication, Refused
from generator.reading import read
from generator.reading.cache import Cache
from generator.reading.files import text_of
from generator.reading.nearest import nearest
from generator.rendering import Crew, Progress, here
from generator.rendering.articles import Articles
from generator.rendering.chrome import Frame, Kind, example_address
from generator.rendering.templates import told
from generator.rendering.theme import lean
from generator.rendering.written import RecordLinks, document
from generator.search import Edition
from generator.summary import Summary
from generator.written import FOLDER, read_written

log = logging.getLogger("mkdocs.plugins.westbound")

Report = Callable[[Sequence[Problem]], None]
"""Shows problems to whoever builds."""

DrawChrome = Callable[[Kind, Frame], str]
"""Renders Material's template for a kind of page."""

_UNUSED = (
    *("assets/javascripts/", "assets/stylesheets/palette.", "assets/images/favicon.png"),
    "sitemap.xml",
)
"""What Material and MkDocs bring and our pages do not load."""


_NAMES_ARE_UTF8 = sys.getfilesystemencoding() == "utf-8"
_SET_UTF8 = (
    f"系统的文件名编码是 {sys.getfilesystemencoding()}，写不了中文文件名。请设环境变量 PYTHONUTF8=1，再运行一次。"
    " (Names of files are not UTF-8 here, and pages have Chinese ones: set PYTHONUTF8=1.)"
)


class Pattern(base.BaseConfigOption[re.Pattern[str]]):
    """A regular expression."""

    def run_validation(self, value: object) -> re.Pattern[str]:
        try:
            return re.compile(str(value), re.ASCII)
        except re.error as error:
            raise base.ValidationError(
                f"“{value}”不是正则表达式（{error}）。20 开头的 12 位数字写作 '20\\d{{10}}'。 "
                f"({value!r} is no regular expression: {error}. "
                "'20\\d{10}' is 12 digits that begin with 20.)"
            ) from error


class TimeZone(option.Type[str]):
    """The name of a time zone, as the IANA's database has it."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        name: str = super().run_validation(value)
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError) as error:
            near = nearest(name, {zone: zone for zone in sorted(available_timezones())})
            zh = f"是不是 {near}？" if near else "例如 Asia/Shanghai。"
            en = f"did you mean {near}?" if near else "such as Asia/Shanghai."
            raise base.ValidationError(
                f"“{name}”不是时区。{zh} ({name!r} is no time zone: {en})"
            ) from error
        return name


class Config(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    content = option.Type(str, default="content")
    require_approval = option.Type(bool, default=False)
    student_number: option.Optional[re.Pattern[str]] = option.Optional(Pattern())
    timezone = TimeZone(default="Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Run:
    """What a command asks of one build, beyond what mkdocs.yml says."""

    content: Path | None = None
    as_of: date | None = None
    report: Report | None = None
    progress: Progress = lambda *_: None
    fresh: bool = False
    """Whether nothing that earlier builds left may be used."""
    production: bool = False
    """Whether this is the site that readers see."""
    jobs: int | None = 1
    """How many processes may read records and inspect files; None for as many as pay."""
    crew: Crew = here
    """Makes the pages."""
    prepared: build.Prepared | None = None
    """What the records make of the site, where that is known already: for a preview."""
    told: Callable[[Summary], None] = lambda _: None
    """Told what a publication for readers changed."""
    take: Callable[[DrawChrome], None] | None = None
    """Takes the chrome of a preview, which makes pages when they are asked for: none is written."""


class Stopped(Exception):
    """The site cannot be built: the content has errors, or mkdocs.yml has. It was said why.

    The text may repeat what stands in mkdocs.yml, and repeats no personal data whole.
    """

    def __init__(self, why: str) -> None:
        super().__init__(masked(why))


class WestboundPlugin(BasePlugin[Config]):  # type: ignore[no-untyped-call]
    """Forwards MkDocs' events."""

    run = Run()
    """Set by commands of ours; MkDocs' own leave it as it is."""

    def __init__(self) -> None:
        self._serving = False
        self._reset()

    def _reset(self) -> None:
        """``mkdocs serve`` keeps the instance from build to build."""
        self._prepared: build.Prepared | None = None
        self._publication: Publication | None = None
        self._index: Edition | None = None
        self._nav: Navigation | None = None
        self._chrome: DrawChrome | None = None
        self._stamped: dict[str, str] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        if not _NAMES_ARE_UTF8:
            raise Abort(_SET_UTF8)
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._reset()
        self._prepared = self.run.prepared or self._prepare(config)
        self._shape(config)
        if not self._serving and not self.run.take:
            # MkDocs is about to empty its site_dir: let that be a folder of its own.
            live = Path(config.site_dir).resolve()
            try:
                self._publication = Publication(live, fresh=self.run.fresh)
            except (Busy, Refused) as error:
                raise Abort(unpublished(error)) from error
            self._index = Edition(None if self.run.fresh else cache_of(config) / "search")
            config.site_dir = str(self._publication.stage)
        return config

    def _prepare(self, config: MkDocsConfig) -> build.Prepared:
        prepared = build.prepare(
            self._content(config),
            site_of(config, self.run.as_of),
            None if self.run.fresh else cache_of(config),
            self.run.jobs,
            build.Terms(
                production=self.run.production,
                approval=self.config.require_approval,
                live=Path(config.site_dir).resolve(),
            ),
        )
        (self.run.report or _log)(prepared.problems)
        if prepared.has_errors:
            raise Abort(_stopped_by(prepared.problems))
        if config.strict and prepared.problems:
            raise Abort(f"--strict: {len(prepared.problems)} warnings. The site is unchanged.")
        return prepared

    def _shape(self, config: MkDocsConfig) -> None:
        """What the theme needs to know of the sections."""
        assert self._prepared
        shown = [
            {section.TITLE: f"{section.ADDRESS.strip('/')}/index.md"}
            for section in SECTIONS
            if hasattr(section, "TITLE") and section.ADDRESS in self._prepared.plan
        ]
        config.nav = [*shown, *(config.nav or [])]
        self._articles = Articles(theme_of(config))
        self._record_links = RecordLinks(self._target_of, self._picture_of)
        config.markdown_extensions.append(self._record_links)  # type: ignore[arg-type]
        updated = self._prepared.public.updated
        config.extra["policy"] = PAGE_POLICY
        config.extra["news"] = [
            (kind, address.lstrip("/"))
            for address, kind in urls.NEWS.items()
            if address in self._prepared.feeds
        ]
        config.extra["updated"] = f"{dates.day(updated)}更新" if updated else ""
        config.theme.static_templates.discard("sitemap.xml")
        config.theme.get_env = lean(config.theme.get_env)  # type: ignore[method-assign]

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        assert self._prepared
        content = self._content(config)
        footer = self._prepared.site.footer
        unused = left_out(content, read_written(content)[0], footer.urls)
        for file in list(files):
            if file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map"):
                files.remove(file)
            elif file.src_dir == config.docs_dir:
                if file.src_uri in unused or not Path(file.src_dir, file.src_uri).is_file():
                    files.remove(file)  # it was said why
            elif file.src_uri.startswith("assets/") and file.src_uri.count("/") == 1:
                self._stamp(file)
        # MkDocs builds the header from pages: the sections' own, which ours will replace.
        for address in [urls.HOME, *(s.ADDRESS for s in SECTIONS if hasattr(s, "ADDRESS"))]:
            name = f"{address.lstrip('/')}index.md"
            if address in self._prepared.plan and not files.get_file_from_path(name):
                files.append(File.generated(config, name, content=""))
        return files

    def _stamp(self, file: File) -> None:
        """Put a digest into the name of a file of the theme: it can be kept for ever, since what
        changes has another name."""
        name, _, suffix = file.src_uri.rpartition(".")
        digest = blake2b(file.content_bytes, digest_size=4).hexdigest()
        file.dest_uri = self._stamped[file.src_uri] = f"{name}.{digest}.{suffix}"
        file.url = file.dest_uri

    def _target_of(self, href: str, folder: str) -> Target | None:
        assert self._prepared
        to = links.resolve(href, folder)
        own = isinstance(to, links.ToPage) and href.startswith("/")
        if not isinstance(to, links.ToRecord) and not own:
            return None  # hand-written pages and drawings are MkDocs' to resolve
        return target_of(href, folder, self._prepared.public)

    def _picture_of(self, source: str, words: str, folder: str, address: str) -> str | None:
        assert self._prepared
        if not isinstance(links.resolve(source, folder), links.ToRecord):
            return None
        picture = picture_of(source, folder, address, self._prepared.public)
        return self._articles.figure(picture, urls.root(address), words)

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """As records are read. What cannot be was said; in a preview it has no words."""
        path = page.file.abs_src_path
        text = text_of(Path(path), path) if path else None
        return "" if isinstance(text, tuple) else text

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        self._record_links.address = _address(page)
        self._record_links.folder = f"{FOLDER}/{page.file.src_uri}".rpartition("/")[0]
        return markdown

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        assert self._prepared
        address = _address(page)
        if self._index and address not in self._prepared.plan and not page.meta.get("noindex"):
            self._index.add(document(address, str(page.title), html))
        return html

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        self._nav = nav
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        # Of the context, so that no name of this build is compiled into a template.
        env.filters["stamped"] = pass_context(lambda _, name: self._stamped.get(name, name))

        def chrome(kind: Kind, frame: Frame) -> str:
            assert self._nav is not None
            page = _page(kind, frame, config)
            context = get_context(self._nav, files, config, page)
            return env.get_template("main.html").render(context)

        self._chrome = chrome
        return env

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """The last act: render, and only when nothing went wrong, swap."""
        assert self._prepared
        assert self._chrome
        if config.strict and _warned():
            raise Abort("--strict: MkDocs warned. The site is unchanged.")
        if self.run.take:
            self.run.take(self._chrome)
            return
        publication = self._publication or InPlace(Path(config.site_dir))
        before = aftermath.before(self._publication, self._prepared) if self._publication else None
        try:
            output.publish(
                *(self._prepared, self._articles, self._chrome, publication, self._index),
                *(self.run.crew, self.run.progress, self.run.jobs),
            )
        except Unsound as error:
            (self.run.report or _log)(error.problems)
            raise Abort(_stopped_by(error.problems)) from error
        config.site_dir = str(publication.live)
        if self._publication and before:
            content = self._content(config)
            told = aftermath.follow(self._publication, self._prepared, content, before)
            if told:
                self.run.told(told)

    def on_build_error(self, error: Exception) -> None:
        self._tidy()

    def on_shutdown(self) -> None:
        self._tidy()

    def _tidy(self) -> None:
        if self._publication:
            self._publication.discard()

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Callable[..., Any]) -> Any:
        server.watch(str(self._content(config)))
        return server

    def _content(self, config: MkDocsConfig) -> Path:
        beside = Path(config.config_file_path).parent if config.config_file_path else Path()
        return self.run.content or beside / self.config.content


def site_of(config: MkDocsConfig, as_of: date | None = None) -> Site:
    """What all pages share, as mkdocs.yml says; built for the day *as_of*, else for today."""
    options = config.plugins["westbound"].config
    zone = ZoneInfo(options.timezone)
    return Site(
        name=config.site_name,
        url=config.site_url or "",
        as_of=as_of or datetime.now(zone).date(),
        hero_title=config.extra.get("hero_title") or config.site_name,
        hero_lead=config.extra.get("hero_lead", config.site_description or ""),
        timezone=options.timezone,
        student_number=options.student_number,
        footer=footer_of(Path(config.config_file_path), config.extra.get("footer")),
    )


def is_due(config_file: Path, as_of: date | None, site_dir: Path | None) -> bool:
    """Whether the published site must be built anew: it says so, or does not say."""
    with configured(config_file, Run(), site_dir) as config:
        today = site_of(config, as_of).as_of
        return health.is_overdue(Path(config.site_dir).resolve(), today) is not False


def for_readers(config: MkDocsConfig) -> tuple[build.Prepared, due.Due | None]:
    """What the records make of the site for readers, and the next day on which it must be built."""
    plugin = config.plugins["westbound"]
    assert isinstance(plugin, WestboundPlugin)
    content, site = content_of(config), site_of(config, plugin.run.as_of)
    found = read(content, Cache(cache_of(config)))
    terms = build.Terms(production=True, approval=plugin.config.require_approval)
    prepared = build.prepare_read(found, content, site, terms)
    return prepared, build.next_due(prepared, found, content)


def theme_of(config: MkDocsConfig) -> Path:
    """The folder of the site's own templates."""
    return Path(config.theme.custom_dir or config.theme.dirs[0])


def cache_of(config: MkDocsConfig) -> Path:
    """The folder for what was read before: of the project, and never of the site."""
    return Path(config.config_file_path or "").parent / ".cache" / "westbound"


@contextmanager
def configured(
    config_file: Path, run: Run, site_dir: Path | None = None, **settings: Any
) -> Iterator[MkDocsConfig]:
    """mkdocs.yml, with what the command line says instead.

    Raises :class:`Stopped` when it cannot be read; its text says why.
    """
    if not _NAMES_ARE_UTF8:
        raise Stopped(_SET_UTF8)
    if site_dir:
        settings["site_dir"] = str(site_dir)
    beside = config_file.absolute().parent
    config = MkDocsConfig(config_file_path=str(beside / config_file.name))
    with TemporaryDirectory() as empty:
        try:
            with config_file.open("rb") as file:
                config.load_file(file)
        except (MkDocsException, OSError) as error:
            raise Stopped(f"{config_file}: {error}") from error
        pages = run.content / FOLDER if run.content else beside / str(config.docs_dir)
        # Git drops an empty folder, and MkDocs wants one.
        settings["docs_dir"] = str(pages) if pages.is_dir() else empty
        config.load_dict(settings)
        _validate(config, config_file)
        plugin = config.plugins.get("westbound")
        if not isinstance(plugin, WestboundPlugin):
            raise Stopped(f"{config_file}: plugins: westbound is missing.")
        plugin.run = run
        content, site = content_of(config).resolve(), Path(config.site_dir).resolve()
        if pages.resolve() != content / FOLDER and not pages.is_dir():
            raise Stopped(f"{config_file}: docs_dir: {_NO_PAGES.format(pages, content / FOLDER)}")
        if content.is_relative_to(site) or site.is_relative_to(content):
            raise Stopped(unpublished(Refused("overlaps", site)))
        yield config


def _validate(config: MkDocsConfig, config_file: Path) -> None:
    errors, warnings = config.validate()
    for name, warning in warnings:
        log.warning("%s: %s: %s", config_file, name, masked(str(warning)))
    if any(name == "site_dir" for name, _ in errors):  # it overlaps docs_dir
        raise Stopped(unpublished(Refused("overlaps", Path(config.site_dir))))
    if errors:
        said = (f"{name}: {line}" for name, error in errors for line in str(error).splitlines())
        named = (_OPTION.sub(r"\1: \2", line) for line in said)
        raise Stopped("\n".join(f"{config_file}: {line}" for line in named))
    if config.strict and warnings:
        raise Stopped(f"--strict: {len(warnings)} warnings. The site is unchanged.")


def content_of(config: MkDocsConfig) -> Path:
    """The folder of the records."""
    plugin = config.plugins["westbound"]
    assert isinstance(plugin, WestboundPlugin)
    return plugin._content(config)


def build_site(
    config_file: Path, run: Run, site_dir: Path | None = None, strict: bool = False
) -> Path:
    """Build the site; where it is. Raises :class:`Stopped` when it cannot be built."""
    with (
        _no_cyclic_collection(),
        configured(config_file, run, site_dir, strict=strict) as config,
    ):
        # As the command ``mkdocs build`` does; MkDocs keeps a plugin's instance between builds.
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        except MkDocsException as error:
            raise Stopped(str(error)) from error
        except TemplateError as error:
            raise Stopped(f"{told(error)} 网站未改动。 (The site is unchanged.)") from error
        finally:
            config.plugins.on_shutdown()
        return Path(config.site_dir)


@contextmanager
def _no_cyclic_collection() -> Iterator[None]:
    """No garbage collection of cycles meanwhile: with 10,000 records it costs a fifth of a build."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _address(page: MkDocsPage) -> str:
    """Where a page of MkDocs' own stands."""
    return f"/{page.url}".replace("/./", "/")


def _page(kind: Kind, frame: Frame, config: MkDocsConfig) -> MkDocsPage:
    """A page of MkDocs' as Material's template expects it."""
    address = example_address(kind)
    page = MkDocsPage(
        frame.title, File.generated(config, f"{address[1:]}index.md", content=""), config
    )
    page.meta = {
        "title": frame.title,
        "description": frame.description,
        "template": kind.template,
        "section": kind.section.lstrip("/"),
        "noindex": kind.hidden,
        "onward": frame.onward,
        "structured": frame.structured,
    }
    page.canonical_url = frame.canonical if config.site_url else None
    page.content = frame.content
    return page


def _log(problems: Sequence[Problem]) -> None:
    for problem in problems:
        level = logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING
        log.log(level, "%s", problem.line_in(Language.ZH))


def _stopped_by(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return f"{errors} 处错误，网站未改动。 ({errors} errors; the site is unchanged.)"


_NO_PAGES = "没有文件夹 {}。手写的网页放在 {}。 (There is no such folder; pages belong there.)"
_OPTION = re.compile(r"Plugin '(\w+)' option '(\w+)'")
"""How MkDocs names an option of a plugin."""
_REFUSED = {
    "overlaps": "网站不能放在 {}：它和内容文件夹重叠。请换一个文件夹，例如 --site-dir site。"
    " (The site cannot go there: it overlaps the content folder. Use --site-dir site.)",
    "mount": "{} 是挂载点，换不了。请把网站放在它里面的一个文件夹：--site-dir {}/site。"
    " (A mount point cannot be exchanged: use a folder inside it.)",
    "file": "{} 是一个文件，请换一个文件夹。 (A file, not a folder.)",
    "foreign": "{} 里有别的文件，不像网站，没有动它。请换一个空的文件夹：--site-dir。"
    " (It holds other files and is no site: use an empty folder.)",
    "no-edition": "{} 以前的版本没有留下，回不去。 (No earlier edition is kept.)",
    "overdue": "上一版里有 {detail} 就到期的内容，不能再放出来。请改好内容，再生成一次。"
    " (The earlier edition holds what was due on {detail}: mend the content and build.)",
}


def unpublished(error: Busy | Refused) -> str:
    """Why nothing was published, and that the site is as it was."""
    if isinstance(error, Busy):
        why = f"另一个生成还占着网站：{error.holder}。 (Another build holds the site.)"
    else:
        why = _REFUSED[error.code].format(error.folder, error.folder, detail=error.detail)
    return f"{why} 网站未改动。 (The site is unchanged.)"


def _warned() -> bool:
    """Whether MkDocs' own counter, which it reads only after our last act, has counted any."""
    return any(
        handler.get_counts()
        for handler in logging.getLogger("mkdocs").handlers
        if isinstance(handler, CountHandler)
    )
