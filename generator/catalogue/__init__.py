"""Records linked to each other: ``Catalogue`` before clearance, ``PublicCatalogue`` after it.

They are different types so that a page cannot be made from records that were not cleared:
``pages/`` accepts a ``PublicCatalogue`` only. That one notes what a page asks of it
(``questions.py``): where the answers are the same as last time, the page is.
"""

from generator.catalogue.linked import Catalogue, Key, LinkedRecords
from generator.catalogue.public import Occurrence, PublicCatalogue, Row
from generator.catalogue.questions import Question

__all__ = [
    "Catalogue",
    "Key",
    "LinkedRecords",
    "Occurrence",
    "PublicCatalogue",
    "Question",
    "Row",
]
