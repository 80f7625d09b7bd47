"""What expires takes lists and calendars away; a build that nobody watches must not stop at that."""

from __future__ import annotations

import pytest

from tests.test_footer import with_footer

UNTIL = {"publish": {"until": "2026-12-05"}}
PAGE = """# 关于

[论坛](/events/kind/forum/)，[嵌入](/embed/events/kind/forum/)，[标签](/stories/tag/交接/)。
"""


@pytest.fixture
def published(site):
    """A site whose only forum and whose only story of a tag are shown until 5 December."""
    site.add("events/talk", kind="briefing")
    venue = {"campus": "示例校区", "room": "各团支部"}
    dates = [{"start": "2026-12-18T19:00"}]
    site.add(
        "events/forum",
        kind="forum",
        audience=["当年入选的志愿者"],
        venue=venue,
        dates=dates,
        **UNTIL,
    )
    site.add("stories/x", tags=["交接"], **UNTIL)
    return site


def test_lists_that_an_expiry_empties_stop_no_build(published):
    """Links to them lead nowhere then; calendars that were published stay, and name their kind."""
    published.write("pages/about.md", PAGE)
    published.build("2026-12-01", production=True)
    assert published.has("/events/kind/forum/")

    published.build("2026-12-06", production=True)

    assert not published.has("/events/kind/forum/")
    assert "calendar/audiences/当年入选的志愿者.ics" in published.files


def test_a_footer_that_leads_to_what_expired_stops_no_build(published):
    """Nor one that leads to the calendars of a site that has no event."""
    with_footer(published, "calendar/", "events/kind/forum/", "stories/tag/交接/")
    (published.content_folder / "events" / "talk.yml").unlink()

    published.build("2026-12-06")

    assert [problem.code for problem in published.reported] == ["footer-link-hidden"] * 3


def test_an_address_that_never_was_still_stops_it(published):
    """So that the tests above could fail."""
    published.write("pages/about.md", "# 关于\n\n[论坛](/events/kind/forun/)\n")

    with pytest.raises(Exception, match="错误"):
        published.build("2026-12-06")

    assert [problem.code for problem in published.reported] == ["site-dead-link"]
