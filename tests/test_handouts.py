"""Beside hand-written pages: no photograph as it was taken, and no drawing that does more than show."""

from __future__ import annotations

from datetime import date

import pytest
from PIL import Image

from generator.preview import Preview
from tests.images import canaries
from tests.site import ALL_GROUPS, TODAY

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
ABOUT = "# 关于\n\n![图说](../media/face.yml)\n"


def codes(site, as_of=TODAY):
    return [(problem.file, problem.line, problem.code) for problem in site.problems(as_of)]


@pytest.mark.parametrize("name", [*canaries.FILES, "f.gif", "g.AVIF", "below/h.JPG"])
def test_a_photograph_among_the_pages_stops_the_build(site, name):
    """It would be published with where it was taken; whether a page uses it or not."""
    site.write("pages/about.md", "# 关于\n")
    path = site.content_folder / "pages" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(canaries.FILES.get(name, canaries.jpeg)())

    assert codes(site) == [(f"content/pages/{name}", 0, "page-picture")]


@pytest.mark.parametrize(
    "target",
    ["photo.jpg", "../media/face.jpg", "https://example.com/photo.jpg", "/pictures/photo.webp"],
)
def test_a_picture_in_a_page_has_a_record(site, target):
    """As in the prose of records; the message says which, where it is known."""
    site.add("media/face", file="face.jpg")
    site.write("pages/about.md", f"# 关于\n\n![图说]({target})\n")

    assert codes(site) == [("content/pages/about.md", 3, "picture-in-prose")]


@pytest.mark.parametrize(
    ("line", "code"),
    [("![](../media/gone.yml)", "dangling-link"), ("字![](../media/face.yml)字", "picture-inline")],
)
def test_a_picture_in_a_page_is_held_to_what_holds_in_prose(site, line, code):
    """It leads to a record, and stands alone."""
    site.add("media/face", file="face.jpg")
    site.write("pages/about.md", f"# 关于\n\n{line}\n")

    assert codes(site) == [("content/pages/about.md", 3, code)]


@pytest.fixture
def illustrated(site):
    """A hand-written page that shows a volunteer's photograph."""
    site.add(
        "media/face",
        file="face.jpg",
        alt="甲站在门口",
        credit="示例单位",
        subjects=[{"volunteer": "a"}],
    )
    site.picture("face.jpg", 2000, 1000)
    site.add("volunteers/a")
    site.write("pages/about.md", ABOUT)
    site.write("pages/help/more.md", "# 更多\n\n![](../../media/face.yml)\n")
    return site


@pytest.mark.parametrize("address", ["/about/", "/help/more/"])
def test_a_picture_stands_in_a_page_as_in_a_story(illustrated, address):
    """In several widths, with its room kept, its words and its credit."""
    site = illustrated.build()

    page = site.page(address)
    (image,) = page.all("//figure/img")
    assert image.get("alt") == "甲站在门口"
    assert image.get("loading") == "lazy"
    assert "图：示例单位" in page.text
    assert ("图说" in page.text) == (address == "/about/")
    assert page.all("//p//figure") == []
    sources = [one.split() for one in image.get("srcset").split(", ")]
    for source, width in sources:
        with Image.open(site.folder / page.resolve(source).lstrip("/")) as file:
            assert f"{file.width}w" == width
    assert len(sources) > 1


def withdraw(site):
    consent = {"granted": "2024-09-01", "covers": list(ALL_GROUPS), "withdrawn": "2026-11-20"}
    site.add("volunteers/a", consent=consent)


def until_yesterday(site):
    site.add(
        "volunteers/a",
        consent={"granted": "2024-09-01", "covers": list(ALL_GROUPS), "until": "2026-11-23"},
    )


@pytest.mark.parametrize("change", [withdraw, until_yesterday])
def test_who_does_not_agree_any_more_is_in_no_picture_of_a_page(illustrated, change):
    """The drawing stands there, and no file shows them."""
    site = illustrated.build()

    change(site)
    site.build()

    page = site.page("/about/")
    assert page.all("//figure/img") == []
    assert page.all("//figure//svg")
    assert not [name for name in site.files if name.startswith("pictures/")]
    assert site.files_containing("甲站在门口") == []


