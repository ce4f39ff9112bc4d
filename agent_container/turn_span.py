"""A turn as one span of its talk's trace: what it took, part by part, and what went wrong in it. No words."""

from opentelemetry.context import Context
from opentelemetry.trace import Tracer

from echosphere.domain.session import Session
from echosphere.domain.turn import Turn

NANOSECONDS = 1_000_000_000
PREFIX = "echosphere.turn"
# In the order in which they happen, as far as they overlap not.
MOMENTS = (
    ("speech_ended", "heard_until_s"),
    ("stt_final", "understood_s"),
    ("end_of_turn", "decided_s"),
    ("llm_asked", "thinking_from_s"),
    ("llm_first_token", "thought_s"),
    ("tts_asked", "voicing_from_s"),
    ("tts_first_byte", "voiced_s"),
    ("first_audio_out", "answered_s"),
)
DURATIONS = ("voice_to_voice_s", "hearing_s", "deciding_s", "thinking_s", "voicing_s")


def trace_turn(tracer: Tracer, turn: Turn, session: Session, *, parent: Context | None = None) -> None:
    """Of a turn that is over."""
    assert session.started_at is not None
    began_at = session.started_at.timestamp()
    moments = {name: at_s for name, field in MOMENTS if (at_s := getattr(turn, field)) is not None}
    durations = {name: took_s for name in DURATIONS if (took_s := getattr(turn, name)) is not None}
    span = tracer.start_span(
        "turn",
        parent,
        start_time=_ns(began_at, turn.heard_from_s),
        attributes={
            f"{PREFIX}.via": turn.via.value,
            f"{PREFIX}.interrupted": turn.interrupted,
            **{f"{PREFIX}.{name}": took_s for name, took_s in durations.items()},
        },
    )
    for name, at_s in moments.items():
        span.add_event(name, timestamp=_ns(began_at, at_s))
    for incident in turn.incidents:
        span.add_event(incident.value, timestamp=_ns(began_at, turn.heard_until_s))
    if turn.interrupted and turn.answered_until_s is not None:
        span.add_event("interrupted", timestamp=_ns(began_at, turn.answered_until_s))
    span.end(_ns(began_at, max(turn.heard_from_s, turn.heard_until_s, *moments.values(), turn.answered_until_s or 0.0)))


def _ns(began_at: float, at_s: float) -> int:
    return int((began_at + at_s) * NANOSECONDS)
