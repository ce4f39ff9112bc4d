"""Guests are heard, each by an ear of their own: whoever speaks interrupts, and is written down under their identity.

LiveKit's AgentSession listens to one person, who is the talk's owner; what it would do for that one is done here.
"""

from collections.abc import AsyncGenerator

from livekit import rtc
from livekit.agents import inference, llm, stt, utils

from agent_container.behaviors.record_messages import WRITTEN, message_of
from agent_container.connections import CONNECTIONS
from agent_container.guests.ear import Ear, Said
from agent_container.guests.held_voice import HeldVoice
from agent_container.guests.people import is_person
from agent_container.guests.queue import AnswerQueue
from agent_container.talk import Talk

HEARING_HZ = 16_000
FRAME_MS = 32  # as the voice activity detector takes them; the 10 ms that come by themselves cost three times the calls
SILENCE_S = 0.7  # ends what a guest says; the owner's end of turn is judged by more than silence
TRANSCRIPTION = "lk.transcription"


def attach(talk: Talk) -> None:
    if not isinstance(talk.agent_session.stt, stt.STT):
        return  # `admit_deafness` says so to the owner
    room, guests, owner = talk.job.room, GuestsHeard(talk), talk.session.participant_identity
    ears: dict[str, Ear] = {}

    def open_ear(track: rtc.Track, publication: rtc.TrackPublication, guest: rtc.RemoteParticipant) -> None:
        is_microphone = publication.source == rtc.TrackSource.SOURCE_MICROPHONE
        if is_microphone and is_person(guest) and guest.identity != owner:
            ears[publication.sid] = guests.ear_for(guest.identity)
            talk.spawn(ears[publication.sid].listen(_sound_of(track)))

    def close_ear(_: rtc.Track, publication: rtc.TrackPublication, __: rtc.RemoteParticipant) -> None:
        if ear := ears.pop(publication.sid, None):
            ear.stop()

    room.on("track_subscribed", open_ear)
    room.on("track_unsubscribed", close_ear)
    for guest in room.remote_participants.values():
        for publication in guest.track_publications.values():
            if publication.track is not None:
                open_ear(publication.track, publication, guest)


async def _sound_of(track: rtc.Track) -> AsyncGenerator[rtc.AudioFrame]:
    stream = rtc.AudioStream(track, sample_rate=HEARING_HZ, num_channels=1, frame_size_ms=FRAME_MS)
    try:
        async for event in stream:
            yield event.frame
    finally:
        await stream.aclose()


class GuestsHeard:
    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._queue = AnswerQueue(talk)
        self._voice = HeldVoice(talk.agent_session)

    def ear_for(self, identity: str) -> Ear:
        return Ear(
            voice=inference.VAD(min_silence_duration=SILENCE_S).stream(),
            recognise=self._recogniser,
            listener=Guest(self._talk, identity, queue=self._queue, voice=self._voice),
        )

    def _recogniser(self) -> stt.RecognizeStream:
        recogniser = self._talk.agent_session.stt
        assert isinstance(recogniser, stt.STT)
        return recogniser.stream(conn_options=CONNECTIONS.stt_conn_options)


class Guest:
    def __init__(self, talk: Talk, identity: str, *, queue: AnswerQueue, voice: HeldVoice) -> None:
        self._talk = talk
        self._identity = identity
        self._queue = queue
        self._voice = voice

    def on_voice(self) -> None:
        self._talk.guests.begin(self._identity)
        self._voice.hold(self._identity)

    def on_words(self) -> None:
        self._talk.guests.begin(self._identity)
        if self._voice.is_held_by(self._identity) or self._talk.agent_session.agent_state == "speaking":
            self._talk.spawn(self._interrupt())

    def on_said(self, said: Said) -> None:
        message = self._write_down(said)
        self._talk.spawn(self._show(message))
        self._queue.put(message)

    def on_silence(self) -> None:
        self._voice.let_go(self._identity)  # after a noise the agent goes on where it was
        self._talk.guests.end(self._identity)

    async def _interrupt(self) -> None:
        await self._talk.agent_session.interrupt()
        self._voice.let_all_go()

    def _write_down(self, said: Said) -> llm.ChatMessage:
        """At once, so that it stands in the transcript even if the talk ends before it is answered."""
        message = llm.ChatMessage(
            role="user",
            content=[said.text],
            extra={"speaker": self._identity},
            metrics={"started_speaking_at": said.started_at, "stopped_speaking_at": said.ended_at},
        )
        if stored := message_of(message, self._talk.session):
            self._talk.messages.put(stored)
            message.extra[WRITTEN] = True
        return message

    async def _show(self, message: llm.ChatMessage) -> None:
        """As LiveKit shows what its one person said."""
        attributes = {"lk.transcription_final": "true", "lk.segment_id": utils.shortuuid("SG_")}
        writer = await self._talk.job.room.local_participant.stream_text(
            topic=TRANSCRIPTION, attributes=attributes, sender_identity=self._identity
        )
        await writer.write(message.text_content or "")
        await writer.aclose()
