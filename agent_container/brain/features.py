"""What a question is recognised by: its words, its pairs of words, and how it sounds."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import snowballstemmer

from agent_container.brain.sounds import sound_of
from echosphere.domain.language import Language

STEMMERS = {Language.ENGLISH: "english", Language.PORTUGUESE: "portuguese"}
CONTRACTIONS = {"'s": " is", "'re": " are", "n't": " not", "'ll": " will", "'ve": " have", "'m": " am", "'d": " would"}
SOUND_SPAN = 3  # letters of `sounds`: shorter spans are in every question, longer ones break at one misheard sound
PAIR_WEIGHT = 0.5  # a pair says again what its words have said

Features = list[tuple[str, float]]
"""Each with its weight, before rarity."""


def features_of(text: str, language: Language) -> tuple[Features, ...]:
    """Three views of a question: its words, what they mean, and how they sound."""
    return word_features(text, language), concept_features(text, language), sound_features(text, language)


def words_in(text: str, language: Language) -> list[str]:
    """Lower case. Japanese does not part its words: there it is pairs of characters."""
    text = text.lower().replace("’", "'")
    if language is Language.JAPANESE:
        text = re.sub(r"[\W_]+", "", text)
        return [text[start : start + 2] for start in range(len(text) - 1)] or [text]
    for short, long in CONTRACTIONS.items():
        text = text.replace(short, long)
    return re.findall(r"[\w']+", text)


def word_features(text: str, language: Language) -> Features:
    stems = [_stem(word, language) for word in words_in(text, language)]
    pairs = [f"{one} {next_one}" for one, next_one in pairwise(["", *stems, ""])]
    return [(stem, 1.0) for stem in stems] + [(pair, PAIR_WEIGHT) for pair in pairs]


def concept_features(text: str, language: Language) -> Features:
    concepts = [_concepts(language).get(word, word) for word in words_in(text, language)]
    return [(f"({concept})", 1.0) for concept in concepts]


def sound_features(text: str, language: Language) -> Features:
    """None but for English, the one language that is heard here."""
    if language is not Language.ENGLISH:
        return []
    sounds = sound_of(words_in(text, language))
    return [(sounds[start : start + SOUND_SPAN], 1.0) for start in range(len(sounds) - SOUND_SPAN + 1)]


@cache
def _concepts(language: Language) -> dict[str, str]:
    """The concept of each word that has one. None are written down for some languages."""
    file = Path(__file__).parent / f"concepts.{language.value}.md"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    pairs = [line.removeprefix("- ").split(": ") for line in lines if line.startswith("- ")]
    return {word: concept for concept, words in pairs for word in [concept, *words.split()]}


@cache
def _stem(word: str, language: Language) -> str:
    return str(_stemmer(language).stemWord(word)) if language in STEMMERS else word


@cache
def _stemmer(language: Language) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(STEMMERS[language])
