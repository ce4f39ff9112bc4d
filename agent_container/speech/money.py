"""Amounts of money as they are said."""

import re

from echosphere.domain.language import Language

SIGNS = r"R\$|US\$|\$|€|£|[¥￥]"
# One and many, and the hundredths of it where they are said.
UNITS: dict[Language, dict[str, tuple[str, str, str, str]]] = {
    Language.ENGLISH: {
        "$": ("dollar", "dollars", "cent", "cents"),
        "€": ("euro", "euros", "cent", "cents"),
        "£": ("pound", "pounds", "penny", "pence"),
        "¥": ("yen", "yen", "", ""),
        "R$": ("real", "reais", "centavo", "centavos"),
    },
    Language.PORTUGUESE: {
        "$": ("dólar", "dólares", "centavo", "centavos"),
        "€": ("euro", "euros", "centavo", "centavos"),
        "£": ("libra", "libras", "pêni", "pence"),
        "¥": ("iene", "ienes", "", ""),
        "R$": ("real", "reais", "centavo", "centavos"),
    },
    Language.JAPANESE: {
        "$": ("ドル", "ドル", "セント", "セント"),
        "€": ("ユーロ", "ユーロ", "セント", "セント"),
        "£": ("ポンド", "ポンド", "ペンス", "ペンス"),
        "¥": ("円", "円", "", ""),
        "R$": ("レアル", "レアル", "センターボ", "センターボ"),
    },
}
AND = {Language.ENGLISH: " and ", Language.PORTUGUESE: " e ", Language.JAPANESE: ""}
# Grouped by thousands, with a decimal part of two digits at most.
POINT = re.compile(rf"({SIGNS})\s?(\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.(\d{{1,2}}))?(?![\d.,]*\d)")
COMMA = re.compile(rf"({SIGNS})\s?(\d{{1,3}}(?:\.\d{{3}})+|\d+)(?:,(\d{{1,2}}))?(?![\d.,]*\d)")


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
