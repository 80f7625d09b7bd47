"""Pictures that no page shows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.records.media import Media
from generator.report.subject import Subject

KIND = "pictures"
TITLE = "没有网页用到的图片", "Pictures that no page shows"


def find(subject: Subject) -> Iterator[Problem]:
    """Each picture that may be shown and is not."""
    prepared = subject.prepared
    shown = set(prepared.pictured)
    for page in prepared.plan.values():
        public = prepared.public.noting()
        page.show(public, prepared.site)
        shown |= {str(one[2]) for one in public.asked if one[:2] == ("record", Media.collection)}
    for item in subject.catalogue.all(Media):
        if item.id not in shown and prepared.public.noting().get(Media, item.id):
            yield subject.finding(item, "report-unused-picture", ("file",), name=item.file)
