"""Moves: a production build says what changed since the last one without a word."""

from __future__ import annotations

import pytest
import yaml

from generator.plugin import Stopped
from generator.problems import Language, Severity

BEFORE = {"start": "2026-12-03T19:00"}
NAMED = {"id": "one", "start": "2026-12-03T19:00"}


MAJOR = {"on": "2026-11-20", "kind": "major", "note": "照常举行"}


def published(site):
    """What a production build says of the talk; where that is an error, it changes nothing."""
    try:
        site.build(production=True)
    except Stopped:
        assert any(problem.severity is Severity.ERROR for problem in site.reported)
    return [problem for problem in site.reported if problem.file == "content/events/talk.yml"]


def published_then(site, before, *after):
    """What is said of a record that was published with a date, and then has others."""
    talk = site.add("events/talk", dates=[before])
    assert published(site) == []
    talk.edit(dates=list(after))
    return published(site)


def sequences(site):
    """The numbers in the published calendar."""
    text = (site.folder / "calendar/all.ics").read_text("utf-8")
    return [int(part.split()[0]) for part in text.split("SEQUENCE:")[1:]]


def test_a_date_that_moved_without_a_word_is_named(site):
    """Its start is another day, so it looks like another date, and the old one gone."""
    (found,) = published_then(site, BEFORE, {"start": "2026-12-08T19:00"})

    assert (found.severity, found.code, found.key) == (Severity.ERROR, "date-vanished", "dates")
    assert "2026-12-03T19:00" in found.message(Language.ZH)


@pytest.mark.parametrize("before", [BEFORE, NAMED])
def test_a_date_that_stays_the_same_one_and_moved_is_named(site, before):
    """By its id, or by its day."""
    (found,) = published_then(site, before, {**before, "start": "2026-12-03T20:00"})

    assert (found.severity, found.code) == (Severity.ERROR, "move-unrecorded")
    assert (found.key, found.line > 1) == ("dates.0.start", True)
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


@pytest.mark.parametrize(
    ("before", "write"),
    [
        (BEFORE, "previous: [{start: 2026-12-03T19:00}]"),
        (NAMED, "id: one, previous: [{start: 2026-12-03T19:00}]"),
        (
            {**BEFORE, "previous": [{"start": "2026-12-01"}], "status": "rescheduled"},
            "previous: [{start: 2026-12-01}, {start: 2026-12-03T19:00}]",
        ),
    ],
)
def test_what_is_said_of_a_date_that_is_gone_makes_it_the_same_one_again(site, before, write):
    """Written as it is told, the date is the one that was published, with a higher number."""
    (found,) = published_then(site, before, {"start": "2026-12-20"})
    assert f"另写 {write}；" in found.message(Language.ZH)
    (number,) = sequences(site)

    path = site.content_folder / "events/talk.yml"
    fields = yaml.safe_load(path.read_text("utf-8"))
    told = yaml.load(f"{{{write}}}", yaml.BaseLoader)
    fields["dates"] = [{"start": "2026-12-20", "status": "rescheduled", **told}]
    path.write_text(yaml.safe_dump(fields, allow_unicode=True), "utf-8")

    assert published(site) == []
    assert sequences(site) == [number + 1]


def test_a_date_that_is_long_past_may_leave_the_record(site):
    """No calendar would have it any more."""
    talk = site.add("events/talk", dates=[{"start": "2024-11-30"}, BEFORE])
    published(site)
    talk.edit(dates=[BEFORE])
    site.build("2026-12-01", production=True)

    assert site.reported == []


def test_a_cancellation_taken_back_has_to_be_told_with_a_higher_number(site):
    """Programs keep what has the highest number: here, that it is off."""
    off = {**BEFORE, "status": "cancelled"}
    (found,) = published_then(site, off, BEFORE)

    assert (found.severity, found.code) == (Severity.ERROR, "sequence-fallen")
    assert found.key == "dates.0.start"
    assert "加 1 条 kind: major" in found.message(Language.ZH)
    assert (
        "2026-12-03T19:00"
        in site.content_folder.joinpath("events/talk.yml")
        .read_text("utf-8")
        .split("\n")[found.line - 1]
    )
    assert sequences(site) == [1]
    site.add("events/talk", dates=[BEFORE], history=[MAJOR])
    assert published(site) == []
    assert sequences(site) == [2]


def test_a_cancellation_taken_back_by_a_move_is_told_too(site):
    """One up and one down: the number alone would be the same."""
    off = {**BEFORE, "status": "cancelled"}
    moved = {"start": "2026-12-08T19:00", "status": "rescheduled", "previous": [BEFORE]}
    (found,) = published_then(site, off, moved)

    assert found.code == "sequence-fallen"


def test_a_move_that_is_forgotten_lowers_the_number(site):
    """As many entries of the history as make up for it are asked for."""
    former = [{"start": "2026-12-03T19:00"}, {"start": "2026-12-05T19:00"}]
    moved = {"start": "2026-12-08T19:00", "status": "rescheduled", "previous": former}
    (found,) = published_then(site, {"id": "one", **moved}, {"id": "one", "start": moved["start"]})

    assert found.code == "sequence-fallen"
    assert "加 2 条 kind: major" in found.message(Language.ZH)


def test_the_end_of_registration_is_compared_as_well(site):
    """Another date beside one that is off takes back that registration is."""
    talk = site.add(
        "events/talk",
        dates=[{**BEFORE, "status": "cancelled"}],
        registration={"closes": "2026-12-01"},
    )
    published(site)
    talk.edit(dates=[{**BEFORE, "status": "cancelled"}, {"start": "2026-12-20"}])
    (found,) = published(site)

    assert (found.code, found.key) == ("sequence-fallen", "registration.closes")


@pytest.mark.parametrize(
    ("change", "zh"),
    [
        ({"title": "别的活动"}, "名称是“示例活动”，现在是“别的活动”"),
        ({"venue": {"campus": "示例校区", "room": "甲;乙,丙"}}, "地点是“"),
        ({"registration": {"closes": "2026-12-02"}}, "时间是“2026-12-01”，现在是“2026-12-02”"),
    ],
)
def test_another_title_or_place_is_asked_about_once(site, change, zh):
    """It may be a slip that was corrected; with a major entry in the history nothing is asked."""
    talk = site.add(
        "events/talk",
        dates=[BEFORE, {"start": "2026-12-10T19:00"}],
        registration={"closes": "2026-12-01"},
    )
    assert published(site) == []
    talk.edit(**change)
    (found,) = published(site)

    assert (found.severity, found.code) == (Severity.WARNING, "change-untold")
    assert zh in found.message(Language.ZH)
    assert published(site) == []
    talk.edit(title="又一个活动", history=[MAJOR])
    assert published(site) == []


def test_what_is_over_may_be_renamed(site):
    """Nobody will go there by an old name."""
    talk = site.add("events/talk", dates=[{"start": "2026-11-03"}])
    published(site)
    talk.edit(title="别的活动")

    assert published(site) == []
