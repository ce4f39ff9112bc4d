"""Amounts of money as they are said."""

import re

from echosphere.domain.language import Language

SIGNS = r"R\$|US\$|\$|€|£|[¥￥]"
# One and many, and the hundredths of it where they are said.
type Unit = tuple[str, str, str, str]
REAL: Unit = ("real", "reais", "centavo", "centavos")


def _unchanged(unit: str, part: str = "") -> Unit:
    """Where many are called as one is."""
    return unit, unit, part, part


UNITS: dict[Language, dict[str, Unit]] = {
    Language.ENGLISH: {
        "$": ("dollar", "dollars", "cent", "cents"),
        "€": ("euro", "euros", "cent", "cents"),
        "£": ("pound", "pounds", "penny", "pence"),
        "¥": _unchanged("yen"),
        "R$": REAL,
    },
    Language.PORTUGUESE: {
        "$": ("dólar", "dólares", "centavo", "centavos"),
        "€": ("euro", "euros", "centavo", "centavos"),
        "£": ("libra", "libras", "pêni", "pence"),
        "¥": ("iene", "ienes", "", ""),
        "R$": REAL,
    },
    Language.JAPANESE: {
        "$": _unchanged("ドル", "セント"),
        "€": _unchanged("ユーロ", "セント"),
        "£": _unchanged("ポンド", "ペンス"),
        "¥": _unchanged("円"),
        "R$": _unchanged("レアル", "センターボ"),
    },
}
AND = {Language.ENGLISH: " and ", Language.PORTUGUESE: " e ", Language.JAPANESE: ""}


def _amounts(*, thousands: str, decimal: str) -> re.Pattern[str]:
    """Grouped by thousands, with a decimal part of two digits at most."""
    grouped = rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+|\d+"
    return re.compile(rf"({SIGNS})\s?({grouped})(?:{re.escape(decimal)}(\d{{1,2}}))?(?![\d.,]*\d)")


POINT, COMMA = _amounts(thousands=",", decimal="."), _amounts(thousands=".", decimal=",")


def say_money(text: str, language: Language) -> str:
    amount = COMMA if language is Language.PORTUGUESE else POINT
    return amount.sub(lambda found: _said(found, language), text)


def _said(found: re.Match[str], language: Language) -> str:
    sign, whole, hundredths = found.groups()
    one, many, one_part, parts = UNITS[language][sign.replace("US$", "$").replace("￥", "¥")]
    gap = "" if language is Language.JAPANESE else " "
    whole = re.sub(r"[.,]", "", whole)
    said = f"{whole}{gap}{one if whole == '1' else many}"
    if hundredths and parts and (part := int(hundredths.ljust(2, "0"))):
        said += f"{AND[language]}{part}{gap}{one_part if part == 1 else parts}"
    return said
