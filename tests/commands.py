"""Commands run as users run them: in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.site import ROOT, TODAY


def run(
    *arguments: str | Path, cwd: Path, module: str = "generator", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """``python -m generator`` (or another *module*) with *arguments*, in the folder *cwd*."""
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "LANG": "C.UTF-8",
        **environment,
    }
    for name in ("LC_ALL", "LC_MESSAGES", "FORCE_COLOR", "CLICOLOR_FORCE"):
        if name not in environment:
            surroundings.pop(name, None)
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=surroundings, capture_output=True, check=False, timeout=120
    )


def build(site, *arguments: str, as_of: str = TODAY, **environment: str):
    """``westbound build`` of *site*."""
    return run("build", "--as-of", as_of, *arguments, cwd=site.root, **environment)
