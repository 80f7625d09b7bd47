"""A cluster against one machine: ``python -m benchmarks.cluster [N]``.

The same site is built by one process, by as many as the machine has, and by a Dask scheduler with
two worker processes on loopback. On one machine the last can only lose, since all share its
processors: the difference is what the cluster costs, which more machines have to earn back.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from distributed import LocalCluster

from benchmarks import content
from benchmarks.measure import Cost, run
from benchmarks.peers import westbound
from benchmarks.tables import seconds, table

_WHEN = """\
Two workers on one machine share its processors with the build, so the last row shows what a
cluster costs: each worker is sent all records once, and each page comes back over the network.
What more machines can take over is rendering alone, which is half of a build on one machine:
reading, linking, clearing, comparing and writing stay with the build. So a cluster is worth it
where rendering takes minutes: some 500,000 pages and more, templates many times as heavy as
these, and several idle machines beside the build's own. For a university, and for a province, it
is not: `--jobs` with the machine's own processors, and builds that render only what changed,
come first."""


def report(count: int) -> str:
    """The table, and what follows from it."""
    return f"{measure(count)}\n\n{_WHEN}"


def measure(count: int) -> str:
    """The table for *count* records."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        content.write(folder / "records", count)
        westbound.prepare(folder / "records", folder)
        ways = {"one process": ["--jobs", "1"], "two processes": ["--jobs", "2"]}
        costs = {name: _build(folder, name, arguments) for name, arguments in ways.items()}
        with LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        ) as local:
            name = "a Dask scheduler, two workers"
            costs[name] = _build(folder, name, ["--scheduler", local.scheduler_address])
        pages = sum(1 for _ in (folder / "one-process").rglob("*.html"))
    rows = [
        [name, seconds(cost.wall), seconds(cost.cpu), f"{pages / cost.wall:,.0f}"]
        for name, cost in costs.items()
    ]
    return f"{count:,} records, {pages:,} pages:\n\n" + table(
        ["who renders", "wall", "CPU of the build", "pages a second"], rows
    )


def _build(folder: Path, name: str, arguments: list[str]) -> Cost:
    site = folder / name.split(",")[0].replace(" ", "-")
    command = [sys.executable, "-m", "generator", "build", "--no-cache", "--as-of", westbound.AS_OF]
    return run([*command, "--site-dir", str(site), *arguments], folder)


if __name__ == "__main__":
    print(report(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
