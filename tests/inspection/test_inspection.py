"""What was built is not published where something in it is wrong (invariants 2 and 8)."""

from __future__ import annotations

import shutil

import pytest

from generator import output
from generator.clearance import consent
from generator.feeds import calendars, health
from generator.plugin import Stopped
from generator.problems import Language
from tests.site import ROOT

HIDDEN = "金丝雀甲"
NO_NAME = {"granted": "2019-09-01", "covers": ["study", "placement", "story"]}


@pytest.fixture
def themed(site):
    """A site with a theme of its own, to break, which was published once."""
    shutil.copytree(ROOT / "theme", site.root / "theme")
    text = site.config.read_text("utf-8").replace(str(ROOT / "theme"), str(site.root / "theme"))
    site.config.write_text(text, "utf-8")
    site.add("stories/a", title="一篇故事", tags=["支教"])
    site.build()
    return site


def broken(site, name, old, new):
    """Let a file of the theme have *new* where it has *old*."""
    path = site.root / "theme" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def stopped(site, **asked):
    """What a build that is stopped says, each as file and code; the site is as it was."""
    before = site.digest
    with pytest.raises(Stopped, match="网站未改动"):
        site.build(**asked)
    assert site.digest == before
    found = [one for one in site.reported if one.code.startswith("site-")]
    assert found
    for problem in found:
        for language in Language:
            assert HIDDEN not in problem.line_in(language)
    return {(one.file, one.code) for one in found}


STORY = "site/stories/a/index.html"
CDN = "cdn.example.com"
BROKEN = {
    '<a href="{{ root }}/nowhere/">x</a>': ("site-dead-link", "/nowhere/"),
    '<a href="{{ root }}/stories/#nowhere">x</a>': ("site-dead-part", "/stories/#nowhere"),
    '<a href="{{ root }}/#nowhere">x</a>': ("site-dead-part", "/#nowhere"),
    '<a href="#nothing">x</a>': ("site-dead-part", "/stories/a/#nothing"),
    '<img src="{{ root }}/pictures/none.webp" alt="">': ("site-dead-link", "/pictures/none.webp"),
    '<p id="__content">x</p>': ("site-double-id", "__content"),
    f'<script src="https://{CDN}/a.js"></script>': ("site-third-party", f"https://{CDN}/a.js"),
    f'<img src="//{CDN}/b.png" alt="">': ("site-third-party", f"//{CDN}/b.png"),
    f"<img src=http://{CDN}/c.png alt=x>": ("site-third-party", f"http://{CDN}/c.png"),
    f'<p style="background: url(//{CDN}/d.png)">x</p>': ("site-third-party", f"//{CDN}/d.png"),
    f'<link rel="preconnect" href="https://{CDN}">': ("site-third-party", f"https://{CDN}"),
    f'<img srcset="x 1x,https://{CDN}/e 2x" alt="">': ("site-third-party", f"https://{CDN}/e"),
}


ALONE = [one for one in BROKEN if one.startswith(("<script", '<img src="//', "<img srcset"))]
"""Where nothing else on the page is in another form, the parser is not asked for another reason."""


@pytest.mark.parametrize("added", [*([one] for one in ALONE), list(BROKEN)], ids=len)
def test_a_page_that_a_template_breaks_is_not_published(themed, added):
    """A dead link, a dead part of a page, an id twice, something from elsewhere."""
    broken(themed, "articles/story.html", "{{ view.title", "".join(added) + "{{ view.title")

    found = stopped(themed)

    assert {file for file, _ in found} == {STORY}
    told = {(one.code, one.particulars["what"]) for one in themed.reported}
    assert told - {("site-dead-link", "/stories/a/x")} == {BROKEN[one] for one in added}
    assert all("stories/a" in one.message(Language.ZH) for one in themed.reported)


def test_what_only_looks_like_a_link_or_leads_out_stops_nothing(site):
    """Code in a text, a link to another site, mail, a telephone, the same word twice."""
    site.write(
        "pages/page.md",
        "# 一页\n\n[外面](https://example.com/x) [信](mailto:a@example.com) [上](#top)\n\n"
        '`<a href="nowhere/">`\n\n<p data-x="1" ID=one>x</p> <a href=\'#one\'>x</a>\n',
    )
    site.add("stories/a", body='写作 `href="nowhere/"`，或 ` id="__content"`。')

    site.build()

    assert site.has("/stories/a/")
    assert site.has("/page/")


def test_a_hand_written_page_whose_html_is_wrong_is_not_published(site):
    """In whatever form it was typed."""
    site.write(
        "pages/page.md", "# 一页\n\n<div><a href='none/'>x</a><b id=x></b><i id='x'></i></div>\n"
    )
    with pytest.raises(Stopped):
        site.build()

    assert not site.folder.exists()
    assert {(one.file, one.code) for one in site.reported} == {
        ("site/page/index.html", "site-dead-link"),
        ("site/page/index.html", "site-double-id"),
    }


