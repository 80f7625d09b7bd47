"""``westbound schema``: JSON Schemas of the records, for editors that complete and check."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from generator.cli.language import Say
from generator.cli.terminal import unwritten

NAME = "schema"
SUMMARY = ("写出各类记录的 JSON Schema", "write a JSON Schema for each kind of record")


def arguments(one: argparse.ArgumentParser, say: Say) -> None:
    """The command's arguments."""
    one.add_argument(
        "folder", type=Path, metavar="DIR", help=say("写到哪里", "where to write them")
    )


def run(given: argparse.Namespace, say: Say) -> int:
    """Write one file a collection."""
    from generator.schema import schemas

    path = given.folder
    try:
        path.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas().items():
            path = given.folder / f"{name}.schema.json"
            text = json.dumps(schema, ensure_ascii=False, indent=2)
            path.write_text(text + "\n", encoding="utf-8", newline="\n")
            print(path)
    except OSError as error:
        print(unwritten(path, error, say), file=sys.stderr)
        return 2
    return 0
