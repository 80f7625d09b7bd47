"""The index of a built site: what it finds, what it must not, and what a build leaves as it was."""

from __future__ import annotations

import json
import sys
from datetime import date

import pytest

from benchmarks.search import documents
from generator.plugin import Run, build_site
from tests.browser.kinds import KINDS
from tests.site import ALL_GROUPS, TODAY, Site

FOUND_BY = {
    "profile": "教案写满了",
    "profile of an anonymous volunteer": "一棵一棵记了位置",
    "story": "左边写问题",
    "event": "带着问题来",
    "event of two dates": "座谈不设讲台",
    "policy": "解除就业协议不算违约",
    "source": "人才向基层一线流动",
    "unit": "都可以来这里问",
    "hand-written page": "点一下就能看到原文",
}
"""The kinds of pages that are searched, each with words of its own page."""
CANARY, NAME = "金丝雀之言", "欧阳鸟鸣"


@pytest.fixture(scope="module")
def ask_every_kind(every_kind, searching):
    return searching(every_kind)


@pytest.mark.parametrize("kind", FOUND_BY)
def test_a_page_is_found_by_its_heading_and_by_its_words(every_kind, ask_every_kind, kind):
    """Each kind of page."""
    address = KINDS[kind]

    assert address in ask_every_kind(every_kind.page(address).heading)
    assert ask_every_kind(FOUND_BY[kind])[0] == address


def test_lists_months_and_tombstones_are_no_documents(every_kind, ask_every_kind):
    """Nor the home page: what stands there is found where it is from."""
    indexed = {
        record[0]
        for name, data in every_kind.files.items()
        if name.startswith("search/records/")
        for record in json.loads(data).values()
    }

    assert {KINDS[kind] for kind in FOUND_BY} <= indexed
    more = {
        "pathway",
        "question",
        "superseded policy",
        "notice",
        "notice that ended",
        "honour",
        "privacy",
        "event with a recap",
    }
    found = {*FOUND_BY, *more}
    assert [kind for kind in KINDS if kind not in found and KINDS[kind] in indexed] == []
    assert len(indexed) == json.loads(every_kind.files["search/index.json"])["documents"]


@pytest.mark.parametrize(
    ("facets", "addresses"),
    [
        ({"kind": "志愿者", "province": "甘肃"}, {"/volunteers/a/"}),
        ({"kind": "志愿者", "province": "新疆"}, {"/volunteers/a/", "/volunteers/b/"}),
        ({"cohort": "2023"}, {"/volunteers/b/"}),
        ({"project": "省内"}, {"/volunteers/b/"}),
        ({"college": "示例学院"}, {"/volunteers/a/"}),
        ({"kind": "故事", "province": "甘肃"}, {"/stories/x/"}),
        ({"kind": "活动", "event": "宣讲会"}, {"/events/e/"}),
        ({"year": "2027"}, {"/events/e/"}),
        ({"level": "学校"}, {"/policies/doc/"}),
        ({"kind": "文件原文"}, {"/sources/doc/"}),
        ({"kind": "单位"}, {"/units/one/"}),
        ({"kind": "页面"}, {"/about/"}),
    ],
)
def test_a_search_is_narrowed_by_what_a_page_says(facets_site, facets, addresses):
    """Its kind, and what its record says of cohort, province, college, kind of event, year."""
    assert set(facets_site("示例", facets=facets)) == addresses


@pytest.fixture(scope="module")
def facets_site(tmp_path_factory, searching):
    site = Site(tmp_path_factory.mktemp("facets"))
    places = [
        {"province": province, "start": "2024-08", "end": "2025-07"}
        for province in ("甘肃", "新疆")
    ]
    site.add("units/one", name="示例学院")
    site.add("volunteers/a", name="示例甲", college="one", placements=places)
    site.add(
        *("volunteers/b",), name="示例乙", cohort=2023, project="inside", placements=places[1:]
    )
    site.add("stories/x", volunteers=["a"])
    dates = [{"start": "2026-12-03T19:00"}, {"start": "2027-01-03T19:00"}]
    site.add("events/e", dates=dates)
    site.policy()
    site.write("pages/about.md", "# 关于\n\n示例的页面。\n")
    return searching(site.build())