def test_the_day_after_the_last_of_a_picture_is_due(site):
    """Though no planned page shows it (invariant 6)."""
    consent = {"record": "示例", "until": "2026-12-10"}
    subjects = [{"description": "一位同事", "consent": consent}]
    site.add("media/face", file="face.jpg", subjects=subjects)
    site.write("pages/about.md", ABOUT)

    site.build(production=True)

    assert b'"next_due": "2026-12-11"' in site.files["health.json"]


def test_the_preview_shows_pictures_of_pages_and_follows_their_records(illustrated):
    """A withdrawal is seen at once."""
    preview = Preview(illustrated.config, as_of=date.fromisoformat(TODAY))
    try:
        assert b"pictures/" in preview.answer("/about/").body

        withdraw(illustrated)
        preview.change([illustrated.content_folder / "volunteers" / "a.yml"])

        assert b"pictures/" not in preview.answer("/about/").body
    finally:
        preview.close()


UNSAFE = [
    "<script>alert(1)</script>",
    "<g onclick='alert(1)'/>",
    "<a xlink:href='javascript:alert(1)'><circle r='1'/></a>",
    "<a href='https://example.com/'><circle r='1'/></a>",
    "<image href='data:image/jpeg;base64,AAAA'/>",
    "<image xlink:href='photo.jpg'/>",
    "<filter><feImage href='photo.jpg'/></filter>",
    "<use href='other.svg#x'/>",
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
    "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    "<set attributeName='href' to='javascript:alert(1)'/>",
    "<set attributeName='xlink:href' to='other'/>",
    "<style>@import 'https://example.com/a.css';</style>",
    "<style>circle{fill:url(https://example.com/a.svg#x)}</style>",
    "<circle fill=\"url( 'other.svg#x')\" r='1'/>",
]


@pytest.mark.parametrize("inside", UNSAFE)
def test_a_drawing_that_does_more_than_show_itself_stops_the_build(site, inside):
    """Within a page it would be harmless; whoever opens its address would run it."""
    site.write("pages/about.md", "# 关于\n\n![](plan.svg)\n")
    site.write("pages/plan.svg", SVG.format(inside))

    assert codes(site) == [("content/pages/plan.svg", 0, "drawing-unsafe")]


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("<?xml-stylesheet href='a.css'?>", "drawing-unsafe"),
        ("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]>", "drawing-unsafe"),
        ("<!DOCTYPE svg [<!ENTITY x '<script/>'>]>", None),
        ("<svg>", "drawing-broken"),
    ],
)
def test_what_stands_before_a_drawing_counts_as_well(site, before, code):
    """What an entity holds counts where it is used."""
    site.write("pages/about.md", "# 关于\n\n![](plan.svg)\n")
    site.write("pages/plan.svg", before + SVG.format(""))

    assert [found for *_, found in codes(site)] == ([code] if code else [])


@pytest.mark.parametrize(
    "inside",
    [
        "<title>平面图</title><circle r='1' fill='url(#sky)'/><use xlink:href='#x'/>",
        "<style>circle{fill:url('#sky')}</style>",
        "<metadata><rdf xmlns='x'>Inkscape</rdf></metadata>",
        "<animate attributeName='r' from='1' to='2'/>",
    ],
)
def test_an_ordinary_drawing_is_published(site, inside):
    """With colours, parts used twice, and what programs note in it."""
    site.write("pages/about.md", "# 关于\n\n![](plan.svg)\n")
    site.write("pages/plan.svg", SVG.format(inside))

    assert codes(site) == []
    assert "plan.svg" in site.build().files


@pytest.mark.parametrize(
    "inside",
    ["<title>志愿者乙</title>", "<g id='志愿者乙'/>", "<text>志愿<tspan>者乙</tspan></text>"],
)
def test_a_drawing_names_nobody_who_did_not_agree(site, inside):
    """Neither in its words nor in what a program noted."""
    consent = {"granted": "2024-09-01", "covers": ["study"]}
    site.add("volunteers/b", name="志愿者乙", consent=consent)
    site.write("pages/about.md", "# 关于\n\n![](plan.svg)\n")
    site.write("pages/plan.svg", SVG.format(inside))

    assert [found for *_, found in codes(site)] == ["names-withheld"]


def test_a_drawing_holds_no_personal_number(site):
    """Its words are published as others are; its shapes are no words."""
    site.write("pages/about.md", "# 关于\n\n![](plan.svg)\n")
    site.write("pages/plan.svg", SVG.format("<path d='M13912345678 1'/><text>打13912345678</text>"))

    assert [found for *_, found in codes(site)] == ["mobile-number"]
