"""Dates and times of day as they are said. What could be either order is read in the language's own."""

import re
from datetime import date

from babel.dates import get_month_names

from echosphere.domain.language import Language

ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
SLASHED = {
    Language.ENGLISH: re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b"),
    Language.PORTUGUESE: re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})\b"),
    Language.JAPANESE: re.compile(r"(?<!\d)(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)"),
}
TIME = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:h]([0-5]\d)(?![\d:])")


def say_dates(text: str, language: Language) -> str:
    text = ISO.sub(lambda found: _said(found, language, *map(int, found.groups())), text)
    return SLASHED[language].sub(
        lambda found: _said(found, language, *(int(found[part]) for part in ("year", "month", "day"))), text
    )


def say_times(text: str, language: Language) -> str:
    return TIME.sub(lambda found: _time(int(found[1]), int(found[2]), language), text)


def _said(found: re.Match[str], language: Language, year: int, month: int, day: int) -> str:
    """As it stood, when there is no such day."""
    try:
        date(year, month, day)
    except ValueError:
        return found[0]
    if language is Language.JAPANESE:
        return f"{year}年{month}月{day}日"
    name = get_month_names("wide", locale=language.value.replace("-", "_"))[month]
    return f"{name} {day}, {year}" if language is Language.ENGLISH else f"{day} de {name} de {year}"


def _time(hour: int, minute: int, language: Language) -> str:
    if language is Language.JAPANESE:
        return f"{hour}時{minute}分" if minute else f"{hour}時"
    if language is Language.PORTUGUESE:
        hours = f"{hour} hora" if hour == 1 else f"{hour} horas"
        return f"{hours} e {minute}" if minute else hours
    if not minute:
        return f"{hour} o'clock"
    return f"{hour} oh {minute}" if minute < 10 else f"{hour} {minute}"  # noqa: PLR2004  # said digit by digit
