"""How a text is read: what stands on the page is not what a voice should be handed.

Cloud voices know most of it, offline voices little; all are handed the same words, which each of them says rightly.
"""

import re

from agent_container.speech.dates import say_dates, say_times
from agent_container.speech.money import say_money
from echosphere.domain.language import Language

THOUSANDS = {
    Language.ENGLISH: re.compile(r"(?<=\d),(?=\d{3}(?!\d))"),
    Language.JAPANESE: re.compile(r"(?<=\d),(?=\d{3}(?!\d))"),
    Language.PORTUGUESE: re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))"),
}
SIGNS: dict[Language, list[tuple[re.Pattern[str], str]]] = {
    Language.ENGLISH: [
        (re.compile(r"\s?[%％]"), " percent"),
        (re.compile(r"\s?°C\b"), " degrees Celsius"),
        (re.compile(r"\s?°F\b"), " degrees Fahrenheit"),
        (re.compile(r"\s&\s"), " and "),
        (re.compile(r"\bEchoSphere\b"), "Echo Sphere"),
    ],
    Language.JAPANESE: [
        (re.compile(r"\s?[%％]"), "パーセント"),
        (re.compile(r"\s?(?:°C|℃)"), "度"),
        (re.compile(r"\s?&\s?"), "アンド"),
        (re.compile(r"EchoSphere"), "エコスフィア"),
        (re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])"), "エーアイ"),
    ],
    Language.PORTUGUESE: [
        (re.compile(r"\s?[%％]"), " por cento"),
        (re.compile(r"\s?°C\b"), " graus Celsius"),
        (re.compile(r"\s&\s"), " e "),
        (re.compile(r"\bEchoSphere\b"), "Echo Sphere"),
    ],
}


def read_aloud(text: str, language: Language) -> str:
    text = say_times(say_dates(say_money(text, language), language), language)
    text = THOUSANDS[language].sub("", text)
    for sign, words in SIGNS[language]:
        text = sign.sub(words, text)
    return text
