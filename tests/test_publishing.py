"""Publishing: an older tree is brought up to date and takes the live one's place (invariant 9)."""

from __future__ import annotations

import os

import pytest

from generator.publishing import Publication
from generator.publishing.exchange import exchange, recover
from generator.publishing.tree import constant

OLD = {"index.html": "old", "a/index.html": "old"}
NEW = {"index.html": "new", "b/index.html": "new"}


@pytest.fixture
def live(tmp_path):
    return tmp_path / "site"


def publish(live, files, fresh=False):
    """Publish *files*; a text's own words are what it was made from."""
    publication = Publication(live, fresh)
    for name, text in files.items():
        if not publication.keep(name, constant(text)):
            publication.put(name, text.encode(), text)
    return publication.publish()


def said(folder):
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def times(folder):
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*.html")
    }


def aside(live):
    return live.parent / ".site.westbound" / "aside"


def test_each_edition_takes_the_place_of_the_one_before(live):
    """Whole, with no file and no folder of the old one left in it."""
    for files in (OLD, NEW, OLD, NEW):
        publish(live, files)

        assert said(live) == files
        assert {path.name for path in live.iterdir() if path.is_dir()} == {
            name.partition("/")[0] for name in files if "/" in name
        }


def test_a_folder_may_lose_all_that_lies_in_it_and_below_it(live):
    """Its own page and the last of its records, whichever of the two is removed first."""
    for letter in "abcdefgh":
        nested = {f"{letter}/index.html": "list", f"{letter}/x/y/index.html": "record"}
        publish(live, {**OLD, **nested})
        publish(live, {**OLD, **nested})

        publish(live, NEW)
        publish(live, NEW)

        assert said(live) == said(aside(live)) == NEW


def test_nothing_but_one_folder_of_its_own_lies_beside_the_site(live):
    """Folders of others are left alone."""
    (live.parent / "site.bak").mkdir()

    publish(live, OLD)
    publish(live, NEW)

    assert sorted(path.name for path in live.parent.iterdir()) == [
        ".site.westbound",
        "site",
        "site.bak",
    ]


def test_a_file_that_did_not_change_keeps_its_time(live):
    """So that rsync sends only what changed, whichever tree is live."""
    publish(live, {"same.html": "same", "other.html": "1"})
    first = times(live)

    for edition in ("2", "3", "3"):
        publish(live, {"same.html": "same", "other.html": edition})

        assert times(live)["same.html"] == first["same.html"]

    assert times(live)["other.html"] != first["other.html"]


def test_a_shorter_text_leaves_nothing_of_a_longer_one(live):
    """Files are overwritten, not emptied first."""
    publish(live, {"index.html": "a long text"})
    publish(live, {"index.html": "other"})

    publish(live, {"index.html": "short"})

    assert said(live) == {"index.html": "short"}


def test_what_changed_is_counted(live):
    """The summary of a publication."""
    publish(live, {"a.html": "1", "b.html": "1", "c.html": "1"})
    publish(live, {"a.html": "1", "b.html": "1", "c.html": "1"})

    changes = publish(live, {"a.html": "1", "b.html": "2", "d.html": "1"})

    assert (changes.kept, changes.changed, changes.made, changes.removed) == (1, 1, 1, 1)


@pytest.mark.parametrize("harm", ["edited", "gone", "longer"])
def test_a_file_that_somebody_touched_is_made_again(live, harm):
    """Only what is as it was written is trusted."""
    publish(live, OLD)
    publish(live, OLD)
    path = aside(live) / "index.html"
    if harm == "gone":
        path.unlink()
    else:
        path.write_text("bad" if harm == "edited" else "bad and longer", "utf-8")

    publish(live, OLD)

    assert said(live) == OLD


@pytest.mark.parametrize(
    "harm", [b"", b"{}", b"\xff\xfe\x00", b"0123\n{}", b'[]\n{"index.html": 1}']
)
def test_a_manifest_that_is_not_ours_is_made_again(live, harm):
    """Cut short, foreign, or forged without its digest."""
    publish(live, OLD)
    publish(live, NEW)
    for name in ("aside.json", "live.json"):
        (live.parent / ".site.westbound" / name).write_bytes(harm)

    publish(live, OLD)

    assert said(live) == OLD


def test_a_manifest_cut_anywhere_changes_nothing(live):
    """Half a manifest is none."""
    publish(live, OLD)
    publish(live, NEW)
    path = live.parent / ".site.westbound" / "aside.json"
    whole = path.read_bytes()

    for length in range(0, len(whole), 7):
        path.write_bytes(whole[:length])
        publish(live, NEW)

        assert said(live) == NEW


def test_a_fresh_edition_is_written_anew(live):
    """--no-cache trusts nothing, not even what looks right."""
    publish(live, OLD)
    publish(live, OLD)
    path = aside(live) / "index.html"
    before = path.stat()
    path.write_text("bad", "utf-8")
    os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))

    publish(live, OLD, fresh=True)

    assert said(live) == OLD


def test_a_build_killed_while_it_wrote_leaves_the_site_as_it_was(live):
    """And does not keep the next one from building."""
    publish(live, OLD)
    publish(live, OLD)
    killed = Publication(live)
    killed.put("index.html", b"half", "half")
    killed.stage.mkdir()
    (killed.stage / "404.html").write_text("half", "utf-8")

    assert said(live) == OLD
    publish(live, NEW)
    assert said(live) == NEW


def test_an_exchange_killed_half_way_is_undone_or_finished(tmp_path):
    """Where the system cannot exchange in one step, there are two moments to recover from."""
    one, other, between = (tmp_path / name for name in ("site", "aside", "site.between"))
    between.mkdir()
    other.mkdir()
    recover(one, other)
    assert one.exists()
    assert other.exists()

    other.rename(between)
    recover(one, other)
    assert one.exists()
    assert other.exists()
    assert not between.exists()


def test_an_exchange_gives_each_folder_the_others_name(tmp_path):
    """In one step on Linux."""
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "name").write_text(folder.name, "utf-8")

    exchange(one, other)

    assert (one / "name").read_text("utf-8") == "other"
    assert (other / "name").read_text("utf-8") == "one"


def test_a_page_whose_record_did_not_change_keeps_its_bytes_and_time(site):
    """One edit touches the pages that show it."""
    site.add("volunteers/a", quote="第一句。")
    site.add("volunteers/b", cohort=2023)
    site.add("stories/w")
    site.build()
    site.build()
    path = site.folder / "volunteers" / "b" / "index.html"
    before, time = path.read_bytes(), path.stat().st_mtime_ns

    site.add("stories/x")
    site.build()

    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == time
    assert site.has("/stories/x/")
