"""``westbound serve``: the site in the browser, built anew when something changes."""

from __future__ import annotations

import argparse
import sys
from urllib.parse import urlsplit

from generator.cli import options
from generator.cli.language import Say

NAME = "serve"
HOST = "127.0.0.1"
SUMMARY = ("在浏览器里预览，改了就更新", "look at the site in a browser; it follows what you edit")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    options.content(one, say)
    options.port(one, say)
    options.as_of(one, say)
    options.config_file(one, say)


def run(given: argparse.Namespace, say: Say) -> int:
    """Serve until interrupted."""
    from generator import plugin

    asked = plugin.Run(content=given.content, as_of=given.as_of)
    try:
        with plugin.configured(given.config_file, asked) as config:
            path = urlsplit(config.site_url or "").path or "/"
    except plugin.Stopped as stopped:
        print(stopped, file=sys.stderr)
        return 2
    address = f"http://{HOST}:{given.port}{path}"
    print(
        say(f"预览：{address}（按 Ctrl+C 结束）", f"Preview: {address} (Ctrl+C ends it)"),
        flush=True,
    )
    try:
        plugin.serve_site(given.config_file, asked, HOST, given.port)
    except plugin.Stopped as stopped:
        print(stopped, file=sys.stderr)
        return 1
    except OSError as error:
        wrong = say(
            f"端口 {given.port} 打不开（{error.strerror}）。换一个：--port {given.port + 1}",
            f"Port {given.port} cannot be opened ({error.strerror}). Try --port {given.port + 1}",
        )
        print(wrong, file=sys.stderr)
        return 2
    return 0
