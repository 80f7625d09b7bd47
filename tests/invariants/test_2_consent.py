"""Invariant 2: what consent does not cover is in no byte of the site."""

from __future__ import annotations

import pytest

from generator.clearance.consent import GROUP_OF
from tests.site import ALL_GROUPS

NAME = "志愿者甲乙丙"

CANARIES = {
    "name": {"name": NAME, "pinyin": "canarypinyin"},
    "study": {"major": "金丝雀专业"},
    "placement": {
        "programme": "金丝雀专项",
        "placements": [
            {
                "province": "青海",
                "county": "金丝雀县",
                "host": "金丝雀中学",
                "post": "金丝雀岗位",
                "start": "2019-08",
                "end": "2020-07",
            }
        ],
        "mentor": {"name": "金丝雀导师", "consent": True},
    },
    "story": {
        "summary": "金丝雀简介。",
        "quote": "金丝雀一句话。",
        "body": "金丝雀正文。",
        "timeline": [{"date": "2019-08", "text": "金丝雀经过。"}],
        "coverage": [
            {
                "title": "金丝雀报道",
                "outlet": "金丝雀报",
                "date": "2019-01-01",
                "url": "https://canary.example.com/a",
            }
        ],
    },
    "after": {"after_service": {"on": "2021-09", "text": "金丝雀去向。"}},
}
"""group → fields that hold a word which stands nowhere else."""

WORDS = {
    "name": [NAME],
    "study": ["金丝雀专业"],
    "placement": [
        "金丝雀专项",
        "金丝雀县",
        "金丝雀中学",
        "金丝雀岗位",
        "金丝雀导师",
        "2019年8月到",
    ],
    "story": [
        "金丝雀简介",
        "金丝雀一句话",
        "金丝雀正文",
        "金丝雀经过",
        "金丝雀报道",
        "金丝雀报",
        "canary.example.com",
    ],
    "after": ["金丝雀去向"],
}
"""group → the words that its fields hold, as far as pages show them."""


UNSEEN = {"canary.example.com"}
"""Stands in an address only, and a search looks through what is seen."""


def found_by_asking(ask):
    """The words that the search index finds: it is hashes, in which no canary can be looked for."""
    return {word for words in WORDS.values() for word in words if word not in UNSEEN and ask(word)}


def crowd(site, consent):
    """A volunteer with a canary in every field, and all that could repeat it."""
    fields = {}
    for group in CANARIES.values():
        fields.update(group)
    site.add("units/one", name="示例学院")
    site.add("honours/medal", recipients=[{"volunteer": "wb2019-001"}])
    site.add("volunteers/wb2019-001", **fields, college="one", featured=True, consent=consent)
    site.add("volunteers/wb2024-002", name="志愿者丁", college="one")
    site.add("stories/with", title="有人物的故事", volunteers=["wb2019-001"], summary="示例。")
    site.add("events/talk", speakers=[{"volunteer": "wb2019-001"}])
    site.add("stories/link", body="见[](../volunteers/wb2019-001.yml)。")


def test_every_field_with_a_group_has_a_canary():
    """A new field of a volunteer must be added to this test."""
    # These hold ids, and words of closed lists; the tests of the consent itself look for them.
    ids_and_options = {"college", "degree", "honours", "portrait"}
    covered = {field for fields in CANARIES.values() for field in fields}

    assert covered | ids_and_options == set(GROUP_OF)


def test_with_full_consent_every_canary_is_found(site, searching):
    """So that the tests below look for what is there otherwise."""
    crowd(site, {"granted": "2019-09-01", "covers": list(ALL_GROUPS)})

    site.build()

    every = {word for words in WORDS.values() for word in words}
    assert found_by_asking(searching(site)) == every - UNSEEN

    for words in WORDS.values():
        for word in words:
            assert site.files_containing(word), word
    assert site.has("/stories/with/")


@pytest.mark.parametrize("left_out", WORDS)
def test_a_group_that_is_not_covered_is_in_no_byte_of_the_site(site, searching, left_out):
    """The other groups are."""
    covers = [group for group in ALL_GROUPS if group != left_out]
    crowd(site, {"granted": "2019-09-01", "covers": covers})

    site.build()

    for group, words in WORDS.items():
        for word in words:
            assert bool(site.files_containing(word)) is (group != left_out), word
    assert found_by_asking(searching(site)).isdisjoint(WORDS[left_out])


@pytest.mark.parametrize("group", WORDS)
def test_a_group_that_is_covered_alone_brings_no_other_with_it(site, searching, group):
    """Consent to one thing is consent to that thing."""
    crowd(site, {"granted": "2019-09-01", "covers": [group]})

    site.build()

    for other, words in WORDS.items():
        for word in words:
            assert bool(site.files_containing(word)) is (other == group), word
    assert not site.has("/stories/with/")
    assert found_by_asking(searching(site)) == set(WORDS[group]) - UNSEEN


@pytest.mark.parametrize(
    "consent",
    [
        None,
        {"granted": "2026-11-25", "covers": list(ALL_GROUPS)},
        {"granted": "2019-09-01", "covers": list(ALL_GROUPS), "until": "2026-11-23"},
        {"granted": "2019-09-01", "covers": list(ALL_GROUPS), "withdrawn": "2026-11-24"},
    ],
    ids=["none", "not yet granted", "expired", "withdrawn"],
)
def test_without_live_consent_no_byte_of_the_site_knows_the_person(site, searching, consent):
    """Neither the words, nor the id, nor that there was somebody in that place or cohort."""
    crowd(site, consent)

    site.build()

    for words in WORDS.values():
        for word in words:
            assert site.files_containing(word) == [], word
    assert site.files_containing("金丝雀") == []
    assert site.files_containing("wb2019-001") == []
    assert not site.has("/volunteers/province/qinghai/")
    assert not site.has("/stories/with/")
    assert "志愿者丁" in site.page("/volunteers/").text
    ask = searching(site)
    assert found_by_asking(ask) == set()
    assert ask("金丝雀") == ask("wb2019-001") == ask("示例", facets={"province": "青海"}) == []
    assert ask("志愿者丁")[0] == "/volunteers/wb2024-002/"


def test_a_withdrawal_leaves_a_tombstone_and_no_other_byte(site, searching):
    """The address answers; nothing tells who stood there."""
    crowd(site, {"granted": "2019-09-01", "covers": list(ALL_GROUPS)})
    site.build()
    site.build()  # into the other tree, so that the next one finds files to leave as they are
    assert site.files_containing(NAME)
    assert searching(site)(NAME)

    site.add("volunteers/wb2019-001").withdraw("2026-11-24")
    site.build()

    assert site.page("/volunteers/wb2019-001/").is_tombstone
    assert site.files_containing("wb2019-001") == ["volunteers/wb2019-001/index.html"]
    assert site.files_containing("金丝雀") == []
    assert site.files_containing(NAME) == []
    ask = searching(site)
    assert found_by_asking(ask) == set()
    assert ask("wb2019-001") == []


def test_the_example_content_shows_nobody_who_did_not_agree(example_site):
    """Also an example must not show what consent does not cover."""
    import yaml

    from tests.site import ROOT

    for path in (ROOT / "content" / "volunteers").glob("*.yml"):
        record = yaml.safe_load(path.read_text("utf-8"))
        covers = record.get("consent", {}).get("covers", [])
        for group, field in (("name", "name"), ("story", "quote"), ("story", "summary")):
            if field in record:
                shown = example_site.files_containing(record[field])
                assert bool(shown) is (group in covers), f"{path.name}: {field}"
