"""Invariant 6: a dated promise is kept, and ``due`` knows the days on which anything changes."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from generator import build
from generator.pages.page import Site as Shared
from generator.reading import read
from generator.rendering import Renderer
from generator.rendering.articles import Articles
from generator.rendering.chrome import SLOTS, Chrome, Frame, kind_of
from tests.commands import run
from tests.site import ALL_GROUPS, FIGURES, ROOT

FIRST = date(2026, 11, 24)


def consent(**more):
    return {"granted": "2024-09-01", "covers": list(ALL_GROUPS), **more}


def a_year_of_promises(site):
    """Records of every kind that a day changes, some of them more than once."""
    site.add("volunteers/until", consent=consent(until="2026-12-31"))
    site.add("volunteers/later", consent=consent(granted="2027-01-10"))
    site.add("volunteers/gone", consent=consent(withdrawn="2027-02-03"), honours=["star"])
    served = [{"province": "新疆", "start": "2024-08", "end": "2027-03"}]
    site.add("volunteers/served", cohort=2023, placements=served)
    site.add("stories/embargo", publish={"from": "2026-12-05"}, volunteers=["until"])
    site.add("stories/expiry", publish={"until": "2027-04-30"}, date="2026-12-20")
    site.add("stories/draft", publish={"state": "draft", "from": "2027-05-05"})
    site.add("events/talk", dates=[{"start": "2026-12-03T19:00"}], speakers=[{"volunteer": "gone"}])
    site.add(
        "events/camp",
        dates=[{"start": "2027-06-28", "end": "2027-07-02"}],
        registration={
            "url": "https://example.edu.cn/r",
            "opens": "2027-06-01",
            "closes": "2027-06-20",
        },
    )
    site.add("events/before", dates=[{"start": "2025-02-28"}])
    site.add("events/last", kind="deadline", dates=[{"start": "2027-05-15"}])
    site.add("criteria/project")
    figures = [{**one, "for": {"project": one["id"]}} for one in FIGURES]
    site.policy(figures=figures, effective={"from": "2027-03-15", "until": "2027-08-31"})
    steps = [{"title": "一", "events": ["talk", "camp", "last"], "policies": ["doc"]}]
    site.add("pathways/road", steps=steps)
    site.policy(
        "policies/next", supersedes=["doc"], effective={"from": "2027-07-07", "until": "2027-08-31"}
    )
    site.add("honours/star", recipients=[{"volunteer": "until"}])
    site.add(
        "notices/list",
        period={"from": "2026-12-10", "until": "2026-12-16"},
        people=[{"name": "示例同学"}],
        objections={"contact": "示例办"},
    )
    site.add("units/office", history=[{"on": "2027-09-09", "kind": "minor", "note": "示例"}])


ARTICLES = Articles(ROOT / "theme")
PLAIN = Chrome("|".join(getattr(SLOTS, name) for name in Frame.__slots__))


def shown(prepared):
    """Every page and feed of a day as its bytes, and the day that the foot of all pages says."""
    plan = prepared.plan
    chromes = {kind_of(page): PLAIN for page in plan.values()}
    renderer = Renderer(prepared.public, prepared.site, ARTICLES, chromes)
    pages = {page: renderer.render(page).data for page in plan.values()}
    feeds = {
        feed: feed.write(feed.show(prepared.public.noting(), prepared.site))
        for feed in prepared.feeds.values()
    }
    return pages, feeds, prepared.public.updated


def test_over_a_year_the_site_changes_on_just_the_days_that_were_announced(site):
    """The pages of each day are made; their bytes say on which days something changed."""
    a_year_of_promises(site)
    content, terms = site.content_folder, build.Terms(production=True)
    found = read(content)
    announced, changed, before = None, set(), None
    for step in range(365):
        day = FIRST + timedelta(days=step)
        prepared = build.prepare_read(found, content, Shared("示例网", "", day), terms)
        now = shown(prepared)
        if before is not None and now != before:
            changed.add(day)
        assert (day == announced) == (day in changed), (day, announced)
        if before is None or day == announced or step % 7 == 0:
            due = build.next_due(prepared, found, content)
            assert day in (announced, FIRST) or (due and due.day) == announced
            announced = due and due.day
        before = now

    assert len(changed) > 20
    expected = [
        "2026-12-05",
        "2026-12-10",  # a notice begins
        "2026-12-17",  # the day after its last
        "2027-01-01",
        "2027-01-10",
        "2027-02-03",
        "2027-03-01",
        "2027-05-01",
        "2027-07-07",  # one policy takes the place of another
        "2027-09-01",
    ]
    assert {date.fromisoformat(day) for day in expected} <= changed


def test_the_built_sites_bytes_change_on_the_day_that_it_announces(site):
    """Not on the day before: three times in a row, by real builds."""
    a_year_of_promises(site)
    day = FIRST
    for _ in range(3):
        site.build(day.isoformat(), production=True)
        health = json.loads(site.files["health.json"])
        assert health["built"] == day.isoformat()
        day = date.fromisoformat(health["next_due"])
        digests = []
        for one in (day - timedelta(days=1), day):
            site.build(one.isoformat(), production=True)
            pages = {name: data for name, data in site.files.items() if name != "health.json"}
            digests.append(pages)
        assert digests[0] != digests[1]


@pytest.fixture
def embargoed(site):
    site.add("stories/x", title="示例故事")
    site.add("stories/y", title="示例后来", publish={"from": "2026-12-05"})
    return site


def test_the_command_names_the_day_and_what_makes_it_one(embargoed):
    """As text for people, as JSON for a monitor."""
    asked = ["due", "--as-of", "2026-11-24"]

    text = run(*asked, "--lang", "zh", cwd=embargoed.root)
    machine = run(*asked, "--format", "json", cwd=embargoed.root)

    assert text.stdout.decode().splitlines() == [
        "2026-12-05",
        "  content/stories/y.yml: publish.from（发布日）",
    ]
    assert json.loads(machine.stdout) == {
        "as_of": "2026-11-24",
        "next": "2026-12-05",
        "because": [{"record": "stories/y", "key": "publish.from", "what": "发布日"}],
    }
    assert text.returncode == machine.returncode == 0


def test_an_overdue_site_is_told_by_the_exit_status(embargoed):
    """Of which a scheduled task can make a message."""
    embargoed.build("2026-11-24", production=True)

    assert run("due", "--as-of", "2026-12-04", cwd=embargoed.root).returncode == 0
    late = run("due", "--as-of", "2026-12-05", "--lang", "zh", cwd=embargoed.root)

    assert late.returncode == 1
    assert "过期" in late.stderr.decode()


def test_a_scheduled_build_builds_only_what_is_due(embargoed):
    """--if-due, each morning."""
    command = ["build", "--production", "--if-due"]
    embargoed.build("2026-11-24", production=True)
    before = embargoed.digest

    idle = run(*command, "--as-of", "2026-12-04", cwd=embargoed.root)
    assert (idle.returncode, embargoed.digest) == (0, before)
    assert not embargoed.has("/stories/y/")

    due = run(*command, "--as-of", "2026-12-05", cwd=embargoed.root)
    assert due.returncode == 0
    assert embargoed.has("/stories/y/")


def test_nothing_that_stands_still_is_ever_due(site):
    """Not every day, just because days pass."""
    site.add("stories/x")
    site.build("2026-11-24", production=True)

    assert json.loads(site.files["health.json"])["next_due"] is None


def test_the_turn_of_the_year_is_announced_where_there_are_policies(site):
    """Another cohort is to leave, and has its page."""
    site.policy()
    site.build("2026-11-24", production=True)
    before = set(site.addresses)
    assert json.loads(site.files["health.json"])["next_due"] == "2027-01-01"

    site.build("2027-01-01", production=True)

    assert set(site.addresses) - before == {"/policies/for/2028/"}
