"""Invariant 7: same content, same day, same versions: the same bytes, wherever it is built."""

from __future__ import annotations

import random
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.plugin import Run, build_site
from tests.commands import run
from tests.site import ALL_GROUPS, FIGURES, PROVISION, ROOT, TODAY, Built


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


PEOPLE, STORIES, EVENTS = (
    [f"{collection}/{letter}" for letter in "abcdef"[:count]]
    for collection, count in (("volunteers", 6), ("stories", 4), ("events", 4))
)
EDITS = {
    "volunteers": {
        "name": ["示例甲", "示例乙·丙"],
        "cohort": [2022, 2023, 2024],
        "project": ["inside", "outside"],
        "college": ["one", "two", None],
        "quote": ["去了就知道。", None],
        "honours": [["star"], None],
        "placements": [
            [{"province": place, "host": host, "start": "2024-08", "end": end}]
            for place in ("新疆", "甘肃")
            for host, end in (("示例中学", "2025-07"), ("示例乡", "2027-07"))
        ],
        "consent": [
            {"granted": "2024-09-01", "covers": covers}
            for covers in (list(ALL_GROUPS), ["study"], ["name", "placement"])
        ],
        "publish": [{"state": "draft"}, {"from": "2026-11-25"}, None],
    },
    "stories": {
        "title": ["示例一", "示例二"],
        "tags": [["支教"], ["支教", "医疗"], None],
        "date": ["2026-10-01", "2026-11-20"],
        "volunteers": [["a"], ["a", "b"], None],
        "events": [["a"], None],
        "publish": [{"state": "draft"}, None],
    },
    "events": {
        "title": ["示例会", "另一场会"],
        "kind": ["briefing", "deadline"],
        "organiser": ["one", None],
        "registration": [{"closes": "2026-11-24"}, {"closes": "2026-11-20T18:00"}, None],
        "history": [[{"on": "2026-11-20", "kind": "major", "note": "换了主讲。"}], None],
        "speakers": [[{"volunteer": "c"}], None],
        "dates": [
            [{"start": "2026-11-25T19:00"}],
            [{"start": "2026-12-24T19:00", "status": "cancelled"}],
            [
                {
                    "start": "2026-12-24T19:00",
                    "status": "rescheduled",
                    "previous": [{"start": "2026-11-25T19:00"}],
                }
            ],
        ],
        "recap": ["a", None],
    },
    "units": {"name": ["示例学院", "示例部"], "short": ["学院", None], "parent": ["one", None]},
    "questions": {
        "title": ["示例问题", "另一个问题"],
        "tags": [["补贴"], ["补贴", "户口"], None],
        "policies": [["doc"], None],
        "body": ["示例回答。", "省外[](../policies/doc.yml#outside)。"],
    },
    "criteria": {
        "question": ["哪一类项目？", "去哪一类项目？"],
        "options": [
            [{"id": "outside", "label": "省外"}, {"id": "inside", "label": "省内"}],
            [{"id": "outside", "label": "省外"}, {"id": "inside", "label": "省内", "hint": "近"}],
        ],
        "publish": [{"state": "draft"}, None],
    },
    "pathways": {
        "for": [{"project": "outside"}, None],
        "steps": [
            [{"title": "先问", "questions": ["a"], "events": ["a", "b"]}, {"title": "再报"}],
            [{"title": "先问", "all": ["报名表"]}, {"title": "再报", "policies": ["doc"]}],
        ],
    },
    "notices": {
        "period": [{"from": "2026-11-20", "until": day} for day in ("2026-11-24", "2026-12-30")],
        "people": [[{"name": "示例同学"}], None],
    },
    "honours": {"recipients": [[{"volunteer": "a"}], [{"volunteer": "b"}, {"unit": "one"}], None]},
    "policies": {
        "title": ["示例政策", "新示例政策"],
        "effective": [{"until": "2026-11-24"}, {"from": "2026-11-25"}, None],
        "supersedes": [["doc"], None],
        "background": ["请问校项目办。", None],
        "provisions": [[PROVISION], [{**PROVISION, "title": "另一种补贴", "body": "换了说法。"}]],
    },
}


@pytest.mark.parametrize("seed", range(3))
def test_a_site_brought_up_to_date_is_the_site_made_anew(site, seed):
    """After each of many edits, and from day to day: no page is left as it was that would change."""
    chance = random.Random(seed)
    entries = [site.add("honours/star"), site.add("notices/list")]
    entries += [site.add(f"units/{id}") for id in ("one", "two")]
    entries += [site.add(key) for key in (*PEOPLE, *STORIES, *EVENTS)]
    figures = [{**one, "for": {"project": one["id"]}} for one in FIGURES]
    entries += [site.policy(key, figures=figures) for key in ("policies/doc", "policies/next")]
    entries.append(site.add("criteria/project"))
    entries += [site.add(key) for key in ("questions/a", "questions/b", "pathways/road")]
    digests = set()
    for step in range(15):
        entry = chance.choice(entries)
        field, values = chance.choice(sorted(EDITS[entry.path.parent.name].items()))
        if (entry.path.stem, field) == ("one", "parent"):
            continue
        entry.fields[field] = chance.choice(values)
        entry.write()
        day = date(2026, 11, 24 + step // 5)
        for folder, fresh in (("site", False), ("anew", True)):
            asked = Run(as_of=day, fresh=fresh, report=lambda problems: None)
            build_site(site.config, asked, site.root / folder)
        digest = Built(site.root / "site").digest
        assert digest == Built(site.root / "anew").digest, (entry.path, field)
        digests.add(digest)
    assert len(digests) > 5
