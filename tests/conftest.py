"""Sites to build: an empty one for each test, and the example site, built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.search import Asker, write
from generator.plugin import Run, build_site
from tests.browser import serving
from tests.site import ROOT, TODAY, Built, Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty content folder, and the real theme."""
    return Site(tmp_path)


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The checkout's own content, built once."""
    folder = tmp_path_factory.mktemp("example") / "site"
    build_site(ROOT / "mkdocs.yml", Run(as_of=date.fromisoformat(TODAY)), folder)
    return Built(folder)


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The example content and a withdrawn volunteer, so that every kind of page is there."""
    root = tmp_path_factory.mktemp("every-kind")
    shutil.copytree(ROOT / "content", root / "content")
    tombstone = root / "content" / "volunteers" / "wb2022-001.yml"
    tombstone.write_text("withdrawn:\n  on: 2026-11-01\n", "utf-8")
    run = Run(content=root / "content", as_of=date.fromisoformat(TODAY))
    build_site(ROOT / "mkdocs.yml", run, root / "site")
    return Built(root / "site")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser."""
    with serving.chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def searching(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[Built], Callable[..., list[str]]]]:
    """Gives what asks a site's index, as it is then: a query → the addresses of what is found."""
    with ExitStack() as stack:

        def asks(site: Built) -> Callable[..., list[str]]:
            folder = tmp_path_factory.mktemp("asked")
            index = (
                (name, data) for name, data in site.files.items() if name.startswith("search/")
            )
            write(((name.removeprefix("search/"), data) for name, data in index), folder)
            page = stack.enter_context(chromium.new_page())
            asker = Asker(page, stack.enter_context(serving.served(folder)))

            def ask(query: str, **options: object) -> list[str]:
                found = asker.ask(query, **{"limit": 1000, **options})["results"]
                return [result["address"] for result in found]

            return ask

        yield asks


@pytest.fixture(scope="session")
def origin(every_kind: Built) -> Iterator[str]:
    """Where the site with every kind of page is served."""
    with serving.served(every_kind.folder) as address:
        yield address
