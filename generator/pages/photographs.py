"""Photographs for pages: a volunteer's portrait, a story's cover, pictures in texts.

Where there is none, or none that may be shown, the drawing of ``drawings`` stands; consent was
asked for before (``clearance/photographs``), so a picture that is here may be seen.
"""

from __future__ import annotations

from generator import urls
from generator.catalogue import PublicCatalogue
from generator.images import Frame
from generator.pages.components import Photograph
from generator.records.media import Media
from generator.records.story import Story
from generator.records.volunteer import Volunteer


def portrait(item: Volunteer, public: PublicCatalogue, eager: bool = False) -> Photograph | None:
    """The photograph of a volunteer, for their own page."""
    return of(public.get(Media, item.portrait), Frame.PORTRAIT, public, eager)


def cover(item: Story, public: PublicCatalogue, eager: bool = False) -> Photograph | None:
    """The photograph at the head of a story."""
    return of(public.get(Media, item.cover), Frame.COVER, public, eager)


def of(
    item: Media | None, frame: Frame, public: PublicCatalogue, eager: bool = False
) -> Photograph | None:
    """A picture as it stands in *frame*; None where there is none to show."""
    sizes = public.photograph(item, frame) if item else ()
    if item is None or not sizes:
        return None
    return Photograph(
        files=tuple((urls.picture(size.name), size.width) for size in sizes),
        address=urls.picture(sizes[len(sizes) // 2].name),
        width=sizes[-1].width,
        height=sizes[-1].height,
        alt=item.alt,
        credit=_credit(item),
        eager=eager,
    )


def _credit(item: Media) -> str:
    """Whose picture it is, and on what terms it is shown, as far as that is said."""
    return "，".join(part for part in (item.credit, item.licence) if part)
