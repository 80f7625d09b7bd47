"""How policies stand: from when to when each counts, by its own days and by what supersedes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.records.policy import Policy, Standing

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days on which a policy counts, both included; ``until`` is None where nothing ends it.

    ``by`` is the id of the policy that takes its place, once that begins: it does not come back
    when that one ends as well.
    """

    begins: date
    until: date | None
    by: str | None

    def standing(self, on: date) -> Standing:
        """How the policy stands on the day *on*."""
        if self.until and self.until < on:
            return Standing.SUPERSEDED if self.by else Standing.EXPIRED
        return Standing.VALID if self.begins <= on else Standing.FUTURE

    def meets(self, year: int) -> bool:
        """Whether it counts on any day of *year*."""
        ends = self.until or date.max
        return self.begins <= min(ends, date(year, 12, 31)) and ends >= date(year, 1, 1)


def periods(policies: Iterable[Policy]) -> Mapping[str, Period]:
    """The period of each policy, by id."""
    policies = list(policies)
    following: dict[str, Policy] = {}
    for policy in sorted(policies, key=lambda one: one.begins, reverse=True):
        following.update((old, policy) for old in policy.supersedes)
    return {policy.id: _period(policy, following.get(policy.id)) for policy in policies}


def _period(policy: Policy, following: Policy | None) -> Period:
    until = policy.effective.until
    if following and (until is None or following.begins <= until):
        return Period(policy.begins, following.begins - _DAY, following.id)
    return Period(policy.begins, until, None)
