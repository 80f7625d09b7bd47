"""What follows a publication: rules for servers, permalinks, receipts, and the summary of it all.

None of it can fail the publication any more: the new site is in place.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from generator import deploy, permalinks, receipts
from generator.build import Prepared
from generator.pages import tombstones
from generator.publishing import Files, Publication
from generator.summary import Summary, summary

log = logging.getLogger("westbound")


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of the edition that is about to be replaced: its day, its files, and to whom
    that makes a receipt owed."""

    as_of: str
    files: Files
    owed: list[receipts.Owed]


def before(publication: Publication, prepared: Prepared) -> Before:
    """What must be asked before the edition before is gone."""
    known = publication.before
    return Before(
        known.edition.as_of if known else "",
        known.files() if known and prepared.terms.production else {},
        receipts.owed(publication.folder, known, prepared.withdrawn),
    )


def follow(
    publication: Publication, prepared: Prepared, content: Path, before: Before
) -> Summary | None:
    """Do what follows; the summary, if the publication is for readers."""
    plan, live = prepared.plan, publication.live
    try:
        receipts.note(publication.folder, before.owed)
        deploy.write(plan, live)
        if not prepared.terms.production:
            return None
        permalinks.write(content, prepared.promised, plan.values(), prepared.feeds)
        gone = {page.address for page in plan.values() if page.template == tombstones.TEMPLATE}
        written = receipts.settle(
            *(publication.folder, before.owed, live, prepared.site, prepared.withdrawn, gone)
        )
        if any(one.again for one in before.owed) and not any(one.still_in for one in written):
            publication.forget_earlier()  # they name who is named nowhere any more
    except OSError as error:
        log.warning("已发布；写不了 %s。 (Published; cannot write it.)", error.filename)
        return None
    return summary(before.as_of, before.files, publication.files, prepared.following, written)
