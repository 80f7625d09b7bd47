"""What a visit to each kind of page of the example site loads, in Chromium, through gzip.

    python -m benchmarks.weight

And what of the style sheets no page uses, at two widths, light, dark and printed.
"""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, Literal

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks import kinds
from benchmarks.peers.westbound import AS_OF
from benchmarks.tables import table
from tests.browser.serving import chromium

ROOT = Path(__file__).resolve().parent.parent
_TYPES = {"Document": "HTML", "Stylesheet": "CSS", "Script": "JS", "Image": "images"}
_WIDTHS = (360, 1280)
_Look = tuple[Literal["screen", "print"], Literal["light", "dark"]]
_LOOKS: tuple[_Look, ...] = (("screen", "light"), ("screen", "dark"), ("print", "light"))
_RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.[\w-]+")
_MOST = 15


def main() -> None:
    """Measure and print."""
    print(report(lambda what: print(what, file=sys.stderr)))


def report(say: Callable[[str], None]) -> str:
    """The tables."""
    with TemporaryDirectory() as folder, chromium() as browser:
        site = Path(folder) / "site"
        say("the example site")
        command = [sys.executable, "-m", "generator", "build", "--as-of", AS_OF]
        build = [*command, "--site-dir", str(site)]
        subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        pages = kinds.largest(site)
        with _served(site) as address:
            addresses = {kind: address + _url(path, site) for kind, path in pages.items()}
            say("what visits load")
            loads = _loads(browser, addresses)
            say("what style sheets are for")
            usage = _Usage(site)
            for kind, url in addresses.items():
                usage.add(browser, kind, url)
    return f"{loads}\n\n{usage.report()}"


def _url(path: Path, site: Path) -> str:
    return "/" + path.relative_to(site).as_posix().removesuffix("index.html")


class _Handler(SimpleHTTPRequestHandler):
    """A static host: text goes through gzip, assets may be kept, pages are asked for anew."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        kept = "no-store" if path.suffix == ".html" else "max-age=3600"
        self.send_header("Cache-Control", kept)
        if path.suffix in {".html", ".css", ".js", ".svg", ".json", ".xml"}:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _loads(browser: Browser, addresses: dict[str, str]) -> str:
    """What each kind loads: first with nothing kept, then with what the first visit left."""
    rows = []
    for kind, url in addresses.items():
        context = browser.new_context()
        page = context.new_page()
        first, later = (_load(page, url) for _ in range(2))
        context.close()
        parts = [f"{first[name] / 1024:.1f}" for name in _TYPES.values()]
        totals = [f"{sum(found.values()) / 1024:.1f}" for found in (first, later)]
        rows.append([kind, *parts, *totals])
    head = ["KiB, gzip, with headers", *_TYPES.values(), "first visit", "later visit"]
    return table(head, rows)


def _load(page: Page, url: str) -> Counter[str]:
    """Bytes by type."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    types: dict[str, str] = {}
    loaded: Counter[str] = Counter()

    def received(event: dict[str, Any]) -> None:
        types[event["requestId"]] = _TYPES.get(event["type"], "other")

    def finished(event: dict[str, Any]) -> None:
        loaded[types.get(event["requestId"], "other")] += int(event["encodedDataLength"])

    session.on("Network.responseReceived", received)
    session.on("Network.loadingFinished", finished)
    page.goto(url, wait_until="networkidle")
    session.detach()
    page.goto("about:blank")
    return loaded


class _Usage:
    """The parts of each style sheet that some page uses."""

    def __init__(self, site: Path) -> None:
        self._texts = {
            path.name: path.read_text("utf-8") for path in sorted(site.rglob("assets/**/*.css"))
        }
        self._used: dict[str, set[tuple[int, int]]] = defaultdict(set)
        self._kinds: dict[str, list[str]] = defaultdict(list)
        self._pages = 0

    def add(self, browser: Browser, kind: str, url: str) -> None:
        """Look at the page at *url* in every way."""
        self._pages += 1
        context = browser.new_context()
        page = context.new_page()
        session = context.new_cdp_session(page)
        sheets: dict[str, str] = {}

        def added(event: dict[str, Any]) -> None:
            header = event["header"]
            sheets[header["styleSheetId"]] = header["sourceURL"].rpartition("/")[2]

        session.on("CSS.styleSheetAdded", added)
        session.send("DOM.enable")
        session.send("CSS.enable")
        session.send("CSS.startRuleUsageTracking")
        page.goto(url, wait_until="load")
        self._look(page)
        for use in _used(session):
            name = sheets.get(use["styleSheetId"])
            if name in self._texts:
                self._used[name].add((int(use["startOffset"]), int(use["endOffset"])))
        for name in set(sheets.values()) & set(self._texts):
            self._kinds[name].append(kind)
        context.close()

    @staticmethod
    def _look(page: Page) -> None:
        for is_open in (False, True):
            page.evaluate(
                "open => document.querySelectorAll('details').forEach(one => one.open = open)",
                is_open,
            )
            for width in _WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                for media, scheme in _LOOKS:
                    page.emulate_media(media=media, color_scheme=scheme)
                    page.evaluate("document.body.offsetHeight")

    def report(self) -> str:
        """The sheets, and of the largest what no page uses."""
        rows, lists = [], []
        for name, text in self._texts.items():
            rules = list(_RULE.finditer(_COMMENT.sub(lambda found: " " * len(found[0]), text)))
            used, unused = "", Counter[str]()
            for rule in rules:
                if self._is_used(name, rule):
                    used += rule[0]
                else:
                    unused[_name(rule[1])] += len(rule[0].encode())
            share = unused.total() / (unused.total() + len(used.encode()))
            by = self._kinds[name]
            shown = ", ".join(by) if len(by) < self._pages else "every kind"
            rows.append([name, shown, _kib(text), _kib(used), f"{share:.0%}"])
            most = ", ".join(
                f"`{key}` {size / 1024:.1f}" for key, size in unused.most_common(_MOST)
            )
            lists.append(f"Most of what no page uses of {name}, in KiB: {most}.")
        head = ["style sheet", "loaded by", "KiB (gzip)", "used (gzip)", "rules no page uses"]
        note = (
            "Used by the example site, that is: rules for hover, focus, a chosen colour scheme and "
            "Markdown that no example page holds count as used by no page."
        )
        return "\n\n".join([table(head, rows), note, *lists])

    def _is_used(self, name: str, rule: re.Match[str]) -> bool:
        start = rule.end() - len(rule[0].lstrip())
        return any(start < end and begin < rule.end() for begin, end in self._used[name])


def _used(session: CDPSession) -> list[dict[str, Any]]:
    found = session.send("CSS.stopRuleUsageTracking")["ruleUsage"]
    return [use for use in found if use["used"]]


def _name(selector: str) -> str:
    """The first class of a selector that says more than "text", else the selector."""
    names = _CLASS.findall(selector)
    return next((name for name in names if name != ".md-typeset"), selector.strip()[:30])


def _kib(text: str) -> str:
    data = text.encode()
    return f"{len(data) / 1024:.1f} ({len(gzip.compress(data, 6)) / 1024:.1f})"


if __name__ == "__main__":
    main()
