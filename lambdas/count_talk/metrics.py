"""A talk as metrics of CloudWatch, written as a line of log (EMF).

Dimensions are `service` and `language`: three metrics of each name, however many talks, people and personas there are.
"""

from collections.abc import Iterable

from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

from echosphere.adapters.counting_bus import NAMESPACE
from echosphere.domain.session import SessionStatus
from echosphere.services.count_talk import TalkCounted

SERVICE = "talk"


def tell_of(counted: TalkCounted) -> None:
    session, turns = counted.session, counted.turns
    metrics = EphemeralMetrics(namespace=NAMESPACE, service=SERVICE)
    metrics.add_dimension(name="language", value=session.language.value)
    counts = {
        "session.count": 1,
        "session.errors": int(session.status is SessionStatus.FAILED),
        "session.messages": session.message_count,
        "session.turns": len(turns),
        "session.barge_ins": sum(turn.interrupted for turn in turns),
        "session.incidents": sum(bool(turn.incidents) for turn in turns),
    }
    for name, count in counts.items():
        metrics.add_metric(name=name, unit=MetricUnit.Count, value=count)
    _add(metrics, "voice.latency.v2v", (turn.voice_to_voice_s for turn in turns))
    _add(metrics, "voice.latency.stt", (turn.hearing_s for turn in turns))
    _add(metrics, "voice.latency.llm_ttft", (turn.thinking_s for turn in turns))
    _add(metrics, "voice.latency.tts", (turn.voicing_s for turn in turns))
    metrics.flush_metrics()


def _add(metrics: EphemeralMetrics, name: str, durations_s: Iterable[float | None]) -> None:
    for duration_s in durations_s:
        if duration_s is not None:
            metrics.add_metric(name=name, unit=MetricUnit.Milliseconds, value=round(1000 * duration_s))
