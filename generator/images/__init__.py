"""Photographs: what is published of a picture's file, by name and size. Pure: nothing is opened.

The original is never published. What is, is made anew from its pixels (``making``), in a few
widths for each kind of place where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.metadata import version
from typing import NamedTuple

KINDS: Mapping[str, tuple[str, ...]] = {
    **{"JPEG": (".jpg", ".jpeg"), "MPO": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)},
    **{"TIFF": (".tif", ".tiff"), "HEIF": (".heic", ".heif")},
}
"""What is read, with the endings of its files' names. MPO is a JPEG with more pictures behind the
first, as telephones make them."""
SUFFIXES = frozenset(suffix for each in KINDS.values() for suffix in each)

SUFFIX = ".webp"
"""WebP: a fifth to a third lighter than JPEG at the same likeness, shown by WeChat's browsers and
by all on Windows since 2020. AVIF takes ten times as long to make."""
QUALITY, EFFORT = 78, 4

_EDITION = 1
"""Grows when the same file is made into other bytes: what has another name is fetched anew."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A file of ``content/media``: the digest of its bytes, and its pixels once it is upright."""

    digest: str
    width: int
    height: int


def digest_of(data: bytes) -> str:
    """What tells a file from any other."""
    return blake2b(data, digest_size=16).hexdigest()


class Frame(Enum):
    """A kind of place where pictures stand: the ratio to which they are cut there, and widths.

    The widest is for a screen of two dots a pixel, as far as that is worth its weight.
    """

    PORTRAIT = (4, 5), (200, 400, 800)
    """A volunteer: beside a name, on a card, on the profile."""
    COVER = (16, 9), (480, 960, 1600)
    """A story: on a card, and across its page."""
    TEXT = None, (480, 960, 1440)
    """Within a text, uncut."""

    @property
    def ratio(self) -> tuple[int, int] | None:
        """Width and height; None where a picture keeps its own."""
        ratio: tuple[int, int] | None = self.value[0]
        return ratio

    @property
    def widths(self) -> tuple[int, ...]:
        """In pixels, the smallest first."""
        widths: tuple[int, ...] = self.value[1]
        return widths


class Size(NamedTuple):
    """One published file: its name, which says nothing, and its pixels."""

    name: str
    width: int
    height: int


Box = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels of the upright picture."""


def crop(picture: Picture, frame: Frame) -> Box:
    """What of *picture* is shown in *frame*: the middle; of its height rather the upper part.

    Heads are in the upper part: two thirds of what is cut off go from below.
    """
    width, height = picture.width, picture.height
    if frame.ratio is None:
        return 0, 0, width, height
    across, down = frame.ratio
    wide = min(width, max(1, height * across // down))
    high = min(height, max(1, width * down // across))
    left, top = (width - wide) // 2, (height - high) // 3
    return left, top, left + wide, top + high


@lru_cache(maxsize=1 << 14)
def sizes(picture: Picture, frame: Frame) -> tuple[Size, ...]:
    """The files that are published of *picture* for *frame*, the smallest first; none is enlarged."""
    left, top, right, bottom = crop(picture, frame)
    wide, high = frame.ratio or (right - left, bottom - top)
    widest = min(right - left, frame.widths[-1])
    # A width that is hardly less than the widest would be one file more for nothing.
    widths = [*(width for width in frame.widths if width * 1.2 < widest), widest]
    return tuple(
        Size(_name(picture, frame, width), width, max(1, round(width * high / wide)))
        for width in widths
    )


def _name(picture: Picture, frame: Frame, width: int) -> str:
    made_from = f"{_made_by()} {picture.digest} {frame.name} {frame.value} {width}"
    return f"{blake2b(made_from.encode(), digest_size=10).hexdigest()}{SUFFIX}"


@cache
def _made_by() -> str:
    """What else the bytes depend on: other versions may make others, which then have other names."""
    libraries = [f"{name} {version(name)}" for name in ("pillow", "pillow-heif")]
    return f"{_EDITION} {QUALITY} {EFFORT} {' '.join(libraries)}"
