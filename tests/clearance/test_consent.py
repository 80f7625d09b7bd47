"""Consent: no live consent, no profile; what it does not cover is not there (invariant 2)."""

from __future__ import annotations

from datetime import date

import pytest

from generator.clearance.consent import GROUP_OF, covered, is_live
from generator.records.volunteer import Consent, Group, Volunteer
from tests.site import ALL_GROUPS

SHOWN_BY = {
    "name": ["志愿者甲"],
    "study": ["示例学院一", "示例专业", "本科"],
    "placement": ["青海", "示例县中学", "示例专项", "示例导师一"],
    "story": [
        "示例简介",
        "示例一句话",
        "示例正文",
        "示例经过",
        "示例报道标题",
        "示例表彰",
    ],
    "after": ["示例去向"],
}
"""group → words that stand on the profile when the group is covered, and only then."""

WHOLE = {
    "name": "志愿者甲",
    "pinyin": "shili pinyin",
    "college": "one",
    "major": "示例专业",
    "degree": "bachelor",
    "programme": "示例专项",
    "placements": [
        {"province": "青海", "host": "示例县中学", "post": "教师", "start": "2024-08"},
    ],
    "mentor": {"name": "示例导师一", "consent": True},
    "honours": ["medal"],
    "summary": "示例简介。",
    "quote": "示例一句话。",
    "body": "示例正文。",
    "timeline": [{"date": "2024-08", "text": "示例经过。"}],
    "coverage": [{"title": "示例报道标题", "outlet": "示例报", "date": "2025-01-01"}],
    "after_service": {"on": "2026-09", "text": "示例去向。"},
}


def consent(covers, granted="2024-09-01", **more):
    return {"granted": granted, "covers": list(covers), **more}


@pytest.fixture
def whole(site):
    """A site with one volunteer who has something in every field."""
    site.add("units/one", name="示例学院一")
    site.add("honours/medal", title="示例表彰")
    site.add("volunteers/wb2024-001", **WHOLE)
    return site


def _edit(site, **changes):
    site.add("volunteers/wb2024-001", **{**WHOLE, **changes})


@pytest.mark.parametrize("group", SHOWN_BY)
def test_a_group_that_consent_covers_alone_is_shown_alone(whole, group):
    """Each group's fields appear with that group and with no other."""
    _edit(whole, consent=consent([group]))

    text = whole.build().page("/volunteers/wb2024-001/").text

    for other, shown in SHOWN_BY.items():
        for word in shown:
            assert (word in text) is (other == group), word


@pytest.mark.parametrize("group", SHOWN_BY)
def test_a_group_that_consent_leaves_out_is_not_shown(whole, group):
    """Each group's fields are missing when all but that group are covered."""
    _edit(whole, consent=consent(other for other in ALL_GROUPS if other != group))

    text = whole.build().page("/volunteers/wb2024-001/").text

    for other, shown in SHOWN_BY.items():
        for word in shown:
            assert (word in text) is (other != group), word


def test_cohort_and_project_are_always_shown(whole):
    """A consent to nothing that can be shown still gives a page, with these two."""
    _edit(whole, consent=consent(["portrait"]))

    page = whole.build().page("/volunteers/wb2024-001/")

    assert "2024届" in page.text
    assert page.facts == {"项目": ["省外项目"], "公开": ["经本人同意，可撤回"]}


def test_who_does_not_show_the_name_is_an_anonymous_volunteer(whole):
    """Heading and title say so, and the drawn portrait bears no character of the name."""
    _edit(whole, consent=consent(["study"]))

    page = whole.build().page("/volunteers/wb2024-001/")

    assert page.heading == "匿名志愿者"
    assert page.title == "匿名志愿者 - 示例网"
    assert page.classed("wb-portrait__character") == []


def test_the_drawn_portrait_of_who_shows_the_name_bears_its_last_character(whole):
    """So that the test above looks for what is there otherwise."""
    page = whole.build().page("/volunteers/wb2024-001/")

    assert page.texts("wb-portrait__character") == ["甲"]


@pytest.mark.parametrize(
    ("covers", "allowed"),
    [
        (["name", "portrait"], True),
        (["portrait"], False),  # a face names a person as well as the name does
        (["name"], False),
        (["study", "portrait"], False),
    ],
)
def test_a_portrait_needs_the_name_as_well(covers, allowed):
    """A face is shown only with the name."""
    volunteer = Volunteer.model_validate(
        {**WHOLE, "id": "wb2024-001", "cohort": "2024", "project": "outside"}
        | {"mentor": {"name": "示例导师一", "consent": "true"}}
        | {"consent": {"granted": "2024-09-01", "covers": covers}}
    )

    assert (Group.PORTRAIT in covered(volunteer, date(2026, 11, 24))) is allowed


