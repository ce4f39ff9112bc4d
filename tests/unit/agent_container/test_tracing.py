import asyncio
import json
import socket
from collections.abc import Iterator

import pytest
from livekit.agents import telemetry
from livekit.agents.telemetry.pii import GEN_AI_PII_ATTRIBUTES, PII_EVENT_NAMES
from opentelemetry import context, trace
from opentelemetry.sdk.trace.export import SpanExportResult
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from agent_container.figures.teller import LOOPBACK, Teller
from agent_container.tracing import Tracing, tracing_to
from echosphere.domain.trace import TraceParent
from tests.examples import NINE_O_CLOCK, a_session, a_turn

pytestmark = pytest.mark.unit
WORDS = "the very words"
REQUEST = TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7")


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def tracing(exporter: InMemorySpanExporter) -> Iterator[Tracing]:
    yield Tracing(exporter, stage="dev")
    telemetry.set_tracer_provider(trace.NoOpTracerProvider())


async def test_what_livekit_does_in_a_talk_belongs_to_the_request_for_it(
    tracing: Tracing, exporter: InMemorySpanExporter
) -> None:
    async def hold_talk() -> None:
        span = tracing.begin(a_session(id="session-1", trace=REQUEST))
        with telemetry.tracer.start_as_current_span("agent_session"):
            await asyncio.sleep(0)
        await asyncio.to_thread(tracing.finish, span)

    await asyncio.create_task(hold_talk())

    found = {span.name: span for span in exporter.get_finished_spans()}
    talk, livekits = found["talk"], found["agent_session"]
    assert talk.context and talk.parent and livekits.parent and talk.attributes
    assert f"{talk.context.trace_id:032x}" == REQUEST.trace_id and f"{talk.parent.span_id:016x}" == REQUEST.span_id
    assert livekits.parent.span_id == talk.context.span_id
    assert talk.attributes["session.id"] == "session-1"


async def test_a_talk_of_before_there_were_traces_has_one_of_its_own(
    tracing: Tracing, exporter: InMemorySpanExporter
) -> None:
    await asyncio.create_task(_hold(tracing))

    (talk,) = exporter.get_finished_spans()
    assert talk.parent is None


async def test_nothing_that_is_said_is_told(tracing: Tracing, exporter: InMemorySpanExporter) -> None:
    async def hold_talk() -> None:
        span = tracing.begin(a_session())
        said = {"lk.pii.user_input": "the very words", "gen_ai.input.messages": "the very words", "lk.speech_id": "1"}
        with telemetry.tracer.start_as_current_span("agent_turn", attributes=said):
            pass
        tracing.finish(span)

    await asyncio.create_task(hold_talk())

    told = {span.name: dict(span.attributes or {}) for span in exporter.get_finished_spans()}
    assert told["agent_turn"] == {"lk.speech_id": "1"}


async def test_no_switch_lets_words_out(exporter: InMemorySpanExporter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all that LiveKit itself knows to hold words: attributes, events, and what an error says."""
    monkeypatch.setenv("LIVEKIT_TELEMETRY_ALLOW_PII", "true")
    tracing = Tracing(exporter, stage="dev")

    async def hold_talk() -> None:
        talk = tracing.begin(a_session())
        with telemetry.tracer.start_as_current_span("llm_request") as span:
            span.set_attributes(dict.fromkeys([*GEN_AI_PII_ATTRIBUTES, "lk.pii.chat_ctx"], WORDS))
            for name in PII_EVENT_NAMES:
                span.add_event(name, {"content": WORDS})
            span.record_exception(ValueError(WORDS))
        tracing.finish(talk)

    await asyncio.create_task(hold_talk())

    told = [span.to_json() for span in exporter.get_finished_spans()]
    assert len(told) == 2 and not [each for each in told if WORDS in each]


async def test_a_turn_belongs_to_the_talk_whatever_goes_on_meanwhile(
    tracing: Tracing, exporter: InMemorySpanExporter
) -> None:
    async def hold_talk() -> None:
        session = a_session().activate(at=NINE_O_CLOCK)
        span = tracing.begin(session)
        with telemetry.tracer.start_as_current_span("agent_turn"):
            tracing.add_turn(a_turn(session), session)
        tracing.finish(span)

    await asyncio.create_task(hold_talk())

    found = {span.name: span for span in exporter.get_finished_spans()}
    talk, turn = found["talk"], found["turn"]
    assert talk.context and turn.parent and turn.parent.span_id == talk.context.span_id


async def test_spans_that_nobody_took_are_counted(tracing: Tracing, caplog: pytest.LogCaptureFixture) -> None:
    away = Tracing(_Away(), stage="dev")

    await asyncio.create_task(_hold(away))

    (record,) = (each for each in caplog.records if each.message == "spans dropped")
    assert record.__dict__["dropped"] == 1


async def test_the_worker_hears_of_spans_that_nobody_took(tracing: Tracing) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as worker:
        worker.bind((LOOPBACK, 0))
        worker.settimeout(5)

        await asyncio.create_task(_hold(Tracing(_Away(), stage="dev", figures=Teller(worker.getsockname()[1]))))

        assert json.loads(worker.recv(1_000)) == [["echosphere_spans_dropped_total", 1, {}]]


def test_without_a_collector_nothing_is_traced() -> None:
    assert tracing_to(None, stage="dev") is None


async def _hold(tracing: Tracing) -> None:
    before = context.get_current()
    tracing.finish(tracing.begin(a_session()))
    assert context.get_current() != before


class _Away(InMemorySpanExporter):
    def export(self, spans: object) -> SpanExportResult:
        return SpanExportResult.FAILURE
