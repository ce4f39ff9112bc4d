from dataclasses import replace

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from agent_container.turn_span import trace_turn
from echosphere.domain.message import Via
from echosphere.domain.turn import Incident, Turn
from tests.examples import NINE_O_CLOCK, a_session

pytestmark = pytest.mark.unit
SESSION = a_session().activate(at=NINE_O_CLOCK)
TURN = Turn(
    id="message-1",
    session_id=SESSION.id,
    workspace_id=SESSION.workspace_id,
    via=Via.VOICE,
    heard_from_s=10.0,
    heard_until_s=12.0,
    understood_s=12.25,
    decided_s=12.5,
    thinking_from_s=12.25,
    thought_s=12.5,
    voicing_from_s=12.5,
    voiced_s=12.75,
    answered_s=13.0,
    answered_until_s=15.0,
)


def span_of(turn: Turn) -> ReadableSpan:
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace_turn(provider.get_tracer("test"), turn, SESSION)
    (span,) = exporter.get_finished_spans()
    return span


def seconds(time_ns: int | None) -> float:
    assert time_ns is not None
    return round(time_ns / 1e9 - NINE_O_CLOCK.timestamp(), 3)


def test_a_turn_lasts_from_the_first_word_of_the_question_to_the_last_of_the_answer() -> None:
    span = span_of(TURN)

    assert (span.name, seconds(span.start_time), seconds(span.end_time)) == ("turn", 10.0, 15.0)


def test_its_parts_stand_in_it_at_their_moments() -> None:
    assert {event.name: seconds(event.timestamp) for event in span_of(TURN).events} == {
        "speech_ended": 12.0,
        "stt_final": 12.25,
        "end_of_turn": 12.5,
        "llm_asked": 12.25,
        "llm_first_token": 12.5,
        "tts_asked": 12.5,
        "tts_first_byte": 12.75,
        "first_audio_out": 13.0,
    }


def test_what_was_waited_for_can_be_searched() -> None:
    attributes = span_of(TURN).attributes

    assert attributes == {
        "echosphere.turn.via": "voice",
        "echosphere.turn.interrupted": False,
        "echosphere.turn.voice_to_voice_s": 1.0,
        "echosphere.turn.hearing_s": 0.25,
        "echosphere.turn.deciding_s": 0.5,
        "echosphere.turn.thinking_s": 0.25,
        "echosphere.turn.voicing_s": 0.25,
    }


def test_an_interruption_and_what_went_wrong_are_events() -> None:
    span = span_of(replace(TURN, interrupted=True, incidents=(Incident.APOLOGISED,)))

    assert {"interrupted": 15.0, "apologised": 12.0}.items() <= {
        event.name: seconds(event.timestamp) for event in span.events
    }.items()


def test_a_question_without_an_answer_ends_with_itself() -> None:
    asked = Turn(
        id="message-1",
        session_id=SESSION.id,
        workspace_id=SESSION.workspace_id,
        via=Via.TEXT,
        heard_from_s=10.0,
        heard_until_s=10.0,
    )

    span = span_of(asked)

    assert seconds(span.end_time) == 10.0 and [event.name for event in span.events] == ["speech_ended"]
