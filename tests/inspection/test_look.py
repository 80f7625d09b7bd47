"""Several processes find in the files of a site what one finds, and keep the same of them."""

from __future__ import annotations

import pytest

from generator import processes
from generator.clearance.explained import Visible
from generator.clearance.withheld import Withheld, Word
from generator.inspection import Inspection, Unsound, kept, look
from generator.problems import MESSAGES
from generator.publishing.manifest import Entry
from tests.images.canaries import webp

OWN = "https://xibu.example.edu.cn/"
HIDDEN = Word("金丝雀甲", "volunteers/a", "name")
SOUND = {
    "index.html": b'<h1 id="top">x</h1><a href="a/#part">x</a>',
    "a/index.html": b'<a href="../">x</a><a href="#part">x</a><p id="part">x</p>',
    "a/page/index.html": b'<a href="../#part">x</a><a href="https://example.com/">x</a>',
    "hand/index.html": b"<a href=../a/>x</a>",
    "sitemap.xml": f"<urlset><loc>{OWN}a/</loc></urlset>".encode(),
    "a.json": b'["x"]',
}
FAULTY = {
    "site-withheld": ("b/index.html", f"<p>{HIDDEN.text}</p>".encode()),
    "site-double-id": ("c/index.html", b'<p id="x">x</p><p id="x">x</p>'),
    "site-dead-link": ("d/index.html", b'<a href="../none/">x</a>'),
    "site-dead-part": ("e/index.html", b'<a href="../a/#none">x</a>'),
    "site-third-party": ("f/index.html", b'<script src="//example.com/x.js"></script>'),
    "site-malformed": ("g.json", b"{"),
    "site-picture-data": ("pictures/h.webp", webp()),
}


@pytest.fixture(params=["fork", "spawn"])
def shared(request, monkeypatch):
    """Every file goes to another process; how many there were, for each inspection."""
    if request.param == "fork" and not processes.FORKS:
        pytest.skip("no fork here")
    monkeypatch.setattr(processes, "FORKS", request.param == "fork")
    monkeypatch.setattr(look, "BREAK_EVEN", 1)
    monkeypatch.setattr(look, "_SHARE", 1)
    asked = []

    def spread(function, tasks, jobs, *given):
        asked.append(jobs)
        return processes.spread(function, tasks, jobs, *given)

    monkeypatch.setattr(look, "spread", spread)
    return asked


def inspected(folder, files, jobs):
    """What an inspection says of *files*; where each leads and its ids, as kept for the next one."""
    tree, path = folder / "site", folder / f"kept{jobs}"
    entries = {}
    for name, data in files.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_bytes(data)
        entries[name] = Entry("key", len(data), 0)
    inspection = Inspection(
        site="site",
        own=OWN,
        withheld=Withheld((HIDDEN,)),
        visible=lambda _: Visible((), (), ()),
        made_from={name: "stories/a" for name in files if not name.startswith("hand/")},
        hidden=tuple,
        by="x",
        jobs=jobs,
    )
    try:
        inspection.inspect(tree, entries, path)
    except Unsound as unsound:
        return unsound.problems, {}
    facts = kept.read(path, "x").facts
    targets = list(facts.numbers)
    return (), {
        name: ({targets[number] for number in file.targets}, file.ids)
        for name, file in facts.files.items()
    }


def test_several_processes_find_every_kind_of_fault(tmp_path, shared):
    """With the same words, in the same order."""
    files = SOUND | dict(FAULTY.values())
    alone, _ = inspected(tmp_path, files, 1)

    together, _ = inspected(tmp_path, files, 2)

    assert shared == [2]
    assert together == alone
    assert {found.code: found.file for found in together} == {
        code: f"site/{name}" for code, (name, _) in FAULTY.items()
    }
    assert set(FAULTY) == {code for code in MESSAGES if code.startswith("site-")}


def test_several_processes_keep_the_same_facts(tmp_path, shared):
    """Of a site with which nothing is wrong: the next inspection reads nothing again."""
    alone = inspected(tmp_path, SOUND, 1)

    together = inspected(tmp_path, SOUND, 2)

    assert shared == [2]
    assert together == alone
    assert together[1]["a/page/index.html"] == ({"a/index.html#part"}, ())
    assert inspected(tmp_path, SOUND, 2) == together
    assert shared == [2]


def test_what_stands_in_the_header_is_found_on_every_page(tmp_path):
    """Where it is looked through once: a word, an id twice, a link that is dead from one folder."""
    header = f'{HIDDEN.text}<i id="x"></i><i id="x"></i><a href="b/">'
    page = f"<title></title><header>{header}</header><article></article><footer></footer>"
    files = dict.fromkeys(("a/index.html", "b/index.html"), page.encode())

    found, _ = inspected(tmp_path, files | {"a/b/index.html": b""}, 1)

    assert {one.code: (one.file, bool(one.particulars["more"])) for one in found} == {
        "site-withheld": ("site/a/index.html", True),
        "site-double-id": ("site/a/index.html", True),
        "site-dead-link": ("site/b/index.html", False),
    }


def test_a_small_site_is_inspected_by_one_process(tmp_path, monkeypatch):
    """However many are allowed: to start them takes longer."""
    monkeypatch.setattr(look, "spread", None)

    assert inspected(tmp_path, SOUND, None)[0] == ()
