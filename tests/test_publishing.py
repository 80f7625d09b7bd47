"""Publishing: the site is made aside and takes the old one's place when it is whole (invariant 9)."""

from __future__ import annotations

import pytest

from generator.publishing import aside_of, discard, recover, swap, write


def tree(folder, text):
    """A small site whose pages say *text*."""
    write([("index.html", text), ("a/index.html", text)], folder)


def said(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.html")
    }


WHOLE = {"index.html": "new", "a/index.html": "new"}
OLD = {"index.html": "old", "a/index.html": "old"}


@pytest.fixture
def live(tmp_path):
    return tmp_path / "site"


def beside(live):
    """What lies next to the site."""
    return sorted(path.name for path in live.parent.iterdir())


def test_the_new_site_takes_the_place_of_the_old_one(live):
    """Whole, with nothing of the old one left, in it or beside it."""
    tree(live, "old")
    write([("gone/index.html", "old")], live)
    tree(aside_of(live), "new")

    swap(live)

    assert said(live) == WHOLE
    assert beside(live) == ["site"]


def test_the_first_site_needs_no_old_one(live):
    """A fresh checkout has none."""
    tree(aside_of(live), "new")

    swap(live)

    assert said(live) == WHOLE
    assert beside(live) == ["site"]


def test_a_build_killed_between_the_two_renames_gives_the_old_site_back(live):
    """The old site was moved away and the new one had not arrived."""
    tree(live.with_name("site.old"), "old")
    tree(aside_of(live), "new")

    recover(live)

    assert said(live) == OLD
    assert beside(live) == ["site"]


def test_a_build_killed_after_both_renames_keeps_the_new_site(live):
    """Only the old one is still to be removed."""
    tree(live, "new")
    tree(live.with_name("site.old"), "old")

    recover(live)

    assert said(live) == WHOLE
    assert beside(live) == ["site"]


def test_a_build_killed_while_it_wrote_leaves_the_site_as_it_was(live):
    """What it had made aside is removed."""
    tree(live, "old")
    write([("index.html", "ne")], aside_of(live))

    recover(live)

    assert said(live) == OLD
    assert beside(live) == ["site"]


def test_with_nothing_left_behind_nothing_happens(live):
    """Recovery runs before every build."""
    tree(live, "old")

    recover(live)
    discard(live)

    assert said(live) == OLD


def test_folders_of_others_beside_the_site_are_left_alone(live):
    """Only what builds make is removed."""
    tree(live, "old")
    for name in ("site.bak", "site2", "old", "aside"):
        tree(live.with_name(name), "other")
    tree(aside_of(live), "new")

    swap(live)

    assert beside(live) == ["aside", "old", "site", "site.bak", "site2"]


def test_files_are_written_as_utf_8_with_line_ends_as_they_are(tmp_path):
    """The same bytes on every system."""
    count = write([("故事/index.html", "甲\n乙\r\n")], tmp_path)

    assert count == 1
    assert (tmp_path / "故事" / "index.html").read_bytes() == "甲\n乙\r\n".encode()


def test_a_killed_build_does_not_keep_the_next_one_from_building(site):
    """Whatever it left beside the site."""
    site.add("volunteers/a")
    site.build()
    before = site.digest
    site.folder.rename(site.folder.with_name("site.old"))
    tree(aside_of(site.folder), "half")

    site.build()

    assert site.digest == before
    assert beside(site.folder) == ["content", "mkdocs.yml", "site"]
