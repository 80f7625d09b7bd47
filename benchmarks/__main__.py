"""Build sites of synthetic records and print one Markdown table.

    python -m benchmarks [N ...] [--profile]
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks import content
from generator import build
from generator.pages.page import Site
from generator.rendering import render
from generator.rendering.articles import Articles
from generator.rendering.chrome import Chrome, kind_of

ROOT = Path(__file__).resolve().parent.parent
AS_OF = date(2026, 11, 24)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[300, 1000], metavar="N")
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    given = parser.parse_args()
    print("| records | pages | whole build | a page | a profile, rendered | largest page |")
    print("| --- | --- | --- | --- | --- | --- |")
    for count in given.counts:
        print(_row(count))
    if given.profile:
        _profile(given.counts[-1])


def _row(count: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        records, site = Path(folder) / "content", Path(folder) / "site"
        content.write(records, count)
        command = [sys.executable, "-m", "generator", "build", "--content", str(records)]
        command += ["--site-dir", str(site), "--as-of", AS_OF.isoformat()]
        started = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
        wall = time.perf_counter() - started
        pages = list(site.rglob("*.html"))
        largest = max(path.stat().st_size for path in pages)
        profile = _profile_page(records)
    return (
        f"| {count:,} | {len(pages):,} | {wall:.2f} s | {wall / len(pages) * 1000:.2f} ms "
        f"| {profile:.2f} ms | {largest / 1000:.1f} kB |"
    )


def _profile_page(records: Path) -> float:
    """Milliseconds that one profile takes from its view to its bytes."""
    site = Site("示例", "https://example.org/", AS_OF)
    prepared = build.prepare(records, site)
    pages = [page for page in prepared.plan.values() if page.template == "profile.html"]
    chromes = {kind_of(page): Chrome("wb0slot0content0x") for page in pages}
    articles = Articles(ROOT / "theme")
    started = time.perf_counter()
    for _ in render(pages, articles, chromes, site.url):
        pass
    return (time.perf_counter() - started) / len(pages) * 1000


def _profile(count: int) -> None:
    from generator.plugin import Run, build_site

    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "content"
        content.write(records, count)
        profiler = cProfile.Profile()
        run = Run(content=records, as_of=AS_OF, report=lambda problems: None)
        profiler.runcall(build_site, ROOT / "mkdocs.yml", run, Path(folder) / "site")
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
