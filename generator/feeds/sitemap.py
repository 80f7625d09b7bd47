"""The sitemap: every page that search engines may show. Source: sitemaps.org, protocol 0.9."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from generator.pages import Plan
from generator.pages.page import Site

MOST = 50_000
"""The protocol's limit for one file; beyond it there is an index of several."""
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def files(plan: Plan, site: Site) -> Iterator[tuple[str, bytes]]:
    """``sitemap.xml``, and its parts where there are many pages; nothing without ``site_url``."""
    if not site.url:
        return
    shown = [site.whole(page.address) for page in plan.values() if not page.hidden]
    parts = [shown[at : at + MOST] for at in range(0, len(shown), MOST)]
    if len(parts) == 1:
        yield "sitemap.xml", _listed("urlset", "url", parts[0])
        return
    for number, part in enumerate(parts, start=1):
        yield f"sitemap-{number}.xml", _listed("urlset", "url", part)
    names = [site.whole(f"/sitemap-{number}.xml") for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _listed("sitemapindex", "sitemap", names)


def _listed(whole: str, each: str, addresses: Sequence[str]) -> bytes:
    lines = "".join(f"<{each}><loc>{escape(address)}</loc></{each}>\n" for address in addresses)
    return f"{_HEAD}<{whole} {_SPACE}>\n{lines}</{whole}>\n".encode()
