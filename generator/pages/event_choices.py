"""What events can be chosen by, and what readers call each choice."""

from __future__ import annotations

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages.choices import Choice
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


def every(public: PublicCatalogue) -> tuple[Choice, ...]:
    """All, then each kind, college, audience and campus that an event has."""
    address = urls.section(Event.collection)
    found = [Choice("all", "", "", "全部", address, Event.label, len(public.chosen(Event)))]
    for kind, row in KINDS.items():
        for value, count in public.values(Event, kind):
            text = name(public, kind, value)
            title = _TITLES.get(kind, "{}的活动").format(text)
            found.append(Choice(kind, value, row, text, urls.events_by(kind, value), title, count))
    return tuple(found)


_TITLES = {"kind": "{}", "audience": "面向{}的活动"}
