"""``westbound serve``: the site in the browser, built anew when something changes."""

from __future__ import annotations

import argparse
import sys

from generator.cli import options
from generator.cli.language import Say

NAME = "serve"
SUMMARY = ("在浏览器里预览，改了就更新", "look at the site in a browser; it follows what you edit")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    options.content(one, say)
    one.add_argument(
        "--port",
        type=int,
        default=8000,
        metavar="N",
        help=say("端口，默认 8000", "the port; 8000 by default"),
    )
    options.as_of(one, say)
    options.config_file(one, say)


def run(given: argparse.Namespace, say: Say) -> int:
    """Serve until interrupted."""
    from generator import plugin

    asked = plugin.Run(content=given.content, as_of=given.as_of)
    try:
        plugin.serve_site(given.config_file, asked, "127.0.0.1", given.port)
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
