"""Drafts, embargo and expiry (invariant 6)."""

from __future__ import annotations

from datetime import date

import pytest

from generator.clearance.periods import is_open
from generator.records.record import Publish, PublishState


@pytest.mark.parametrize(
    ("begins", "ends", "on", "open"),
    [
        (None, None, "2026-11-24", True),
        ("2026-11-24", None, "2026-11-23", False),
        ("2026-11-24", None, "2026-11-24", True),  # the first day counts
        (None, "2026-11-24", "2026-11-24", True),  # and so does the last
        (None, "2026-11-24", "2026-11-25", False),
        ("2026-11-24", "2026-11-24", "2026-11-24", True),
    ],
)
def test_a_record_is_seen_from_its_first_day_to_the_end_of_its_last(begins, ends, on, open):
    """Both days of a period are days on which the record may be seen."""
    publish = Publish.model_validate({"from": begins, "until": ends})

    assert is_open(publish, date.fromisoformat(on)) is open


def test_a_draft_is_not_seen_whatever_its_period_says():
    """A draft stays a draft until somebody says that it is ready."""
    publish = Publish(state=PublishState.DRAFT)

    assert not is_open(publish, date(2026, 11, 24))


def test_an_embargoed_story_appears_on_its_day_and_nowhere_before(site):
    """The day before, no file of the site knows of it, its tag's page included."""
    site.add(
        "stories/early",
        title="尚未公开的故事",
        tags=["待发"],
        publish={"from": "2026-12-01"},
    )
    site.add("stories/other")

    site.build(as_of="2026-11-30")
    assert site.files_containing("尚未公开") == []
    assert site.files_containing("待发") == []

    site.build(as_of="2026-12-01")
    assert "尚未公开的故事" in site.page("/stories/").text
    assert site.has("/stories/tag/待发/")


def test_an_expired_record_leaves_the_pages_that_referred_to_it(site):
    """What linked to it does so no more, and nothing dangles."""
    site.add("units/old", name="示例旧单位", publish={"until": "2026-11-23"})
    site.add("units/child", name="示例下级单位", parent="old")
    site.add("events/talk", organiser="old")

    site.build(as_of="2026-11-24")

    assert site.files_containing("示例旧单位") == []
    assert "上级" not in site.page("/units/child/").facts
    assert "主办" not in site.page("/events/talk/").facts


def test_a_draft_of_one_record_leaves_the_others_alone(site):
    """Only the draft is missing."""
    site.add("stories/draft", title="示例草稿", publish={"state": "draft"})
    site.add("stories/ready", title="示例定稿", publish={"state": "ready"})

    site.build()

    assert "示例定稿" in site.page("/stories/").text
    assert site.files_containing("示例草稿") == []
