"""Time and size of a page as the records grow, for Westbound alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks import content, kinds
from benchmarks.measure import run
from benchmarks.peers import bare, westbound
from benchmarks.tables import seconds, table

COUNTS = (1000, 2000, 5000, 10_000, 20_000)


def growth(rounds: int, folder: Path, say: Callable[[str], None]) -> str:
    """The table: cold builds of *COUNTS*, taking turns."""
    program = westbound.install(folder)
    walls: dict[int, list[float]] = {count: [] for count in COUNTS}
    for number in range(rounds):
        for count in COUNTS:
            say(f"growth, {count:,} records, round {number + 1} of {rounds}")
            records, place = folder / f"records-{count}", folder / f"{count}-{number}"
            if not number:
                content.write(records, count)
            westbound.prepare(records, place)
            walls[count].append(run(westbound.build(program, place, again=False), place).wall)
    found = {count: kinds.largest(folder / f"{count}-0" / bare.SITE) for count in COUNTS}
    names = list(found[COUNTS[-1]])
    rows = []
    for count in COUNTS:
        pages = sum(1 for _ in (folder / f"{count}-0" / bare.SITE).rglob("*.html"))
        wall = median(walls[count])
        sizes = [found[count][name].stat().st_size / 1000 for name in names]
        rows.append(
            [
                *(f"{count:,}", f"{pages:,}", seconds(wall), f"{wall / pages * 1000:.2f} ms"),
                *(f"{size:.1f} kB" for size in sizes),
            ]
        )
    return table(["records", "pages", "cold", "a page", *names], rows)
