"""Questions that pages ask of the records."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.catalogue import LinkedRecords, PublicCatalogue
from generator.linking import link
from generator.reading import read
from generator.records.event import Event
from generator.records.honour import Honour
from generator.records.story import Story
from generator.records.unit import Unit
from generator.records.volunteer import Volunteer
from generator.sources import read_sources


def catalogue(site) -> PublicCatalogue:
    """The site's records, as pages see them."""
    folder = site.content_folder
    linked, problems = link(read(folder).records, sources=read_sources(folder / "sources")[0])
    assert problems == ()
    shown = LinkedRecords(linked.records, (), linked.sources)
    return PublicCatalogue(shown, date(2026, 11, 24))


def ids(records):
    return [record.id for record in records]


def person(site, id, **fields):
    site.add(f"volunteers/{id}", **fields)


def test_volunteers_stand_by_cohort_the_latest_first_then_by_id(site):
    """The order of the index."""
    person(site, "b", cohort=2023)
    person(site, "c", cohort=2024)
    person(site, "a", cohort=2024)

    found = catalogue(site)

    assert ids(found.chosen(Volunteer)) == ["a", "c", "b"]
    assert found.values(Volunteer, "cohort") == (("2024", 2), ("2023", 1))
    assert ids(found.chosen(Volunteer, "cohort", "2024")) == ["a", "c"]


def test_volunteers_stand_under_each_province_once(site):
    """Who served twice in one province is one of its people."""
    where = [{"province": name, "start": "2024-08"} for name in ("新疆", "青海", "新疆")]
    person(site, "a", placements=where)
    person(site, "b", placements=where[:1])
    person(site, "c")

    found = catalogue(site)

    assert found.values(Volunteer, "province") == (("qinghai", 1), ("xinjiang", 2))
    assert ids(found.chosen(Volunteer, "province", "xinjiang")) == ["a", "b"]
    assert found.place(found.the(Volunteer, "b"), "province", "xinjiang") == 1


def test_projects_and_colleges_without_volunteers_are_no_choice(site):
    """A filter would lead to an empty list."""
    site.add("units/one")
    site.add("units/two")
    person(site, "a", project="inside", college="two")

    found = catalogue(site)

    assert found.values(Volunteer, "project") == (("inside", 1),)
    assert found.values(Volunteer, "college") == (("two", 1),)


def test_an_honour_is_found_whichever_of_the_two_records_names_the_other(site):
    """And once, where both do."""
    site.add("honours/own")
    site.add("honours/both", recipients=[{"volunteer": "a"}])
    site.add("honours/theirs", recipients=[{"volunteer": "a"}])
    site.add("honours/other")
    person(site, "a", honours=["own", "both"])

    found = catalogue(site)

    assert ids(found.honours_of(found.get(Volunteer, "a"))) == ["own", "both", "theirs"]


def test_stories_stand_by_date_the_latest_first(site):
    """Two of one day by id, so that the order never changes by itself."""
    site.add("stories/b", date="2026-10-01")
    site.add("stories/a", date="2026-10-01")
    site.add("stories/new", date="2026-11-01", tags=["支教"])

    found = catalogue(site)

    assert ids(found.chosen(Story)) == ["new", "a", "b"]
    assert found.values(Story, "tag") == (("支教", 1),)
    assert ids(found.chosen(Story, "tag", "支教")) == ["new"]


def test_a_story_belongs_to_the_provinces_of_its_people(site):
    """Each once, as the standard lists them."""
    person(site, "a", placements=[{"province": "新疆", "start": "2024-08"}])
    person(site, "b", placements=[{"province": "甘肃", "start": "2024-08"}])
    site.add("stories/both", volunteers=["a", "b"])
    site.add("stories/none")

    found = catalogue(site)

    assert found.values(Story, "place") == (("gansu", 1), ("xinjiang", 1))
    assert ids(found.chosen(Story, "place", "gansu")) == ["both"]


