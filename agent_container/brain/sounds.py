"""How English words sound, coarsely: what the recogniser mishears still sounds like what was said.

"Can I delete a talk" came back as "can likely to talk": other words, nearly the same sounds.
"""

import importlib.util
from functools import cache
from pathlib import Path

from agent_container.workers.product_words import PRODUCT_WORDS

# The dictionary that comes with the recogniser (CMU's), a line for each word: `talk T AO K`.
DICTIONARY = ("pocketsphinx", "model/en-us/cmudict-en-us.dict")

# Sounds that are mistaken for each other share a letter; H is too soft to count.
CLASSES = {
    "P": "P B",
    "T": "T D TH DH",
    "K": "K G",
    "F": "F V",
    "S": "S Z",
    "C": "SH ZH CH JH",
    "N": "M N NG",
    "L": "L",
    "R": "R ER",
    "W": "W",
    "Y": "Y",
    "": "HH",
    "A": "AA AO AH AW AY",
    "E": "AE EH",
    "I": "IH IY EY",
    "U": "OW UW UH OY",
}
CLASS_OF = {phone: letter for letter, phones in CLASSES.items() for phone in phones.split()}


def sound_of(words: list[str]) -> str:
    """One letter for each sound, words run together, as they are in speech."""
    return "".join(_sound_of_word(word) for word in words)


@cache
def _sound_of_word(word: str) -> str:
    phones = PRODUCT_WORDS.get(word) or _look_up(word)
    return "".join(CLASS_OF[phone] for phone in phones.split())


def _look_up(word: str) -> str:
    """Empty for a word that the dictionary does not have."""
    section = _section(word[0])
    start = section.find(f"\n{word} ")
    return section[start + len(word) + 2 : section.index("\n", start + 1)] if start >= 0 else ""


@cache
def _section(letter: str) -> str:
    """The dictionary's words with this letter, as text: parsed, its 134,000 words would take 30 MB."""
    text = _dictionary()
    start = text.find(f"\n{letter}")
    end = text.rfind("\n", start, text.rfind(f"\n{letter}") + 1)
    return text[start : text.find("\n", end + 1) + 1] if start >= 0 else ""


@cache
def _dictionary() -> str:
    package, path = DICTIONARY
    spec = importlib.util.find_spec(package)
    assert spec is not None and spec.origin is not None
    return "\n" + (Path(spec.origin).parent / path).read_text(encoding="utf-8")
