"""The preview's server: on this machine, for this machine's browser alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import quote, unquote, urlsplit

from watchfiles import watch

from generator.preview.content import Preview, type_of
from generator.preview.overlay import ASSETS, FOLDER

HOST = "127.0.0.1"
_NAMES = ("127.0.0.1", "localhost")
"""The names by which a browser may ask. A page elsewhere whose name was bent to this machine
(DNS rebinding) asks by its own."""
_HEARTBEAT = 15
"""Seconds after which an open page is told that nothing changed: so closed ones are noticed."""
_SETTLED, _STEP = 40, 10
"""Milliseconds without a further change after which a change is followed, and how often it is
looked: an editor's program may write a file in several steps."""


@contextmanager
def serve(preview: Preview, port: int) -> Iterator[ThreadingHTTPServer]:
    """A server of *preview* at *port* (0: any that is free), which follows the files meanwhile.

    ``serve_forever`` of what is given runs it. Raises :class:`OSError` when the port is taken.
    """
    server = _Server(preview, port)
    ended = Event()
    watcher = Thread(target=_follow, args=(preview, ended), daemon=True)
    watcher.start()
    try:
        yield server
    finally:
        ended.set()
        server.server_close()
        watcher.join()


def _follow(preview: Preview, ended: Event) -> None:
    changes = watch(
        *preview.watched, debounce=_SETTLED, step=_STEP, stop_event=ended, rust_timeout=500
    )
    for change in changes:
        preview.change({Path(path).resolve() for _, path in change})


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = False  # on Windows it would let two previews share a port

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        super().__init__((HOST, port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host not in _NAMES:
            self.send_error(HTTPStatus.FORBIDDEN, "Ask by 127.0.0.1")
            return
        path = unquote(urlsplit(self.path).path)
        if path == f"{FOLDER}events":
            self._events()
        elif path.startswith(FOLDER):
            self._own(path.removeprefix(FOLDER))
        elif not path.startswith(base := self.server.preview.base):
            self._send(HTTPStatus.FOUND, "", b"", location=base)
        else:
            self._page(f"/{path.removeprefix(base)}")

    do_HEAD = do_GET

    def _page(self, address: str) -> None:
        preview = self.server.preview
        if not address.endswith("/") and (page := preview.leads_to(address)):
            self._send(HTTPStatus.FOUND, "", b"", location=preview.base + quote(page[1:]))
            return
        answer = preview.answer(address)
        self._send(answer.status, answer.type, answer.body)

    def _own(self, name: str) -> None:
        path = ASSETS / name
        if path.parent == ASSETS and path.suffix in (".css", ".js") and path.is_file():
            self._send(HTTPStatus.OK, type_of(path), path.read_bytes())
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"")

    def _send(self, status: int, type: str, body: bytes, location: str = "") -> None:
        self.send_response(status)
        if type:
            self.send_header("Content-Type", type)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _events(self) -> None:
        """Server-sent events (HTML Living Standard, 9.2): the version, whenever it is another."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        known = -1
        try:
            while True:
                version = self.server.preview.wait(known, _HEARTBEAT)
                self.wfile.write(b": \n\n" if version == known else f"data: {version}\n\n".encode())
                self.wfile.flush()
                known = version
        except OSError:
            return  # the page was closed

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what an editor wants to know stands on the page."""
