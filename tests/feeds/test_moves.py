"""Moves: a production build says which date moved since the last one without a word."""

from __future__ import annotations

import pytest

from generator.problems import Language, Severity

BEFORE = {"start": "2026-12-03T19:00"}
NAMED = {"id": "one", "start": "2026-12-03T19:00"}


def published_then(site, before, after):
    """What is said of a record that was published with a date, and then has another."""
    talk = site.add("events/talk", dates=[before])
    site.build(production=True)
    talk.edit(dates=[after] if after else [{"start": "2026-12-20"}])
    site.build(production=True)
    return [problem for problem in site.reported if problem.file == "content/events/talk.yml"]


def test_a_date_that_moved_without_a_word_is_named(site):
    """Its start is another day, so it looks like another date, and the old one gone."""
    (found,) = published_then(site, BEFORE, {"start": "2026-12-08T19:00"})

    assert (found.severity, found.code, found.key) == (Severity.WARNING, "date-vanished", "dates")
    assert "2026-12-03T19:00" in found.message(Language.ZH)


@pytest.mark.parametrize("before", [BEFORE, NAMED])
def test_a_date_that_stays_the_same_one_and_moved_is_named(site, before):
    """By its id, or by its day."""
    (found,) = published_then(site, before, {**before, "start": "2026-12-03T20:00"})

    assert (found.code, found.key) == ("move-unrecorded", "dates.0.start")
    assert found.message(Language.ZH).startswith(
        "已经发布的日历里，这一场是 2026-12-03T19:00，现在是 2026-12-03T20:00。"
    )


def test_a_date_that_says_where_it_was_is_right(site):
    """As one that is cancelled, or as it was."""
    moved = {"start": "2026-12-08T19:00", "status": "rescheduled", "previous": [BEFORE]}
    assert published_then(site, BEFORE, moved) == []
    assert published_then(site, moved, {**moved, "status": "cancelled"}) == []


def test_what_leaves_by_itself_is_no_matter(site):
    """A record that is withdrawn; a date that is long past."""
    talk = site.add("events/talk", dates=[{"start": "2024-11-30"}])
    old = site.add("events/old", dates=[BEFORE])
    site.build(production=True)
    old.withdraw("2026-12-01")
    site.build("2026-12-01", production=True)

    assert [problem.code for problem in site.reported] == []
    assert talk.path.exists()


def test_only_a_production_build_compares(site):
    """What editors try out is held against nothing."""
    talk = site.add("events/talk", dates=[BEFORE])
    site.build(production=True)
    talk.edit(dates=[{"start": "2026-12-08T19:00"}])
    site.build()

    assert site.reported == []
