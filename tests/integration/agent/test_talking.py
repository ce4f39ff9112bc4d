"""A whole talk on the real server: what a person hears, reads and finds written down."""

import asyncio
import threading
import time

import pytest
from livekit.agents import llm

from agent_container.history import chat_history
from agent_container.talk import Talk
from echosphere.domain.message import Role, Via
from echosphere.domain.session import Session, SessionStatus
from tests.integration.agent.person import Person, spoken
from tests.integration.agent.place import Place

pytestmark = [pytest.mark.integration, pytest.mark.asyncio(loop_scope="package")]

VOICES = ("kal16", "rms")  # the third, slt, is misheard too often to be a gate
BARGE_IN_S = 1.5  # 0.3 by design; the rest is this machine, which does everything at once


async def sound_after(person: Person, moment: float, *, timeout_s: float = 15.0) -> float:
    await person.until(lambda: person.first_sound_after(moment) is not None, timeout_s=timeout_s)
    sound_at = person.first_sound_after(moment)
    assert sound_at is not None
    return sound_at


async def until_it_explains(person: Person) -> None:
    """The captions go with the voice: so much of an answer that takes ten seconds was heard."""
    await person.until(lambda: person.agent_said[-1].startswith("Ask me about EchoSphere"))


async def test_the_agent_greets_before_anybody_asks(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await sound_after(person, 0.0)
        await person.until_agent_listens()

        assert "offline brain" in person.agent_said[0]
        assert {"echosphere.ears": "local", "echosphere.brain": "local"}.items() <= person.agent_attributes.items()
        assert place.stored(session).status is SessionStatus.ACTIVE


async def is_answered(person: Person, question: str, voice: str, answer: str) -> bool:
    """Asks again once, as a person does whose words were not caught."""
    for _ in range(2):
        answered = len(person.agent_said)
        said_at = await person.say(question, voice=voice)
        await sound_after(person, said_at)
        await person.until_agent_listens()
        if answer in person.agent_said[answered:]:
            return True
    return False


async def test_a_typed_question_is_answered_aloud_and_in_writing(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await person.until_greeted()
        typed_at = time.monotonic()
        await person.type("How do I mute my microphone?")
        await sound_after(person, typed_at)
        await person.until_agent_listens()

        assert "microphone button" in person.agent_said[-1]
        question = next(message for message in place.messages(session) if message.role is Role.USER)
        assert (question.text, question.via) == ("How do I mute my microphone?", Via.TEXT)


async def test_a_line_that_is_sent_again_is_answered_once_and_its_page_hears_that_it_has_come(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await person.until_greeted()
        await person.type("What is two plus two?", line="line-1")
        await person.type("What is two plus two?", line="line-1")
        come = await person.is_told_of("line-1"), await person.is_told_of("line-2")
        await person.until(lambda: "2 plus 2 is 4." in person.agent_said)
        await person.until_agent_listens()

    assert come == (True, False)
    assert [each.text for each in place.messages(session) if each.role is Role.USER] == ["What is two plus two?"]


async def test_a_question_typed_in_another_language_is_answered_aloud_in_it(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await person.until_greeted()
        for question, answer in (("12かける7は何ですか", "84です"), ("Quanto é doze vezes sete?", "12 vezes 7 é 84.")):
            typed_at = time.monotonic()
            await person.type(question)
            await sound_after(person, typed_at)
            await person.until_agent_listens()

            assert answer in person.agent_said[-1]


async def test_spoken_questions_get_the_answers_to_those_questions(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await person.until_greeted()
        for voice in VOICES:
            assert await is_answered(person, "What is twelve times seven?", voice, "12 times 7 is 84."), voice

        spoken = next(message for message in place.messages(session) if message.role is Role.USER)
        assert spoken.via is Via.VOICE
        assert 0 < spoken.started_s < spoken.ended_s


async def test_what_was_said_while_the_room_was_connecting_is_answered(place: Place) -> None:
    session = place.new_session()
    await asyncio.to_thread(place.ports.rooms.open, session)
    await place.until_agent_came(session)

    await ask_early(place, session)


async def test_so_it_is_where_it_comes_before_the_agent_is_ready(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits in the room sends it as soon as the agent comes in."""
    is_sent = threading.Event()

    async def when_it_is_sent(talk: Talk) -> llm.ChatContext:
        assert await asyncio.to_thread(is_sent.wait, 10)
        return await chat_history(talk)

    monkeypatch.setattr("agent_container.agent.chat_history", when_it_is_sent)
    await ask_early(place, place.new_session(), is_sent=is_sent)


async def ask_early(place: Place, session: Session, *, is_sent: threading.Event | None = None) -> None:
    """Until it is answered."""
    person = await place.enter(session, said_before=spoken("what is twelve times seven", "kal16") + bytes(16_000))
    try:
        if is_sent is not None:
            is_sent.set()
        await person.until(lambda: any("84" in said for said in person.agent_said))
    finally:
        await person.leave()


async def test_the_agent_falls_silent_when_the_person_speaks_and_keeps_only_what_was_heard(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await person.until_greeted()
        typed_at = time.monotonic()
        await person.type("What can I ask you?")
        await sound_after(person, typed_at)
        interruption = await asyncio.to_thread(spoken, "what time is it", "kal16")
        await until_it_explains(person)
        interrupted_at = time.monotonic()
        person.utter(interruption)
        await person.until(lambda: person.quiet_s() > 0.3)
        silent_at = time.monotonic() - person.quiet_s()
        await person.until(lambda: person.agent_said[-1].startswith("It is"))

        assert silent_at - interrupted_at < BARGE_IN_S
        cut_off = next(message for message in place.messages(session) if message.interrupted)
        assert cut_off.text.startswith("Ask me about EchoSphere")
        assert "what was said in this talk" not in cut_off.text


async def test_a_typed_message_interrupts_at_once(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as person:
        await person.until_greeted()
        typed_at = time.monotonic()
        await person.type("What can I ask you?")
        await sound_after(person, typed_at)
        await until_it_explains(person)
        await person.type("What is two plus two?")
        await person.until(lambda: "is 4." in person.agent_said[-1])
        await person.until_agent_listens()

        assert [message.interrupted for message in place.messages(session) if message.role is Role.ASSISTANT] == [
            False,
            True,
            False,
        ]
