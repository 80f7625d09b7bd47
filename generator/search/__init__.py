"""The search index of what is shown: pairs of characters, hashed into small static files.

A visitor's browser fetches the few files that its query needs (``search.js``), so a
site of 10,000 pages costs no more to search than one of 100. ``postings`` is what one document
brings, and may be kept for as long as the document stays the same; ``assemble`` makes the files
of all of them, or of those that a change touches.
"""

from generator.search.documents import Document, postings
from generator.search.shards import Change, Index, assemble, index
from generator.search.text import text_of

__all__ = ["Change", "Document", "Index", "assemble", "index", "postings", "text_of"]
