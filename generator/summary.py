"""What a publication for readers changed since the one before, and when the next is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.due import Due
from generator.publishing import Files
from generator.receipts import Receipt

_SHOWN = ("index.html", ".ics", ".json", ".xml")
_UNSEEN = ("assets/", "pictures/", "search/index", "search/records/", "health.json", "sitemap.xml")


@dataclass(frozen=True, slots=True)
class Summary:
    """Addresses of pages and feeds, in order; of pictures, assets and the index the number only.

    ``before`` is the day of the publication before; nothing where none is known.
    """

    before: str
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    others: int
    following: Due | None
    receipts: tuple[Receipt, ...] = ()


def summary(
    before: str, old: Files, now: Files, following: Due | None, receipts: Iterable[Receipt]
) -> Summary:
    """What became of the files *old*, published on the day *before*, now that they are *now*.

    A file that did not change keeps its time.
    """
    new, gone = now.keys() - old.keys(), old.keys() - now.keys()
    changed = {
        name
        for name in now.keys() & old.keys()
        if (now[name].size, now[name].time) != (old[name].size, old[name].time)
    }
    others = [name for name in (*new, *changed, *gone) if not _is_shown(name)]
    return Summary(
        before,
        _addresses(new),
        _addresses(changed),
        _addresses(gone),
        len(others),
        following,
        tuple(receipts),
    )


def _is_shown(name: str) -> bool:
    return name.endswith(_SHOWN) and not name.startswith(_UNSEEN)


def _addresses(names: Iterable[str]) -> tuple[str, ...]:
    shown = filter(_is_shown, names)
    return tuple(sorted(f"/{name.removesuffix('index.html')}" for name in shown))
