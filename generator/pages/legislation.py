"""What a policy's page says to programs: the document as schema.org's Legislation."""

from __future__ import annotations

from collections.abc import Mapping

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.pages.page import Site
from generator.records.policy import Policy, Standing

_FORCE = {
    Standing.VALID: "InForce",
    Standing.FUTURE: "NotInForce",
    Standing.EXPIRED: "NotInForce",
    Standing.SUPERSEDED: "NotInForce",
}


def structured(item: Policy, public: PublicCatalogue, site: Site) -> Mapping[str, object]:
    """The document that *item* explains, and whether it is in force.

    Its time in force is an interval of ISO 8601-2, open where no last day is set:
    ``2021-07-01/..``. Addresses are left out where the site has none of its own.

    Source: https://schema.org/Legislation
    """
    until = public.period(item).until
    repealed = (
        {"@type": "Legislation", "name": old.document, **_at(site, urls.path_of(old))}
        for old in public.each(Policy, item.supersedes)
    )
    said = {
        "name": item.document,
        "abstract": item.summary,
        "inLanguage": "zh-CN",
        "legislationIdentifier": item.number,
        "legislationType": f"{item.level.label}文件",
        "legislationDate": item.issued.isoformat(),
        "legislationPassedBy": [
            {"@type": "Organization", "name": issuer} for issuer in item.issuers
        ],
        "legislationLegalForce": f"https://schema.org/{_FORCE[public.standing(item)]}",
        "legislationRepeals": list(repealed),
        "temporalCoverage": f"{item.begins}/{until or '..'}",
        "mainEntityOfPage": site.whole(urls.path_of(item)),
        **_at(site, urls.source(item.source)),
    }
    return {"@type": "Legislation", **{name: value for name, value in said.items() if value}}


def _at(site: Site, address: str) -> Mapping[str, str]:
    whole = site.whole(address)
    return {"url": whole} if whole else {}
