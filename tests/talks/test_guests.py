"""Several people in one talk: each is heard under their own name, whoever speaks interrupts, and all are answered."""

import asyncio
from typing import cast

import pytest

from agent_container.guests.ear import LONGEST_S
from agent_container.turn_taking import INTERRUPTION_MIN_S
from echosphere.domain.message import Role
from tests.talks.guests import a_talk_with_guests
from tests.talks.script import VAD_STEP_S, Script
from tests.talks.virtual_time import on_virtual_time
from tests.unit.agent_container.stand_ins import Job

pytestmark = pytest.mark.talk
STORY = "Once upon a time there was a talk that went on and on. It had a beginning. It had a middle. It had an end."


def said_by_people(talk: Script) -> list[tuple[str | None, str]]:
    return [(message.speaker, message.text) for message in talk.messages if message.role is Role.USER]


def answers(talk: Script) -> list[str]:
    return [message.text for message in talk.messages if message.role is Role.ASSISTANT][1:]  # behind the greeting


async def tell_a_story(talk: Script) -> None:
    """Returns when two seconds of it were heard."""
    talk.brain.answer = lambda question: STORY if question == "Tell me a story." else f"You said: {question}"
    await talk.say("Tell me a story.")
    await talk.until(lambda: talk.speaker.is_sounding)
    await talk.wait(2.0)


@on_virtual_time
async def test_what_a_guest_says_is_answered_and_stands_under_their_name() -> None:
    async with a_talk_with_guests(1) as (talk, (guest,)):
        await guest.say("When do you open?")
        await talk.until_it_listens()

        assert said_by_people(talk) == [("guest-1", "When do you open?")]
        assert answers(talk) == ["You said: When do you open?"]
        assert cast("Job", talk.talk.job).room.local_participant.shown == [("guest-1", "When do you open?")]


@on_virtual_time
async def test_what_the_owner_says_stands_under_theirs() -> None:
    async with a_talk_with_guests(1) as (talk, _):
        await talk.say("When do you open?")
        await talk.until_it_listens()

        assert said_by_people(talk) == [(talk.talk.session.participant_identity, "When do you open?")]


@on_virtual_time
async def test_ten_who_speak_at_once_are_each_written_down_once_and_each_answered() -> None:
    async with a_talk_with_guests(9) as (talk, guests):
        mine = asyncio.create_task(talk.say("This is said by the owner.", seconds=2.0))
        await asyncio.gather(*(guest.say(f"This is said by {guest.identity}.") for guest in guests), mine)
        await talk.until(lambda: len(answers(talk)) == 10, within_s=120)
        await talk.until_it_listens()

        owner = talk.talk.session.participant_identity
        expected = {(guest.identity, f"This is said by {guest.identity}.") for guest in guests}
        assert len(said_by_people(talk)) == 10
        assert set(said_by_people(talk)) == expected | {(owner, "This is said by the owner.")}
        assert sorted(answers(talk)) == sorted(f"You said: {text}" for _, text in said_by_people(talk))


@on_virtual_time
async def test_who_speaks_first_is_answered_first() -> None:
    async with a_talk_with_guests(3) as (talk, guests):
        speaking = [talk.later(0.4 * place, guest.say(guest.identity)) for place, guest in enumerate(guests)]
        await asyncio.gather(*speaking)
        await talk.until(lambda: len(answers(talk)) == 3)

        assert answers(talk) == ["You said: guest-1", "You said: guest-2", "You said: guest-3"]


@on_virtual_time
async def test_a_guests_voice_stops_the_agent_at_once() -> None:
    async with a_talk_with_guests(1) as (talk, (guest,)):
        await tell_a_story(talk)
        began_at = talk.now

        await guest.say("Stop, please.", seconds=0.8)

        silent_at = next(at for at, edge in talk.speaker.sound if edge == "off" and at >= began_at)
        assert silent_at - began_at <= INTERRUPTION_MIN_S + 2 * VAD_STEP_S
        await talk.until_it_listens()
        (cut_off,) = (message.text for message in talk.messages if message.interrupted)
        assert STORY.startswith(cut_off)
        assert answers(talk)[-1] == "You said: Stop, please."


@on_virtual_time
async def test_a_guests_noise_that_is_no_words_lets_the_agent_go_on_where_it_was() -> None:
    async with a_talk_with_guests(1) as (talk, (guest,)):
        await tell_a_story(talk)

        await guest.make_noise(seconds=0.6)
        await talk.until_it_listens()

        assert answers(talk) == [STORY]
        assert not any(message.interrupted for message in talk.messages)


@on_virtual_time
async def test_the_first_of_two_to_fall_silent_does_not_let_the_agent_talk_over_the_other() -> None:
    async with a_talk_with_guests(2) as (talk, (short, long)):
        await tell_a_story(talk)

        noises = [asyncio.create_task(guest.make_noise(seconds=s)) for guest, s in ((short, 0.6), (long, 3.0))]
        await talk.wait(2.5)  # the short one was over, and known for no words, after 1.4

        assert not talk.speaker.is_sounding
        await asyncio.gather(*noises)
        await talk.until(lambda: talk.speaker.is_sounding)
        await talk.until_it_listens()
        assert answers(talk) == [STORY]


