"""Drawn portraits and landscapes: disc and horizon, chosen by an id's hash.

They stand where a photograph would, so that nobody needs to be shown; the same id is always
drawn the same way.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from generator.pages.components import Band, Portrait


class _Palette(NamedTuple):
    sky: str
    disc: str
    far: str
    near: str
    ink: str


class _Shape(NamedTuple):
    x: int
    y: int
    radius: int
    far: str
    near: str


_PALETTES = (
    _Palette("#CFE3E6", "#F0B13A", "#2B7386", "#0B4A5F", "#16222B"),  # lake
    _Palette("#F6DA94", "#A83F1A", "#D8942A", "#7A4A12", "#FFFFFF"),  # poplar
    _Palette("#F2C6AA", "#FFF6E6", "#C8502A", "#7C2D17", "#7C2D17"),  # danxia
    _Palette("#D9E6CB", "#2C6843", "#8DB47C", "#4E8256", "#FFFFFF"),  # grass
    _Palette("#49507A", "#F0B13A", "#343A60", "#222746", "#16222B"),  # dusk
    _Palette("#DDE6EB", "#0B5670", "#FFFFFF", "#B3C3CC", "#FFFFFF"),  # snow
)
_PORTRAITS = (
    _Shape(150, 245, 118, "0,350 250,305 400,340 400,500 0,500", "0,440 400,396 400,500 0,500"),
    _Shape(236, 230, 126, "0,317 160,355 400,304 400,500 0,500", "0,394 400,426 400,500 0,500"),
    _Shape(180, 262, 132, "0,381 400,333 400,500 0,500", "0,429 176,404 400,458 400,500 0,500"),
    _Shape(212, 212, 108, "0,300 400,353 400,500 0,500", "0,435 258,398 400,420 400,500 0,500"),
)
_BANDS = (
    _Shape(281, 169, 120, "0,224 561,161 1200,242 1200,412 0,412", "0,357 1200,292 1200,412 0,412"),
    _Shape(880, 205, 148, "0,203 700,287 1200,233 1200,412 0,412", "0,325 1200,352 1200,412 0,412"),
    _Shape(
        465,
        140,
        88,
        "0,240 780,165 1200,245 1200,412 0,412",
        "0,330 380,287 1200,375 1200,412 0,412",
    ),
)


@lru_cache(maxsize=1 << 15)
def portrait(id: str, name: str | None) -> Portrait:
    """The portrait of the volunteer *id*, with the last character of the *name* on the disc."""
    hash = _hash(id)
    palette = _PALETTES[hash % len(_PALETTES)]
    shape = _PORTRAITS[hash // len(_PALETTES) % len(_PORTRAITS)]
    size = round(shape.radius * 1.08)
    return Portrait(
        sky=palette.sky,
        disc=palette.disc,
        far_colour=palette.far,
        near_colour=palette.near,
        ink=palette.ink,
        x=shape.x,
        y=shape.y,
        radius=shape.radius,
        far=shape.far,
        near=shape.near,
        character=name[-1] if name else "",
        character_y=shape.y + round(size * 0.36),
        character_size=size,
    )


@lru_cache(maxsize=1 << 15)
def band(id: str) -> Band:
    """The landscape of the story *id*."""
    hash = _hash(id)
    palette = _PALETTES[hash % len(_PALETTES)]
    shape = _BANDS[hash // len(_PALETTES) % len(_BANDS)]
    return Band(
        sky=palette.sky,
        disc=palette.disc,
        far_colour=palette.far,
        near_colour=palette.near,
        x=shape.x,
        y=shape.y,
        radius=shape.radius,
        far=shape.far,
        near=shape.near,
    )


_SERIES = b"disc-936"
"""Which of many series of drawings: one in which small sites get all six palettes."""


def _hash(id: str) -> int:
    return int.from_bytes(blake2b(id.encode(), digest_size=4, person=_SERIES).digest(), "big")
