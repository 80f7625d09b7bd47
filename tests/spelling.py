"""Numbers spelled as people spell them, for tests: 6000 as 6,000, ６０００, 六千, 0.6万."""

from __future__ import annotations

from decimal import Decimal

DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
WIDE = {ord("0") + digit: ord("０") + digit for digit in range(10)} | {
    ord(","): "，",
    ord("."): "．",
}


def han(number: int) -> str:
    """The number in Chinese: 10050 is 一万零五十."""
    if number == 0:
        return DIGITS[0]
    text, sections = "", []
    while number:
        number, section = divmod(number, 10_000)
        sections.append(section)
    for place in reversed(range(len(sections))):
        section = sections[place]
        if section and text and section < 1000:
            text += DIGITS[0]
        if section:
            text += _section(section) + ("", "万", "亿", "万亿")[place]
        elif text and place and not text.endswith(DIGITS[0]) and any(sections[:place]):
            text += DIGITS[0]
    text = text.replace("零零", "零")
    return text.removeprefix("一") if text.startswith("一十") else text


def _section(number: int) -> str:
    text, skipped = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += (DIGITS[0] if skipped and text else "") + DIGITS[digit] + unit
        skipped = not digit
    return text


def spellings(number: int) -> list[str]:
    """Ways to write *number*, each of which means exactly it."""
    plain, grouped, chinese = str(number), f"{number:,}", han(number)
    found = [plain, grouped, plain.translate(WIDE), grouped.translate(WIDE), f"{plain}.00"]
    found += [chinese, chinese.translate(FORMAL), chinese.replace("零", "〇") if number else "〇"]
    for unit, multiple in (("万", 10_000), ("千", 1000), ("亿", 100_000_000)):
        if number:
            times = f"{Decimal(number) / multiple:f}"
            found += [f"{times}{unit}", f"{times} {unit}", f"{times.translate(WIDE)}{unit}"]
    if number % 1000 == 0 and 10_000 < number < 100_000_000 and number % 10_000:
        found.append(f"{number // 10_000}万{number % 10_000 // 1000}千")
    return found
