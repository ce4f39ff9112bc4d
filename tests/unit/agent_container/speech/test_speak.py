"""An answer as one even stream of sound, whatever voices speak it."""

from collections.abc import AsyncIterator

import pytest
from livekit.agents import APIConnectOptions, tts

from agent_container.speech.speak import speak
from echosphere.domain.language import Language
from tests.talks.parts import SECONDS_A_CHARACTER, ScriptedVoice
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.unit

ENGLISH, JAPANESE = "This is said in English. ", "これは日本語です。"


async def one_by_one(*sentences: str) -> AsyncIterator[str]:
    for sentence in sentences:
        yield sentence


@on_virtual_time
async def test_voices_of_different_rates_make_one_stream_of_the_first_ones_rate() -> None:
    voices = {Language.ENGLISH: ScriptedVoice(sample_rate=16_000), Language.JAPANESE: ScriptedVoice(sample_rate=48_000)}
    text = one_by_one(ENGLISH, JAPANESE, ENGLISH)

    spoken = speak(text, lambda of: voices[of], language=Language.ENGLISH, connection=APIConnectOptions())
    frames = [frame async for frame in spoken]

    assert {frame.sample_rate for frame in frames} == {16_000}
    letters = 2 * len(ENGLISH.strip()) + len(JAPANESE)
    assert sum(frame.duration for frame in frames) == pytest.approx(letters * SECONDS_A_CHARACTER, rel=0.02)


@on_virtual_time
async def test_a_voice_that_streams_is_handed_the_whole_answer_as_it_is_said() -> None:
    behind = ScriptedVoice()
    streaming = tts.StreamAdapter(tts=behind)
    text = one_by_one("It costs $3.50 in all the shops. ", "That is less than it was some years ago.")

    spoken = speak(text, lambda _: streaming, language=Language.ENGLISH, connection=APIConnectOptions())
    assert [frame async for frame in spoken]

    said = " ".join(behind.handed_over)
    assert said.startswith("It costs 3 dollars and 50 cents in all the shops.")
    assert said.endswith("some years ago.")


@on_virtual_time
async def test_signs_that_nobody_can_say_are_not_handed_over() -> None:
    voice = ScriptedVoice()
    spoken = speak(
        one_by_one("…", " ", "!?"), lambda _: voice, language=Language.ENGLISH, connection=APIConnectOptions()
    )

    assert [frame async for frame in spoken] == []
    assert voice.handed_over == []
