"""An address that was published stays (invariant 5): a page, the way on, or a tombstone."""

from __future__ import annotations

import pytest

from generator.plugin import Stopped
from tests.commands import run


def codes(site):
    return [(file, line, code) for file, line, _, code in site.seen()]


def test_an_alias_leads_to_where_the_record_is(site):
    """In a browser at once, without a script; for search engines by the canonical address."""
    site.add("stories/new-name", title="示例故事", aliases=["/stories/old-name/", "/news/2021/x/"])

    site.build()

    for address in ("/stories/old-name/", "/news/2021/x/"):
        page = site.page(address)
        (refresh,) = page.all("//head/meta[@http-equiv='refresh']/@content")
        assert page.resolve(refresh.removeprefix("0; url=")) == "/stories/new-name/"
        assert page.all("//link[@rel='canonical']/@href") == [
            "https://xibu.example.edu.cn/stories/new-name/"
        ]
        assert page.all("//meta[@name='robots']/@content") == ["noindex"]
        assert ("示例故事", "/stories/new-name/") in [(a.text, a.href) for a in page.links]
    assert "/stories/old-name/" not in site.files["sitemap.xml"].decode()
    assert "/stories/new-name/" in site.files["sitemap.xml"].decode()


@pytest.mark.parametrize("alias", ["/about/", "/stories/y/", "/events/", "/"])
def test_an_alias_cannot_take_the_place_of_a_page(site, alias):
    """The record that claims it is to mend."""
    site.write("pages/about.md", "# 关于\n")
    site.add("events/talk")
    site.add("stories/y")
    site.add("stories/x", aliases=[alias] if alias != "/" else ["/stories/y/"])

    assert ("content/stories/x.yml", 1, "address-taken") in codes(site)


def test_a_production_build_notes_each_address_for_good(site):
    """Records, documents, old addresses; not lists, whose places may change. One a line, sorted."""
    site.policy()
    site.add("stories/x", tags=["支教"], aliases=["/stories/old/"])
    site.write("volunteers/gone.yml", "withdrawn:\n  on: 2026-11-01\n")

    site.build()
    assert not (site.content_folder / "permalinks.txt").exists()
    site.build(production=True)

    assert (site.content_folder / "permalinks.txt").read_text("utf-8").split() == [
        "/policies/doc/",
        "/sources/doc/",
        "/stories/old/",
        "/stories/x/",
        "/volunteers/gone/",
    ]


def test_an_address_that_would_not_answer_is_an_error_at_its_line(site):
    """Until an alias leads on from it."""
    entry = site.add("stories/x")
    site.add("stories/y")
    site.build(production=True)
    entry.path.rename(entry.path.with_name("z.yml"))

    assert codes(site) == [("content/permalinks.txt", 1, "permalink-gone")]
    with pytest.raises(Stopped):
        site.build()
    site.add("stories/z", aliases=["/stories/x/"])

    assert codes(site) == []


def test_a_record_that_may_not_be_seen_any_more_leaves_its_tombstone(site):
    """A draft again, past its last day, or without consent: the address answers, and says nothing."""
    person = site.add("volunteers/a", name="志愿者甲")
    story = site.add("stories/x", title="示例故事")
    never = site.add("stories/never", title="从未", publish={"state": "draft"})
    site.build(production=True)

    person.edit(consent={"withdrawn": "2026-11-24"})
    story.edit(publish={"state": "draft"})
    site.build(production=True)

    assert site.page("/volunteers/a/").is_tombstone
    assert site.page("/stories/x/").is_tombstone
    assert not site.has("/stories/never/")
    assert site.files_containing("志愿者甲") == []
    assert never.path.exists()


def test_a_broken_record_is_no_lost_address_as_well(site):
    """One cause, one problem."""
    entry = site.add("stories/x")
    site.build(production=True)
    entry.path.write_text("title: [\n", "utf-8")

    assert [code for *_, code in codes(site)] != []
    assert "permalink-gone" not in [code for *_, code in codes(site)]


def test_a_line_that_is_no_address_is_said(site):
    """Somebody edited the file."""
    site.add("stories/x")
    site.write("permalinks.txt", "/stories/x/\r\nstories/y\n\n")

    assert codes(site) == [("content/permalinks.txt", 2, "permalink-malformed")]


def test_no_example_is_published_for_readers(site):
    """Invariant 10; a preview and a trial build show them."""
    site.add("stories/x", sample=True)
    site.build()
    digest = site.digest

    done = run("build", "--production", "--lang", "zh", cwd=site.root)

    assert done.returncode == 1
    assert "content/stories/x.yml" in done.stdout.decode()
    assert "示例不能正式发布" in done.stdout.decode()
    assert site.digest == digest


@pytest.mark.parametrize(
    ("approved", "shown"),
    [
        (None, False),
        ({"by": "宣传部", "on": "2026-11-24"}, True),
        ({"by": "宣传部", "on": "2026-11-25"}, False),
    ],
)
def test_what_nobody_approved_is_withheld_where_it_must_be(site, approved, shown):
    """Chinese publicity offices review before they publish; a trial build shows all."""
    config = site.config.read_text("utf-8")
    site.config.write_text(
        config.replace("  - westbound\n", "  - westbound:\n      require_approval: true\n"), "utf-8"
    )
    site.add("stories/x", publish={"approved": approved} if approved else None)

    assert site.build().has("/stories/x/")
    assert site.build(production=True).has("/stories/x/") is shown
