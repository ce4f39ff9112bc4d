"""What the rules know of each language, from the lists beside this file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from echosphere.domain.language import Language

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Words:
    """Of one language. `listed` finds whole words where there are words, else parts of the text."""

    language: Language
    lists: Mapping[str, Any]

    def any_of(self, name: str, text: str) -> bool:
        return self.count(name, text) > 0

    def count(self, name: str, text: str) -> int:
        """How many of the list, and of its phrases, stand in the text; each once."""
        folded = fold(text)
        phrases = [*self._phrases(name), *self._phrases(f"{name}_phrases"), *self._phrases(f"{name}_parts")]
        found = sum(phrase in folded for phrase in phrases)
        if self.language is Language.JAPANESE:
            return found + sum(part in folded for part in self._single(name))
        return found + sum(word in self._single(name) for word in set(split(folded)))

    def has_negation(self, text: str) -> bool:
        endings = tuple(str(self.lists.get("negation_endings", "")).split())
        return self.any_of("negation", text) or any(word.endswith(endings) for word in split(fold(text)) if endings)

    def _single(self, name: str) -> frozenset[str]:
        value = self.lists.get(name, "")
        return frozenset(value.split()) if isinstance(value, str) else frozenset()

    def _phrases(self, name: str) -> list[str]:
        value = self.lists.get(name, "")
        return value if isinstance(value, list) else []

    @property
    def stop(self) -> frozenset[str]:
        return self._single("stop")


@cache
def words_of(language: Language) -> Words:
    return Words(language, tomllib.loads((FOLDER / f"words.{language.value}.toml").read_text()))


def fold(text: str) -> str:
    """Lower case, one width, no accents (Japanese marks of sound stay)."""
    parts = normalize("NFKD", normalize("NFKC", text).lower().replace("’", "'"))
    return normalize("NFC", "".join(each for each in parts if not combining(each) or each in "\u3099\u309a"))


def split(folded: str) -> list[str]:
    return re.findall(r"[a-z][a-z'-]*", folded)
