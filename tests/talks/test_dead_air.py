"""Nobody waits in silence for an answer, whatever is slow or broken."""

import pytest

from agent_container.behaviors.never_dead_air import KEPT
from agent_container.speech.sentences import sentences_in
from echosphere.domain.session import FailureReason, SessionStatus
from tests.talks.script import Script, a_talk
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.talk

LONGEST_SILENCE_S = 5.0
AGAIN = "Sorry, something went wrong. I will try again."


def longest_silence_s(talk: Script, *, since: float) -> float:
    """Without sound of the agent, from `since` to its last sound."""
    edges = [since, *(at for at, _ in talk.speaker.sound if at > since)]
    silences = zip(edges[::2], edges[1::2], strict=False)
    return max(end - begin for begin, end in silences)


async def ask(talk: Script) -> float:
    """Returns the moment at which the person has finished."""
    await talk.say("Where are my talks kept?")
    asked_at = talk.now - 0.25  # the voice activity detector waited for it
    await talk.until(lambda: talk.speaker.is_sounding)
    await talk.until_it_listens()
    return asked_at


@on_virtual_time
async def test_an_answer_that_comes_soon_is_not_announced() -> None:
    async with a_talk() as talk:
        talk.brain.delay_s = 2.0
        asked_at = await ask(talk)

        assert talk.said[-1] == "You said: Where are my talks kept?"
        assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S


@pytest.mark.parametrize(("delay_s", "announcements"), [(6.0, "One moment, please."), (11.0, "I am still thinking.")])
def test_an_answer_that_is_slow_is_announced(delay_s: float, announcements: str) -> None:
    @on_virtual_time
    async def slowly() -> None:
        async with a_talk() as talk:
            talk.brain.delay_s = delay_s
            asked_at = await ask(talk)

            assert announcements in talk.said[-1]
            assert talk.said[-1].endswith("You said: Where are my talks kept?")
            assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S
            assert talk.talk.faults.in_a_row == 0

    slowly()


@pytest.mark.parametrize("word_s", [0.125, 0.3, 0.8])
def test_a_first_sentence_that_is_slow_to_be_whole_is_waited_for_and_announced(word_s: float) -> None:
    @on_virtual_time
    async def slowly() -> None:
        async with a_talk() as talk:
            answer = "We keep all of them in a safe place near you for as many days as you have told us to. Yes."
            talk.brain.answer = lambda _question: answer
            talk.brain.delay_s, talk.brain.word_s = 2.0, word_s
            asked_at = await ask(talk)

            assert talk.said[-1].replace("One moment, please. ", "").replace("I am still thinking. ", "") == answer
            assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S
            assert (talk.talk.faults.in_a_row, len(talk.brain.asked)) == (0, 1)

    slowly()


@on_virtual_time
async def test_a_brain_that_fails_once_is_asked_again_with_an_apology() -> None:
    async with a_talk() as talk:
        talk.brain.failures = 1
        asked_at = await ask(talk)

        assert talk.said[-1] == f"{AGAIN} You said: Where are my talks kept?"
        assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S


@on_virtual_time
async def test_a_brain_that_fails_twice_is_apologised_for_and_the_talk_goes_on() -> None:
    async with a_talk() as talk:
        talk.brain.failures = 2
        asked_at = await ask(talk)
        assert talk.said[-1].endswith("I cannot answer that right now. Please ask me again.")
        assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S

        await ask(talk)
        assert talk.said[-1] == "You said: Where are my talks kept?"
        assert talk.talk.faults.in_a_row == 0


@on_virtual_time
async def test_a_brain_that_never_answers_fails_the_talk_after_three_questions_and_a_goodbye() -> None:
    async with a_talk() as talk:
        talk.brain.failures = 1_000
        for _ in range(2):
            await ask(talk)
            assert talk.stored.status is SessionStatus.ACTIVE
        await ask(talk)
        await talk.wait(1)

        assert "I cannot go on just now" in talk.said[-1]
        assert (talk.stored.status, talk.stored.failure_reason) == (SessionStatus.FAILED, FailureReason.AGENT_ERROR)


@on_virtual_time
async def test_a_brain_that_hangs_is_given_up() -> None:
    async with a_talk() as talk:
        talk.brain.delay_s = 1_000
        asked_at = await ask(talk)

        assert "I cannot answer that right now" in talk.said[-1]
        assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S


