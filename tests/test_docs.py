"""The documents say what is so: their commands exist, their links lead somewhere."""

from __future__ import annotations

import re
import subprocess

import pytest

from generator.cli import COMMANDS
from tests.site import ROOT

TRACKED = (
    subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    .stdout.decode()
    .split("\0")
)
FILES = [ROOT / name for name in TRACKED if name and (ROOT / name).is_file()]
PAPERS = [path for path in FILES if path.suffix == ".md" and path.parent == ROOT]
IDS = [path.name for path in PAPERS]


def verbs():
    """What the Makefile can do."""
    return set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def code(path):
    """What a document shows as code."""
    text = path.read_text("utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [*blocks, *re.findall(r"`([^`\n]+)`", text)]


def test_there_are_documents_to_look_at():
    """So that the tests below look at something."""
    assert {"README.md", "README.zh.md"} <= set(IDS)


@pytest.mark.parametrize("path", PAPERS, ids=IDS)
def test_every_verb_of_make_that_a_document_names_is_in_the_makefile(path):
    """Whoever types it gets what the document promises."""
    named = {verb for part in code(path) for verb in re.findall(r"\bmake ([a-z]+)", part)}

    assert named <= verbs()


@pytest.mark.parametrize("path", PAPERS, ids=IDS)
def test_every_command_that_a_document_names_exists(path):
    """``westbound import``, say, not before it can be run."""
    named = {
        word
        for part in code(path)
        for word in re.findall(r"(?:^|[\s/\\])westbound(?:\.exe)? ([a-z]+)", part, re.MULTILINE)
    }

    assert named <= {command.NAME for command in COMMANDS}


@pytest.mark.parametrize("path", PAPERS, ids=IDS)
def test_every_link_of_a_document_to_a_file_leads_to_one(path):
    """Links to other sites are not asked."""
    text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`\n]*`", "", text)
    targets = re.findall(r"\]\(([^)\s]+)\)", text)

    for target in targets:
        name = target.partition("#")[0]
        if name and not re.match(r"[a-z]+:", name):
            assert (path.parent / name).exists(), target


def test_every_verb_of_make_is_explained_and_every_explained_verb_is_there():
    """``make`` prints them."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())

    assert verbs() == phony


def test_no_file_names_a_folder_of_a_machine_or_a_server_that_only_one_has():
    """What was written here must work for whoever clones it."""
    words = (
        "/" + "work/",
        "/" + "root/",
        "/" + "home/",
        "C:" + "\\Users",
        "index" + "-url",
        ".loc" + "al:",
    )
    found = []
    for path in FILES:
        if path.suffix in (".png", ".jpg", ".woff2") or not path.is_file():
            continue
        text = path.read_text("utf-8", errors="replace")
        found += [(path.name, word) for word in words if word in text]

    assert found == []
