"""Figures that changed: where they are shown, where the former value is still typed; and clauses
that nobody has explained.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem, Severity
from generator.reading.text import position
from generator.records.policy import Policy
from generator.report.subject import Subject
from generator.sources import FOLDER
from generator.tracing import Former, former_values, shown_on, still_typed, unexplained

KIND = "figures"
TITLE = "政策里的数字和条款", "Figures and clauses of policies"


def find(subject: Subject) -> Iterator[Problem]:
    """What changed, by figure; what is still typed, by place; what is unexplained, by clause."""
    yield from _changed(subject)
    yield from _typed(subject)
    for source, clause in unexplained(subject.catalogue):
        file = f"{subject.content.name}/{FOLDER}/{source.file}"
        told = {"at": clause.at, "words": clause.text[:20]}
        text = (subject.content / FOLDER / source.file).read_text("utf-8-sig")
        begins = text.find(clause.heading or clause.paragraphs[0])
        line, column = position(text, max(begins, 0))
        yield Problem(file, "report-unexplained", (), line, column, told, Severity.WARNING)


def _changed(subject: Subject) -> Iterator[Problem]:
    former = [one for one in former_values(subject.catalogue) if one.now]
    if not former:
        return
    prepared = subject.prepared
    pages = shown_on(prepared.plan, prepared.public, prepared.site, subject.written)
    for one in former:
        policy = subject.catalogue.get(Policy, one.by)
        if policy is None or one.now is None:
            continue
        at = next(i for i, figure in enumerate(policy.figures) if figure is one.now)
        told = {"before": _amount(one), "now": f"{one.now.value:f} {one.now.unit.label}"}
        shown = pages.get((one.by, one.now.id), ())
        yield subject.finding(
            policy,
            "report-figure-changed",
            ("figures", at, "value"),
            **told,
            old=one.policy,
            pages_zh="、".join(shown) or "没有网页",
            pages=", ".join(shown) or "no page",
        )


def _typed(subject: Subject) -> Iterator[Problem]:
    texts = {page.file: page.text for page in subject.written}
    for one in still_typed(subject.catalogue, subject.written, subject.content.name):
        now = one.former.now
        told = {
            "words": one.words,
            "old": one.former.policy,
            "now_zh": f"现在是 {now.value:f} {now.unit.label}" if now else "新文件里没有这一项",
            "now": f"it is {now.value:f} {now.unit.label} now" if now else "it is no more",
        }
        line, column = position(texts[one.file], one.offset) if not one.loc else (0, 0)
        yield Problem(
            *(one.file, "report-former-typed", one.loc, line, column, told, Severity.WARNING),
            offset=one.offset if one.loc else None,
        )


def _amount(one: Former) -> str:
    return f"{one.figure.value:f} {one.figure.unit.label}"
