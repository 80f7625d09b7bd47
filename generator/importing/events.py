"""Events of a calendar → the files of records: what each would say, nothing written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.clearance import personal_data
from generator.importing import changes, foreign
from generator.importing.calendar_file import CalendarFile
from generator.importing.foreign import Foreign
from generator.pages.page import Site
from generator.personal_data import Known
from generator.problems import Problem, Severity
from generator.reading import Reading
from generator.reading.folders import File
from generator.reading.parsing import parse
from generator.reading.places import place_of
from generator.reading.records import read_record
from generator.records.event import Event
from generator.records.unit import Unit

_OTHERS = {
    "VTODO": ("待办", "to-dos"),
    "VJOURNAL": ("日记", "journals"),
    "VFREEBUSY": ("忙闲", "free/busy"),
}


@dataclass(frozen=True, slots=True)
class Planned:
    """The file of a record that an event becomes, or has become before."""

    file: File
    before: str | None
    """What the file says now; None where there is none."""
    after: str
    problems: tuple[Problem, ...]
    """What to look at, in the calendar and in the record as it would be."""
    by_hand: bool = False
    """Whether ``after`` cannot be read, so that the change is left to an editor."""

    @property
    def is_new(self) -> bool:
        """Whether there is no such record yet."""
        return self.before is None

    @property
    def differs(self) -> bool:
        """Whether a record that is there would change."""
        return self.before is not None and self.before != self.after


def planned(
    calendar: CalendarFile, there: Reading, content: Path, site: Site
) -> tuple[tuple[Planned, ...], tuple[Problem, ...]]:
    """What each event of *calendar* becomes beside the records that are *there*.

    Beside these, what stands in the way of an event, or of the whole file.
    """
    if not calendar.events:
        unread = any(problem.severity is Severity.ERROR for problem in calendar.problems)
        empty = Problem(calendar.shown, "calendar-empty", line=1, column=1)
        return (), calendar.problems if unread else (*calendar.problems, empty)
    planning = _Planning(calendar, there, content, site)
    units = {name: unit.id for unit in planning.units for name in (unit.name, unit.short) if name}
    events, problems = foreign.found(calendar, site, units)
    plans = tuple(filter(None, map(planning.one, events)))
    return plans, (*calendar.problems, *_others(calendar), *problems, *planning.problems)


def _others(calendar: CalendarFile) -> Iterator[Problem]:
    """A warning that names what is in the calendar beside events."""
    if calendar.others:
        zh = "、".join(f"{_OTHERS.get(k, (k,))[0]}（{n}）" for k, n in calendar.others.items())
        en = ", ".join(f"{_OTHERS.get(k, (k, k))[1]} ({n})" for k, n in calendar.others.items())
        told = {"what_zh": zh, "what": en}
        yield Problem(calendar.shown, "calendar-others", (), 1, 1, told, Severity.WARNING)


class _Planning:
    def __init__(self, calendar: CalendarFile, there: Reading, content: Path, site: Site) -> None:
        self.calendar, self.content, self.site = calendar, content, site
        self.problems: list[Problem] = []
        self.units = [item for item in there.records if isinstance(item, Unit)]
        self._known = Known(site.student_number, personal_data.office_numbers(there.records))
        events = [item for item in there.records if isinstance(item, Event)]
        self._by_id = {event.id: event for event in events}
        self._by_uid = {event.uid: event for event in events if event.uid}
        self._gone = {item.id for name, item in there.tombstones if name == Event.collection}
        self._taken = {path.stem.lower() for path in (content / Event.collection).glob("*")}

    def one(self, event: Foreign) -> Planned | None:
        """What becomes of *event*; nothing where its record was taken down."""
        if event.own in self._gone:
            told = {"name": event.name, "file": self._shown(event.own)}
            self._warn("calendar-withdrawn", event.line, **told)
            return None
        record = self._by_id.get(event.own) if event.own else self._by_uid.get(event.uid)
        return self._changed(event, record) if record else self._new(event)

    def _new(self, event: Foreign) -> Planned:
        id = event.own or self._free_id(event)
        self._taken.add(id)
        after = changes.new(event, Path(self.calendar.shown).name)
        return self._plan(event, id, None, after, ())

    def _changed(self, event: Foreign, record: Event) -> Planned:
        path = self.content / Event.collection / f"{record.id}.yml"
        before = path.read_text("utf-8-sig")
        found = changes.difference(before, record, event, self.site.as_of)
        own: list[Problem] = []
        if found.vanished:
            days = "、".join(map(str, found.vanished))
            own.append(self._warning("calendar-vanished", event.line, days=days))
        if found.text == before:
            return Planned(self._file(record.id), before, before, tuple(own))
        if found.other_body:
            own.append(self._warning("calendar-body", event.line))
        return self._plan(event, record.id, before, found.text, own)

    def _plan(
        self,
        event: Foreign,
        id: str,
        before: str | None,
        after: str,
        own: list[Problem] | tuple[()],
    ) -> Planned:
        file = self._file(id)
        problems = [*event.warnings, *own]
        if event.left_out:
            zh, en = (
                "、".join(zh for zh, _ in event.left_out),
                ", ".join(en for _, en in event.left_out),
            )
            told = {"name": event.name, "what_zh": zh, "what": en}
            problems.append(self._warning("calendar-left-out", event.line, **told))
        outcome = read_record(after.encode(), file)
        problems += outcome.problems
        if outcome.record:
            tree = parse(after, "")
            for problem in personal_data.exposing([outcome.record], self._known, self.content.name):
                line, column = place_of(tree, after, problem.loc, offset=problem.offset)
                problems.append(replace(problem, line=line, column=column))
        elif before is not None:
            problems = [Problem(file.shown, "calendar-by-hand", line=1, column=1)]
        by_hand = before is not None and outcome.record is None
        return Planned(file, before, after, tuple(problems), by_hand)

    def _free_id(self, event: Foreign) -> str:
        """The kind and the first day: briefing-2027-03-01; with a number where it is taken."""
        wanted = f"{event.fields['kind']}-{event.dates[0].first_day}"
        names = (f"{wanted}-{number}" if number > 1 else wanted for number in range(1, 10_000))
        return next(name for name in names if name not in self._taken)

    def _file(self, id: str) -> File:
        return File(Event, id, self.content / Event.collection / f"{id}.yml", self._shown(id))

    def _shown(self, id: str) -> str:
        return f"{self.content.name}/{Event.collection}/{id}.yml"

    def _warning(self, code: str, line: int, **told: object) -> Problem:
        return Problem(self.calendar.shown, code, (), line, 1, told, Severity.WARNING)

    def _warn(self, code: str, line: int, **told: object) -> None:
        self.problems.append(self._warning(code, line, **told))
