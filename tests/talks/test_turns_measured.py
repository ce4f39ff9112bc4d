"""What a turn took is written down to the moment, on a clock that everybody shares."""

import pytest

from agent_container.connections import CONNECTIONS
from agent_container.turn_taking import PAUSE_MIN_S
from echosphere.domain.message import Via
from echosphere.domain.turn import Incident
from tests.talks.script import VAD_SILENCE_S, a_talk
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.talk
CLOSE_S = 0.06  # steps of the script


@on_virtual_time
async def test_a_turn_has_each_of_its_stages_where_it_was() -> None:
    async with a_talk() as talk:
        await talk.say("What is two plus two?")
        silent_from = talk.now - VAD_SILENCE_S
        await talk.until(lambda: talk.speaker.is_sounding)
        sounded_at = talk.speaker.sound[-1][0]
        await talk.until_it_listens()

        (turn,) = talk.turns
        assert turn.via is Via.VOICE
        assert turn.voice_to_voice_s == pytest.approx(sounded_at - silent_from, abs=CLOSE_S)
        assert turn.deciding_s == pytest.approx(max(VAD_SILENCE_S, PAUSE_MIN_S["vad"]), abs=CLOSE_S)
        assert turn.thinking_s == pytest.approx(talk.brain.delay_s, abs=CLOSE_S)
        assert turn.voicing_s == pytest.approx(talk.voice.delay_s, abs=CLOSE_S)
        assert turn.answered_until_s is not None and turn.answered_s is not None
        assert turn.answered_until_s - turn.answered_s > 1.0
        assert not turn.incidents and not turn.interrupted


@on_virtual_time
async def test_a_turn_is_known_by_the_messages_of_its_question_and_its_answer() -> None:
    async with a_talk() as talk:
        await talk.say("What is two plus two?")
        await talk.until_it_listens()

        (turn,) = talk.turns
        assert [message.id for message in talk.messages[-2:]] == [turn.id, *turn.answer_ids]


@on_virtual_time
async def test_an_interrupted_answer_and_a_typed_line_are_marked() -> None:
    async with a_talk() as talk:
        talk.brain.answer = lambda _: "Once upon a time there was a talk that went on and on. " * 3
        await talk.say("Tell me a story.")
        await talk.until(lambda: talk.speaker.is_sounding)
        await talk.wait(2.0)
        await talk.type("Stop, please.")
        await talk.until_it_listens()

        cut_off, typed = talk.turns
        assert cut_off.interrupted
        assert (typed.via, typed.voice_to_voice_s, typed.interrupted) == (Via.TEXT, None, False)
        assert typed.answered_s is not None


@on_virtual_time
async def test_what_was_never_answered_stands_without_an_answer() -> None:
    async with a_talk() as talk:
        talk.brain.delay_s = 1.5
        await talk.say("What is two plus two?")
        await talk.wait(0.6)
        await talk.say("No, three plus three.")
        await talk.until_it_listens()

        unanswered, answered = talk.turns
        assert (unanswered.answered_s, unanswered.answer_ids) == (None, ())
        assert answered.answered_s is not None


@on_virtual_time
async def test_a_slow_answer_is_marked_as_announced_and_a_broken_one_as_apologised() -> None:
    async with a_talk() as talk:
        talk.brain.delay_s = 4.0
        await talk.say("What is two plus two?")
        await talk.until_it_listens()
        talk.brain.delay_s, talk.brain.failures = 0.2, 1
        await talk.say("And three plus three?")
        await talk.until_it_listens()

        assert [turn.incidents for turn in talk.turns] == [
            (Incident.ANNOUNCED,),
            (Incident.THINKING_FAILED, Incident.APOLOGISED),
        ]


@on_virtual_time
async def test_a_voice_that_broke_is_told_with_the_question_that_it_owed_an_answer() -> None:
    async with a_talk() as talk:
        talk.voice.failures = 1 + CONNECTIONS.tts_conn_options.max_retry
        await talk.say("What is two plus two?")
        await talk.until_it_listens()

        (turn,) = talk.turns
        assert set(turn.incidents) == {Incident.VOICE_FAILED, Incident.APOLOGISED}
        assert turn.answered_s is not None


@on_virtual_time
async def test_nothing_that_was_said_is_in_a_turn() -> None:
    async with a_talk() as talk:
        await talk.say("My secret is blue.")
        await talk.until_it_listens()

        assert "secret" not in str(talk.turns)
        assert talk.turns
