"""What events can be chosen by, and what readers call each choice."""

from __future__ import annotations

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.records.event import Event, EventKind
from generator.records.unit import Unit

KINDS = {"kind": "类型", "college": "学院", "audience": "面向", "campus": "校区"}
"""By what events can be chosen, in the order of filters, and what readers call it."""


def name(public: PublicCatalogue, kind: str, value: str) -> str:
    """What readers call a choice: 宣讲会, 全校学生. It is one that an event has."""
    if kind == "kind":
        return next(one.label for one in EventKind if one.value == value)
    if kind == "college":
        college = public.the(Unit, value)
        return college.short or college.name
    event = public.chosen(Event, kind, value)[0]
    campus = event.venue.campus if event.venue else None
    texts = event.audience if kind == "audience" else [campus or ""]
    return next(text for text in texts if urls.slug(text) == value)
