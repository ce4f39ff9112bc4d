"""What was said before the agent could hear is heard, also where the greeting has begun meanwhile.

For the first second in which it speaks LiveKit gives silence to the recogniser in the place of what comes in, because
the browser's echo canceller is still learning. Words that were kept come all at once, often within that second, and
were gone. They hold no echo: who has spoken is listened to from then on.
"""

from collections.abc import Sequence

import numpy
from livekit import rtc
from livekit.agents import AgentSession
from livekit.agents.voice.room_io._pre_connect_audio import PreConnectAudioHandler

from agent_container.talk import Talk

# Of full scale, the loudest sample of a frame: over a room's noise, under soft speech at a desk.
LOUD = 0.02
# A word. A click of the mouse, or of the microphone that opens, is shorter.
WORD_S = 0.2


def attach(talk: Talk) -> None:
    """As soon as the session has begun: the first person may be there already."""
    early = talk.agent_session.room_io._pre_connect_audio_handler  # noqa: SLF001  # it has no public name
    assert early is not None
    listen_from_then_on(talk.agent_session, early)


def listen_from_then_on(agent_session: AgentSession[None], early: PreConnectAudioHandler) -> None:
    wait = early.wait_for_data

    async def wait_for_data(track_id: str) -> list[rtc.AudioFrame]:
        frames = await wait(track_id)
        if holds_a_word(frames):
            agent_session._on_aec_warmup_expired()  # noqa: SLF001  # as LiveKit does by its clock
        return frames

    early.wait_for_data = wait_for_data  # type: ignore[method-assign]  # of this one talk


def holds_a_word(frames: Sequence[rtc.AudioFrame]) -> bool:
    return sum(frame.duration for frame in frames if _loudest(frame) > LOUD) >= WORD_S


def _loudest(frame: rtc.AudioFrame) -> float:
    samples = numpy.frombuffer(frame.data, numpy.int16).astype(numpy.int32)
    return float(numpy.abs(samples).max(initial=0)) / 32_768