@pytest.mark.parametrize(
    ("home", "name", "instead", "file"),
    [
        (calendars, "write", lambda calendar: b"BEGIN:VCALENDAR\r\nX\r\n", "calendar/all.ics"),
        (health, "file", lambda *_: ("health.json", b"{"), "health.json"),
        (
            output.feeds.sitemap,
            "files",
            lambda *_: [("sitemap.xml", b"<urlset><loc></urlset>")],
            "sitemap.xml",
        ),
        (
            output.feeds.sitemap,
            "files",
            lambda *_: [("sitemap.xml", b"<a>https://xibu.example.edu.cn/nowhere/</a>")],
            "sitemap.xml",
        ),
    ],
)
def test_a_file_that_programs_cannot_read_is_not_published(
    site, monkeypatch, home, name, instead, file
):
    """Nor one that names an address of the site which is not there."""
    site.add("events/a")
    site.build(production=True)
    monkeypatch.setattr(home, name, instead)

    found = stopped(site, production=True, fresh=True)

    assert f"site/{file}" in {place for place, _ in found}
    assert {code for _, code in found} <= {"site-malformed", "site-dead-link"}


def test_a_template_that_leaks_is_stopped_and_the_old_site_stands(themed):
    """Also where the name may break."""
    themed.add("volunteers/wb2019-001", name=HIDDEN, consent=NO_NAME)
    themed.build()
    assert themed.files_containing(HIDDEN) == []
    broken(themed, "articles/story.html", "{{ view.title", "金丝<wbr>雀甲{{ view.title")

    assert stopped(themed) == {(STORY, "site-withheld")}


def test_clearance_that_is_broken_is_found_out(site, monkeypatch):
    """The inspection goes by the rules, not by what clearance made of the records; one cause is
    one problem, with one file named and the others counted."""
    places = [{"province": "青海", "host": HIDDEN, "start": "2019-08"}]
    fields = {"placements": places, "major": "示例专业"}
    consents = {"granted": "2019-09-01", "covers": ["name", "study"]}
    site.add("volunteers/wb2019-001", **fields, consent=consents)
    site.build()
    assert "示例专业" in site.page("/volunteers/wb2019-001/").text
    monkeypatch.setattr(consent, "profile", lambda volunteer, groups: {"consent": None})

    found = stopped(site, fresh=True)

    assert {code for _, code in found} == {"site-withheld"}
    (problem,) = site.reported
    assert problem.particulars["record"] == "volunteers/wb2019-001"
    assert problem.particulars["field"] == "placements.0.host"
    assert problem.particulars["what"] == "金…"
    assert "另有" in problem.message(Language.ZH)


def test_a_page_left_as_it_was_is_looked_through_for_who_withdrew(site, monkeypatch):
    """If no question tells that a page must be made anew, the name on it does."""
    entry = site.add("volunteers/wb2019-001", name=HIDDEN)
    site.add("volunteers/wb2019-002")
    monkeypatch.setattr(output, "_key", lambda own, asked, public: "same")
    site.build()
    assert HIDDEN in site.page("/volunteers/").text
    site.build()
    entry.edit(consent={"withdrawn": "2026-11-24"})

    found = stopped(site)

    assert "site-withheld" in {code for _, code in found}
    assert {"name", "id"} <= {one.particulars.get("field") for one in site.reported}


def test_what_is_left_as_it_was_must_still_lead_somewhere(site, monkeypatch):
    """A page goes; the ones that lead to it are not made anew, and still are held to it."""
    site.add("stories/a", volunteers=["wb2019-001"])
    site.add("volunteers/wb2019-001")
    entry = site.add("volunteers/wb2019-002")
    monkeypatch.setattr(output, "_key", lambda own, asked, public: "same")
    site.build()
    entry.path.unlink()

    assert {code for _, code in stopped(site)} == {"site-dead-link"}


def test_the_sites_that_are_right_pass(every_kind, example_site):
    """Every kind of page was built, and so inspected."""
    assert len(list(every_kind.pages())) > 50
    assert example_site.has("/")


LOOK_ALIKES = {
    "the name of somebody visible": ({"name": "李示例"}, {"name": "李示例"}),
    "a county that others serve in": (
        {
            "name": "王示例",
            "placements": [{"province": "青海", "county": "方正县", "start": "2024-08"}],
        },
        {
            "name": "李某某",
            "placements": [{"province": "甘肃", "county": "方正县", "start": "2024-08"}],
        },
    ),
    "a place that is joined from two": (
        {
            "name": "王示例",
            "placements": [{"province": "宁夏", "county": "青铜峡市", "start": "2024-08"}],
        },
        {"name": "夏青"},
    ),
    "a word of the site's own": ({"name": "王示例"}, {"name": "高原", "major": "志愿者"}),
    "days, numbers, and words in few letters": (
        {"name": "王示例", "body": "到了 2024年8月，共12人。"},
        {"name": "Li", "body": "2024年8月。共12人。12人。on to of"},
    ),
}


@pytest.mark.parametrize("what", LOOK_ALIKES)
def test_what_only_looks_like_somebody_withheld_stops_nothing(site, what):
    """A build that stops for a look-alike could not be mended by any editor."""
    visible, hidden = LOOK_ALIKES[what]
    site.add("volunteers/wb2024-001", **visible)
    site.add(
        "volunteers/wb2024-002", **hidden, consent={"granted": "2024-09-01", "covers": ["after"]}
    )

    site.build()

    assert "王示例" in site.page("/volunteers/").text or "李示例" in site.page("/volunteers/").text
