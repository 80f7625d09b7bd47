"""QR codes: an address to be scanned, or recognised by a long press in WeChat (ISO/IEC 18004)."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from generator.pages.components import Code

_QUIET = 4
"""Light modules on each side, which readers need (ISO/IEC 18004, 6.3.8)."""


@lru_cache(maxsize=64)
def code(text: str) -> Code:
    """The code of *text*, which still reads when a seventh of it is hidden (level M)."""
    import segno  # a tenth of a second, and only pages of what lies ahead have codes

    matrix = segno.make(text, micro=False, error="m").matrix
    rows = "".join(f"M{_QUIET} {y}.5{_runs(row)}" for y, row in enumerate(matrix, start=_QUIET))
    return Code(len(matrix) + 2 * _QUIET, rows, text)


def _runs(row: bytearray) -> str:
    """A row of modules as the steps of a pen: ``h`` draws, ``m`` leaves out."""
    lengths = ((dark, len(list(run))) for dark, run in groupby(row))
    return "".join(f"h{length}" if dark else f"m{length} 0" for dark, length in lengths)
