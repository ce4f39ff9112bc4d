"""A person in a room: a LiveKit client that speaks, types, listens and notes when what came."""

import asyncio
import io
import subprocess
import sys
import time
import wave
from bisect import bisect_right
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import numpy
from livekit import rtc

from agent_container.behaviors.answer_typed_messages import CHAT, HAS_LINE, LINE

SAMPLE_RATE = 16_000
FRAME_SAMPLES = SAMPLE_RATE // 50  # 20 ms
LOUD = 300  # of 32767: any speech, no noise of the codec
AGENT = rtc.ParticipantKind.PARTICIPANT_KIND_AGENT
HEARS_EVERYBODY = rtc.RoomOptions()
HEARS_NOBODY = rtc.RoomOptions(auto_subscribe=False)
QUIET_S = 0.6  # silence that ends an answer
AGENTS_BEGIN = "agent-"  # LiveKit's identities of its agents


@dataclass
class Person:
    room: rtc.Room
    microphone: rtc.AudioSource
    heard: list[tuple[float, int]] = field(default_factory=list)
    """When a frame came, and its loudest sample."""
    states: list[tuple[float, str]] = field(default_factory=list)
    transcripts: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By segment: who, and the words so far."""
    came_at: float = field(default_factory=time.monotonic)
    is_disconnected: asyncio.Event = field(default_factory=asyncio.Event)
    speech: asyncio.Queue[bytes] = field(default_factory=asyncio.Queue)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def agent_said(self) -> list[str]:
        return [words for who, words in self.transcripts.values() if who.startswith(AGENTS_BEGIN)]

    @property
    def was_understood_as(self) -> list[str]:
        return [words for who, words in self.transcripts.values() if who == self.room.local_participant.identity]

    @property
    def agent_state(self) -> str:
        return self.states[-1][1] if self.states else ""

    async def type(self, text: str, *, line: str | None = None) -> None:
        attributes = {} if line is None else {LINE: line}
        await self.room.local_participant.send_text(text, topic=CHAT, attributes=attributes)

    async def is_told_of(self, line: str) -> bool:
        """Whether the agent says that this line has come."""
        (agent,) = (one.identity for one in self.room.remote_participants.values() if one.kind == AGENT)
        me = self.room.local_participant
        return await me.perform_rpc(destination_identity=agent, method=HAS_LINE, payload=line) == "true"

    async def say(self, text: str, *, voice: str = "kal16") -> float:
        """Returns the moment after the last loud sample, in `time.monotonic`."""
        return self.utter(await asyncio.to_thread(spoken, text, voice))

    def utter(self, pcm: bytes) -> float:
        """The same, of 16 kHz mono int16."""
        done_at = time.monotonic() + last_loud_s(pcm)
        for start in range(0, len(pcm), 2 * FRAME_SAMPLES):
            self.speech.put_nowait(pcm[start : start + 2 * FRAME_SAMPLES].ljust(2 * FRAME_SAMPLES, b"\0"))
        return done_at

    async def until(self, condition: Callable[[], bool], *, timeout_s: float = 15.0) -> None:
        async with asyncio.timeout(timeout_s):
            while not condition():  # noqa: ASYNC110  # sound and silence have no event to wait for
                await asyncio.sleep(0.01)

    async def until_greeted(self) -> None:
        await self.until(lambda: self.first_sound_after(0.0) is not None)
        await self.until_agent_listens()

    async def until_agent_listens(self) -> None:
        await self.until(lambda: self.agent_state == "listening" and self.quiet_s() > QUIET_S)

    @property
    def agent_attributes(self) -> dict[str, str]:
        return {
            name: value
            for participant in self.room.remote_participants.values()
            for name, value in participant.attributes.items()
        }

    def quiet_s(self) -> float:
        last_loud_at = next((at for at, peak in reversed(self.heard) if peak > LOUD), self.came_at)
        return time.monotonic() - last_loud_at

    def first_sound_after(self, moment: float) -> float | None:
        since = bisect_right(self.heard, (moment, sys.maxsize))
        return next((at for at, peak in self.heard[since:] if peak > LOUD), None)

    def listen_to_everybody(self) -> None:
        """From now on, for who came in with a page that takes in no track by itself."""

        @self.room.on("track_published")
        def take_in(publication: rtc.RemoteTrackPublication, _participant: object) -> None:
            publication.set_subscribed(True)

        for participant in self.room.remote_participants.values():
            for publication in participant.track_publications.values():
                publication.set_subscribed(True)

    async def leave(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.room.disconnect()
        await self.microphone.aclose()

    def listen(self) -> None:
        room = self.room

        @room.on("track_subscribed")
        def hear(track: rtc.Track, _publication: object, _participant: object) -> None:
            self._tasks.append(asyncio.create_task(self._hear(rtc.AudioStream(track, sample_rate=SAMPLE_RATE))))

        @room.on("participant_attributes_changed")
        def note_state(changed: dict[str, str], _participant: object) -> None:
            if state := changed.get("lk.agent.state"):
                self.states.append((time.monotonic(), state))

        @room.on("disconnected")
        def gone(_reason: object) -> None:
            self.is_disconnected.set()

        def read_transcript(reader: rtc.TextStreamReader, who: str) -> None:
            self._tasks.append(asyncio.create_task(self._read(reader, who)))

        room.register_text_stream_handler("lk.transcription", read_transcript)

    async def keep_microphone_open(self) -> None:
        silence = bytes(2 * FRAME_SAMPLES)
        while True:
            pcm = silence if self.speech.empty() else self.speech.get_nowait()
            await self.microphone.capture_frame(rtc.AudioFrame(pcm, SAMPLE_RATE, 1, FRAME_SAMPLES))

    async def _hear(self, stream: rtc.AudioStream) -> None:
        async for event in stream:
            peak = int(numpy.abs(numpy.frombuffer(event.frame.data, numpy.int16).astype(numpy.int32)).max())
            self.heard.append((time.monotonic(), peak))

    async def _read(self, reader: rtc.TextStreamReader, who: str) -> None:
        attributes = reader.info.attributes or {}
        segment = attributes.get("lk.segment_id", reader.info.stream_id)
        words = ""
        async for piece in reader:
            words += piece
            self.transcripts[segment] = (who, words)


@asynccontextmanager
async def a_person(url: str, token: str, *, hearing: rtc.RoomOptions = HEARS_EVERYBODY) -> AsyncIterator[Person]:
    person = await enter(url, token, hearing=hearing)
    try:
        yield person
    finally:
        await person.leave()


async def enter(
    url: str, token: str, *, said_before: bytes = b"", hearing: rtc.RoomOptions = HEARS_EVERYBODY
) -> Person:
    """`said_before`: 16 kHz mono int16 that the microphone took in while the room was connecting."""
    room = rtc.Room()
    person = Person(room, rtc.AudioSource(SAMPLE_RATE, 1, queue_size_ms=60))
    person.listen()
    await room.connect(url, token, hearing)
    for participant in room.remote_participants.values():
        if state := participant.attributes.get("lk.agent.state"):
            person.states.append((time.monotonic(), state))
    track = rtc.LocalAudioTrack.create_audio_track("microphone", person.microphone)
    source = rtc.TrackSource.SOURCE_MICROPHONE
    options = rtc.TrackPublishOptions(source=source, preconnect_buffer=bool(said_before))
    published = await room.local_participant.publish_track(track, options)
    if said_before:
        await hand_over(room, said_before, published.sid)
    person._tasks.append(asyncio.create_task(person.keep_microphone_open()))
    return person


async def hand_over(room: rtc.Room, said: bytes, track_sid: str) -> None:
    """As LiveKit's client for browsers does, as soon as an agent is there."""
    async with asyncio.timeout(30):
        while not (agents := [p for p in room.remote_participants.values() if p.kind == AGENT]):  # noqa: ASYNC110  # as above
            await asyncio.sleep(0.01)
    writer = await room.local_participant.stream_bytes(
        "preconnect-buffer",
        topic="lk.agent.pre-connect-audio-buffer",
        mime_type="audio/pcm",
        destination_identities=[agents[0].identity],
        attributes={"trackId": track_sid, "sampleRate": str(SAMPLE_RATE), "channels": "1"},
    )
    await writer.write(said)
    await writer.aclose()


def spoken(text: str, voice: str) -> bytes:
    """16 kHz mono int16."""
    command = ["flite", "-voice", voice, "-t", text, "-o", "/dev/stdout"]
    printed = subprocess.run(command, capture_output=True, check=True, timeout=10).stdout  # noqa: S603  # fixed words
    with wave.open(io.BytesIO(printed)) as wav:
        return bytes(wav.readframes(wav.getnframes()))


def last_loud_s(pcm: bytes) -> float:
    loud = numpy.nonzero(numpy.abs(numpy.frombuffer(pcm, numpy.int16).astype(numpy.int32)) > LOUD)[0]
    return float(loud[-1]) / SAMPLE_RATE
