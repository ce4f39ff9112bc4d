"""Chromium's own words on the whole platform: `tests/end_to_end/test_a_talk.py`."""

from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import cast

import numpy
import pytest
from livekit import rtc
from livekit.agents import AgentSession
from livekit.agents.voice.room_io._pre_connect_audio import PreConnectAudioHandler

from agent_container.behaviors.hear_early_words import hear, holds_a_word

pytestmark = pytest.mark.unit
RATE, FRAME = 48_000, 2_880  # 60 ms


def frames(*loudness: float) -> list[rtc.AudioFrame]:
    return [
        rtc.AudioFrame(numpy.full(FRAME, int(32_767 * each), numpy.int16).tobytes(), RATE, 1, FRAME)
        for each in loudness
    ]


QUIET, CLICK, WORD = frames(*[0.001] * 30), frames(0.001, 0.9, 0.9, 0.001), frames(0.001, *[0.1] * 5, 0.001)


@pytest.mark.parametrize(("kept", "is_a_word"), [([], False), (QUIET, False), (CLICK, False), (WORD, True)])
def test_a_word_is_told_from_a_room_and_a_click(kept: list[rtc.AudioFrame], is_a_word: bool) -> None:
    assert holds_a_word(kept) is is_a_word


class Reader:
    """What came: LiveKit's own is a handle of its native part."""

    def __init__(self, frames: list[rtc.AudioFrame]) -> None:
        attributes = {"trackId": "TR_1", "sampleRate": str(RATE), "channels": "1"}
        self.info = SimpleNamespace(attributes=attributes, mime_type=None)
        self._frames = frames

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for frame in self._frames:
            yield bytes(frame.data)


@pytest.mark.parametrize(("kept", "still_deaf"), [(QUIET, True), (WORD, False)])
async def test_who_has_spoken_is_listened_to_while_the_greeting_begins(
    kept: list[rtc.AudioFrame], still_deaf: bool
) -> None:
    agent_session: AgentSession[None] = AgentSession(vad=None, aec_warmup_duration=1.0)
    handler = PreConnectAudioHandler(rtc.Room(), timeout=3.0)

    await hear(agent_session, handler, (cast("rtc.ByteStreamReader", Reader(kept)), "person"))

    heard = await handler.wait_for_data("TR_1")
    assert b"".join(bytes(frame.data) for frame in heard) == b"".join(bytes(frame.data) for frame in kept)
    assert (agent_session._aec_warmup_remaining > 0) is still_deaf
