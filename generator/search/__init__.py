"""The search index of what is shown: pairs of characters, hashed into small static files.

A visitor's browser fetches the few files that its query needs (``search.js``), so a site of
10,000 pages costs no more to search than one of 100. ``postings`` is what one document brings;
``shards`` makes the files of all of them, or of those that a change touches; an ``Edition`` keeps
both from build to build. NumPy is loaded by the first two only, which takes a tenth of a second:
a build that changes nothing does not wait for it, nor do the commands that build nothing.
"""

from generator.search.document import Document, Facets
from generator.search.edition import Edition
from generator.search.spelling import spellings
from generator.search.text import text_of

__all__ = ["Document", "Edition", "Facets", "spellings", "text_of"]
