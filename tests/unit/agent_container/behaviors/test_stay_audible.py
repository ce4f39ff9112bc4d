"""The real voice is tried in `tests/integration/agent`."""

import asyncio

import pytest
from livekit import rtc

from agent_container.behaviors.stay_audible import AudibleVoice
from tests.talks.parts import SAMPLE_RATE, Speaker
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.unit

SECOND = rtc.AudioFrame(bytes(2 * SAMPLE_RATE), SAMPLE_RATE, 1, SAMPLE_RATE)


@on_virtual_time
async def test_words_cut_off_before_anybody_could_hear_them_leave_the_next_ones_audible() -> None:
    reached = asyncio.get_running_loop().create_future()
    speaker = Speaker()
    voice = AudibleVoice(speaker, reached)
    greeting = asyncio.create_task(voice.capture_frame(SECOND))
    await asyncio.sleep(0)

    greeting.cancel()
    voice.flush()
    voice.clear_buffer()
    answer = asyncio.create_task(voice.capture_frame(SECOND))
    await asyncio.sleep(1.0)
    assert not speaker.is_sounding
    reached.set_result(None)
    await answer
    voice.flush()

    heard = await voice.wait_for_playout()
    assert (heard.playback_position, heard.interrupted) == (1.0, False)
    assert voice.captured_playout_segments == 1
