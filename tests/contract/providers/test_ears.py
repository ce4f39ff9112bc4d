"""What every ear promises: words as they are understood, errors that say whether to ask again, no traces."""

import asyncio

import pytest
from livekit import rtc
from livekit.agents import APIConnectOptions, APIError, stt

from agent_container.provider_settings import ProviderName
from echosphere.domain.language import Language
from tests.contract.providers.conftest import Make
from tests.contract.providers.wire.script import RATE, Fault, Script

pytestmark = [
    pytest.mark.contract,
    # The plugin's to mend: Amazon's SDK has moved these classes.
    pytest.mark.filterwarnings("ignore:.*CredentialsResolver` is deprecated:DeprecationWarning"),
]
EARS: list[ProviderName] = ["aws", "deepgram", "elevenlabs"]
ONCE = APIConnectOptions(max_retry=0, timeout=2)
NEVER_HANGS_S = 20
FRAME_S = 0.02
INTERIM, FINAL = stt.SpeechEventType.INTERIM_TRANSCRIPT, stt.SpeechEventType.FINAL_TRANSCRIPT


@pytest.fixture(params=EARS)
def ears(request: pytest.FixtureRequest, make: Make, transcribe_address: None) -> stt.STT[str]:
    ears = make(request.param, "ears").recogniser(Language.JAPANESE)
    assert ears is not None
    return ears


def push(stream: stt.RecognizeStream, seconds: float) -> None:
    size = round(RATE * FRAME_S)
    for _ in range(round(seconds / FRAME_S)):
        stream.push_frame(rtc.AudioFrame(bytes(2 * size), RATE, 1, size))


async def events_until(stream: stt.RecognizeStream, kind: stt.SpeechEventType) -> list[stt.SpeechEvent]:
    seen = []
    async with asyncio.timeout(NEVER_HANGS_S):
        async for event in stream:
            seen.append(event)
            if event.type is kind:
                return seen
    raise AssertionError(f"ended without {kind}: {[event.type for event in seen]}")


async def test_its_words_come_while_one_speaks_and_whole_at_the_end(ears: stt.STT[str], script: Script) -> None:
    async with ears.stream(conn_options=ONCE) as stream:
        push(stream, 1)
        seen = await events_until(stream, FINAL)

    assert [event.alternatives[0].text for event in seen if event.type is INTERIM] == ["Guten ", "Guten Tag, "]
    assert seen[-1].alternatives[0].text == script.text


async def test_it_says_in_which_language_it_understood(ears: stt.STT[str]) -> None:
    async with ears.stream(conn_options=ONCE) as stream:
        push(stream, 1)
        final = (await events_until(stream, FINAL))[-1]

    assert final.alternatives[0].language.language == "ja"


async def test_it_hears_what_was_said_and_is_told_the_language(ears: stt.STT[str], script: Script) -> None:
    async with ears.stream(conn_options=ONCE) as stream:
        push(stream, 1)
        await events_until(stream, FINAL)

    asked = str(script.requests[0])
    assert script.heard_bytes >= RATE and "16000" in asked and "ja" in asked


async def test_it_says_how_much_it_heard(ears: stt.STT[str]) -> None:
    async with ears.stream(conn_options=ONCE) as stream:
        push(stream, 1)
        await events_until(stream, FINAL)
        stream.flush()
        used = (await events_until(stream, stt.SpeechEventType.RECOGNITION_USAGE))[-1]

    assert used.recognition_usage is not None and used.recognition_usage.audio_duration == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("fault", [Fault.THROTTLE, Fault.BROKEN, Fault.REFUSED])
async def test_a_refusal_says_whether_to_ask_again(ears: stt.STT[str], script: Script, fault: Fault) -> None:
    script.fault = fault

    async with ears.stream(conn_options=ONCE) as stream:
        push(stream, 1)
        with pytest.raises(APIError) as refusal:
            await events_until(stream, FINAL)
    assert refusal.value.retryable == (fault is not Fault.REFUSED)


async def test_a_stream_that_breaks_off_is_an_error_that_may_be_mended(ears: stt.STT[str], script: Script) -> None:
    script.fault = Fault.CUT

    async with ears.stream(conn_options=ONCE) as stream:
        push(stream, 1)
        with pytest.raises(APIError) as failure:
            await events_until(stream, FINAL)
    assert failure.value.retryable


async def test_a_closed_stream_leaves_nothing_running(ears: stt.STT[str], script: Script) -> None:
    script.fault = Fault.SILENCE
    stream = ears.stream(conn_options=ONCE)
    push(stream, 1)
    await script.until_called()

    await stream.aclose()

    await script.until_everybody_left()
