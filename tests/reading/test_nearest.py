"""The word that somebody probably meant."""

from __future__ import annotations

import pytest

from generator.reading.nearest import listed, nearest

KNOWN = {"cohort": "届", "name": "姓名", "after_service": "期满去向", "theme-day": "主题党团日"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cohrt", "cohort"),
        ("Cohort", "cohort"),
        ("ＮＡＭＥ", "name"),
        ("姓名", "name"),
        ("届", "cohort"),
        ("after-service", "after_service"),
        ("theme_day", "theme-day"),
        ("期满后去向", "after_service"),
    ],
)
def test_slips_and_chinese_words_are_understood(typed, meant):
    assert nearest(typed, KNOWN) == meant


@pytest.mark.parametrize("typed", ["", "zzz", "备注", "x" * 100_000])
def test_nothing_is_guessed_from_nothing(typed):
    assert nearest(typed, KNOWN) is None


def test_words_are_listed_with_what_they_are_called():
    assert listed({"outside": "省外项目", "x": ""}) == "outside（省外项目）、x"
