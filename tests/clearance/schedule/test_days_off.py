"""Days off: a date on a public holiday, or on a weekend's day that is worked to make up for one."""

from __future__ import annotations

import pytest

from generator.problems import Language


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ({"start": "2026-02-17T19:00"}, "2026-02-17 是春节假期。请核对日期，或换一天。"),
        ({"start": "2026-10-07"}, "2026-10-07 是国庆节假期。请核对日期，或换一天。"),
        (
            {"start": "2026-10-10T14:00"},
            "2026-10-10 是因国庆节调休、要上班上课的周末。请核对日期，或换一天。",
        ),
        (
            {"start": "2026-04-28", "end": "2026-05-08"},
            "2026-05-01 是劳动节假期。请核对日期，或换一天。",
        ),
        ({"start": "2099-10-01T14:00"}, "2099-10-01 是国庆节假期。请核对日期，或换一天。"),
        ({"start": "2026-10-17T14:00"}, None),  # a Saturday like others
        ({"start": "2026-10-08T14:00"}, None),
        ({"start": "2099-02-01"}, None),  # the year is not arranged yet
        ({"start": "2026-10-01", "status": "cancelled"}, None),
    ],
)
def test_a_date_on_a_day_off_is_a_warning_with_the_days_name(site, date, said):
    """At the date, once for each."""
    site.add("events/talk", dates=[{"start": "2026-03-03"}, date])
    found = site.problems(as_of="2026-01-10")

    assert [problem.message(Language.ZH) for problem in found] == ([said] if said else [])
    assert all(problem.key == "dates.1.start" for problem in found)
