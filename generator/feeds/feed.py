"""What a feed is: a file for machines, made as pages are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.catalogue import PublicCatalogue
from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class Feed:
    """A file at an address: ``make`` says what it shows, and ``write`` makes bytes of that.

    ``about`` is what ``make`` is given beside the records and the site: plain values, so that all
    that the feed shows comes from what it asks of the records.
    """

    address: str
    make: Callable[..., object]
    write: Callable[[Any], bytes]
    about: tuple[str | int, ...] = ()

    def show(self, public: PublicCatalogue, site: Site) -> object:
        """What the feed shows, all decisions made."""
        return self.make(public, site, *self.about)


Feeds = dict[str, Feed]
"""address → the feed that stands there."""
