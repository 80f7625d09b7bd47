"""Pictures and their records, held against each other: no file without a record, and no record
without its file.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path

from generator.catalogue import Catalogue, Key
from generator.images import SUFFIXES
from generator.problems import Problem
from generator.reading.nearest import nearest
from generator.reading.pictures import Pictures
from generator.records.media import Media


def unmatched(
    catalogue: Catalogue, pictures: Pictures, broken: Set[Key], folder: str
) -> Iterator[Problem]:
    """What is wrong between the media of *catalogue* and *pictures*; ``broken`` are records unread.

    A picture that nobody recorded could show anybody: it stops the build, though nothing uses it.
    """
    named: dict[str, Media] = {}
    meant: set[str | None] = set()
    for item in catalogue.all(Media):
        wrong = None
        if item.file in named:
            wrong = "picture-twice", {"other": f"{folder}/media/{named[item.file].id}.yml"}
        elif Path(item.file).suffix.lower() not in SUFFIXES:
            wrong = "picture-kind", {}
        elif item.file not in pictures.found and item.file not in pictures.unfit:
            stems = {Path(name).stem: name for name in pictures.found}
            near = stems.get(nearest(Path(item.file).stem, dict.fromkeys(stems, "")) or "")
            meant.add(near)
            wrong = _missing(item, near)
        named.setdefault(item.file, item)
        if wrong:
            code, told = wrong
            yield Problem(f"{folder}/media/{item.id}.yml", code, ("file",), particulars=told)
    yield from pictures.unfit.values()
    if any(collection == Media.collection for collection, _ in broken):
        return  # which file such a record names is not known
    for file in pictures.found:
        if file not in named and file not in meant:
            yield Problem(f"{folder}/media/{file}", "picture-unrecorded", line=1, column=1)


def _missing(item: Media, near: str | None) -> tuple[str, dict[str, str]]:
    told = {"name": item.file}
    return ("picture-missing-near", {**told, "near": near}) if near else ("picture-missing", told)
