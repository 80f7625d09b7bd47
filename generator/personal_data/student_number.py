"""Student numbers, as mkdocs.yml says that the university writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal_data.disguise import Span

# The pattern is asked about such words only: whatever it is, it costs little and is not slow.
_WORD = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{0,8}[0-9]{6,}[0-9A-Za-z]*")


def found(text: str, pattern: re.Pattern[str] | None) -> Iterator[Span]:
    """Words of letters and digits, six digits in a row at least, that are as *pattern* says."""
    if pattern:
        for match in _WORD.finditer(text):
            if pattern.fullmatch(match[0]):
                yield Span(match.start(), match.end(), match[0], match[0][:4])
