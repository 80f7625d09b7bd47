"""Home addresses: a door (路…号, 村…组, 单元…室) after a word such as 家住, or a flat by itself.

A county, a town or a village is none: volunteers' stories say where they come from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.personal_data.disguise import Span

_NUMBER = "[0-9一二三四五六七八九十百]{1,5}"
_HOME = (
    "(?P<word>家庭(?:详细)?(?:住址|地址)|[现常原]?住址|家住|现住(?![院建])|[现居]?住[在于]"
    "|现居住?(?:地址?|[于在])?|居住地址?|户籍(?:地址?|所在地)|户口所在地|[他她我老]家在)"
)
_STREET = "(?:路|街|巷|弄|道|胡同|里|坊|庄|村|屯|寨|社区|小区|花园|家园|苑|园|院|公寓|大厦|宿舍)"
_REST = r"[^，,。；;！？!?\n|]"
_FLAT = rf"{_NUMBER}\s?(?:号楼|号|栋|幢|座)\s?{_NUMBER}\s?单元\s?[0-9]{{2,4}}(?![0-9室户]*[至到—-])"
_DOOR = (
    rf"(?:{_STREET}{_REST}{{0,10}}?(?<!第){_NUMBER}\s?(?:号(?![楼线文召码令机位])|弄|栋|幢|单元)"
    rf"|[村屯庄寨区]\s?{_NUMBER}\s?[组社队](?!志愿|[员长])"
    rf"|{_NUMBER}\s?(?:号楼|栋|幢|座|单元){_REST}{{0,6}}?[0-9]{{2,4}}(?![0-9])"
    r"|(?<![0-9])[0-9]{1,3}-[0-9]{1,2}-[0-9]{2,4}(?![0-9-]))"
)
_ADDRESS = re.compile(
    rf"(?P<address>{_HOME}[\s:：是为在于|]{{0,4}}{_REST}{{0,40}}?{_DOOR}|(?P<flat>{_FLAT})){_REST}*"
)
_BUILDING = re.compile(f"{_NUMBER}(?:号楼|.)")


def found(text: str) -> Iterator[Span]:
    """Addresses down to the door."""
    for match in _ADDRESS.finditer(text):
        building = _BUILDING.match(match["flat"] or "")
        shown = building[0] if building else match["word"]
        yield Span(match.start(), match.end("address"), match["address"], shown)
