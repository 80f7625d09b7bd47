"""What was read before: the same records, sooner, and never anything else."""

from __future__ import annotations

import json
import os

import pytest

from generator.reading import cache

CANARY = "金丝雀之言"


@pytest.fixture
def kept(site):
    return site.root / ".cache" / "westbound"


def texts(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return "".join(path.read_bytes().decode(errors="replace") for path in files)


def test_an_edit_is_seen(site):
    """Though the file is as long as before, and has its old time."""
    entry = site.add("stories/x", title="示例一")
    site.build()
    before = entry.path.stat()
    entry.edit(title="示例二")
    os.utime(entry.path, ns=(before.st_atime_ns, before.st_mtime_ns))

    site.build()

    assert site.page("/stories/x/").heading == "示例二"


def test_who_is_withdrawn_does_not_live_on_in_it(site, kept):
    """Nor a record whose file is gone."""
    one = site.add("volunteers/a", summary=CANARY)
    other = site.add("stories/x", summary=CANARY)
    site.build()
    assert CANARY in texts(kept)

    one.withdraw("2026-11-24")
    other.path.unlink()
    site.build()

    assert CANARY not in texts(kept)


def test_a_damaged_file_of_it_is_said_and_read_anew(site, kept, caplog):
    """Each file in turn: cut short, of no bytes, of others; the site is the same each time."""
    for number in range(20):
        site.add(f"volunteers/v{number}")
    site.build()
    digest = site.digest
    files = sorted(kept.glob("*.json"))
    assert len(files) > 5

    for number, path in enumerate(files):
        data = path.read_bytes()
        path.write_bytes(
            (data[:-9], b"", b"\xff\xfe[]", data.replace(b"name", b"mane"))[number % 4]
        )
        caplog.clear()
        site.build()

        assert site.digest == digest
        assert path.read_bytes() == data
        assert [path.name in message for message in caplog.messages] == [True]


def test_what_somebody_else_writes_into_it_is_checked_as_a_record_is(site, kept):
    """With the right digest even: it is text, it is typed, and it cannot run."""
    site.add("volunteers/a", name="示例甲")
    site.build()
    (path,) = kept.glob("volunteers-*.json")
    _, _, body = path.read_text("utf-8").partition("\n")
    values = json.loads(body)
    (name,) = values
    values[name][1] = {"name": ["示例乙"], "cohort": "no year"}
    cache._save(values, path)

    site.build()

    assert site.page("/volunteers/a/").heading == "示例甲"


def test_nothing_is_kept_where_nothing_may_be(site, kept):
    """--no-cache"""
    site.add("volunteers/a")

    site.build(fresh=True)

    assert not kept.exists()


def test_a_cache_that_cannot_be_written_is_told_and_does_no_harm(site, kept, caplog):
    """On a medium that is read-only, say."""
    site.add("volunteers/a", name="示例甲")
    kept.parent.write_text("in the way", "utf-8")

    site.build()

    assert site.page("/volunteers/a/").heading == "示例甲"
    assert any("缓存写不了" in message for message in caplog.messages)