def test_what_refers_to_a_record_is_known_from_its_side(site):
    """Once each, however often it says so."""
    site.add("units/top")
    site.add("units/sub", parent="top")
    site.add("events/talk", organiser="top")
    person(site, "a", college="top")

    found = catalogue(site)
    top = found.get(Unit, "top")

    assert ids(found.referring(Unit, top)) == ["sub"]
    assert ids(found.referring(Event, top)) == ["talk"]
    assert ids(found.referring(Story, top)) == []


@pytest.mark.parametrize("id", [None, "", "none"])
def test_a_record_that_is_not_there_is_none(site, id):
    """An optional reference can be asked for as it is."""
    site.add("honours/own")

    found = catalogue(site)

    assert found.get(Honour, id) is None
    assert found.each(Honour, ["none", "own"]) == [found.get(Honour, "own")]


def test_dates_stand_by_time_over_all_events(site):
    """A day without a time comes before the hours of that day."""
    site.add(
        "events/b",
        dates=[{"start": "2026-12-03T19:00"}, {"start": "2026-12-01"}],
    )
    site.add("events/a", dates=[{"start": "2026-12-03"}, {"start": "2026-12-03T08:00", "id": "am"}])

    found = catalogue(site)

    assert [(o.event.id, str(o.date.start)) for o in found.occurrences] == [
        ("b", "2026-12-01"),
        ("a", "2026-12-03"),
        ("a", "2026-12-03 08:00:00"),
        ("b", "2026-12-03 19:00:00"),
    ]


def test_a_date_of_several_days_touches_each_of_them(site):
    """Both ends included, over the end of a month."""
    site.add("events/camp", dates=[{"start": "2026-11-29", "end": "2026-12-01"}])

    found = catalogue(site)

    touched = [
        day for day in range(28, 34) if found.on(date(2026, 11, 1) + timedelta(days=day - 1))
    ]
    assert touched == [29, 30, 31]


def test_a_moved_date_is_known_on_the_day_it_was_moved_from(site):
    """Not where only the hour or the room changed."""
    site.add(
        "events/moved",
        dates=[
            {
                "start": "2026-12-03T19:00",
                "status": "rescheduled",
                "previous": [{"start": "2026-12-01T19:00"}, {"start": "2026-12-03T18:00"}],
            }
        ],
    )

    found = catalogue(site)

    assert [(day, o.event.id) for day, o in found.moved(2026, 12)] == [(date(2026, 12, 1), "moved")]


def test_a_clause_is_known_by_the_provisions_that_cite_it(site):
    """By its anchor on the page of the source."""
    site.policy()

    found = catalogue(site)

    assert [part.id for _, part in found.citing("doc.txt", "2-1-1")] == ["allowance"]
    assert found.citing("doc.txt", "2-1-2") == []


@pytest.mark.parametrize(
    ("cite", "anchor"),
    [
        ({"at": "二(一)2"}, "2-1-2"),
        ({"quote": "坚持服务基层"}, "1"),
        ({"quote": "本人可申请将户口保留在学校两年"}, "2-1-2"),
        ({"quote": "没有这一句"}, None),
    ],
)
def test_a_citation_without_a_number_means_the_only_clause_with_its_words(site, cite, anchor):
    """None where no clause has them."""
    site.policy()
    from generator.records.policy import Cite

    clause = catalogue(site).clause_of("doc.txt", Cite.model_validate(cite))

    assert (clause and clause.anchor) == anchor


def test_the_foot_tells_the_last_day_on_which_something_was_new(site):
    """Not the day of the build: no page changes because a day has passed."""
    site.add("stories/x", date="2026-10-01")
    site.add("stories/later", date="2026-12-01")

    first = site.build("2026-11-24").digest
    assert "2026年10月1日更新" in site.page("/stories/x/").html
    second = site.build("2026-11-25").digest

    assert first == second
