"""Photographs on the site: where they stand, what stands instead, and that no other is published."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.site import ALL_GROUPS

PERSON = [{"volunteer": "a"}]


@pytest.fixture
def illustrated(site):
    """A volunteer with a portrait, a story with a cover and a picture in its text."""
    site.add("media/face", file="face.jpg", alt="甲站在门口", credit="示例单位", subjects=PERSON)
    site.add("media/view", file="view.jpg", alt="一座山", licence="CC0")
    site.add("media/unused", file="unused.jpg")
    site.picture("face.jpg", 1000, 1250)
    site.picture("view.jpg", 2000, 1000)
    site.add("volunteers/a", portrait="face", quote="示例。", featured=True)
    site.add("volunteers/b", name="志愿者乙")
    site.add("stories/x", cover="view", body="开头。\n\n![图说](../media/view.yml)\n\n结尾。")
    return site


def images(page):
    """The photographs of a page."""
    return page.all("//img")


def published(site):
    return {name for name in site.files if name.startswith("pictures/")}


def shown(site):
    """Every picture that some page names, at any size."""
    found = set()
    for page in site.pages():
        for image in images(page):
            sources = [one.split()[0] for one in image.get("srcset").split(",")]
            assert image.get("src") in sources
            found |= {page.resolve(source).lstrip("/") for source in sources}
    return found


def test_a_portrait_stands_on_the_profile_and_on_every_card(illustrated):
    """Instead of the drawn one; who has none keeps the drawing."""
    site = illustrated.build()

    for address in ("/", "/volunteers/", "/volunteers/cohort/2024/", "/volunteers/a/"):
        assert images(site.page(address)), address
    own, other = site.page("/volunteers/a/"), site.page("/volunteers/b/")
    assert [image.get("alt") for image in images(own)] == ["甲站在门口"]
    assert len(own.classed("wb-portrait__character")) == 1  # of the other one's card
    assert other.classed("wb-profile__portrait")[0].xpath(".//svg")
    assert own.facts["照片"] == ["示例单位"]


def test_a_cover_stands_over_the_story_and_on_its_cards(illustrated):
    site = illustrated.build()

    cover, in_text = images(site.page("/stories/x/"))
    assert cover.get("alt") == in_text.get("alt") == "一座山"
    assert "题图：CC0" in site.page("/stories/x/").text
    assert site.page("/stories/x/").all("//figure/figcaption/span/text()") == ["图说", "图：CC0"]
    assert [image.get("alt") for image in images(site.page("/stories/"))] == [""]


def test_just_the_pictures_that_pages_show_are_published(illustrated):
    """In every size that they name, and neither an original nor one that nothing uses."""
    site = illustrated.build()

    assert published(site) == shown(site)
    originals = [path.read_bytes() for path in (site.content_folder / "media").glob("*.jpg")]
    assert not any(data in originals for data in site.files.values())
    for word in ("face.jpg", "view.jpg", "unused", "media/"):
        assert site.files_containing(word) == []


def test_pictures_keep_their_room_and_only_the_first_is_not_waited_for(illustrated):
    """Width and height stand in the page and are the file's."""
    site = illustrated.build()

    for page in site.pages():
        for place, image in enumerate(images(page)):
            waits = place > 0 or page.address == "/volunteers/b/"  # far down: 同届与同地
            assert (image.get("loading") == "lazy") == waits, page.address
            largest = image.get("srcset").split(",")[-1].split()[0]
            with Image.open(site.folder / page.resolve(largest).lstrip("/")) as file:
                assert file.size == (int(image.get("width")), int(image.get("height")))


def test_a_picture_that_is_swapped_leaves_no_file_behind(illustrated):
    """Nor does one whose record goes."""
    site = illustrated.build()
    before = published(site)
    site.picture("face.jpg").unlink()
    site.picture("face.jpg", 900, 900)

    site.build()
    assert published(site) == shown(site)
    assert before - published(site)

    kept = site.root / ".cache" / "westbound" / "pictures" / "made"
    assert {f"pictures/{path.name}" for path in kept.iterdir()} == published(site)