def test_every_field_about_a_person_belongs_to_a_group():
    """A new field is either in a group or named here as shown on every profile."""
    always = {"cohort", "project", "featured", "consent"}
    common = {"id", "publish", "history", "aliases", "sample"}

    assert set(Volunteer.model_fields) - set(GROUP_OF) == always | common


@pytest.mark.parametrize(
    ("granted", "until", "withdrawn", "on", "live"),
    [
        ("2024-09-01", None, None, "2024-08-31", False),  # not yet granted
        ("2024-09-01", None, None, "2024-09-01", True),  # the first day counts
        ("2024-09-01", "2026-06-30", None, "2026-06-30", True),  # and so does the last
        ("2024-09-01", "2026-06-30", None, "2026-07-01", False),
        ("2024-09-01", None, None, "2099-01-01", True),
        ("2024-09-01", None, "2026-06-02", "2026-06-01", True),
        ("2024-09-01", None, "2026-06-02", "2026-06-02", False),  # from its own morning
        ("2024-09-01", "2026-06-30", "2026-06-02", "2026-06-10", False),
    ],
)
def test_consent_is_live_from_its_first_day_to_the_end_of_its_last(
    granted, until, withdrawn, on, live
):
    """Both days count, and a withdrawal counts from its own morning."""
    given = Consent.model_validate(
        {"granted": granted, "covers": ["name"], "until": until, "withdrawn": withdrawn}
    )

    assert is_live(given, date.fromisoformat(on)) is live


@pytest.mark.parametrize(
    "given",
    [
        None,
        consent(ALL_GROUPS, granted="2026-11-25"),
        consent(ALL_GROUPS, until="2026-11-23"),
        consent(ALL_GROUPS, withdrawn="2026-11-24"),
    ],
    ids=["none", "not yet granted", "expired", "withdrawn"],
)
def test_without_live_consent_there_is_no_profile(whole, given):
    """No page, no card, and no file with the name; others are there as before."""
    _edit(whole, consent=given)
    whole.add("volunteers/wb2024-002", name="志愿者丙")

    whole.build()

    assert not whole.has("/volunteers/wb2024-001/")
    assert whole.files_containing("志愿者甲") == []
    assert whole.files_containing("wb2024-001") == []
    assert "志愿者丙" in whole.page("/volunteers/").text


def test_who_has_no_consent_written_is_a_warning_and_stops_nothing(site):
    """The editor is told that this volunteer does not appear."""
    site.add("volunteers/wb2024-001", consent=None)

    (problem,) = site.problems()

    assert (problem.code, problem.severity) == ("no-consent", "warning")
    assert problem.file == "content/volunteers/wb2024-001.yml"


def test_a_volunteer_with_consent_is_no_warning(site):
    """What is in order is left alone."""
    site.add("volunteers/wb2024-001")

    assert site.problems() == []


@pytest.mark.parametrize("agreed", [True, False])
def test_a_mentor_is_named_only_with_their_own_consent(whole, agreed):
    """The volunteer cannot consent for the mentor."""
    _edit(whole, mentor={"name": "示例导师一", "consent": agreed})

    whole.build()

    assert bool(whole.files_containing("示例导师一")) is agreed
    assert ("导师" in whole.page("/volunteers/wb2024-001/").facts) is agreed


def test_a_speaker_who_may_not_be_named_is_an_outstanding_volunteer(whole):
    """The event says that somebody speaks, not who, and does not lead to the profile."""
    whole.add("events/talk", speakers=[{"volunteer": "wb2024-001"}])
    _edit(whole, consent=consent(["story"]))

    page = whole.build().page("/events/talk/")

    assert page.texts("wb-speakers__name") == ["优秀志愿者（未公开姓名）"]
    assert "/volunteers/wb2024-001/" not in page.addresses


def test_a_speaker_who_may_be_named_is_shown_with_the_profile(whole):
    """And other speakers are named as the record names them."""
    whole.add(
        "events/talk",
        speakers=[{"volunteer": "wb2024-001"}, {"name": "示例老师", "title": "示例职务"}],
    )

    page = whole.build().page("/events/talk/")

    assert page.texts("wb-person__name") == ["志愿者甲"]
    assert "/volunteers/wb2024-001/" in page.addresses
    assert page.texts("wb-speakers__name") == ["示例老师"]


