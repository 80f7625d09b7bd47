"""Another library than wrote the calendars reads them: ical.js, run by Node.js."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.site import ROOT

VERSION = "2.2.1"
FOLDER = ROOT / ".cache" / "ical.js"

Parse = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="session")
def library() -> Path:
    """ical.js; fetched once."""
    module = FOLDER / VERSION / "node_modules" / "ical.js"
    if not module.is_dir():
        npm = shutil.which("npm")
        assert npm, "Install Node.js with npm, then run this again."
        where = ["--prefix", str(FOLDER / VERSION)]
        quiet = ["--silent", "--no-save", "--no-package-lock"]
        subprocess.run([npm, "install", *where, *quiet, f"ical.js@{VERSION}"], check=True)
    return module / "dist" / "ical.js"


@pytest.fixture(scope="session")
def parse(library: Path) -> Parse:
    """Reads calendars, as a reader in *zone* sees them."""

    def parse(*calendars: bytes, zone: str = "Asia/Shanghai") -> list[dict[str, Any]]:
        done = subprocess.run(
            ["node", str(Path(__file__).with_name("parse.mjs")), str(library)],
            input=json.dumps([data.decode() for data in calendars]).encode(),
            env={**os.environ, "TZ": zone},
            capture_output=True,
            check=True,
        )
        read: list[dict[str, Any]] = json.loads(done.stdout)
        return read

    return parse
