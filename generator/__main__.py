"""``python -m generator`` is ``westbound``."""

from generator.cli import main

raise SystemExit(main())