def test_an_event_is_not_on_the_profile_of_a_speaker_who_may_not_be_named(whole):
    """Else the event's audience would know who the anonymous volunteer is."""
    whole.add("events/talk", title="示例座谈", speakers=[{"volunteer": "wb2024-001"}])
    _edit(whole, consent=consent(["story", "placement"]))

    page = whole.build().page("/volunteers/wb2024-001/")

    assert "示例座谈" not in page.text


@pytest.mark.parametrize(
    ("covers", "shown"),
    [(["name", "story"], True), (["story"], False), (["name"], False)],
)
def test_an_honour_is_on_the_profile_of_who_may_be_named_and_told_of(site, covers, shown):
    """The honour's own list of recipients names nobody against their consent."""
    site.add("volunteers/wb2024-001", consent=consent(covers))
    site.add("honours/medal", title="示例表彰", recipients=[{"volunteer": "wb2024-001"}])

    page = site.build().page("/volunteers/wb2024-001/")

    assert ("表彰" in page.facts) is shown


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (ALL_GROUPS, ALL_GROUPS, True),
        (ALL_GROUPS, ["name"], False),  # may be named, but not told of
        (ALL_GROUPS, ["story"], False),
        (["name", "story"], ["name", "story"], True),
    ],
)
def test_a_story_is_withheld_when_one_of_its_people_may_not_be_shown(site, first, second, shown):
    """The whole story, with its tag, from every page."""
    site.add("volunteers/wb2024-001", consent=consent(first))
    site.add("volunteers/wb2024-002", name="志愿者丙", consent=consent(second))
    site.add(
        "stories/both",
        title="两个人的故事",
        tags=["结伴"],
        volunteers=["wb2024-001", "wb2024-002"],
    )

    site.build()

    assert site.has("/stories/both/") is shown
    assert bool(site.files_containing("两个人的故事")) is shown
    assert site.has("/stories/tag/结伴/") is shown


def test_a_story_about_nobody_in_particular_is_shown(site):
    """Withholding needs a person to protect."""
    site.add("stories/plain", title="没有人物的故事")

    assert site.build().has("/stories/plain/")


def test_neighbours_and_cards_do_not_name_who_may_not_be_named(site):
    """A profile's next, previous and related people are shown as each of them agreed."""
    site.add("volunteers/wb2024-001", name="志愿者甲")
    site.add("volunteers/wb2024-002", name="志愿者乙", consent=consent(["study"]))
    site.add(
        "volunteers/wb2024-003", name="志愿者丙", consent=consent(["name"], until="2026-01-01")
    )

    site.build()

    page = site.page("/volunteers/wb2024-001/")
    assert page.texts("wb-neighbours__name") == ["匿名志愿者"]
    assert page.texts("wb-person__name") == ["匿名志愿者"]
    assert site.files_containing("志愿者乙") == []
    assert site.files_containing("志愿者丙") == []


def test_a_placement_that_is_not_covered_does_not_put_a_person_among_those_of_a_province(site):
    """Lists by place, and counts, follow the consent as well."""
    site.add(
        "volunteers/wb2024-001",
        placements=[{"province": "青海", "start": "2024-08"}],
        consent=consent(["name"]),
    )

    site.build()

    assert not site.has("/volunteers/province/qinghai/")
    assert site.files_containing("青海") == []


def test_a_link_to_a_withheld_profile_is_words_about_a_volunteer_and_no_link(site):
    """An empty link is filled without the name; one with words keeps its words."""
    site.add("volunteers/wb2024-001", consent=None)
    site.add("volunteers/wb2024-002", name="志愿者丙")
    site.add(
        "stories/both",
        body="认识了[](../volunteers/wb2024-001.yml)，也认识了[一位同学](../volunteers/wb2024-001.yml)"
        "和[](../volunteers/wb2024-002.yml)。",
    )

    page = site.build().page("/stories/both/")

    assert "认识了一位志愿者，也认识了一位同学和志愿者丙。" in page.text
    assert [link.text for link in page.links if "/volunteers/wb" in link.href] == ["志愿者丙"]


def test_a_link_to_an_anonymous_profile_is_filled_without_the_name(site):
    """The page is there; it is called as its own heading calls it."""
    site.add("volunteers/wb2024-001", consent=consent(["study"]))
    site.add("stories/both", body="认识了[](../volunteers/wb2024-001.yml)。")

    page = site.build().page("/stories/both/")

    assert ("匿名志愿者", "/volunteers/wb2024-001/") in [(a.text, a.href) for a in page.links]
