"""What the preview shows: the records as they are, or as they were when they last were right."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Condition, RLock
from urllib.parse import urlsplit

import jinja2

from generator import build, plugin, urls
from generator.images import Frame
from generator.images.files import Prints
from generator.pages import SECTIONS
from generator.pages.page import Page
from generator.preview import overlay
from generator.problems import Problem, Severity
from generator.reading import gathered, read_each, read_file
from generator.reading.cache import Cache
from generator.reading.folders import find
from generator.reading.pictures import read_pictures
from generator.records.media import Media
from generator.rendering import Planned, Renderer
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, Kind, kind_of, take
from generator.rendering.templates import told


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets."""

    status: int
    type: str
    body: bytes


_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
}
"""What Windows' registry may have otherwise."""


def type_of(path: Path) -> str:
    """The media type of a file."""
    return (
        _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    )


class Preview:
    """The site of one configuration, held in memory. Raises :class:`generator.plugin.Stopped` when
    mkdocs.yml cannot be read.
    """

    def __init__(
        self,
        config_file: Path,
        content: Path | None = None,
        as_of: date | None = None,
        report: Callable[[Sequence[Problem]], None] = lambda problems: None,
    ) -> None:
        self._config_file, self._given, self._as_of = config_file, content, as_of
        self._report = report
        self._lock = RLock()
        self._changed = Condition(self._lock)
        self.version = 0
        """Grows with each change that a browser should show."""
        self._stage = TemporaryDirectory(prefix="westbound-preview-")
        self._trouble = ""
        self._configure()
        self._read_all()
        self._prepare()
        self._draw()

    def close(self) -> None:
        """Remove what lies in the system's folder for temporary files."""
        self._stage.cleanup()

    @property
    def watched(self) -> list[Path]:
        """What is to be watched for changes."""
        return [path for path in (self.content, self._theme, self._config_file) if path.exists()]

    # What is there

    def _configure(self) -> None:
        run = plugin.Run(content=self._given, as_of=self._as_of)
        with plugin.configured(self._config_file, run) as config:
            self.content = plugin.content_of(config).resolve()
            self._theme = Path(config.theme.custom_dir or config.theme.dirs[0]).resolve()
            self._cache = plugin.cache_of(config)
            self._site = partial(plugin.site_of, config, self._as_of)
            self.base = urlsplit(config.site_url or "").path or "/"
        try:
            self._articles = Articles(self._theme)
        except jinja2.TemplateError as error:
            raise plugin.Stopped(told(error)) from error

    def _read_all(self) -> None:
        self._found = find(self.content)
        self._pictures = read_pictures(self.content, self._cache)
        cache = Cache(self._cache)
        read = read_each(self._found.files, cache)
        self._files = {one.file.path.resolve(): one for one in read}
        cache.save()

    def _read(self, paths: Collection[Path]) -> None:
        """Read anew what changed."""
        if any(path.exists() != (path in self._files) for path in paths):
            self._found = find(self.content)
        if any(path.is_relative_to(self.content / Media.collection) for path in paths):
            self._pictures = read_pictures(self.content, self._cache, jobs=1)
        known = {file.path.resolve(): file for file in self._found.files}
        again = [path for path in known if path in paths or path not in self._files]
        self._files = {path: one for path, one in self._files.items() if path in known}
        self._files |= {path: read_file(known[path], Cache()) for path in again}

    def _prepare(self) -> None:
        site = self._read_for = self._site()
        found = gathered(self._found, self._files.values(), self._pictures)
        now = build.prepare_read(found, self.content, site, build.Terms(preview=True))
        self._say(now.problems)
        if not now.has_errors or self.version == 0:
            self.prepared = now

    def _say(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        self._report(problems)

    @property
    def errors(self) -> list[Problem]:
        """What keeps the site from being built."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]

    # What changes

    def change(self, paths: Collection[Path]) -> None:
        """Follow what happened to the files at *paths*."""
        with self._lock:
            paths = {each for path in paths for each in (path, *self._within(path))}
            records = {path for path in paths if self._is_record(path)}
            inside = {path for path in paths if path.is_relative_to(self.content)}
            words = inside == records and self._words_only(records)
            if not words and inside:
                # A new folder may be all that is told of the files in it.
                self._read(inside)
                self._prepare()
            if any(path not in records for path in paths) or self._shape() != self._drawn:
                self._draw()
            self.version += 1
            self._changed.notify_all()

    def _within(self, folder: Path) -> list[Path]:
        """The records that are in *folder*, or were: when it comes or goes as a whole, the system
        may tell of nothing else."""
        if folder.suffix or folder.parent != self.content:
            return []
        return [*folder.glob("*.yml"), *(path for path in self._files if path.parent == folder)]

    def _is_record(self, path: Path) -> bool:
        return path in self._files or (path.suffix == ".yml" and path.parent.parent == self.content)

    def _words_only(self, records: Collection[Path]) -> bool:
        """Whether the change was one of words in one record, and is followed already."""
        if len(records) != 1:
            return False
        (path,) = records
        if path not in self._files or not path.exists():
            return False
        now = read_file(self._files[path].file, Cache())
        others = [problem for problem in self.problems if problem.file != now.file.shown]
        if now.outcome.record is None and now.outcome.problems:
            # What was right last stays on the page, and under all that refers to it.
            self._files[path] = now
            self._say((*others, *now.outcome.problems))
            return True
        if any(problem.severity is Severity.ERROR for problem in others):
            return False
        made = build.reworded(self.prepared, self.content, now)
        if made is None or made.site != self._site():
            return False
        self._files[path] = now
        self._say(made.problems)
        if not made.has_errors:
            self.prepared = made
        return True

    def wait(self, version: int, seconds: float) -> int:
        """The version, as soon as it is another than *version*, or after some *seconds*."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, seconds)
            return self.version

    # What is shown

    def _shape(self) -> tuple[object, ...]:
        """What of the records MkDocs' own files depend on."""
        sections = [s for s in SECTIONS if getattr(s, "ADDRESS", None) in self.prepared.plan]
        answers = map(self.prepared.public.questions.digest, self._by_hand)
        return (tuple(s.__name__ for s in sections), self.prepared.public.updated, *answers)

    def _draw(self) -> None:
        """Have MkDocs make its own files, and the theme's templates read anew."""
        self._trouble = ""
        try:
            self._configure()  # where that fails, what was drawn before stays
            self._chromes: dict[Kind, Chrome] = {}
            if self._site() != self._read_for:
                self._prepare()
            run = plugin.Run(content=self._given, prepared=self.prepared, take=self._take_chrome)
            plugin.build_site(self._config_file, run, Path(self._stage.name))
        except plugin.Stopped as stopped:
            self._trouble = str(stopped)
        except jinja2.TemplateError as error:
            self._trouble = told(error)
        self._by_hand = tuple(self.prepared.public.asked)
        self._drawn = self._shape()

    def _take_chrome(self, chrome: plugin.DrawChrome) -> None:
        self._chrome = chrome

    def answer(self, address: str) -> Answer:
        """The page at *address*, or the file; with what is wrong laid over it."""
        with self._lock:
            if self._as_of is None and self._site().as_of != self.prepared.site.as_of:
                self._prepare()  # it is another day
            prepared = self.prepared
        if address.startswith(urls.PICTURES):
            return _picture(address, prepared)
        with self._lock:
            status, page = 200, self.prepared.plan.get(address)
            try:
                html = self._made(page).decode() if page else None
            except jinja2.TemplateError as error:
                self._trouble, html = told(error), "<!doctype html><body></body>"
            if html is None and (feed := self.prepared.feeds.get(address)):
                return Answer(200, type_of(Path(address)), self._made(feed))
            if html is None:
                file = self._static(address)
                if file is None:
                    status, file = 404, Path(self._stage.name, "404.html")
                if file.suffix != ".html":
                    return Answer(status, type_of(file), file.read_bytes())
                html = file.read_text("utf-8") if file.exists() else "<!doctype html><body></body>"
            laid = overlay.over(html, self._over(page), self.version)
            return Answer(status, "text/html; charset=utf-8", laid.encode())

    def _made(self, planned: Planned) -> bytes:
        if isinstance(planned, Page) and kind_of(planned) not in self._chromes:
            self._chromes |= take([planned], self._chrome)
        renderer = Renderer(self.prepared.public, self.prepared.site, self._articles, self._chromes)
        return renderer.render(planned).data

    def _static(self, address: str) -> Path | None:
        root = Path(self._stage.name).resolve()
        path = (root / address.lstrip("/")).resolve()
        if not path.is_relative_to(root):
            return None
        path = path / "index.html" if address.endswith("/") else path
        return path if path.is_file() else None

    def leads_to(self, address: str) -> str | None:
        """The address of the page that *address* means, which lacks its last slash."""
        page = f"{address}/"
        return page if page in self.prepared.plan or self._static(page) else None

    def _over(self, page: Page | None) -> overlay.Over:
        keys = [tuple(name.split("/", 1)) for name in page.made_from] if page else []
        waiting = self.prepared.clearance.waiting
        word = next((waiting[key] for key in keys if key in waiting), "")  # type: ignore[index]
        return overlay.Over(self.errors, self.content.parent, self._trouble, word)


def _picture(address: str, prepared: build.Prepared) -> Answer:
    """A picture, as a page shows it; made when it is asked for, and kept."""
    name = address.removeprefix(urls.PICTURES)
    media = prepared.public.noting().all(Media)
    prints = Prints(((item.file, frame) for item in media for frame in Frame), prepared.pictures)
    try:
        found = dict(prints.made({name})).get(name)
    except OSError:
        found = None  # it changed just now: the page is about to be shown anew
    if found is None:
        return Answer(404, "text/plain", b"")
    return Answer(200, type_of(Path(name)), found)
