"""MkDocs' events, forwarded to the stages. The only module that imports MkDocs.

MkDocs renders the hand-written pages and Material gives the look; the rest is ours. The order of
MkDocs' events makes the rules here: it empties ``site_dir`` before it reads anything, so that
folder is pointed aside until the new site is whole.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from jinja2 import Environment
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.build import get_context
from mkdocs.config import base, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler

from generator import build, links, urls
from generator.pages import SECTIONS, dates
from generator.pages.components import Target
from generator.pages.page import Site
from generator.pages.prose import target_of
from generator.problems import Language, Problem, Severity
from generator.publishing import InPlace, Publication
from generator.rendering import Crew, Progress, here
from generator.rendering.chrome import Frame, Kind, example_address
from generator.rendering.written import RecordLinks, document
from generator.search import Edition
from generator.written import FOLDER

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.westbound")

Report = Callable[[Sequence[Problem]], None]
"""Shows problems to whoever builds."""

_UNUSED = (
    *("assets/javascripts/", "assets/stylesheets/palette.", "assets/images/favicon.png"),
    "sitemap.xml",
)
"""What Material and MkDocs bring and our pages do not load."""


class Config(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    content = option.Type(str, default="content")
    timezone = option.Type(str, default="Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class Run:
    """What a command asks of one build, beyond what mkdocs.yml says."""

    content: Path | None = None
    as_of: date | None = None
    report: Report | None = None
    progress: Progress = lambda *_: None
    fresh: bool = False
    """Whether nothing that earlier builds left may be used."""
    jobs: int | None = 1
    """How many processes may read; None for as many as pay."""
    crew: Crew = here
    """Makes the pages."""


class Stopped(Exception):
    """The site cannot be built: the content has errors, or mkdocs.yml has. It was said why."""


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
        self._chrome: Callable[[Kind, Frame], str] | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._reset()
        prepared = build.prepare(
            self._content(config),
            site_of(config, self.run.as_of),
            None if self.run.fresh else cache_of(config),
            self.run.jobs,
        )
        (self.run.report or _log)(prepared.problems)
        if prepared.has_errors:
            raise Abort(_stopped_by(prepared.problems))
        if config.strict and prepared.problems:
            raise Abort(f"--strict: {len(prepared.problems)} warnings. The site is unchanged.")
        self._prepared = prepared
        self._shape(config)
        if not self._serving:
            # MkDocs is about to empty its site_dir: let that be a folder of its own.
            live = Path(config.site_dir).resolve()
            self._publication = Publication(live, fresh=self.run.fresh)
            self._index = Edition(None if self.run.fresh else cache_of(config) / "search")
            config.site_dir = str(self._publication.stage)
        return config

    def _shape(self, config: MkDocsConfig) -> None:
        """What the theme needs to know of the sections."""
        assert self._prepared
        shown = [
            {section.TITLE: f"{section.ADDRESS.strip('/')}/index.md"}
            for section in SECTIONS
            if hasattr(section, "TITLE") and section.ADDRESS in self._prepared.plan
        ]
        config.nav = [*shown, *(config.nav or [])]
        self._record_links = RecordLinks(self._target_of)
        config.markdown_extensions.append(self._record_links)  # type: ignore[arg-type]
        updated = self._prepared.public.updated
        config.extra["updated"] = f"{dates.day(updated)}更新" if updated else ""
        config.theme.static_templates.discard("sitemap.xml")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        assert self._prepared
        for file in list(files):
            if file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map"):
                files.remove(file)
        # MkDocs builds the header from pages: the sections' own, which ours will replace.
        for address in [urls.HOME, *(s.ADDRESS for s in SECTIONS if hasattr(s, "ADDRESS"))]:
            name = f"{address.lstrip('/')}index.md"
            if address in self._prepared.plan and not files.get_file_from_path(name):
                files.append(File.generated(config, name, content=""))
        return files

    def _target_of(self, href: str) -> Target | None:
        assert self._prepared
        if not isinstance(links.resolve(href, FOLDER), links.ToRecord):
            return None  # pages and pictures are MkDocs' to resolve
        return target_of(href, FOLDER, self._prepared.public)

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        self._record_links.address = _address(page)
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
        publication = self._publication or InPlace(Path(config.site_dir))
        theme = Path(config.theme.custom_dir or config.theme.dirs[0])
        build.publish(
            *(self._prepared, theme, self._chrome, publication, self._index),
            *(self.run.crew, self.run.progress),
        )
        config.site_dir = str(publication.live)

    def on_build_error(self, error: Exception) -> None:
        self._tidy()

    def on_shutdown(self) -> None:
        self._tidy()

    def _tidy(self) -> None:
        if self._publication:
            self._publication.discard()

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        server.watch(str(self._content(config)))
        return server

    def _content(self, config: MkDocsConfig) -> Path:
        beside = Path(config.config_file_path).parent if config.config_file_path else Path()
        return self.run.content or beside / self.config.content


def site_of(config: MkDocsConfig, as_of: date | None = None) -> Site:
    """What all pages share, as mkdocs.yml says; built for the day *as_of*, else for today."""
    zone = ZoneInfo(config.plugins["westbound"].config.timezone)
    return Site(
        name=config.site_name,
        url=config.site_url or "",
        as_of=as_of or datetime.now(zone).date(),
        hero_title=config.extra.get("hero_title") or config.site_name,
        hero_lead=config.extra.get("hero_lead", config.site_description or ""),
    )


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
    if site_dir:
        settings["site_dir"] = str(site_dir)
    with TemporaryDirectory() as empty:
        if run.content:
            pages = run.content / "pages"
            settings["docs_dir"] = str(pages) if pages.is_dir() else empty
        try:
            config = load_config(str(config_file), **settings)
        except MkDocsException as error:
            raise Stopped(str(error)) from error
        plugin = config.plugins.get("westbound")
        if not isinstance(plugin, WestboundPlugin):
            raise Stopped(f"{config_file}: plugins: westbound is missing.")
        plugin.run = run
        yield config


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
        except Abort as error:
            raise Stopped(str(error)) from error
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


def serve_site(config_file: Path, run: Run, host: str, port: int) -> None:
    """Serve the site with MkDocs' own server, and build it anew when something changes."""
    # MkDocs loads the configuration anew for each build, so what the command says goes with it.
    from mkdocs.commands.serve import (
        serve as mkdocs_serve,
    )  # brings a server, which builds need not

    WestboundPlugin.run = replace(run)
    try:
        mkdocs_serve(str(config_file), dev_addr=f"{host}:{port}")
    except Abort as error:
        raise Stopped(str(error)) from error


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


def _warned() -> bool:
    """Whether MkDocs' own counter, which it reads only after our last act, has counted any."""
    return any(
        handler.get_counts()
        for handler in logging.getLogger("mkdocs").handlers
        if isinstance(handler, CountHandler)
    )
