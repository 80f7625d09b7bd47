"""Student numbers, as mkdocs.yml says that the university writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal_data.disguise import DOTLESS, GAP, Span

# The pattern is asked about such words only: whatever it is, it costs little and is not slow.
_WORD = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{0,8}[0-9]{6,}[0-9A-Za-z]*")
_YEAR = "(?:19|20)[0-9]{2}"
# In groups: not years, months or a day and an hour in a row, and no telephone number.
_GROUPED = re.compile(
    rf"(?<![0-9A-Za-z])(?<![0-9]{GAP})(?<![A-Za-z]-)(?!0|[48]00{GAP})"
    rf"(?!{_YEAR}(?:0[1-9]|1[0-2])[0-3][0-9]{GAP}[0-2][0-9][0-5][0-9](?![0-9]))"
    rf"[A-Za-z]{{0,8}}[0-9]{{3,}}(?P<gap>(?!\*[0-9]){DOTLESS}|\*\*)(?!{_YEAR})[0-9]{{3,}}"
    rf"(?:(?P=gap)(?!{_YEAR})[0-9]{{3,}}){{0,3}}(?![0-9A-Za-z])(?!{GAP}[0-9]|-[A-Za-z])"
)


def found(text: str, pattern: re.Pattern[str] | None) -> Iterator[Span]:
    """Words of letters and digits, six digits in a row at least, that are as *pattern* says.

    Or digits in groups of three and more.
    """
    for form in (_WORD, _GROUPED) if pattern else ():
        for match in form.finditer(text):
            number = re.sub("[^0-9A-Za-z]", "", match[0])
            if pattern and pattern.fullmatch(number):
                yield Span(match.start(), match.end(), number, number[:4])
