"""Invariant 7: same content, same day, same versions: the same bytes, wherever it is built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands import run
from tests.site import ROOT, TODAY, Built


def built(folder: Path, **environment: str) -> str:
    """The digest of the example site, built in *folder* in a process of its own."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    done = run("build", "--as-of", TODAY, cwd=folder, **environment)
    assert done.returncode == 0, done.stderr.decode()
    site = Built(folder / "site")
    assert len(site.files) > 50
    return site.digest


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    folder = tmp_path_factory.mktemp("usual") / "a"
    return built(folder, TZ="Asia/Shanghai", PYTHONHASHSEED="1", LANG="C.UTF-8")


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/Los_Angeles"},
        {"PYTHONHASHSEED": "4294967295"},
        {"LANG": "zh_CN.GBK", "PYTHONIOENCODING": "gbk"},
        {"LANG": "en_US.UTF-8", "PYTHONUTF8": "0"},
        {"SOURCE_DATE_EPOCH": "0"},
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_the_machines_settings_change_no_byte(usual, tmp_path, environment):
    """Time zone, hash seed, language, clock."""
    given = {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1", "LANG": "C.UTF-8", **environment}

    assert built(tmp_path / "a", **given) == usual


def test_the_folder_changes_no_byte(usual, tmp_path):
    """Nor a name with Chinese and spaces in it."""
    folder = tmp_path / "另一个 文件夹" / "深处"

    assert built(folder, TZ="Asia/Shanghai", PYTHONHASHSEED="1", LANG="C.UTF-8") == usual


def test_building_again_over_the_site_changes_no_byte(site):
    """What an earlier build left does not seep into the next."""
    site.add("volunteers/a")
    site.add("stories/x", tags=["支教"])
    extra = site.add("stories/y", tags=["另一个"])
    site.build()
    extra.path.unlink()
    site.build()
    again = site.digest
    shutil.rmtree(site.folder)
    site.build()

    assert site.digest == again
    assert not site.has("/stories/tag/另一个/")


def test_the_day_of_the_build_does_change_what_depends_on_it(site):
    """A deadline counts the days: so the tests above could fail."""
    site.add("events/last", kind="deadline")

    site.build("2026-11-24")
    before = site.digest
    site.build("2027-11-24")

    assert site.digest != before


def test_the_order_in_which_a_disk_lists_files_changes_no_byte(site):
    """Records written in another order make the same site."""
    keys = [f"stories/x{number}" for number in range(6)]
    for key in keys:
        site.add(key, tags=["支教"])
    site.build()
    before = site.digest
    for key in keys:
        (site.content_folder / f"{key}.yml").unlink()
    for key in reversed(keys):
        site.add(key, tags=["支教"])
    site.build()

    assert site.digest == before
