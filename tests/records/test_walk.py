"""Walking a record finds every text in it, and where it stands."""

from __future__ import annotations

import pytest

from generator.records.event import Event
from generator.records.notice import Notice
from generator.records.policy import Policy
from generator.records.walk import texts, words

EVENT = Event.model_validate(
    {
        "id": "talk",
        "title": "示例",
        "kind": "briefing",
        "dates": [{"start": "2026-12-03", "note": "带学生证"}],
        "venue": {"room": "示例楼101"},
        "audience": ["全校学生", "毕业生"],
    }
)
NOTICE = Notice.model_validate(
    {
        "id": "list",
        "title": "公示",
        "kind": "public-notice",
        "period": {"from": "2026-11-20", "until": "2026-11-30"},
        "people": [{"name": "样例甲", "class": "示例一班"}],
    }
)
POLICY = Policy.model_validate(
    {
        **{"id": "a", "title": "示例", "document": "示例", "level": "university"},
        **{"issued": "2026-01-01", "source": "a.txt", "audience": "示例", "summary": "示例"},
        "provisions": [
            {
                **{"id": "b", "title": "示例", "kind": "duty", "body": "示例"},
                **{"for": {"project": ["outside"]}, "cite": {"at": "一"}},
            }
        ],
    }
)


def test_every_text_is_found_with_its_place():
    """In parts, in lists; days and words of closed lists are no texts."""
    assert list(texts(EVENT)) == [
        (("id",), "talk"),
        (("title",), "示例"),
        (("dates", 0, "note"), "带学生证"),
        (("venue", "room"), "示例楼101"),
        (("audience", 0), "全校学生"),
        (("audience", 1), "毕业生"),
    ]


def test_places_are_named_as_editors_write_them():
    """``class``, not the field's name in the program."""
    assert (("people", 0, "class"), "示例一班") in list(texts(NOTICE))


def test_keys_that_editors_choose_are_texts_as_well():
    """The criteria of a provision, and their options."""
    found = list(texts(POLICY))

    assert (("provisions", 0, "for", "project"), "project") in found
    assert (("provisions", 0, "for", "project", 0), "outside") in found


@pytest.mark.parametrize("record", [EVENT, NOTICE, POLICY], ids=lambda one: one.collection)
def test_all_words_of_a_record_are_its_texts(record):
    """Whoever asks them all at once is asked about nothing else; no text holds a NUL."""
    assert sorted(words(record).split("\0")) == sorted(text for _, text in texts(record))
