"""The person's mood by the words of theirs that show one."""

from echosphere.adapters.judges.rules.talk import ReadTalk
from echosphere.domain.evaluation import Metric, Score
from echosphere.domain.message import Message

NEUTRAL = 3


def moods(read: ReadTalk) -> list[Score]:
    """At the start, at the end, and at its lowest; who said nothing shows none."""
    felt = [(_mood(read, each), each) for each in read.persons]
    if not felt:
        metrics = (Metric.SENTIMENT_START, Metric.SENTIMENT_END, Metric.SENTIMENT_LOWEST)
        return [Score(metric=metric, value=NEUTRAL, reason=read.reason("silent")) for metric in metrics]
    return [
        _score(read, Metric.SENTIMENT_START, *felt[0]),
        _score(read, Metric.SENTIMENT_END, *felt[-1]),
        _score(read, Metric.SENTIMENT_LOWEST, *min(felt, key=lambda each: each[0])),
    ]


def _mood(read: ReadTalk, message: Message) -> int:
    words = read.words
    angry, upset = words.count("angry", message.text), words.count("upset", message.text)
    if angry or upset:
        return 1 if angry + upset > 1 else 2
    if words.any_of("delighted", message.text):
        return 5
    return 4 if words.any_of("pleased", message.text) else NEUTRAL


def _score(read: ReadTalk, metric: Metric, value: int, message: Message) -> Score:
    reason = read.reason("no_mood" if value == NEUTRAL else "mood")
    return Score(metric=metric, value=value, reason=reason, message_ids=(message.id,))
