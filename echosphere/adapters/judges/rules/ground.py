"""What the persona may claim from: what it was told, and what tools gave it so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from echosphere.adapters.judges.rules.terms import facts, sentences, terms
from echosphere.adapters.judges.rules.words import fold
from echosphere.domain.language import Language

END_OF_A_SENTENCE = " .!?…。！？"


@dataclass(frozen=True)
class Ground:
    """`sentences`: each, and what it is about."""

    sentences: Mapping[str, frozenset[str]]
    facts: frozenset[str]

    @cached_property
    def terms(self) -> frozenset[str]:
        return frozenset().union(*self.sentences.values())

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(map(_plain, self.sentences))

    def add(self, text: str, language: Language) -> "Ground":
        return Ground(
            sentences={**self.sentences, **{each: terms(each) for each in sentences(text)}},
            facts=self.facts | facts(text, language),
        )

    def has(self, claim: str, *, is_cut: bool) -> bool:
        """Word for word; of a sentence that was cut off, its beginning."""
        plain = _plain(claim)
        return plain in self._folded or (is_cut and any(each.startswith(plain) for each in self._folded))


NO_GROUND = Ground(sentences={}, facts=frozenset())


def _plain(sentence: str) -> str:
    return fold(sentence).strip(END_OF_A_SENTENCE)
