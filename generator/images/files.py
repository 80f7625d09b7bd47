"""The pictures that pages show become files: found among those kept, or made."""

from __future__ import annotations

import errno
from collections.abc import Container, Iterable, Iterator, Mapping

from generator.images import Frame, Picture, sizes
from generator.images.kept import Kept
from generator.processes import spread
from generator.reading.pictures import BREAK_EVEN, Pictures

Shown = tuple[str, Frame]
"""A picture as a page shows it: its file, and where it stands."""


class Prints:
    """The files that pages show of *pictures*, each picture as it is *shown*."""

    def __init__(self, shown: Iterable[Shown], pictures: Pictures) -> None:
        self._pictures = pictures
        self._kept = Kept(pictures.kept and pictures.kept / "pictures" / "made")
        self.planned: Mapping[str, Shown] = {
            size.name: (file, frame)
            for file, frame in shown
            if file in pictures.found
            for size in sizes(pictures.found[file], frame)
        }
        """Each file's name → what it shows."""

    def made(self, wanted: Container[str]) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each file that is *wanted*, from those kept, or made now.

        Raises :class:`OSError` where a picture cannot be read any more.
        """
        missing: dict[Shown, None] = {}
        for name, shown in self.planned.items():
            if name not in wanted:
                continue
            data = self._kept.find(name)
            if data is None:
                missing[shown] = None
            else:
                yield name, data
        orders = [self._order(*shown) for shown in missing]
        jobs = 1 if len(orders) < BREAK_EVEN else self._pictures.jobs
        for made in spread(_make, orders, jobs):
            for name, data in made:
                self._kept.put(name, data)
                if name in wanted:
                    yield name, data

    def forget_others(self) -> None:
        """Keep nothing that is not shown any more."""
        self._kept.drop(but=self.planned)

    def _order(self, file: str, frame: Frame) -> Order:
        return str(self._pictures.folder / file), self._pictures.found[file], frame


Order = tuple[str, Picture, Frame]


def _make(order: Order) -> list[tuple[str, bytes]]:
    from generator.images.making import Unfit, make  # Pillow

    try:
        return make(*order)
    except Unfit as unfit:  # what an eighth of its pixels did not show
        raise OSError(errno.EIO, unfit.code, order[0]) from unfit