def crowd(site):
    """Who may be shown, and all the ways of not being shown, each with words of its own."""
    site.add("units/one", name="示例学院")
    site.add("volunteers/shown", summary="看得见的经历。", college="one")
    site.add("volunteers/draft", summary=f"{CANARY}一。", publish={"state": "draft"})
    site.add("volunteers/later", summary=f"{CANARY}二。", publish={"from": "2026-11-25"})
    site.add("volunteers/gone", summary=f"{CANARY}三。", publish={"until": "2026-11-23"})
    covers = ["study", "placement"]
    consent = {"granted": "2024-09-01", "covers": covers}
    site.add(
        "volunteers/partly",
        name=NAME,
        summary=f"{CANARY}四。",
        consent=consent,
        major="看得见专业",
    )
    consent = {"granted": "2024-09-01", "covers": list(ALL_GROUPS), "withdrawn": "2026-11-24"}
    site.add("volunteers/withdrawn", name=NAME, summary=f"{CANARY}五。", consent=consent)
    site.add("stories/of-withdrawn", volunteers=["withdrawn"], summary=f"{CANARY}六。")
    site.write("pages/about.md", "# 关于\n\n看得见的页面。\n\n<!-- a > b, 金丝雀之言七 -->\n")
    site.write("pages/hidden.md", f"---\nnoindex: true\n---\n# 藏着\n\n{CANARY}八。\n")


def test_who_may_not_be_shown_cannot_be_asked_for(site, searching):
    """Invariant 2: drafts, embargoes, what consent does not cover, who withdrew."""
    crowd(site)
    ask = searching(site.build())

    assert ask("看得见的经历") == ["/volunteers/shown/"]
    assert ask("看得见专业") == ["/volunteers/partly/"]
    assert ask("看得见的页面") == ["/about/"]
    each = [f"{CANARY}{number}" for number in "一二三四五六七八"]
    for query in (NAME, "欧阳", "鸣", CANARY, "金丝雀", "之言", *each):
        assert ask(query) == [], query


def test_who_is_withdrawn_does_not_live_on_in_what_is_kept(site, searching):
    """Nor a record whose file is gone: the name stands in no file of it, and nobody finds it."""
    one = site.add("volunteers/a", name=CANARY)
    other = site.add("stories/x", title=CANARY)
    site.add("volunteers/b")
    site.build()
    site.build()
    assert kept_with(site, CANARY)
    assert set(searching(site)(CANARY)) == {"/volunteers/a/", "/stories/x/"}
    leftover = kept(site) / "pages-00.new"  # of a build that was killed
    leftover.write_text(CANARY, "utf-8")

    one.withdraw("2026-11-24")
    other.path.unlink()
    site.build()

    assert kept_with(site, CANARY) == []
    assert kept_with(site, "志愿者甲")
    assert searching(site)(CANARY) == []


def kept(site):
    return site.root / ".cache" / "westbound" / "search"


def kept_with(site, text):
    """The files kept for the next edition in which *text* stands."""
    return [
        path.name for path in sorted(kept(site).iterdir()) if text.encode() in path.read_bytes()
    ]


@pytest.fixture
def large(site):
    """A site with words enough for many files, built twice: so both trees are there."""
    for number, document in enumerate(documents(80)):
        site.add(f"stories/s{number}", title=document.title, body=document.text)
    site.build()
    return site.build()


