"""What a publication for readers changed, and what comes next: told at the end of the build."""

from __future__ import annotations

import pytest

from generator.due import Due
from tests.commands import build


@pytest.fixture
def publish(site):
    """Publishes the site for readers, and gives what was told."""

    def publish(as_of="2026-11-24"):
        told = []
        site.build(as_of, production=True, told=told.append)
        (summary,) = told
        return summary

    return publish


def test_the_first_publication_has_no_other_to_be_held_against(site, publish):
    """All is new."""
    site.add("stories/x")

    summary = publish()

    assert summary.before == ""
    assert {"/", "/stories/", "/stories/x/"} <= set(summary.new)
    assert summary.changed == summary.gone == ()
    assert summary.others > 0
    assert not any("assets" in address for address in summary.new)


def test_what_is_new_changed_and_gone_is_named_by_its_address(site, publish):
    """Against what readers saw until now, though an older tree was brought up to date."""
    site.add("stories/x")
    site.add("stories/y", title="另一篇", tags=["支教"])
    for _ in range(5):
        publish()
    same = publish()
    assert same.new == same.changed == same.gone == ()

    site.add("stories/x", title="改过的")
    site.add("stories/y", title="另一篇")
    site.add("stories/z", title="第三篇")
    summary = publish("2026-11-25")

    assert summary.before == "2026-11-24"
    assert summary.new == ("/stories/z/",)
    assert {"/stories/x/", "/stories/"} <= set(summary.changed)
    assert "/stories/tag/支教/" in summary.gone


def test_what_changes_next_is_told_with_its_reason(site, publish):
    """As ``due`` tells it."""
    assert publish().following is None
    site.add("stories/x", publish={"until": "2026-12-05"})

    following = publish().following

    assert isinstance(following, Due)
    assert str(following.day) == "2026-12-06"
    assert following.because[0].record == "stories/x"


def test_a_build_that_is_not_for_readers_tells_nothing(site):
    """Nobody saw what it replaced."""
    told = []
    site.build(told=told.append)

    assert told == []


def test_the_command_prints_it(site):
    """Not more than can be read."""
    site.add("stories/x", publish={"until": "2026-12-05"})
    first = build(site, "--production", "--lang", "zh")
    for number in range(30):
        site.add(f"questions/q{number}", title=f"第{number}问")
    second = build(site, "--production", "--lang", "zh")
    third = build(site, "--production", "--lang", "en")

    assert "第一次发布" in first.stderr.decode()
    said = second.stderr.decode()
    assert "与2026-11-24发布的相比：" in said
    assert "等，共 " in said
    assert "/questions/q0/" in said
    assert "/questions/q9/" not in said
    assert "下一次要重新生成：2026-12-06" in said
    assert "content/stories/x.yml: publish.until（下线日）" in said
    assert "nothing changed" in third.stderr.decode()
