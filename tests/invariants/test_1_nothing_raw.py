"""Invariant 1: nothing raw is published, no record, no consent data, no source not used on purpose."""

from __future__ import annotations

import re

import pytest

from tests.site import ALL_GROUPS, ROOT

CANARY = "金丝雀"


def is_of_index(name):
    """Whether a file is of the search index, which the search page asks by a script."""
    return re.fullmatch(r"search/(index\.json|records/\w+\.json|\w+/\w+\.bin)", name)


def test_only_pages_and_what_they_load_are_in_the_site(every_kind):
    """No record, no original of a picture, no sourcemap, no search index of another program."""
    names = {name for name in every_kind.files if not is_of_index(name)}
    suffixes = {name.rpartition(".")[2] for name in names}

    assert suffixes == {"html", "css", "ics", "js", "json", "svg", "webp", "xml"}
    originals = {path.read_bytes() for path in (ROOT / "content" / "media").iterdir()}
    assert originals.isdisjoint(every_kind.files.values())
    listed = {name for name in names if name.endswith((".xml", ".json"))}
    assert listed == {"sitemap.xml", "events/feed.xml", "events/feed.json"}
    assert {name for name in every_kind.files if is_of_index(name)} > {"search/index.json"}


def test_every_file_is_used_by_a_page(every_kind):
    """What no page loads is not there by accident."""
    used = set()
    for page in every_kind.pages():
        for href in page.all("//link/@href | //script/@src | //img/@src"):
            used.add(page.resolve(href).strip("/"))
        for sources in page.all("//img/@srcset"):
            used |= {page.resolve(one.split()[0]).strip("/") for one in sources.split(",")}

    others = {name for name in every_kind.files if not name.endswith(".html")}
    others = {name for name in others if not is_of_index(name) and not name.endswith(".ics")}
    assert others - {"sitemap.xml"} <= used


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        (
            "volunteers/a",
            {
                "consent": {
                    "granted": "2011-03-04",
                    "until": "2031-05-06",
                    "covers": list(ALL_GROUPS),
                    "record": CANARY,
                }
            },
        ),
        (
            "stories/a",
            {"publish": {"approved": {"by": CANARY, "on": "2011-03-04"}, "until": "2031-05-06"}},
        ),
        (
            "media/a",
            {"subjects": [{"description": CANARY, "consent": {"record": CANARY}}], "alt": CANARY},
        ),
        ("questions/a", {"publish": {"state": "draft"}, "body": CANARY}),
    ],
)
def test_what_is_for_the_office_only_is_not_published(site, key, fields):
    """Where the consent lies, since and until when, who approved, who is in a picture."""
    site.add(key, **fields)

    site.build()

    for text in (CANARY, "2011-03-04", "2011年3月4日", "2031-05-06", "2031年5月6日"):
        assert site.files_containing(text) == [], text


def test_comments_of_a_record_are_not_published(site):
    """Editors leave notes to each other."""
    site.write(
        "stories/a.yml",
        f"# {CANARY}\ntitle: 示例\ndate: 2026-10-01\nsummary: 示例\nbody: |\n  正文。\n# {CANARY}\n",
    )

    site.build()

    assert site.has("/stories/a/")
    assert site.files_containing(CANARY) == []


def test_files_beside_the_records_are_not_published(site):
    """Neither what an editor put there nor what a program left there."""
    site.add("volunteers/a")
    site.write("volunteers/.a.yml.swp", CANARY)
    site.write("sources/notes.txt", CANARY)
    site.write("media/photo.txt", CANARY)
    (site.root / "notes.md").write_text(CANARY, "utf-8")

    site.build()

    assert site.files_containing(CANARY) == []


@pytest.mark.parametrize("day", ["2026-11-19", "2026-12-01"])
def test_a_notices_people_are_in_no_file_before_and_after_its_period(site, day):
    """Nor its text, nor where objections went."""
    site.add("notices/a", people=[{"name": CANARY}], body=CANARY, objections={"contact": CANARY})

    site.build(day)

    assert site.files_containing(CANARY) == []


def test_a_machines_folders_are_in_no_file(every_kind):
    """Where the site was built is nobody's business."""
    assert every_kind.files_containing(str(ROOT)) == []
    assert every_kind.files_containing(str(every_kind.folder.parent)) == []
