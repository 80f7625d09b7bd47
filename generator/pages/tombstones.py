"""What stands at the address of a withdrawn record."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.components import Link


@dataclass(frozen=True, slots=True)
class TombstonePage:
    """``articles/tombstone.html``: one sentence, and a way on. It names nobody."""

    title: str
    """这一页已应本人要求撤下"""
    text: str
    way_on: Link
