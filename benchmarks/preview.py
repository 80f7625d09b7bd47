"""The live preview: how long from a saved edit to its text in the browser.

``python -m benchmarks.preview [N]`` edits one volunteer's summary 20 times in a site of *N*
records under ``westbound serve``, and watches it in Chromium.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from benchmarks import content
from benchmarks.peers import westbound
from benchmarks.tables import table
from generator.preview import Preview, serve
from tests.browser.serving import chromium

EDITS = 20


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, float]]:
    """The address of a preview, and the seconds that it took to be there."""
    started = time.perf_counter()
    preview = Preview(folder / "mkdocs.yml")
    with serve(preview, 0) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", time.perf_counter() - started
        server.shutdown()
    preview.close()


def measure(count: int) -> tuple[float, list[float]]:
    """Seconds until the preview is there, and from each edit to its text in the browser."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        content.write(folder / "records", count)
        westbound.prepare(folder / "records", folder)
        record = folder / "content" / "volunteers" / "v00007.yml"
        with _served(folder) as (address, start), chromium() as browser:
            page = browser.new_page()
            page.goto(f"{address}/volunteers/v00007/")
            spent = []
            for number in range(EDITS):
                words = f"改了第{number}次。"
                text = re.sub(r"(?m)^summary: .*$", f"summary: {words}", record.read_text("utf-8"))
                time.sleep(0.3)
                before = time.perf_counter()
                record.write_text(text, "utf-8")
                page.wait_for_function(
                    "words => document.body.innerText.includes(words)", arg=words
                )
                spent.append(time.perf_counter() - before)
            return start, spent


def as_table(counts: list[int]) -> str:
    """A row for each number of records."""
    rows = []
    for count in counts:
        start, spent = measure(count)
        ordered = sorted(spent)
        rows.append(
            [
                f"{count:,}",
                f"{start:.1f} s",
                *(f"{part * 1000:.0f} ms" for part in (statistics.median(ordered), ordered[-1])),
            ]
        )
    return table(["records", "until it is there", "an edit, median", "worst of 20"], rows)


if __name__ == "__main__":
    print(as_table([int(given) for given in sys.argv[1:]] or [300, 10_000]))