@on_virtual_time
async def test_a_voice_that_fails_is_apologised_for_with_words_rendered_before_and_tried_again() -> None:
    async with a_talk() as talk:
        talk.voice.failures = 2  # the first try and the second
        asked_at = await ask(talk)
        await talk.until(lambda: talk.said[-1] == "You said: Where are my talks kept?")

        assert AGAIN in talk.said
        assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S
        assert talk.stored.status is SessionStatus.ACTIVE


@on_virtual_time
async def test_a_voice_that_hangs_is_noticed() -> None:
    async with a_talk() as talk:
        talk.voice.delay_s = 1_000
        await talk.say("Where are my talks kept?")
        asked_at = talk.now - 0.25
        await talk.until(lambda: talk.speaker.is_sounding)
        talk.voice.delay_s = 0.1
        await talk.until(lambda: talk.said[-1] == "You said: Where are my talks kept?")

        assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S


@on_virtual_time
async def test_a_voice_that_is_gone_says_goodbye_and_fails_the_talk() -> None:
    async with a_talk() as talk:
        talk.voice.failures = 1_000
        await talk.say("Where are my talks kept?")
        asked_at = talk.now - 0.25
        await talk.until(lambda: talk.stored.status is SessionStatus.FAILED)

        assert "I cannot go on just now" in talk.said[-1]
        assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S


@on_virtual_time
async def test_a_voice_that_takes_long_to_fail_leaves_nobody_in_silence_either() -> None:
    async with a_talk() as talk:
        talk.voice.delay_s, talk.voice.failures = 2.0, 1_000
        await talk.say("Where are my talks kept?")
        asked_at = talk.now - 0.25
        await talk.until(lambda: talk.stored.status is SessionStatus.FAILED)

        assert "I cannot go on just now" in talk.said[-1]
        assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S


@on_virtual_time
async def test_where_brain_and_voice_are_gone_goodbye_is_said_once_and_the_talk_fails() -> None:
    async with a_talk() as talk:
        talk.brain.failures = talk.voice.failures = 1_000
        await talk.say("Where are my talks kept?")
        asked_at = talk.now - 0.25
        await talk.until(lambda: talk.stored.status is SessionStatus.FAILED)

        assert [said for said in talk.said if "I cannot go on just now" in said] == [talk.said[-1]]
        assert longest_silence_s(talk, since=asked_at) < LONGEST_SILENCE_S


@on_virtual_time
async def test_an_apology_that_cannot_be_rendered_beforehand_disturbs_nobody() -> None:
    async with a_talk(unsayable=AGAIN) as talk:
        await talk.wait(10)

        assert len(talk.said) == 1  # the greeting, whole
        assert not talk.messages[0].interrupted
        assert talk.talk.faults.in_a_row == 0


@on_virtual_time
async def test_words_that_were_not_understood_are_asked_for_again() -> None:
    async with a_talk() as talk:
        await talk.make_noise(seconds=1.5)
        heard_at = talk.now - 0.25
        await talk.until(lambda: talk.speaker.is_sounding)
        await talk.until_it_listens()

        assert talk.said[-1] == "Sorry, I did not catch that. Could you say it again?"
        assert longest_silence_s(talk, since=heard_at) < LONGEST_SILENCE_S


@on_virtual_time
async def test_a_cough_is_not_asked_about() -> None:
    async with a_talk() as talk:
        await talk.make_noise(seconds=0.4)
        await talk.wait(10)

        assert len(talk.said) == 1  # the greeting


@on_virtual_time
async def test_ears_that_fail_are_opened_again() -> None:
    async with a_talk() as talk:
        talk.ears.fail()
        await talk.wait(2)
        await ask(talk)

        assert talk.said[-1] == "You said: Where are my talks kept?"


@on_virtual_time
async def test_apologies_are_kept_in_the_sentences_that_a_voice_has_rehearsed() -> None:
    async with a_talk() as talk:
        rehearsed = [sentence for prompt in KEPT for sentence in sentences_in(talk.talk.words(prompt))]

        assert talk.voice.handed_over[-len(rehearsed) :] == rehearsed
