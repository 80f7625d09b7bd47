"""Westbound without its search index: ``python unsearched.py ARGUMENT ...`` is ``westbound ARGUMENT ...``."""

from __future__ import annotations

import sys

from generator import plugin
from generator.cli import main

if __name__ == "__main__":
    plugin.Edition = lambda folder: None  # type: ignore[assignment,misc,return-value]
    sys.exit(main(sys.argv[1:]))
