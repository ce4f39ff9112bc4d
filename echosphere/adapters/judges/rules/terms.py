"""What a text is about, as far as it can be counted: its content words, and its facts (numbers, days of the week)."""

import re
from functools import cache

from echosphere.adapters.judges.rules.words import fold, split, words_of
from echosphere.domain.language import Language

STEM_LETTERS = 5
SHORTEST_WORD = 3
# Of English and Portuguese, the outermost first; a stemmer of each knows more, and is a library more in each function.
ENDINGS = ("s", "ing", "ed", "e", "a", "o")
_JAPANESE_RUN = re.compile(r"[\u4e00-\u9fff々]+|[\u30a0-\u30ff]{2,}")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_SENTENCE_END = re.compile(r"(?<=[!?;。！？])\s*|(?<=\.)(?!\d)\s*")  # not the point of "3.50"


def terms(text: str) -> frozenset[str]:
    """Stems of words in Latin letters, pairs of Japanese signs; what every text has is left out."""
    folded = fold(text)
    latin = {_stem(word) for word in split(folded) if len(word) >= SHORTEST_WORD and word not in _stop()}
    return frozenset(latin | {pair for run in _JAPANESE_RUN.findall(folded) for pair in _pairs(run)})


def facts(text: str, language: Language) -> frozenset[str]:
    """Written alike whatever the language: "4,500" is "4500", and Monday is one day everywhere."""
    folded = fold(text)
    written = {_plain(number) for number in _NUMBER.findall(folded)}
    return frozenset(written | _days(folded) | _number_words(folded, language))


def sentences(text: str) -> list[str]:
    return [each for each in _SENTENCE_END.split(text.strip()) if each]


def _plain(number: str) -> str:
    """A comma or a dot before three digits groups them."""
    return re.sub(r"[.,](?=\d{3}(?!\d))", "", number).replace(",", ".")


@cache
def _stop() -> frozenset[str]:
    return frozenset(word for language in Language for word in words_of(language).stop)


def _stem(word: str) -> str:
    for ending in ENDINGS:
        word = word.removesuffix(ending)
    return word[:STEM_LETTERS]


def _pairs(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[at : at + 2] for at in range(len(run) - 1)]


def _days(folded: str) -> set[str]:
    lists = [words_of(language).lists["weekdays"] for language in Language]
    return {f"day {number}" for days in lists for number, day in enumerate(days) if day in folded}


def _number_words(folded: str, language: Language) -> set[str]:
    if language is Language.JAPANESE:
        return set()
    said = split(folded)
    named = str(words_of(language).lists["numbers"]).split()
    return {str(number) for number, word in enumerate(named, start=2) if word in said}