@on_virtual_time
async def test_the_owners_cough_does_not_let_the_agent_talk_over_a_guest() -> None:
    async with a_talk_with_guests(1) as (talk, (guest,)):
        await tell_a_story(talk)

        noise = asyncio.create_task(guest.make_noise(seconds=5.0))
        await talk.wait(0.5)
        await talk.make_noise(seconds=0.5)
        await talk.wait(2.5)  # by then LiveKit takes it for no words

        assert not talk.speaker.is_sounding
        await noise
        await talk.until_it_listens()
        assert answers(talk) == [STORY]


@on_virtual_time
async def test_a_guest_who_leaves_in_the_middle_of_a_word_does_not_keep_the_voice() -> None:
    async with a_talk_with_guests(1) as (talk, (guest,)):
        await tell_a_story(talk)

        noise = asyncio.create_task(guest.make_noise(seconds=9.0))
        await talk.wait(1.0)
        assert not talk.speaker.is_sounding
        noise.cancel()
        guest.microphone.is_closed.set()

        await talk.until(lambda: talk.speaker.is_sounding)
        await talk.until_it_listens()
        assert answers(talk) == [STORY]


@on_virtual_time
async def test_a_guest_whose_ear_breaks_in_the_middle_of_a_word_does_not_keep_the_voice() -> None:
    async with a_talk_with_guests(1) as (talk, (guest,)):
        await tell_a_story(talk)

        noise = asyncio.create_task(guest.make_noise(seconds=9.0))
        await talk.wait(1.0)
        noise.cancel()
        assert guest.listening is not None
        guest.listening.cancel()

        await talk.until(lambda: talk.speaker.is_sounding)
        await talk.until_it_listens()
        assert answers(talk) == [STORY]


@on_virtual_time
async def test_what_a_guest_had_said_when_they_left_is_answered() -> None:
    async with a_talk_with_guests(1) as (talk, (guest,)):
        saying = asyncio.create_task(guest.say("When do you open?", seconds=9.0))
        await talk.wait(1.0)
        saying.cancel()
        guest.microphone.is_closed.set()
        await talk.until_it_listens()

        assert answers(talk) == ["You said: When do you open?"]


@on_virtual_time
async def test_a_guest_who_never_pauses_is_written_down_piece_by_piece_and_answered_at_the_end() -> None:
    async with a_talk_with_guests(1) as (talk, (guest,)):
        await guest.say("And so on.", seconds=2.5 * LONGEST_S)
        assert answers(talk) == []
        await talk.until(lambda: len(answers(talk)) == 3)

        first, second, third = (message for message in talk.messages if message.role is Role.USER)
        assert first.ended_s - first.started_s == pytest.approx(LONGEST_S, abs=2 * VAD_STEP_S)
        assert (second.started_s, third.started_s) == (first.ended_s, second.ended_s)


@on_virtual_time
async def test_an_answer_that_breaks_does_not_silence_those_behind_it(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_talk_with_guests(2) as (talk, (first, second)):
        with monkeypatch.context() as broken:
            broken.setattr(talk.talk.agent_session, "generate_reply", _breaks)
            await first.say("Is anybody there?")
            await talk.wait(1.0)
        await second.say("When do you open?")
        await talk.until_it_listens()

        assert answers(talk) == ["You said: When do you open?"]
        assert [record.message for record in caplog.records if record.levelname == "ERROR"] == [
            "a guest was not answered"
        ]


@on_virtual_time
async def test_a_guests_cough_does_not_even_hold_it_up() -> None:
    async with a_talk_with_guests(1) as (talk, (guest,)):
        await tell_a_story(talk)
        edges = len(talk.speaker.sound)

        await guest.make_noise(seconds=0.1)

        assert len(talk.speaker.sound) == edges


@on_virtual_time
async def test_a_recogniser_is_open_only_while_its_guest_speaks() -> None:
    async with a_talk_with_guests(2) as (_, (speaker, silent)):
        assert speaker.open_recognisers == 0

        saying = asyncio.create_task(speaker.say("When do you open?"))
        await asyncio.sleep(0.5)

        assert (speaker.open_recognisers, silent.open_recognisers) == (1, 0)
        await saying
        assert speaker.open_recognisers == 0


@on_virtual_time
async def test_nobody_is_asked_whether_they_are_there_while_a_guest_speaks() -> None:
    async with a_talk_with_guests(1, check_in_after_s=3.0, end_after_silence_s=600.0) as (talk, (guest,)):
        await guest.say("This takes a while.", seconds=9.0)
        await talk.wait(1.0)

        assert talk.talk.words("still_there") not in talk.said


def _breaks(**_: object) -> None:
    raise RuntimeError
