"""What is written down of an utterance."""

from datetime import timedelta

import pytest
from livekit.agents import llm

from agent_container.behaviors.answer_typed_messages import TYPED
from agent_container.behaviors.record_messages import WRITTEN, message_of
from agent_container.tools_used import found_by
from echosphere.domain.message import TOOL_RESULTS_CHARACTERS, Role, ToolResult, Via
from tests.examples import NINE_O_CLOCK, a_session

pytestmark = pytest.mark.unit
SESSION = a_session().activate(at=NINE_O_CLOCK)


def unix(seconds_into_the_talk: float) -> float:
    return (NINE_O_CLOCK + timedelta(seconds=seconds_into_the_talk)).timestamp()


def test_an_utterance_has_its_seconds_from_the_start_of_the_talk() -> None:
    spoken: llm.MetricsReport = {"started_speaking_at": unix(83.2), "stopped_speaking_at": unix(84.75)}
    item = llm.ChatMessage(role="user", content=["Hello"], metrics=spoken)

    message = message_of(item, SESSION)

    assert message is not None
    assert (message.role, message.via) == (Role.USER, Via.VOICE)
    assert (message.started_s, message.ended_s) == (83.2, 84.75)
    assert message.id == item.id


def test_what_was_typed_is_marked_as_typed() -> None:
    message = message_of(llm.ChatMessage(role="user", content=["Hello"], extra=dict(TYPED)), SESSION)

    assert message is not None
    assert message.via is Via.TEXT


def test_an_interrupted_answer_keeps_what_was_said_and_says_so() -> None:
    message = message_of(llm.ChatMessage(role="assistant", content=["The Osaka store"], interrupted=True), SESSION)

    assert message is not None
    assert (message.text, message.interrupted) == ("The Osaka store", True)


@pytest.mark.parametrize("role", ["system", "developer"])
def test_instructions_are_not_said_by_anybody(role: llm.ChatRole) -> None:
    assert message_of(llm.ChatMessage(role=role, content=["Be brief."]), SESSION) is None


def test_an_answer_cut_before_its_first_sound_was_not_said() -> None:
    assert message_of(llm.ChatMessage(role="assistant", content=["  "], interrupted=True), SESSION) is None


def test_clocks_that_differ_make_no_negative_second() -> None:
    item = llm.ChatMessage(role="assistant", content=["Hello"], metrics={"started_speaking_at": unix(-0.02)})

    message = message_of(item, SESSION)

    assert message is not None
    assert message.started_s == 0.0


def test_what_a_person_says_is_theirs_and_the_owners_where_nobody_else_said_it() -> None:
    by_guest = message_of(llm.ChatMessage(role="user", content=["Hello"], extra={"speaker": "guest-1"}), SESSION)
    by_owner = message_of(llm.ChatMessage(role="user", content=["Hello"]), SESSION)
    by_agent = message_of(llm.ChatMessage(role="assistant", content=["Hello"]), SESSION)

    assert by_guest and by_owner and by_agent
    assert (by_guest.speaker, by_owner.speaker, by_agent.speaker) == ("guest-1", SESSION.participant_identity, None)


def test_what_was_written_when_it_was_said_is_not_written_again() -> None:
    assert message_of(llm.ChatMessage(role="user", content=["Hello"], extra={WRITTEN: True}), SESSION) is None


def answer(text: str = "At nine.", **found: str) -> llm.ChatMessage:
    return llm.ChatMessage(role="assistant", content=[text], extra=dict(found))


def test_an_answer_keeps_what_was_looked_up_for_it() -> None:
    looked_up = message_of(answer(**found_by("look_up", result="The shop opens at nine.")), SESSION)
    courtesy = message_of(answer(**found_by("courtesy")), SESSION)

    assert looked_up and looked_up.tool_results == (ToolResult("look_up", "The shop opens at nine."),)
    assert courtesy and courtesy.tool_results == ()


def test_what_functions_returned_belongs_to_the_agents_words_and_never_to_a_persons() -> None:
    returned = [ToolResult("price_of", "45 dollars")]

    by_agent = message_of(answer("45 dollars."), SESSION, returned)
    by_person = message_of(llm.ChatMessage(role="user", content=["Hm?"]), SESSION, returned)

    assert by_agent and by_agent.tool_results == tuple(returned)
    assert by_person and by_person.tool_results == ()


def test_a_result_without_end_is_cut() -> None:
    message = message_of(answer(), SESSION, [ToolResult("price_of", "9" * 1_000_000)])

    assert message and len(message.tool_results[0].result) == TOOL_RESULTS_CHARACTERS
