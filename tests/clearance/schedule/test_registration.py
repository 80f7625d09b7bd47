"""Registration: it opens before the last date is over, and closes by then."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("registration", "wrong"),
    [
        ({"opens": "2026-12-05"}, [("dates.0.start", "date-before-registration")]),
        ({"closes": "2026-12-18"}, [("registration.closes", "registration-after-dates")]),
        ({"opens": "2026-12-03", "closes": "2026-12-17T08:00"}, []),
        ({"opens": "2026-12-01", "closes": "2026-12-08"}, []),  # between the two dates
        ({"url": "https://example.edu.cn/r"}, []),
    ],
)
def test_nobody_can_register_for_what_is_over(site, registration, wrong):
    """Each of two dates; the last day of registration is held against the last date."""
    site.add(
        "events/talk",
        dates=[{"start": "2026-12-03T19:00"}, {"start": "2026-12-17T19:00"}],
        registration=registration,
    )

    assert [(problem.key, problem.code) for problem in site.problems()] == wrong
