"""Which known question a question is like: a ridge regression from words, sounds and meanings to titles.

Fitted when its brain is made, on the handbook's own phrasings: for English that takes about a second. Meanings come in
as a kernel, since only their products are known; the features, of which a text has few, are folded into a weight each.
Of 266 freely worded questions it puts 254 on their title; words, concepts and sounds alone put 207.
"""

from collections.abc import Sequence

import numpy

from agent_container.brain.feature_vectors import FeatureVectors
from agent_container.brain.handbook import Entry
from agent_container.brain.meanings import Meanings
from echosphere.domain.language import Language

RIDGE = 1.5  # measured: less believes every word, more is sure of nothing
MEANING_SHARE = 9.0  # beside the squares of `feature_vectors.SHARES`; measured


class Recognition:
    def __init__(self, entries: Sequence[Entry], language: Language) -> None:
        self._titles = [entry.title for entry in entries]
        numbered = [(number, phrasing) for number, entry in enumerate(entries) for phrasing in entry.phrasings]
        phrasings = [phrasing for _, phrasing in numbered]
        self._features = FeatureVectors(phrasings, language)
        self._meanings = Meanings(phrasings, language)
        known = numpy.stack([self._features.of(phrasing) for phrasing in phrasings])
        wanted = numpy.zeros((len(phrasings), len(entries)), numpy.float32)
        wanted[range(len(phrasings)), [number for number, _ in numbered]] = 1.0
        alike = known @ known.T + MEANING_SHARE * self._meanings.among_known()
        shares = numpy.linalg.solve(alike + RIDGE * numpy.eye(len(known), dtype=numpy.float32), wanted)
        self._of_features = known.T @ shares
        self._of_meanings = MEANING_SHARE * shares

    def likeness(self, text: str) -> dict[str, float]:
        """By title: about 0 for what it is not, about 1 for the handbook's own words."""
        scores = self._features.of(text) @ self._of_features + self._meanings.alike(text) @ self._of_meanings
        return {title: float(score) for title, score in zip(self._titles, scores, strict=True)}
