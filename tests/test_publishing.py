"""Publishing: an older tree is brought up to date and takes the live one's place (invariant 9)."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import date

import pytest

from generator.cli import main
from generator.publishing import KEPT, Busy, Edition, Publication, Refused, rollback
from generator.publishing.exchange import exchange, recover
from generator.publishing.tree import constant
from tests.commands import run
from tests.site import ROOT, Built

TODAY = date(2026, 11, 24)
OLD = {"index.html": "old", "a/index.html": "old"}
NEW = {"index.html": "new", "b/index.html": "new"}


@pytest.fixture
def live(tmp_path):
    return tmp_path / "site"


def publish(live, files, fresh=False, **told):
    """Publish *files*; a text's own words are what it was made from."""
    publication = Publication(live, fresh)
    for name, text in files.items():
        if not publication.keep(name, constant(text)):
            publication.put(name, text.encode(), text)
    return publication.publish(Edition(0, **told))


def said(folder):
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def times(folder):
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*.html")
    }


def state(live):
    return live.parent / ".site.westbound"


def oldest(live):
    """The tree that the next edition is made in, once there are enough."""
    trees = [path for path in (state(live) / "editions").iterdir() if path.is_dir()]
    return min(trees, key=lambda path: int(path.name))


def until_trees_are_used_again(live, files):
    """Publish *files* until the next edition is made in an older tree."""
    for _ in range(KEPT + 1):
        publish(live, files)


def test_each_edition_takes_the_place_of_the_one_before(live):
    """Whole, with no file and no folder of the old one left in it."""
    for files in (OLD, NEW, OLD, NEW, OLD, NEW, NEW, OLD):
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

        assert said(live) == NEW


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
    publish(live, {"index.html": "", "same.html": "same", "other.html": "1"})
    first = times(live)

    for edition in ("2", "3", "3", "4", "5", "6"):
        publish(live, {"index.html": "", "same.html": "same", "other.html": edition})

        assert times(live)["same.html"] == first["same.html"]

    assert times(live)["other.html"] != first["other.html"]


def test_a_shorter_text_leaves_nothing_of_a_longer_one(live):
    """Files are overwritten, not emptied first."""
    until_trees_are_used_again(live, {"index.html": "a long text"})

    publish(live, {"index.html": "short"})

    assert said(live) == {"index.html": "short"}


def test_what_the_live_site_has_is_not_made_again(live):
    """Though the tree that takes its place is older."""
    until_trees_are_used_again(live, OLD)
    publish(live, NEW)

    for _ in range(KEPT + 1):
        publication = Publication(live)
        assert all(publication.keep(name, constant(text)) for name, text in NEW.items())
        publication.publish(Edition(0))

        assert said(live) == NEW


def test_what_editions_have_alike_takes_its_room_once(live):
    """And what one of them changes, the others still have as it was."""
    for text in ("1", "2", "3", "4", "5"):
        publish(live, {"index.html": "", "same.html": "same", "other.html": text})

    trees = [live, *(path for path in (state(live) / "editions").iterdir() if path.is_dir())]
    assert len({(tree / "same.html").stat().st_ino for tree in trees}) == 1
    assert sorted(said(tree)["other.html"] for tree in trees) == ["2", "3", "4", "5"]


def test_a_disk_on_which_no_file_has_two_names_holds_copies(live, monkeypatch):
    """Such as a memory card's."""

    def refuse(source, path):
        raise PermissionError(1, "Operation not permitted", source)

    monkeypatch.setattr(os, "link", refuse)
    for text in ("1", "2", "3", "4", "5", "5"):
        files = {"index.html": "", "same.html": "same", "other.html": text}
        publish(live, files)

        assert said(live) == files


def test_a_file_that_earlier_editions_have_too_is_not_written_over(live):
    """Not even where nothing is trusted, and all is made anew."""
    until_trees_are_used_again(live, OLD)

    publish(live, NEW, fresh=True)

    assert [said(tree) for tree in sorted((state(live) / "editions").glob("[0-9]"))] == [OLD] * KEPT


def test_what_changed_is_counted(live):
    """The summary of a publication."""
    until_trees_are_used_again(
        live, {"index.html": "1", "a.html": "1", "b.html": "1", "c.html": "1"}
    )

    changes = publish(live, {"index.html": "1", "a.html": "1", "b.html": "2", "d.html": "1"})

    assert (changes.kept, changes.changed, changes.made, changes.removed) == (2, 1, 1, 1)


@pytest.mark.parametrize("harm", ["edited", "gone", "longer"])
def test_a_file_that_somebody_touched_is_made_again(live, harm):
    """Only what is as it was written is trusted."""
    until_trees_are_used_again(live, OLD)
    path = oldest(live) / "index.html"
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
    until_trees_are_used_again(live, NEW)
    for path in (state(live) / "editions").glob("*.json"):
        path.write_bytes(harm)

    publish(live, OLD)

    assert said(live) == OLD


def test_a_manifest_cut_anywhere_changes_nothing(live):
    """Half a manifest is none."""
    until_trees_are_used_again(live, OLD)

    for length in range(0, 400, 7):
        for path in (state(live) / "editions").glob("*.json"):
            path.write_bytes(path.read_bytes()[:length])
        publish(live, NEW)

        assert said(live) == NEW


