"""How a text is read: what stands on the page is not what a voice should be handed.

Cloud voices know most of it, offline voices little; all are handed the same words, which each of them says rightly.
"""

import re

from agent_container.speech.dates import say_dates, say_times
from agent_container.speech.money import say_money
from echosphere.domain.language import Language

BY_COMMA, BY_POINT = (re.compile(rf"(?<=\d){re.escape(sign)}(?=\d{{3}}(?!\d))") for sign in ",.")
THOUSANDS = {Language.ENGLISH: BY_COMMA, Language.JAPANESE: BY_COMMA, Language.PORTUGUESE: BY_POINT}
PERCENT, CELSIUS, AND = re.compile(r"\s?[%％]"), re.compile(r"\s?°C\b"), re.compile(r"\s&\s")
OUR_NAME = (re.compile(r"\bEchoSphere\b"), "Echo Sphere")
SIGNS: dict[Language, list[tuple[re.Pattern[str], str]]] = {
    Language.ENGLISH: [
        (PERCENT, " percent"),
        (CELSIUS, " degrees Celsius"),
        (re.compile(r"\s?°F\b"), " degrees Fahrenheit"),
        (AND, " and "),
        OUR_NAME,
    ],
    Language.JAPANESE: [
        (PERCENT, "パーセント"),
        (re.compile(r"\s?(?:°C|℃)"), "度"),
        (re.compile(r"\s?&\s?"), "アンド"),
        (re.compile(r"EchoSphere"), "エコスフィア"),
        (re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])"), "エーアイ"),
        # Around what was in Latin letters; Open JTalk would take a breath there.
        (re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff]) +(?=[\u3040-\u30ff\u3400-\u9fff])"), ""),
    ],
    Language.PORTUGUESE: [(PERCENT, " por cento"), (CELSIUS, " graus Celsius"), (AND, " e "), OUR_NAME],
}


def read_aloud(text: str, language: Language) -> str:
    text = say_times(say_dates(say_money(text, language), language), language)
    text = THOUSANDS[language].sub("", text)
    for sign, words in SIGNS[language]:
        text = sign.sub(words, text)
    return text
