"""What a calendar says of an event and no record has a place for: named, so that nothing is lost.

What names or reaches people (ATTENDEE, ORGANIZER, CONTACT) enters no record: it is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.importing import texts
from generator.importing.calendar_file import Component, categories
from generator.records.event import EventKind

MEETING = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
"""Where programs write the address of a meeting online."""

_TAKEN = frozenset(
    {
        *("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "CLASS", "X-ALT-DESC"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
        *("DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "PRIORITY"),
        *("BEGIN", "END", "X-MICROSOFT-CDO-ALLDAYEVENT", *MEETING),
    }
)
"""What a record has, or what says nothing of the event itself."""
_BOOKKEEPING = ("X-MICROSOFT-CDO-", "X-MS-OLK-", "X-APPLE-TRAVEL-", "X-MOZ-", "X-LIC-")
"""What programs note for themselves."""
_CALLED = {
    "ATTENDEE": ("参加人", "attendees"),
    "ORGANIZER": ("组织者", "organizer"),
    "CONTACT": ("联系人", "contact"),
    "ATTACH": ("附件", "attachments"),
    "URL": ("网址", "address"),
    "GEO": ("经纬度", "position"),
    "COMMENT": ("备注", "comments"),
    "CATEGORIES": ("分类", "categories"),
    "VALARM": ("提醒", "reminders"),
}


def left_out(
    parts: Sequence[Component], organiser_is_known: bool, online: str
) -> tuple[tuple[str, str], ...]:
    """What no record has a place for, in Chinese and in English.

    Of people only how many there are is told.
    """
    counted: dict[str, list[str]] = {}
    for part in parts:
        for name, said in part.event.property_items(recursive=False):
            if name not in _TAKEN and not name.startswith(_BOOKKEEPING):
                counted.setdefault(name, []).append(str(said))
        for alarm in part.event.subcomponents:
            counted.setdefault(str(alarm.name), []).append("")
    if organiser_is_known:
        counted.pop("ORGANIZER", None)
    if any(kind.label in words for words in categories(parts[0].event) for kind in EventKind):
        counted.pop("CATEGORIES", None)
    told: list[tuple[str, str]] = []
    for name, values in counted.items():
        zh, en = _CALLED.get(name, (name, name))
        distinct = list(dict.fromkeys(values))
        if name in ("URL", "ATTACH") and all(map(texts.is_address, distinct)):
            shown = [value for value in distinct if value != online]
            told += [(f"{zh} {value}", f"{en} {value}") for value in shown]
        else:
            many = f"（{len(values)}）" if len(values) > 1 else ""
            told.append((f"{zh}{many}", f"{en}{many.replace('（', ' (').replace('）', ')')}"))
    return tuple(told)
