"""One new edition of the index, made of what its pages bring, much of it kept from the last.

NumPy is loaded only where something is to be made, so that a build that changes nothing does not
wait a tenth of a second for it; and not before processes are started to render, which would start
with its threads half there.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from generator import urls
from generator.publishing import InPlace, Publication
from generator.publishing.tree import constant
from generator.search.document import Document
from generator.search.kept import Buffer, Kept, Page, Pages


class Edition:
    """The index of one build; *folder* has what was kept, and without one nothing is."""

    def __init__(self, folder: Path | None = None) -> None:
        self._kept = Kept(folder)
        self._now: Pages = {}
        self._added: list[Document] = []

    def keep(self, address: str, key: str) -> bool:
        """Leave what the page at *address* brings as it was, if it was made from *key*."""
        found = self._kept.pages.get(address)
        if found is None or found.key != key:
            return False
        self._now[address] = found
        return True

    def put(self, address: str, key: str, postings: bytes) -> None:
        """What the page at *address*, made from *key*, brings now."""
        self._now[address] = Page(key, postings)

    def add(self, document: Document) -> None:
        """A document that no page of the plan brings."""
        self._added.append(document)

    def _put_added(self) -> None:
        keys = [_digest(repr(document).encode()) for document in self._added]
        changed = [
            (document, key)
            for document, key in zip(self._added, keys, strict=True)
            if not self.keep(document.address, key)
        ]
        if changed:
            from generator.search.postings import postings

            brought = postings(document for document, _ in changed)
            for (document, key), made in zip(changed, brought, strict=True):
                self.put(document.address, key, made)

    def publish(self, publication: Publication | InPlace) -> None:
        """Have the files of the index in *publication*, and keep what the next edition can use."""
        self._put_added()
        before, digests = self._kept.pages, self._kept.digests
        came, went = _beyond(self._now, before), _beyond(before, self._now)

        def stands(name: str, digest: str | None) -> bool:
            file = urls.of_index(name)
            return digest is not None and publication.keep(file, constant(digest)) is not None

        if came or went or not digests or not all(stands(*item) for item in digests.items()):
            from generator.search.shards import Change, Index

            documents = {address: page.postings for address, page in self._now.items()}
            index = Index(documents, Change(came, went) if digests else None)
            wanted = [
                name
                for name in index.names
                if name in index.touched or not stands(name, digests.get(name))
            ]
            made = {}
            for name, data in index.files(wanted):
                made[name] = _digest(data)
                if not stands(name, made[name]):
                    publication.put(urls.of_index(name), data, made[name])
            digests = {name: made.get(name) or digests[name] for name in sorted(index.names)}
        self._kept.save(self._now, digests)


def _beyond(one: Pages, other: Pages) -> dict[str, Buffer]:
    """What the pages of *one* bring that those of *other* do not."""
    return {
        address: page.postings
        for address, page in one.items()
        if (found := other.get(address)) is not page
        and (found is None or found.postings != page.postings)
    }


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
