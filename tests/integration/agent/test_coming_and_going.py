"""How a talk begins, breaks and ends."""

import asyncio
import time

import pytest

from agent_container.turn_taking import ECHO_CANCELLATION_WARMUP_S
from echosphere.domain.language import Language
from echosphere.domain.message import Role
from echosphere.domain.session import EndReason, FailureReason, SessionStatus
from echosphere.services.activate_session import activate_session
from echosphere.services.end_session import end_session
from echosphere.services.record_message import record_message
from tests.examples import a_message
from tests.integration.agent.person import HEARS_NOBODY
from tests.integration.agent.place import RETURN_GRACE_S, Place

pytestmark = [pytest.mark.integration, pytest.mark.asyncio(loop_scope="package")]


async def test_an_agent_that_was_called_first_greets_the_person_who_comes_later(place: Place) -> None:
    session = place.new_session()
    await asyncio.to_thread(place.ports.rooms.open, session)
    await asyncio.to_thread(place.ports.rooms.open, session)  # as when the request is sent again
    await place.until_agent_came(session)
    assert place.stored(session).status is SessionStatus.PENDING
    assert await asyncio.to_thread(place.ports.rooms.exists, session.room_name)

    async with place.visit(session) as person:
        came_at = time.monotonic()
        await person.until_greeted()
        await person.until(lambda: person.first_sound_after(came_at) is not None)
        await person.until_agent_listens()

        assert len(person.agent_said) == 1
        assert place.stored(session).status is SessionStatus.ACTIVE
        assert [message.role for message in place.messages(session)] == [Role.ASSISTANT]


async def test_a_person_who_never_comes_leaves_a_talk_that_was_never_joined(place: Place) -> None:
    session = place.new_session()
    await asyncio.to_thread(place.ports.rooms.open, session)

    async with asyncio.timeout(RETURN_GRACE_S + 8):
        while await asyncio.to_thread(place.ports.rooms.exists, session.room_name):  # noqa: ASYNC110  # LiveKit has no event
            await asyncio.sleep(0.1)

    assert place.stored(session).status is SessionStatus.FAILED
    assert place.stored(session).failure_reason is FailureReason.NEVER_JOINED
    assert place.messages(session) == []


async def test_hanging_up_ends_the_job_and_keeps_what_was_said(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await person.until_greeted()
        await asyncio.to_thread(end_session, place.ports, session.id, reason=EndReason.HUNG_UP)
        await asyncio.wait_for(person.is_disconnected.wait(), 5)

    ended = place.stored(session)
    assert (ended.status, ended.end_reason) == (SessionStatus.ENDED, EndReason.HUNG_UP)
    assert [message.role for message in place.messages(session)] == [Role.ASSISTANT]


async def test_a_person_who_comes_back_in_time_goes_on_with_the_talk(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await person.until_greeted()
    async with place.visit(session) as person:
        await person.until_agent_listens()
        typed_at = time.monotonic()
        await person.type("What is two plus two?")
        await person.until(lambda: person.first_sound_after(typed_at) is not None)
        await asyncio.sleep(RETURN_GRACE_S + 1)
        await person.until_agent_listens()

        assert place.stored(session).status is SessionStatus.ACTIVE
        assert place.messages(session)[-1].text == "2 plus 2 is 4."


async def test_a_person_who_stays_away_ends_the_talk(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await person.until_greeted()
    async with asyncio.timeout(RETURN_GRACE_S + 8):
        while place.stored(session).status is not SessionStatus.ENDED:  # noqa: ASYNC110  # the store has no event
            await asyncio.sleep(0.1)

    assert place.stored(session).end_reason is EndReason.PERSON_LEFT


async def test_an_old_pass_does_not_raise_a_talk_that_is_over(place: Place) -> None:
    session = place.new_session()
    await asyncio.to_thread(end_session, place.ports, session.id, reason=EndReason.HUNG_UP)

    async with place.visit(session) as person:
        await asyncio.wait_for(person.is_disconnected.wait(), 10)

        assert person.agent_said == []
    assert place.stored(session).status is SessionStatus.ENDED
    assert place.messages(session) == []


async def test_a_job_that_takes_over_knows_what_was_said_before(place: Place) -> None:
    session = place.new_session()
    activate_session(place.ports, session.id)
    record_message(place.ports, a_message(session, text="Where are my talks kept?"))

    async with place.visit(session) as person:
        await person.until_greeted()
        assert "I am back" in person.agent_said[0]
        await person.type("What did I ask you first?")
        await person.until(lambda: "Where are my talks kept?" in person.agent_said[-1])


async def test_who_comes_back_to_a_room_whose_agent_died_finds_another_who_knows_the_talk(place: Place) -> None:
    session = place.new_session()
    await place.open_without_agent(session)
    activate_session(place.ports, session.id)
    record_message(place.ports, a_message(session, text="Where are my talks kept?"))

    await asyncio.to_thread(place.ports.rooms.call_agent, session)
    async with place.visit(session) as person:
        await person.until_greeted()

        assert "I am back" in person.agent_said[0]


async def test_who_types_before_the_agents_voice_has_reached_them_hears_the_answer(place: Place) -> None:
    """As a page does that kept a typed line until another agent took over."""
    session = place.new_session()

    async with place.visit(session, hearing=HEARS_NOBODY) as person:
        await person.until(lambda: person.agent_state == "listening")
        await person.type("What is two plus two?")
        await person.until(lambda: [message.role for message in place.messages(session)] == [Role.USER])
        person.listen_to_everybody()
        await person.until(lambda: person.agent_said == ["2 plus 2 is 4."])
        await person.until_greeted()


async def test_where_speech_cannot_be_understood_the_agent_says_so(place: Place) -> None:
    session = place.new_session(language=Language.JAPANESE)

    async with place.visit(session) as person:
        await person.until(lambda: person.first_sound_after(0.0) is not None)
        await asyncio.sleep(ECHO_CANCELLATION_WARMUP_S)
        await person.say("this stands for something in japanese")
        await person.until(lambda: "文字で入力してください" in person.agent_said[-1])
