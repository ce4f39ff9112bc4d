"""Who speaks or types while the agent speaks is listened to; only what was heard until then was said."""

import pytest

from agent_container.turn_taking import FALSE_INTERRUPTION_S, INTERRUPTION_MIN_S
from tests.talks.script import VAD_STEP_S, Script, a_talk
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.talk

STORY = "Once upon a time there was a talk that went on and on. It had a beginning. It had a middle. It had an end."
STOPS_WITHIN_S = INTERRUPTION_MIN_S + 2 * VAD_STEP_S


async def tell_a_story(talk: Script) -> None:
    """Returns when two seconds of it were heard."""
    talk.brain.answer = lambda question: STORY if question == "Tell me a story." else f"You said: {question}"
    await talk.say("Tell me a story.")
    await talk.until(lambda: talk.speaker.is_sounding)
    await talk.wait(2.0)


def silent_at(talk: Script) -> float:
    return next(at for at, edge in reversed(talk.speaker.sound) if edge == "off")


def cut_off(talk: Script) -> str:
    (text,) = (message.text for message in talk.messages if message.interrupted)
    return text


@on_virtual_time
async def test_speech_stops_the_sound_at_once() -> None:
    async with a_talk() as talk:
        await tell_a_story(talk)
        began_at = talk.now
        await talk.say("Stop, please.", seconds=0.8)

        assert silent_at(talk) - began_at <= STOPS_WITHIN_S


@on_virtual_time
async def test_transcript_and_history_keep_only_what_was_heard_and_mark_it() -> None:
    async with a_talk() as talk:
        await tell_a_story(talk)
        await talk.say("Stop, please.")
        await talk.until_it_listens()

        assert STORY.startswith(cut_off(talk))
        assert len(cut_off(talk)) < len(STORY) / 2
        assert talk.said[-2:] == ["Stop, please.", "You said: Stop, please."]
        (remembered,) = (item for item in talk.talk.agent_session.history.messages() if item.interrupted)
        assert (remembered.text_content or "").strip() == cut_off(talk)


@on_virtual_time
async def test_what_was_captioned_of_it_is_what_was_heard() -> None:
    async with a_talk() as talk:
        await tell_a_story(talk)
        await talk.say("Stop, please.")
        await talk.until_it_listens()

        assert talk.captions.segments[-2].strip() == cut_off(talk)


@on_virtual_time
async def test_a_noise_that_is_no_words_holds_the_voice_up_and_lets_it_go_on_where_it_was() -> None:
    async with a_talk() as talk:
        await tell_a_story(talk)
        began_at = talk.now
        await talk.make_noise(seconds=0.5)
        assert not talk.speaker.is_sounding

        await talk.until(lambda: talk.speaker.is_sounding)
        assert talk.now - began_at < 0.5 + FALSE_INTERRUPTION_S + 1.0
        await talk.until_it_listens()

        assert talk.said[-1] == STORY
        assert not any(message.interrupted for message in talk.messages)


@on_virtual_time
async def test_a_cough_does_not_even_hold_it_up() -> None:
    async with a_talk() as talk:
        await tell_a_story(talk)
        edges = len(talk.speaker.sound)
        await talk.make_noise(seconds=0.2)
        await talk.wait(1)

        assert len(talk.speaker.sound) == edges


@on_virtual_time
async def test_a_typed_line_stops_the_sound_and_is_answered() -> None:
    async with a_talk() as talk:
        await tell_a_story(talk)
        began_at = talk.now
        await talk.type("Stop, please.")
        await talk.until_it_listens()

        assert talk.said[-2:] == ["Stop, please.", "You said: Stop, please."]
        assert next(at for at, edge in talk.speaker.sound if edge == "off" and at >= began_at) - began_at < 0.1
        assert STORY.startswith(cut_off(talk))


@on_virtual_time
async def test_a_line_typed_while_one_speaks_is_answered_and_what_was_said_is_answered_after_it() -> None:
    async with a_talk() as talk:
        typing = talk.later(0.5, talk.type("What is typed?"))
        await talk.say("What is spoken?", seconds=1.5)
        await typing
        await talk.until_it_listens()
        questions = [message.text for message in talk.messages if message.role == "user"]
        assert sorted(questions) == ["What is spoken?", "What is typed?"]
        assert talk.said[-1] == "You said: What is spoken?"


@on_virtual_time
async def test_speaking_again_before_the_answer_corrects_the_question() -> None:
    async with a_talk() as talk:
        talk.brain.delay_s = 1.5
        await talk.say("What is two plus two?")
        await talk.wait(0.6)
        await talk.say("No, three plus three.")
        await talk.until_it_listens()

        assert "three plus three" in talk.said[-1]
        assert (
            sum(message.role == "assistant" and bool(message.text) for message in talk.messages) == 2
        )  # and a greeting