def withdraw(site):
    site.add(
        "volunteers/a",
        portrait="face",
        consent={"granted": "2024-09-01", "covers": list(ALL_GROUPS), "withdrawn": "2026-11-20"},
    )


def without(group):
    def change(site):
        covers = [one for one in ALL_GROUPS if one != group]
        site.add(
            "volunteers/a", portrait="face", consent={"granted": "2024-09-01", "covers": covers}
        )

    return change


def tombstone(site):
    site.write("volunteers/a.yml", "withdrawn:\n  on: 2026-11-20\n")


def draft(site):
    site.add("media/face", file="face.jpg", subjects=PERSON, publish={"state": "draft"})


@pytest.mark.parametrize(
    "change",
    [withdraw, without("portrait"), without("name"), tombstone, draft],
    ids=["withdrawn", "no portrait", "no name", "tombstone", "draft"],
)
def test_who_does_not_agree_is_in_no_picture_of_the_site(illustrated, change):
    """Not as a portrait, a cover or in a text: the drawing stands everywhere, as from the start."""
    site = illustrated
    site.add("stories/y", title="另一篇", cover="face", body="![](../media/face.yml)\n\n结尾。")
    site.build()
    assert images(site.page("/stories/y/"))
    with_picture = published(site)

    change(site)
    site.build()

    assert images(site.page("/stories/y/")) == []
    assert len(site.page("/stories/y/").classed("wb-band")) == 2
    assert published(site) == shown(site) < with_picture
    assert not any("甲站在门口".encode() in data for data in site.files.values())
    assert not list((site.root / ".cache/westbound/pictures/made").glob("*.new"))
    kept = {path.name for path in (site.root / ".cache/westbound/pictures/made").iterdir()}
    assert {f"pictures/{name}" for name in kept} == published(site)
    # Nor in an edition that could be brought back.
    aside = site.root / ".site.westbound"
    left = {path.name for path in aside.rglob("*.webp")} if aside.exists() else set()
    assert {f"pictures/{name}" for name in left} <= published(site)


def test_everybody_in_a_picture_must_agree_and_each_to_the_last_day(site):
    """Also who is no volunteer; the day after, the drawing is back."""
    until = {"record": "示例", "until": "2026-11-24"}
    site.add("media/two", file="two.jpg", subjects=[{"description": "一位同事", "consent": until}])
    site.add("stories/x", cover="two")

    assert images(site.build("2026-11-24").page("/stories/x/"))
    assert images(site.build("2026-11-25").page("/stories/x/")) == []
    assert published(site) == set()


def test_a_build_of_what_did_not_change_opens_no_picture(illustrated, monkeypatch):
    """Neither to look at it nor to make it; files keep their times."""
    site = illustrated
    site.build()
    media = site.content_folder / "media"
    for path in media.glob("*.jpg"):
        _older(path)
    site.build()
    times = {name: (site.folder / name).stat().st_mtime_ns for name in published(site)}

    def refuse(*args, **kwargs):
        raise AssertionError("a picture was opened")

    monkeypatch.setattr(Image, "open", refuse)
    site.write("stories/z.yml", "title: 新\ndate: 2026-11-01\nsummary: 新\nbody: 新\n")
    site.build()

    assert times == {name: (site.folder / name).stat().st_mtime_ns for name in published(site)}


def _older(path):
    import os

    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 10**10))


@pytest.mark.parametrize("damage", ["index", "made"])
def test_a_damaged_cache_is_made_anew(illustrated, damage):
    """The site is the same."""
    site = illustrated.build()
    before = site.digest
    folder = site.root / ".cache" / "westbound" / "pictures"
    damaged = [folder / "index"] if damage == "index" else list((folder / "made").iterdir())
    for path in damaged:
        path.write_bytes(path.read_bytes()[:-3] + b"...")
    for name in published(site):
        (site.folder / name).unlink()

    assert site.build().digest == before


def test_a_clean_build_makes_the_same_bytes(illustrated):
    """Whatever was kept (invariant 7)."""
    site = illustrated.build()
    before = site.digest

    assert site.build(fresh=True).digest == before
