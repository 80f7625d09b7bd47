"""Numbers of bank cards: 16 to 19 digits that an issuer's begin with, and Luhn's check digit.

Source: ISO/IEC 7812-1; the ranges of UnionPay, Visa, Mastercard and JCB, and of the cards that
Chinese banks issued before UnionPay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal_data.disguise import GAP, Span

_CARD = re.compile(
    r"[2-9](?<![0-9A-Za-z].)(?<![0-9]\..)[0-9]{3}(?:"
    rf"[0-9]{{12,15}}|(?P<gap>{GAP})[0-9]{{4}}(?P=gap)[0-9]{{4}}(?P=gap)[0-9]{{4}}"
    rf"(?:(?P=gap)[0-9]{{1,3}})?|[0-9]{{2}}{GAP}[0-9]{{10,13}}"
    r")(?![0-9A-Za-z])(?!\.[0-9])"
)
_ISSUED = re.compile(
    r"62[0-9]{14,17}"  # UnionPay
    r"|4[0-9]{15}|5[1-5][0-9]{14}|35(?:2[89]|[3-8][0-9])[0-9]{12}"  # Visa, Mastercard, JCB
    r"|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}"  # Mastercard
    r"|(?:955[589][0-9]{2}|436742|456351|601382)[0-9]{13}|601428[0-9]{11}"  # before UnionPay
)


def found(text: str) -> Iterator[Span]:
    """Numbers that a bank could have issued, solid or in the groups in which cards show them."""
    for match in _CARD.finditer(text):
        number = re.sub("[^0-9]", "", match[0])
        if _ISSUED.fullmatch(number) and _is_checked(number):
            yield Span(match.start(), match.end(), number, number[:4])


def _is_checked(number: str) -> bool:
    from stdnum import luhn

    return luhn.is_valid(number)
