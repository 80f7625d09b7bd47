"""The servers' rules, on a real nginx."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager

import pytest

from tests.browser.serving import served

CONFIG = """\
{user}
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; application/xml xml; }}
  access_log off;
  {temp}
  include {deploy}/nginx-http.conf;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    absolute_redirect off;
    include {deploy}/nginx-server.conf;
  }}
}}
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def nginx(site, folder):
    """A real nginx that serves *site* by the rules that its build wrote."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin")
    assert program, "nginx is missing. Run `make browser`, which installs it."
    folder.mkdir()
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temp = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    port = free_port()
    text = CONFIG.format(
        folder=folder,
        port=port,
        user="user root;" if os.geteuid() == 0 else "",
        temp=temp,
        site=site.folder,
        deploy=site.root / "deploy",
    )
    (folder / "nginx.conf").write_text(text, "utf-8")
    process = subprocess.Popen([program, "-c", str(folder / "nginx.conf")], stderr=subprocess.PIPE)
    try:
        for _ in range(100):
            assert process.poll() is None, process.stderr.read().decode()
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def ask(site, tmp_path):
    """What nginx answers for a site with a story, an old address, a tombstone and a calendar."""
    site.add("stories/x", title="示例故事", aliases=["/stories/old/", "/was/"])
    site.write("volunteers/gone.yml", "withdrawn:\n  on: 2026-11-01\n")
    site.build()
    (site.folder / "calendar.ics").write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "utf-8")
    (site.folder / ".secret").write_text("x", "utf-8")
    for address in ("notices/any", "notices"):  # records of that kind have no page yet
        (site.folder / address).mkdir(parents=True, exist_ok=True)
        (site.folder / address / "index.html").write_text("<!doctype html><p>x", "utf-8")
    with nginx(site, tmp_path / "nginx") as port:

        def ask(path, **headers):
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.text = answer.read()
            return answer

        yield ask


def test_nginx_answers_as_the_rules_say(site, ask):
    """200, 301, 410, 404, each with the page that belongs to it."""
    page = ask("/stories/x/")
    assert page.status == 200
    assert "示例故事" in page.text.decode()
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"

    for old in ("/stories/old/", "/was/"):
        moved = ask(old)
        assert (moved.status, moved.headers["Location"]) == (301, "/stories/x/")

    gone = ask("/volunteers/gone/")
    assert gone.status == 410
    assert "撤下" in gone.text.decode()
    assert gone.headers["X-Robots-Tag"] == "noindex"

    missing = ask("/stories/never/")
    assert missing.status == 404
    assert "没有这一页" in missing.text.decode()
    assert ask("/.secret").status == 404
    assert page.headers["X-Robots-Tag"] is None
    assert ask("/notices/any/").headers["X-Robots-Tag"] == "noindex"
    assert ask("/notices/").headers["X-Robots-Tag"] is None


def test_every_answer_carries_the_headers(site, ask):
    """What a page may load, whatever the status."""
    for path in ("/stories/x/", "/volunteers/gone/", "/stories/never/", "/stories/old/"):
        headers = ask(path).headers
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Strict-Transport-Security"].startswith("max-age=")
        assert headers["Referrer-Policy"]


def test_only_what_is_made_for_it_may_be_framed(site, tmp_path):
    """By any site; every other page by none."""
    site.add("events/talk")
    site.build()
    with nginx(site, tmp_path / "nginx") as port:

        def headers(path):
            connection = http.client.HTTPConnection("127.0.0.1", port)
            connection.request("GET", path)
            return connection.getresponse()

        for path in ("/embed/events/", "/embed/events/kind/briefing/"):
            framed = headers(path)
            assert framed.status == 200
            assert "frame-ancestors *" in framed.headers["Content-Security-Policy"]
            assert "script-src 'self'" in framed.headers["Content-Security-Policy"]
            assert framed.headers["X-Frame-Options"] is None
            assert framed.headers["X-Robots-Tag"] == "noindex"
        for path in ("/", "/events/", "/events/talk/", "/calendar/", "/embedded/", "/embed/no/"):
            other = headers(path).headers
            refused = "frame-ancestors 'none'" in other["Content-Security-Policy"]
            assert (refused, other["X-Frame-Options"]) == (True, "DENY"), path


def test_a_browser_shows_the_embed_in_a_frame_and_nothing_else(site, tmp_path, chromium):
    """On another site; its links lead out of the frame."""
    site.add("events/talk", title="示例宣讲会", dates=[{"start": "2099-12-03"}])
    site.build()
    outside = tmp_path / "outside"
    outside.mkdir()
    with nginx(site, tmp_path / "nginx") as port, served(outside) as origin:
        here = f"http://127.0.0.1:{port}"
        frames = "".join(f'<iframe src="{here}{one}"></iframe>' for one in ("/embed/events/", "/"))
        (outside / "index.html").write_text(frames, "utf-8")
        page = chromium.new_page()
        page.goto(f"{origin}/")
        page.wait_for_load_state("networkidle")
        shown, refused = page.main_frame.child_frames
        assert shown.get_by_text("示例宣讲会").is_visible()
        assert refused.url.startswith("chrome-error:")
        shown.get_by_role("link", name="示例宣讲会").click()
        page.wait_for_url(f"{here}/events/talk/")
        page.close()


def test_what_never_changes_is_kept_and_pages_are_asked_for_again(site, ask):
    """A second visit costs a 304."""
    (css,) = [name for name in site.files if "westbound." in name]

    kept, page = ask(f"/{css}"), ask("/stories/x/")

    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert page.headers["Cache-Control"] == "no-cache"
    again = ask("/stories/x/", **{"If-None-Match": page.headers["ETag"]})
    assert again.status == 304


def test_a_calendar_is_one(site, ask):
    """Programs subscribe by the media type (RFC 5545, 8.1)."""
    assert ask("/calendar.ics").headers["Content-Type"].startswith("text/calendar")


def test_a_feed_is_one(site, ask):
    """Readers tell it by the media type (RFC 4287, 7; JSON Feed 1.1)."""
    site.add("events/talk")
    site.build()

    assert ask("/events/feed.xml").headers["Content-Type"].startswith("application/atom+xml")
    assert ask("/events/feed.json").headers["Content-Type"].startswith("application/feed+json")
    assert "frame-ancestors" in ask("/events/feed.xml").headers["Content-Security-Policy"]


def test_the_pages_work_under_the_policy(site, ask, chromium):
    """Nothing of a page is refused by it: the console is silent."""
    site.add("volunteers/a")
    site.build()
    port = ask.__closure__[0].cell_contents
    page = chromium.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    for path in ("/", "/stories/x/", "/volunteers/a/"):
        page.goto(f"http://127.0.0.1:{port}{path}")
    page.close()

    assert said == []


def test_other_servers_rules_say_the_same(site, ask):
    """Apache's, and those of hosts that read _redirects and _headers."""
    folder = site.root / "deploy"
    apache, redirects, headers = (
        (folder / name).read_text("utf-8") for name in ("htaccess", "_redirects", "_headers")
    )

    assert 'RewriteRule "^stories/old/$" "/stories/x/" [R=301,L]' in apache
    assert 'RewriteRule "^volunteers/gone/$" - [G,L' in apache
    assert "/stories/old/ /stories/x/ 301" in redirects.splitlines()
    assert any(
        line.startswith("/volunteers/gone/ ") and "410" in line for line in redirects.splitlines()
    )
    assert "  Content-Security-Policy: default-src 'none'" in headers
    assert not (site.folder / "_redirects").exists()
    embedded = headers.partition("\n/embed/*\n")[2].partition("\n/")[0]
    assert "frame-ancestors *" in embedded
    assert "  ! X-Frame-Options" in embedded.splitlines()
    assert "frame-ancestors 'none'" in headers.partition("\n/embed/*\n")[0]
    assert apache.index("frame-ancestors 'none'") < apache.index("frame-ancestors *")
    assert 'Header always unset X-Frame-Options "expr=%{REQUEST_URI} =~ m#^/embed/#"' in apache
