"""The word that somebody probably meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches


def nearest(typed: str, known: Mapping[str, str]) -> str | None:
    """The key of *known* that looks or reads most like *typed*; None where none does.

    The values are what the keys are called in Chinese: who types 姓名 means ``name``.
    """
    spellings: dict[str, str] = {}
    for word, label in known.items():
        spellings.setdefault(_folded(label), word)
    spellings.update({_folded(word): word for word in known})
    # Longer than any key or label; difflib takes its time over long texts.
    if len(typed) > 60:
        return None
    found = get_close_matches(_folded(typed), spellings, n=1, cutoff=0.6)
    return spellings[found[0]] if found else None


def listed(known: Mapping[str, str]) -> str:
    """*known* in a row: ``outside（省外项目）、inside（省内项目）``; 北京 needs no 北京市 beside it."""
    return "、".join(
        word if not label or label.startswith(word) else f"{word}（{label}）"
        for word, label in known.items()
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("_", "-")
