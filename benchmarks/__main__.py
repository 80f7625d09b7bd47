"""Build synthetic records with Westbound and its peers, and print one Markdown table.

python -m benchmarks [N ...] [--peers NAME,...] [--rounds N] [--profile] [--growth] [--weight]
                     [--preview] [--cluster] [--write]
"""

from __future__ import annotations

import argparse
import shutil
import sys
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp

from benchmarks import cluster, content, growth, preview, stages, tables, weight
from benchmarks.compare import as_table, compare, programs
from benchmarks.peers import PEERS, Peer, westbound

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".cache" / "bench"
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
COUNTS = (300, 1000, 10_000)

_LEGEND = """\
Wall clock of the whole process; medians. *cold*: into a new folder, nothing kept from before.
*warm*: built again, nothing changed. *one edit*: one volunteer's summary changed. *CPU*: user and
system, all processes, cold. *peak memory*: the most that all processes of a build held at once.
All build the same records, two thirds volunteers, the rest events and stories. The peers have a
bare template: each record's page, 20 cohorts, a home page, volunteers, events and stories.
Westbound makes its whole site: people by cohort, province, college and project, months, tags.
It alone makes a search index as well; *Westbound-unsearched* is the same program without it."""


def main() -> None:
    """Measure, print, and write if asked."""
    given = _arguments()
    WORK.mkdir(parents=True, exist_ok=True)
    folder = Path(mkdtemp(prefix="run-", dir=WORK))
    try:
        text = _report(given, folder)
    finally:
        shutil.rmtree(folder)
    print(text)
    if given.write:
        RESULTS.write_text(f"# Benchmarks\n\n{text}\n", "utf-8")


def _report(given: argparse.Namespace, folder: Path) -> str:
    peers, lines = programs(given.peers, WORK)
    results = []
    for count in given.counts:
        rounds = given.rounds or (3 if count <= 1000 else 2)
        place = folder / f"compared-{count}"
        place.mkdir()
        found = compare(peers, count, rounds, place, _say)
        names = {result.name for result in found}
        failed = (peer.NAME for peer, _ in peers if peer.NAME not in names)
        lines += [f"- {name}: failed with {count:,} records." for name in failed]
        results += found
    parts = [tables.machine(), "\n".join(lines), as_table(results), _LEGEND]
    if given.profile:
        parts += [f"## Stages, {given.counts[-1]:,} records, cold", _stages(given, folder)]
    if given.growth:
        place = folder / "growth"
        place.mkdir()
        text = growth.growth(given.rounds or 1, place, _say)
        parts += [
            "## Growth\n\nWestbound alone: a cold build, and the largest page of each kind.",
            text,
        ]
    if given.weight:
        parts += ["## Weight", weight.report(_say)]
    if given.preview:
        _say("preview")
        parts += [
            "## Live preview\n\nFrom a saved edit of a summary to its text in Chromium.",
            preview.as_table([300, given.counts[-1]]),
        ]
    if given.cluster:
        _say("cluster")
        parts += ["## A cluster, when it is worth it", cluster.report(given.counts[-1])]
    return "\n\n".join(parts)


def _stages(given: argparse.Namespace, folder: Path) -> str:
    records, project = folder / "profiled" / "records", folder / "profiled" / "project"
    _say("stages")
    content.write(records, given.counts[-1])
    westbound.prepare(records, project)
    command = westbound.build(westbound.install(folder), project, again=False)
    return stages.stages(project, command)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=_first_line())
    add = parser.add_argument
    add("counts", nargs="*", type=int, default=list(COUNTS), metavar="N", help="how many records")
    names = ", ".join(peer.NAME.lower() for peer in PEERS)
    add("--peers", type=_peers, default=PEERS, metavar="A,B", help=f"only these of: {names}")
    add("--rounds", type=int, metavar="N", help="rounds; else 3 up to 1,000 records, 2 above")
    add("--profile", action="store_true", help="show where our time goes, by stage")
    add("--growth", action="store_true", help="time and size of a page from 1,000 to 20,000")
    add("--weight", action="store_true", help="what a visit loads, as benchmarks.weight says")
    add("--preview", action="store_true", help="how soon an edit shows in the browser")
    add("--cluster", action="store_true", help="one machine against a Dask cluster of two workers")
    add("--write", action="store_true", help="keep the results in benchmarks/RESULTS.md")
    return parser.parse_args()


def _first_line() -> str:
    return (__doc__ or "").partition("\n")[0]


def _peers(text: str) -> tuple[Peer, ...]:
    wanted = text.lower().split(",")
    found = tuple(peer for peer in PEERS if any(peer.NAME.lower().startswith(w) for w in wanted))
    if len(found) < len(wanted):
        raise argparse.ArgumentTypeError(f"{text}: not all of these are generators compared here")
    return found


def _say(what: str) -> None:
    print(f"{datetime.now():%H:%M:%S} {what}", file=sys.stderr)


if __name__ == "__main__":
    main()
