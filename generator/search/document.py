"""A page as it is searched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Facets = Mapping[str, tuple[str, ...]]
"""What a search can be narrowed by → the values: cohort → 2024; province → 新疆, 甘肃."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page as it is searched; ``text`` is what it shows (``text_of`` its article).

    ``also`` is what else it is called: who asks for that, asks for its title.
    """

    address: str
    title: str
    text: str
    facets: Facets = field(default_factory=dict)
    also: tuple[str, ...] = ()
