"""Features as vectors: a column for each one that any phrasing has, the rare ones weighing more."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy
from numpy.typing import NDArray

from agent_container.brain.features import Features, features_of
from echosphere.domain.language import Language

BIAS = 0.1
SHARES = (0.6, 1.0, 0.9)  # of words, concepts and sounds; measured

Vector = NDArray[numpy.float32]


class FeatureVectors:
    def __init__(self, phrasings: Sequence[str], language: Language) -> None:
        self._language = language
        views = [features_of(phrasing, language) for phrasing in phrasings]
        in_how_many = Counter(name for view in views for features in view for name in {name for name, _ in features})
        self._column = {name: number for number, name in enumerate(in_how_many)}
        self._rarest = math.log(len(views) + 1)
        self._rarity = {name: self._rarest - math.log(count) for name, count in in_how_many.items()}

    def of(self, text: str) -> Vector:
        """Each view has length one. What was never seen has no column, but takes its share of the length."""
        vector = numpy.zeros(len(self._column) + 1, numpy.float32)
        vector[-1] = BIAS
        for features, share in zip(features_of(text, self._language), SHARES, strict=True):
            weights = self._weigh(features)
            length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            for name in weights.keys() & self._column.keys():
                vector[self._column[name]] = share * weights[name] / length
        return vector

    def _weigh(self, features: Features) -> dict[str, float]:
        times = Counter(name for name, _ in features)
        return {
            name: weight * (1 + math.log(times[name])) * self._rarity.get(name, self._rarest)
            for name, weight in features
        }
