"""Prose for pages: its links resolved against what is public."""

from __future__ import annotations

from generator import links, urls
from generator.catalogue import PublicCatalogue
from generator.images import Frame
from generator.linking import parts
from generator.pages import drawings, photographs
from generator.pages.components import Band, Photograph, Prose, Target
from generator.records.media import Media
from generator.records.policy import Figure
from generator.records.record import Record
from generator.records.volunteer import Volunteer


def prose(
    text: str | None, item: Record, public: PublicCatalogue, eager: bool = False
) -> Prose | None:
    """*text* of the record *item*, with the targets of its links; None where there is none.

    ``eager`` where the page shows no picture before.
    """
    if text is None:
        return None
    targets = {}
    for found in links.find(text):
        target = target_of(found.target, item.collection, public)
        if target:
            targets[found.target] = target
    pictures: dict[str, Photograph | Band] = {}
    for image in links.pictures(text):
        pictures[image.target] = picture_of(
            image.target, item.collection, item.id, public, eager and not pictures
        )
    return Prose(text, targets, pictures=pictures)


def required(text: str, item: Record, public: PublicCatalogue, eager: bool = False) -> Prose:
    """The same where there always is a text."""
    return prose(text, item, public, eager) or Prose(text)


def picture_of(
    target: str, folder: str, seed: str, public: PublicCatalogue, eager: bool = False
) -> Photograph | Band:
    """The picture that a text of ``content/``*folder* shows; where it may not be shown a drawing,
    the same one for the same *seed*.
    """
    to = links.resolve(target, folder)
    shown = public.get(Media, to.id) if isinstance(to, links.ToRecord) else None
    return photographs.of(shown, Frame.TEXT, public, eager) or drawings.band(seed)


def value_of(figure: Figure) -> str:
    """A figure's value as it is printed: 6000, 0.5."""
    return f"{figure.value:f}"


def target_of(href: str, folder: str, public: PublicCatalogue) -> Target | None:
    """What *href*, in a text of ``content/``*folder*, leads to in the site.

    None for what is no link to a record or a page. The target of a record that is withheld has
    no address.
    """
    to = links.resolve(href, folder)
    if isinstance(to, links.ToPage):
        return Target(to.address, "")
    if not isinstance(to, links.ToRecord):
        return None
    found = public.find((to.collection, to.id))
    if found is None:
        # Withheld: the words around it stay, but it is no link, and nothing is filled in.
        hidden = "一位志愿者" if to.collection == Volunteer.collection else ""
        return Target(None, hidden)
    if to.collection not in urls.WITH_PAGES:
        return Target(None, found.heading)
    address = urls.path_of(found)
    if not to.part:
        return Target(address, found.heading)
    part = parts(found).get(to.part)
    address = urls.part(address, to.part)
    if isinstance(part, Figure):
        # A figure is shown with its provision, where its clause is quoted.
        address = urls.part(urls.path_of(found), part.provision)
        return Target(address, "", value_of(part), part.unit.label)
    return Target(address, getattr(part, "title", found.heading))
