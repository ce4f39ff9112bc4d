"""Japanese numerals as digits: 十二かける七 → 12かける7, 三点五 → 3.5, 2万 → 20000."""

import re

DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
DIGIT = "[〇零一二三四五六七八九]"
COUNT = r"(?:[一二三四五六七八九]|\d{1,4})"
GROUP = rf"(?:{COUNT}?千)?(?:{COUNT}?百)?(?:{COUNT}?十)?{COUNT}?"
NUMBER = re.compile(rf"{DIGIT}+|(?:{GROUP}兆)?(?:{GROUP}億)?(?:{GROUP}万)?{GROUP}")
RUN = re.compile(rf"([〇零一二三四五六七八九十百千万億兆\d]+)(?:点({DIGIT}+))?")
KANJI = re.compile(r"[〇零一二三四五六七八九十百千万億兆]")


def japanese_numbers_to_digits(text: str) -> str:
    """What is no number, as 十百, stays as it is."""
    return RUN.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    whole, decimals = found.groups()
    if not KANJI.search(found.group()) or not NUMBER.fullmatch(whole):
        return found.group()
    return f"{_value(whole)}.{_positional(decimals)}" if decimals else str(_value(whole))


def _value(number: str) -> int:
    if re.fullmatch(f"{DIGIT}+", number):
        return int(_positional(number))
    total, group, count = 0, 0, 0
    for sign in re.findall(r"\d+|\D", number):
        if sign in LARGE:
            total, group, count = total + ((group + count) or 1) * LARGE[sign], 0, 0
        elif sign in SMALL:
            group, count = group + (count or 1) * SMALL[sign], 0
        else:
            count = DIGITS[sign] if sign in DIGITS else int(sign)
    return total + group + count


def _positional(signs: str) -> str:
    return "".join(str(DIGITS[sign]) for sign in signs)
