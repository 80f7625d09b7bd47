"""Interpretation: students are told what a document means within three working days of its issue.

That is what offices ask of themselves (政策解读). One that is not any more in force needs no
explanation, and one whose explanation is dated ahead has none yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.catalogue.standing import periods
from generator.problems import Problem, Severity
from generator.records.policy import Policy, Standing
from generator.workdays import is_known, workday_after

WORKDAYS = 3


def uninterpreted(policies: Iterable[Policy], on: date, folder: str) -> Iterator[Problem]:
    """A warning at each of *policies* that has stood too long without explanation on the day *on*.

    The day of issue is not counted.
    """
    policies = list(policies)
    counting = periods(policies)
    for item in policies:
        explained = item.interpreted_on and item.interpreted_on <= on
        gone = counting[item.id].standing(on) in (Standing.EXPIRED, Standing.SUPERSEDED)
        last = workday_after(item.issued, WORKDAYS)
        if explained or gone or on <= last:
            continue
        years = sorted({item.issued.year, last.year})
        unknown = [str(year) for year in years if not is_known(year)]
        yield Problem(
            f"{folder}/{item.collection}/{item.id}.yml",
            "uninterpreted",
            ("interpreted_on",),
            particulars={
                "last": last.isoformat(),
                "days": WORKDAYS,
                "counted_zh": f"{unknown[-1]} 年的放假安排还不知道，按周一到周五算。"
                if unknown
                else "",
                "counted": f" The holidays of {unknown[-1]} are not known; Mondays to Fridays were counted."
                if unknown
                else "",
            },
            severity=Severity.WARNING,
        )
