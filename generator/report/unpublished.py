"""Drafts, what is not out yet, and what nobody approved."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.record import PublishState
from generator.report.subject import Subject

KIND = "unpublished"
TITLE = "草稿、未到发布日、未审核", "Drafts, embargoes, and what nobody approved"


def find(subject: Subject) -> Iterator[Problem]:
    """Each record that waits, for each of its reasons."""
    for item in subject.catalogue.records:
        publish = item.publish
        if publish.state is PublishState.DRAFT:
            yield subject.finding(item, "report-draft", ("publish", "state"))
        if publish.from_ and publish.from_ > subject.today:
            from_ = str(publish.from_)
            yield subject.finding(item, "report-embargo", ("publish", "from"), day=from_)
        approved = publish.approved and publish.approved.on <= subject.today
        if subject.prepared.terms.approval and not approved:
            yield subject.finding(item, "report-unapproved")
