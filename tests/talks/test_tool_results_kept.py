"""What tools gave is written down with the answer that was made of it, through LiveKit's own session."""

import asyncio
import logging
from collections.abc import Iterator

import pytest
from livekit.agents import function_tool, telemetry
from opentelemetry import trace
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from agent_container.quiet_words import drop_words_from_logs
from agent_container.tracing import Tracing
from echosphere.domain.message import Message, Role, ToolResult
from tests.talks.script import Script, a_talk
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.talk


@pytest.fixture
def exporter() -> Iterator[InMemorySpanExporter]:
    yield InMemorySpanExporter()
    telemetry.set_tracer_provider(trace.NoOpTracerProvider())


@function_tool
async def opening_hours() -> str:
    """When the shop is open."""
    return "from 9 to 17"


def answers(talk: Script) -> list[Message]:
    """Without the greeting."""
    return [each for each in talk.messages if each.role is Role.ASSISTANT][1:]


@on_virtual_time
async def test_each_answer_has_what_its_own_skill_found_and_the_greeting_nothing() -> None:
    async with a_talk() as talk:
        for skill, result in (("arithmetic", "2 plus 2 is 4."), ("courtesy", None)):
            talk.brain.skill, talk.brain.result = skill, result
            await talk.say("What is two plus two?")
            await talk.until_it_listens()

    assert [each.tool_results for each in answers(talk)] == [(ToolResult("arithmetic", "2 plus 2 is 4."),), ()]
    assert not any(each.tool_results for each in talk.messages if each.role is Role.USER)
    assert talk.messages[0].tool_results == ()


@on_virtual_time
async def test_what_a_function_returned_is_kept_with_the_answer_that_follows_it_alone() -> None:
    async with a_talk() as talk:
        await talk.talk.agent_session.current_agent.update_tools([opening_hours])
        talk.brain.calls, talk.brain.answer = "opening_hours", lambda _: "We are open from nine to five."
        await talk.say("When are you open?")
        await talk.until_it_listens()
        talk.brain.calls = None
        await talk.say("Thank you very much.")
        await talk.until_it_listens()

    assert [each.tool_results for each in answers(talk)] == [(ToolResult("opening_hours", "from 9 to 17"),), ()]


@on_virtual_time
async def test_no_span_and_no_line_of_a_log_tells_what_a_tool_gave(
    exporter: InMemorySpanExporter, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    drop_words_from_logs()
    tracing = Tracing(exporter, stage="dev")

    async def hold_talk() -> None:
        async with a_talk(tracing=tracing) as talk:
            await talk.talk.agent_session.current_agent.update_tools([opening_hours])
            talk.brain.skill, talk.brain.result = "look_up", "it closes early"
            for talk.brain.calls in ("opening_hours", None, None):
                await talk.say("When are you open?")
                await talk.until_it_listens()
            assert [len(each.tool_results) for each in answers(talk)] == [2, 1, 1]

    await asyncio.create_task(hold_talk())
    tracing._provider.force_flush()

    told = [*(span.to_json() for span in exporter.get_finished_spans()), *(str(vars(line)) for line in caplog.records)]
    assert any("opening_hours" in each for each in told), "what was looked through is not of this talk"
    assert [each for each in told if "from 9 to 17" in each or "it closes early" in each] == []
