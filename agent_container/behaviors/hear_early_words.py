"""What was said before the agent could hear is heard, also where the greeting has begun meanwhile.

A page that came first sends the words that it kept as soon as the agent is in the room, and LiveKit throws away what
comes before its session has begun: it is taken in here, from the first moment on.

For the first second in which it speaks LiveKit gives silence to the recogniser in the place of what comes in, because
the browser's echo canceller is still learning. Words that were kept come all at once, often within that second, and
were gone. They hold no echo: who has spoken is listened to from then on.
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

import numpy
from livekit import rtc
from livekit.agents import AgentSession
from livekit.agents.voice.room_io._pre_connect_audio import PRE_CONNECT_AUDIO_BUFFER_STREAM, PreConnectAudioHandler

from agent_container.talk import Talk

# Of full scale, the loudest sample of a frame: over a room's noise, under soft speech at a desk.
LOUD = 0.02
# A word. A click of the mouse, or of the microphone that opens, is shorter.
WORD_S = 0.2

type Kept = tuple[rtc.ByteStreamReader, str]


class Foreseen(logging.Filter):
    """LiveKit warns in each talk that somebody else takes the words in."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not str(record.msg).startswith("pre-connect audio handler")


FORESEEN = Foreseen()


class EarlyWords:
    """Of one room, before it is entered. `hand_over` when the session has begun."""

    def __init__(self, room: rtc.Room) -> None:
        self._came: asyncio.Queue[Kept] = asyncio.Queue()
        logging.getLogger("livekit.agents").addFilter(FORESEEN)
        room.register_byte_stream_handler(
            PRE_CONNECT_AUDIO_BUFFER_STREAM, lambda reader, identity: self._came.put_nowait((reader, identity))
        )

    def hand_over(self, talk: Talk) -> None:
        handler = talk.agent_session.room_io._pre_connect_audio_handler  # noqa: SLF001  # it has no public name
        assert handler is not None

        async def hear_each() -> None:
            while True:
                talk.spawn(hear(talk.agent_session, handler, await self._came.get()))

        talk.spawn(hear_each())


async def hear(agent_session: AgentSession[None], handler: PreConnectAudioHandler, kept: Kept) -> None:
    reader, identity = kept
    track_id = (reader.info.attributes or {}).get("trackId", "")
    heard = handler._buffers.setdefault(track_id, asyncio.Future())  # noqa: SLF001
    async with asyncio.timeout(handler._timeout):  # noqa: SLF001  # as long as LiveKit waits for them
        await handler._read_audio_task(reader, identity)  # noqa: SLF001
    if _was_read(heard) and holds_a_word(heard.result().frames):
        agent_session._on_aec_warmup_expired()  # noqa: SLF001  # as LiveKit does by its clock


def _was_read(heard: asyncio.Future[Any]) -> bool:
    """Not where LiveKit has given up waiting, or could not read them."""
    return heard.done() and not heard.cancelled() and heard.exception() is None


def holds_a_word(frames: Sequence[rtc.AudioFrame]) -> bool:
    return sum(frame.duration for frame in frames if _loudest(frame) > LOUD) >= WORD_S


def _loudest(frame: rtc.AudioFrame) -> float:
    samples = numpy.frombuffer(frame.data, numpy.int16).astype(numpy.int32)
    return float(numpy.abs(samples).max(initial=0)) / 32_768
