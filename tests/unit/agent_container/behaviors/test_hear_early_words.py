"""Chromium's own words on the whole platform: `tests/end_to_end/test_a_talk.py`."""

from typing import cast

import numpy
import pytest
from livekit import rtc
from livekit.agents import AgentSession
from livekit.agents.voice.room_io._pre_connect_audio import PreConnectAudioHandler

from agent_container.behaviors.hear_early_words import holds_a_word, listen_from_then_on

pytestmark = pytest.mark.unit
RATE, FRAME = 48_000, 2_880  # 60 ms


def frames(*loudness: float) -> list[rtc.AudioFrame]:
    return [
        rtc.AudioFrame(numpy.full(FRAME, int(32_767 * each), numpy.int16).tobytes(), RATE, 1, FRAME)
        for each in loudness
    ]


QUIET, CLICK, WORD = frames(*[0.001] * 30), frames(0.001, 0.9, 0.9, 0.001), frames(0.001, *[0.1] * 5, 0.001)


class Early:
    def __init__(self, kept: list[rtc.AudioFrame]) -> None:
        self._kept = kept

    async def wait_for_data(self, _track_id: str) -> list[rtc.AudioFrame]:
        return self._kept


@pytest.mark.parametrize(("kept", "is_a_word"), [([], False), (QUIET, False), (CLICK, False), (WORD, True)])
def test_a_word_is_told_from_a_room_and_a_click(kept: list[rtc.AudioFrame], is_a_word: bool) -> None:
    assert holds_a_word(kept) is is_a_word


@pytest.mark.parametrize(("kept", "still_deaf"), [(QUIET, True), (WORD, False)])
async def test_who_has_spoken_is_listened_to_while_the_greeting_begins(
    kept: list[rtc.AudioFrame], still_deaf: bool
) -> None:
    agent_session: AgentSession[None] = AgentSession(vad=None, aec_warmup_duration=1.0)
    early = Early(kept)
    listen_from_then_on(agent_session, cast("PreConnectAudioHandler", early))

    assert await early.wait_for_data("TR_1") == kept
    assert (agent_session._aec_warmup_remaining > 0) is still_deaf
