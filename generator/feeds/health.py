"""``/health.json``: of which day the site is, and when it must be built anew (invariant 6).

A monitor that reads it notices a build that was missed: ``next_due`` lies in the past then.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

FILE = "health.json"


def file(built: date, next_due: date | None) -> tuple[str, bytes]:
    """The file's path and bytes."""
    said = {"built": built.isoformat(), "next_due": next_due.isoformat() if next_due else None}
    return FILE, (json.dumps(said) + "\n").encode()


def is_overdue(site: Path, today: date) -> bool | None:
    """Whether the site in a folder had to be built anew by *today*; None where it does not say."""
    try:
        said = json.loads((site / FILE).read_text("utf-8"))
        return said["next_due"] is not None and date.fromisoformat(said["next_due"]) <= today
    except (OSError, ValueError, TypeError, KeyError):
        return None
