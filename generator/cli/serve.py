"""``westbound serve``: the site in the browser, a moment after each edit."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from generator.cli import options
from generator.cli.language import Say
from generator.cli.terminal import show
from generator.problems import Problem

NAME = "serve"
SUMMARY = ("在浏览器里预览，改了就更新", "look at the site in a browser; it follows what you edit")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    options.content(one, say)
    options.port(one, say)
    options.as_of(one, say)
    options.config_file(one, say)


def run(given: argparse.Namespace, say: Say) -> int:
    """Serve until interrupted; print what is wrong each time that it changes."""
    from generator import plugin
    from generator.preview import HOST, Preview, serve

    logging.basicConfig(format="%(message)s", level=logging.ERROR, stream=sys.stderr)
    said: list[Problem] = []

    def report(problems: Sequence[Problem]) -> None:
        if list(problems) == said:
            return
        show(problems, say)
        if said and not problems:
            print(say("都改好了。", "All is mended."), flush=True)
        said[:] = problems

    try:
        preview = Preview(given.config_file, given.content, given.as_of, report)
    except plugin.Stopped as stopped:
        print(stopped, file=sys.stderr)
        return 2
    try:
        with serve(preview, given.port) as server:
            address = f"http://{HOST}:{given.port}{preview.base}"
            print(
                say(f"预览：{address}（按 Ctrl+C 结束）", f"Preview: {address} (Ctrl+C ends it)"),
                flush=True,
            )
            server.serve_forever()
    except OSError as error:
        wrong = say(
            f"端口 {given.port} 打不开（{error.strerror}）。换一个：--port {given.port + 1}",
            f"Port {given.port} cannot be opened ({error.strerror}). Try --port {given.port + 1}",
        )
        print(wrong, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0
    finally:
        preview.close()
    return 0