def test_a_fresh_edition_is_written_anew(live):
    """--no-cache trusts nothing, not even what looks right."""
    until_trees_are_used_again(live, OLD)
    path = oldest(live) / "index.html"
    before = path.stat()
    path.write_text("bad", "utf-8")
    os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))

    publish(live, OLD, fresh=True)

    assert said(live) == OLD


def test_a_build_killed_while_it_wrote_leaves_the_site_as_it_was(live):
    """And does not keep the next one from building."""
    until_trees_are_used_again(live, OLD)
    killed = Publication(live)
    killed.put("index.html", b"half", "half")
    killed.stage.mkdir()
    (killed.stage / "404.html").write_text("half", "utf-8")
    killed._state.lock.release()  # as the system does for a process that is no more

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
    path = site.folder / "volunteers" / "b" / "index.html"
    before, time = path.read_bytes(), path.stat().st_mtime_ns

    site.add("stories/x")
    site.build()

    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == time
    assert site.has("/stories/x/")


# Editions and rollback


def test_so_many_earlier_editions_are_kept(live):
    """And their manifests, and nothing else."""
    for number in range(KEPT + 4):
        publish(live, {"index.html": str(number)})

    names = sorted(path.name for path in (state(live) / "editions").iterdir())
    assert names == ["4", "4.json", "5", "5.json", "6", "6.json", "7.json"]


def test_a_rollback_says_what_was_changed_by_hand_since(live, caplog):
    """In the live site: a file that both editions have is one."""
    for number in ("1", "2"):
        publish(live, {"index.html": number, "same.html": "same"})
    with (live / "same.html").open("a", encoding="utf-8") as file:
        file.write(" and more")

    rollback(live, TODAY)

    assert said(live) == {"index.html": "1", "same.html": "same and more"}
    assert "1 个文件后来被人改过" in caplog.text
    caplog.clear()
    publish(live, {"index.html": "1", "same.html": "same"})
    assert said(live) == {"index.html": "1", "same.html": "same"}


def test_a_rollback_brings_back_the_edition_before_each_time(live):
    """And the next build goes on from there."""
    for number in range(1, 5):
        publish(live, {"index.html": str(number)}, as_of=f"2026-11-0{number}")

    assert rollback(live, TODAY).as_of == "2026-11-03"
    assert said(live) == {"index.html": "3"}
    rollback(live, TODAY)
    rollback(live, TODAY)
    assert said(live) == {"index.html": "1"}
    with pytest.raises(Refused):
        rollback(live, TODAY)
    assert said(live) == {"index.html": "1"}

    publish(live, {"index.html": "5"})
    rollback(live, TODAY)
    assert said(live) == {"index.html": "4"}


def test_what_somebody_withdrew_does_not_come_back(live):
    """An edition that shows more of anybody than the live one is not kept."""
    publish(live, {"index.html": "甲"}, people={"a": ("name", "story"), "b": ("name",)})
    publish(live, {"index.html": "甲乙"}, people={"a": ("name", "story"), "b": ("name",)})
    publish(live, {"index.html": "乙"}, people={"a": ("story",), "b": ("name",)})

    assert [path.name for path in (state(live) / "editions").iterdir()] == ["3.json"]
    with pytest.raises(Refused):
        rollback(live, TODAY)
    assert "甲" not in "".join(said(state(live)).values())


def test_an_edition_that_is_overdue_is_not_brought_back(live):
    """It shows a notice whose period has ended, say."""
    publish(live, {"index.html": "1"}, next_due="2026-11-24")
    publish(live, {"index.html": "2"})

    with pytest.raises(Refused):
        rollback(live, TODAY)
    assert said(live) == {"index.html": "2"}
    rollback(live, date(2026, 11, 23))
    assert said(live) == {"index.html": "1"}


@pytest.mark.parametrize("kind", ["file", "foreign"])
def test_a_folder_that_is_no_site_is_left_alone(live, kind):
    """Somebody's documents, say."""
    if kind == "file":
        live.write_text("text", "utf-8")
    else:
        live.mkdir()
        (live / "thesis.docx").write_text("text", "utf-8")

    with pytest.raises(Refused):
        publish(live, NEW)

    left = live.read_text("utf-8") if kind == "file" else said(live)
    assert left in ("text", {"thesis.docx": "text"})
    assert not state(live).exists()


# Builds of a process of their own


def command(site, *arguments):
    return [sys.executable, "-m", "generator", "build", "--as-of", "2026-11-24", *arguments]


