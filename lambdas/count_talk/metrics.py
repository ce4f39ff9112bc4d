"""A talk as metrics of CloudWatch, written as lines of log (EMF).

The dimension is `service`, and for latencies `language` once more: four metrics of each at the most, one of all others,
however many talks, people and personas there are.
"""

from collections.abc import Iterable

from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

from echosphere.adapters.cost_metric import tell_of_cost
from echosphere.domain.session import SessionStatus
from echosphere.services.count_talk import TalkCounted

SERVICE = "talk"


def tell_of(counted: TalkCounted) -> None:
    _tell_of_counts(counted)
    _tell_of_latencies(counted)
    tell_of_cost(counted.cost)


def _tell_of_counts(counted: TalkCounted) -> None:
    session, turns = counted.session, counted.turns
    metrics = EphemeralMetrics(service=SERVICE)
    counts = {
        "session.count": 1,
        "session.errors": int(session.status is SessionStatus.FAILED),
        "session.messages": session.message_count,
        "session.turns": len(turns),
        "session.unanswered": sum(turn.answered_s is None for turn in turns),
        "session.barge_ins": sum(turn.interrupted for turn in turns),
        "session.incidents": sum(bool(turn.incidents) for turn in turns),
    }
    for name, value in counts.items():
        metrics.add_metric(name=name, unit=MetricUnit.Count, value=value)
    metrics.flush_metrics()


def _tell_of_latencies(counted: TalkCounted) -> None:
    turns = counted.turns
    metrics = EphemeralMetrics(service=SERVICE)
    metrics.add_dimension(name="language", value=counted.session.language.value)
    # Once more without it: an alarm cannot look through languages, and the percentile of all is none of theirs.
    metrics.add_dimensions(service=SERVICE)
    _add(metrics, "voice.latency.v2v", (turn.voice_to_voice_s for turn in turns))
    _add(metrics, "voice.latency.stt", (turn.hearing_s for turn in turns))
    _add(metrics, "voice.latency.llm_ttft", (turn.thinking_s for turn in turns))
    _add(metrics, "voice.latency.tts", (turn.voicing_s for turn in turns))
    if metrics.metric_set:
        metrics.flush_metrics()


def _add(metrics: EphemeralMetrics, name: str, durations_s: Iterable[float | None]) -> None:
    for duration_s in durations_s:
        if duration_s is not None:
            metrics.add_metric(name=name, unit=MetricUnit.Milliseconds, value=round(1000 * duration_s))