def of_index(site):
    """The files of the index, each with its bytes and time."""
    files = (path for path in (site.folder / "search").rglob("*.*"))
    return {
        path.relative_to(site.folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in files
    }


def test_an_edit_writes_the_files_that_it_touches_and_no_others(large):
    """In both trees: all other files keep bytes and time, so that rsync leaves them alone."""
    before = of_index(large)
    assert len(before) > 20
    path = large.content_folder / "stories" / "s7.yml"

    path.write_text(path.read_text("utf-8").replace("示例提要。", "一句提要。"), "utf-8")
    large.build()
    after = of_index(large)
    large.build()

    changed = {name for name in before if before[name] != after[name]}
    assert 0 < len(changed) <= 5
    assert all(before[name][0] != after[name][0] for name in changed)
    assert before.keys() == after.keys()
    assert of_index(large) == after


def test_an_edit_that_changes_no_word_touches_no_file(large):
    """A comment, say."""
    before = of_index(large)
    path = large.content_folder / "stories" / "s7.yml"

    path.write_text(f"# 备注\n{path.read_text('utf-8')}", "utf-8")
    large.build()

    assert of_index(large) == before


def test_a_day_that_changes_no_document_does_not_wait_for_numpy(site, monkeypatch):
    """A cohort's service ends: its lists say so, and no search finds lists."""
    site.add(
        "volunteers/a", placements=[{"province": "新疆", "start": "2025-08", "end": "2026-11"}]
    )
    site.build(as_of="2026-11-30")

    monkeypatch.setitem(sys.modules, "generator.search.postings", None)  # not to be imported
    site.build(as_of="2026-12-01")

    assert "期满" in site.page("/volunteers/").text


def test_what_was_kept_changes_no_byte(large):
    """Invariant 7: after edits, an addition and a removal, it is the index that is made anew."""
    path = large.content_folder / "stories" / "s7.yml"
    path.write_text(path.read_text("utf-8").replace("示例提要。", "一句提要。"), "utf-8")
    large.add("stories/new", body="新来的一篇。")
    (large.content_folder / "stories" / "s9.yml").unlink()
    large.build()
    digest, index = large.digest, of_index(large)

    large.build(fresh=True)

    assert large.digest == digest
    assert {name: data for name, (data, _) in of_index(large).items()} == {
        name: data for name, (data, _) in index.items()
    }


def test_a_damaged_file_of_what_was_kept_is_said_and_made_anew(large, caplog):
    """Each in turn: cut short, of no bytes, of others, gone; the site is the same each time."""
    digest = large.digest
    files = sorted(kept(large).iterdir())
    assert {"digests", "pages-00"} < {path.name for path in files}

    for number, path in enumerate(files):
        data = path.read_bytes()
        harms = (data[:-9], b"", b"\xff\xfe[]", data[:40] + b"\0" + data[41:], None)
        harm = harms[number % 5]
        if harm is None:
            path.unlink()
        else:
            path.write_bytes(harm)
        caplog.clear()
        large.build()

        assert large.digest == digest
        assert path.read_bytes() == data
        said = [message for message in caplog.messages if path.name in message]
        assert len(said) == (harm is not None)


def test_what_was_lost_while_the_content_changed_leaves_nothing_behind(site):
    """Invariant 2: no digest is believed of files whose documents are not known any more."""
    entries = [site.add(f"stories/s{number}", title=f"{CANARY}{number}") for number in range(4)]
    site.build()
    site.build()
    (lost,) = kept_with(site, f"{CANARY}1")
    (kept(site) / lost).unlink()
    entries[1].path.unlink()

    site.build()

    assert site.files_containing(f"{CANARY}1") == []
    digest = site.digest
    assert site.build(fresh=True).digest == digest


def test_two_sites_may_keep_what_they_made_in_one_place(large):
    """One project, built into two folders by turns, with an edit between."""
    digest = large.digest
    path = large.content_folder / "stories" / "s7.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("示例提要。", "一句提要。"), "utf-8")
    run = Run(as_of=date.fromisoformat(TODAY), report=lambda problems: None)
    build_site(large.config, run, large.root / "other")
    path.write_text(text, "utf-8")

    large.build()

    assert large.digest == digest


def test_what_another_edition_of_the_program_kept_is_not_used_and_nothing_said(large, caplog):
    """Its postings may be of another kind."""
    digest = large.digest
    for path in kept(large).iterdir():
        head, _, body = path.read_bytes().partition(b"\n")
        path.write_bytes(b"0123456789abcdef " + head.partition(b" ")[2] + b"\n" + body[:-1] + b"?")

    large.build()

    assert large.digest == digest
    assert caplog.messages == []


def test_nothing_is_kept_where_nothing_may_be(site):
    """--no-cache"""
    site.add("volunteers/a")

    site.build(fresh=True)

    assert "search/index.json" in site.files
    assert not kept(site).exists()
