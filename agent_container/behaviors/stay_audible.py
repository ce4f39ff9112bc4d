"""Whoever interrupts a voice before its first sound has reached anybody is answered all the same.

Until then LiveKit's output waits for one future, and an interruption cancels that one for good: from then on the agent
would neither sound nor show a word for the rest of the talk. So what is said waits here first, where it may be cut off.
"""

import asyncio

from livekit import rtc
from livekit.agents.voice import io

from agent_container.talk import Talk


def attach(talk: Talk) -> None:
    """Before anything is said."""
    output, reached = talk.agent_session.output, talk.agent_session.room_io.subscribed_fut
    assert output.audio is not None
    assert reached is not None
    output.audio = AudibleVoice(output.audio, reached)


class AudibleVoice(io.AudioOutput):
    def __init__(self, voice: io.AudioOutput, reached: asyncio.Future[None]) -> None:
        """`reached`: that somebody takes in the voice's track."""
        super().__init__(
            label="AudibleVoice",
            capabilities=io.AudioOutputCapabilities(pause=True),
            next_in_chain=voice,
            sample_rate=voice.sample_rate,
        )
        assert self.next_in_chain is not None
        self._voice = self.next_in_chain  # around a bare loudspeaker LiveKit puts something of its own
        self._reached = reached

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        await asyncio.shield(self._reached)
        await self._voice.capture_frame(frame)
        await super().capture_frame(frame)

    def flush(self) -> None:
        super().flush()
        self._voice.flush()

    def clear_buffer(self) -> None:
        self._voice.clear_buffer()