def started(site):
    return subprocess.Popen(
        command(site), cwd=site.root, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


def test_a_second_build_waits_for_the_first_and_then_says_for_whom(site, monkeypatch):
    """It names machine, process, user and since when; the site is as it was."""
    site.add("stories/x")
    site.build()
    digest = site.digest
    monkeypatch.setattr("generator.publishing.lock.PATIENCE", 0.2)
    held = Publication(site.folder)

    with pytest.raises(Busy, match=f"PID {os.getpid()}, 20"):
        held.__class__(site.folder)
    held.discard()

    assert site.digest == digest
    site.build()
    assert site.digest == digest


def test_two_builds_at_once_do_not_mix(site):
    """Each of them gives the whole site."""
    for number in range(30):
        site.add(f"volunteers/v{number}", name=f"示例{number}")
    site.build()
    digest = site.digest

    builds = [started(site) for _ in range(3)]

    assert [build.wait(timeout=60) for build in builds] == [0, 0, 0]
    assert site.digest == digest


@pytest.mark.parametrize("quarter", range(4))
def test_a_build_killed_at_any_moment_leaves_a_whole_site(site, quarter):
    """100 times kill -9: the old site or the new one, never a mixture, never none."""
    entries = [site.add(f"volunteers/v{number}", name="示例旧") for number in range(40)]
    site.build()
    old = site.digest
    for entry in entries:
        entry.edit(name="示例新")
    site.build()
    new = site.digest
    length, killed = 0.0, 0

    chance = random.Random(quarter)
    for number in range(25):
        for entry in entries:
            entry.edit(name=("示例旧", "示例新")[number % 2])
        build, begun = started(site), time.monotonic()
        try:
            # Half of them late: it is the exchange that may go wrong, and some builds end before.
            moment = length * chance.uniform(*((0.3, 1), (0.75, 1.25))[number % 2])
            build.wait(moment or None)
            length = time.monotonic() - begun  # another machine's load may have changed it
        except subprocess.TimeoutExpired:
            build.kill()
            build.wait()
            killed += 1
        assert site.digest in (old, new), number

    assert killed > 5
    for entry in entries:
        entry.edit(name="示例旧")
    site.build()
    assert site.digest == old


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 3 MB, where the machine allows a mount."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if (
        sys.platform != "linux"
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        yield None
        return
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_site_and_says_what_to_do(site, small_disk):
    """The room that the new edition would take is not there."""
    if small_disk is None:
        assert os.geteuid() != 0 or sys.platform != "linux", "root on Linux may mount"
        return
    site.add("stories/x")
    live = small_disk / "site"
    done = run("build", "--site-dir", live, "--as-of", "2026-11-24", cwd=site.root)
    assert done.returncode == 0, done.stderr
    digest = Built(live).digest
    for number in range(300):
        site.add(f"stories/s{number}", body="长" * 20_000)

    done = run("build", "--site-dir", live, "--as-of", "2026-11-24", "--lang", "zh", cwd=site.root)

    assert done.returncode == 2
    assert Built(live).digest == digest
    assert "磁盘满了" in done.stderr.decode()
    assert "网站未改动" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_mount_point_is_refused_with_what_to_do(site, small_disk):
    """It could not be exchanged: its parent can."""
    if small_disk is None:
        assert os.geteuid() != 0 or sys.platform != "linux", "root on Linux may mount"
        return
    site.add("stories/x")

    done = run("build", "--site-dir", small_disk, "--lang", "zh", cwd=site.root)

    assert done.returncode == 2
    assert f"--site-dir {small_disk}/site" in done.stderr.decode()
    assert not any(small_disk.iterdir())


def test_a_read_only_disk_leaves_the_site_and_says_what_to_do(site, small_disk):
    """As a server's administrator may mount it."""
    if small_disk is None:
        assert os.geteuid() != 0 or sys.platform != "linux", "root on Linux may mount"
        return
    entry = site.add("stories/x")
    live = small_disk / "site"
    assert run("build", "--site-dir", live, cwd=site.root).returncode == 0
    digest = Built(live).digest
    entry.edit(title="改过的")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)

    done = run("build", "--site-dir", live, "--lang", "zh", cwd=site.root)

    assert done.returncode == 2
    assert Built(live).digest == digest
    assert "网站未改动" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_file_that_may_not_be_written_leaves_the_site_and_is_named(site, monkeypatch, capsys):
    """Rights, or another program that holds it, as on Windows."""
    entry = site.add("stories/x")
    site.build()
    digest = site.digest
    entry.edit(title="改过的")
    monkeypatch.chdir(site.root)

    def refuse(path, *args, **kwargs):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("generator.publishing.tree._overwrite", refuse)

    assert main(["build", "--as-of", "2026-11-24", "--lang", "zh"]) == 2
    assert site.digest == digest
    said = capsys.readouterr().err
    assert "写不了" in said
    assert "请检查权限" in said
    assert "网站未改动" in said


def test_the_command_brings_back_the_site_before(site):
    """westbound rollback"""
    entry = site.add("stories/x", title="旧标题")
    site.build()
    entry.edit(title="新标题")
    site.build()

    done = run("rollback", "--lang", "zh", cwd=site.root)
    assert done.returncode == 0, done.stderr
    assert site.page("/stories/x/").heading == "旧标题"
    assert "已退回到 2026-11-24" in done.stderr.decode()

    done = run("rollback", "--lang", "zh", cwd=site.root)
    assert done.returncode == 2
    assert "没有留下" in done.stderr.decode()
    assert site.page("/stories/x/").heading == "旧标题"
