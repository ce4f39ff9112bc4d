"""Whether a verdict holds, whoever gave it: each metric once, within its bounds, shown by messages that there are."""

from collections import Counter
from collections.abc import Iterable, Iterator

from echosphere.domain.evaluation import (
    HIGHEST,
    LOWEST,
    MAY_BE_UNSCORED,
    QUOTED_MESSAGES,
    REASON_CHARACTERS,
    Metric,
    Score,
    Verdict,
)


def complaints(verdict: Verdict, message_ids: Iterable[str]) -> list[str]:
    """What is wrong with it, in words that a model can mend it by. They quote nothing of the talk."""
    known = frozenset(message_ids)
    return [*_of_metrics(verdict), *(each for score in verdict.scores for each in _of_score(score, known))]


def _of_metrics(verdict: Verdict) -> Iterator[str]:
    counted = Counter(score.metric for score in verdict.scores)
    for metric in Metric:
        if counted[metric] != 1:
            yield f"{metric} must be scored once, not {counted[metric]} times"


def _of_score(score: Score, known: frozenset[str]) -> Iterator[str]:
    if score.value is None and score.metric not in MAY_BE_UNSCORED:
        yield f"{score.metric} must have a score"
    if score.value is not None and not LOWEST <= score.value <= HIGHEST:
        yield f"{score.metric} must be from {LOWEST} to {HIGHEST}"
    if not 0 < len(score.reason.strip()) <= REASON_CHARACTERS:
        yield f"{score.metric} must have a reason of at most {REASON_CHARACTERS} characters"
    if not known.issuperset(score.message_ids):
        yield f"{score.metric} quotes a message that does not exist"
    if len(score.message_ids) > QUOTED_MESSAGES:
        yield f"{score.metric} quotes more than {QUOTED_MESSAGES} messages"
    if score.is_faulty and not score.message_ids:
        yield f"{score.metric} is low and quotes no message that shows it"
