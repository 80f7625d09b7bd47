"""Sites to build: an empty one for each test, and the example site, built once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

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
def origin(every_kind: Built) -> Iterator[str]:
    """Where the site with every kind of page is served."""
    with serving.served(every_kind.folder) as address:
        yield address
