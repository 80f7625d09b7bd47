"""Speakers: whoever is announced has agreed to be named, or is announced without a name."""

from __future__ import annotations

import pytest

from generator.problems import Language


@pytest.mark.parametrize(
    ("consent", "day", "warned"),
    [
        ({"covers": ["name"]}, "2026-12-03", False),
        ({"covers": ["study"]}, "2026-12-03", True),
        ({"covers": ["name"], "withdrawn": "2026-11-01"}, "2026-12-03", True),
        ({"covers": ["study"]}, "2026-11-03", False),  # past
    ],
)
def test_a_speaker_who_did_not_agree_to_be_named_is_a_warning(site, consent, day, warned):
    """While there is time to ask; the page leaves the name out in any case."""
    site.add("volunteers/a", consent={"granted": "2024-09-01", **consent})
    site.add("events/talk", dates=[{"start": day}], speakers=[{"volunteer": "a"}])
    found = [problem for problem in site.problems() if problem.code == "speaker-unnamed"]

    assert bool(found) is warned
    for problem in found:
        assert problem.key == "speakers.0.volunteer"
        assert problem.message(Language.ZH) == (
            "a 没有同意公开姓名，活动页上写“优秀志愿者（未公开姓名）”。请先征得本人同意，或换人。"
        )
