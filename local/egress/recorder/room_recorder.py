"""Joins a room unseen, and writes what is heard in it, and seen if that is asked for, into one file, on one clock."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from pathlib import Path

from livekit import rtc

from local.egress.egress_info import CONNECTION_LOST, END_OF_ROOM, END_OF_TIME
from local.egress.recorder.clock import NS, Clock
from local.egress.recorder.listener import Listener
from local.egress.recorder.mix import Mix
from local.egress.recorder.pictures import Pictures
from local.egress.recorder.sides import Sides
from local.egress.recorder.sound_file import SoundFile
from local.egress.recorder.talk_file import TalkFile
from local.egress.recorder.task import Ended, Ending, News, Started, Task
from local.egress.recorder.timeline import LOOK_AHEAD, RATE, Sound

EVERY_S = 0.25
# Longer than it should: this process stood still, and what came meanwhile is not heard yet.
STOOD_STILL_S = 2 * EVERY_S
# The jitter buffer may have held the first sound back for that long.
BEFORE_THE_FIRST = 200 * RATE // 1000
# What is older is final: the judgement's look-ahead, and the jitter buffer. After a stall that holds back a second for
# many more; a crash then loses that much more.
LEAST_HELD_BACK, MOST_HELD_BACK = 500 * RATE // 1000, 1200 * RATE // 1000
# By how much it may grow until it is asked again.
GROWS = 200 * RATE // 1000
ENDS_OF_A_ROOM = {
    rtc.DisconnectReason.CLIENT_INITIATED,
    rtc.DisconnectReason.PARTICIPANT_REMOVED,
    rtc.DisconnectReason.ROOM_CLOSED,
    rtc.DisconnectReason.ROOM_DELETED,
}


class RoomRecorder:
    def __init__(self, task: Task, tell: Callable[[News], None]) -> None:
        self._task = task
        self._tell = tell
        self._room = rtc.Room()
        self._sides = Sides(task.mixing)
        self._listeners: dict[str, Listener] = {}
        self._closing: set[asyncio.Task[None]] = set()
        self._mix = Mix()
        speaker_in_front = task.layout == "speaker"
        self._pictures = Pictures(speaker_in_front=speaker_in_front, clock_at=self._clock_at) if task.layout else None
        self._clock: Clock | None = None
        self._over = asyncio.Event()
        self._reason, self._failure = END_OF_ROOM, ""

    def stop(self, reason: str, failure: str = "") -> None:
        if not self._over.is_set():
            self._reason, self._failure = reason, failure
            self._over.set()

    async def record(self) -> None:
        self._attend()
        if not await self._join():
            self._tell(Ended(samples=0, failure=self._failure))
            return
        for participant in self._room.remote_participants.values():
            for publication in participant.track_publications.values():
                self._subscribe(publication)
        samples = await self._write()
        await asyncio.gather(*(listener.close() for listener in self._listeners.values()))
        if self._pictures:
            await self._pictures.close()
        await self._room.disconnect()
        self._tell(Ended(samples=samples, failure=self._failure))

    async def _join(self) -> bool:
        """The SDK tries for a minute to enter a room that was just closed; the end is not to wait for it."""
        options = rtc.RoomOptions(auto_subscribe=False)
        joining = asyncio.ensure_future(self._room.connect(self._task.url, self._task.token, options))
        over = asyncio.create_task(self._over.wait())
        await asyncio.wait({joining, over}, return_when=asyncio.FIRST_COMPLETED)
        over.cancel()
        if not joining.done():
            joining.cancel()
            return False
        if isinstance(joining.exception(), rtc.ConnectError):
            self._failure = CONNECTION_LOST
            return False
        joining.result()
        return True

    def _attend(self) -> None:
        room = self._room
        room.on("track_published", lambda publication, _: self._subscribe(publication))
        room.on("track_subscribed", self._listen)
        room.on("track_unsubscribed", self._leave_be)
        room.on("disconnected", self._gone)
        if self._pictures:
            room.on("track_muted", lambda _, publication: self._hide(publication.sid))
            room.on("active_speakers_changed", self._pictures.hear_speakers)

    def _subscribe(self, publication: rtc.RemoteTrackPublication) -> None:
        if self._pictures or publication.kind == rtc.TrackKind.KIND_AUDIO:
            publication.set_subscribed(True)

    def _listen(
        self, track: rtc.Track, publication: rtc.RemoteTrackPublication, participant: rtc.RemoteParticipant
    ) -> None:
        if track.kind == rtc.TrackKind.KIND_AUDIO:
            self._listeners[track.sid] = Listener(track, self._sides.of_next_track(participant.kind), self._hear)
        elif self._pictures:
            self._pictures.watch(track, publication, participant)

    def _leave_be(self, track: rtc.Track, *_: object) -> None:
        if listener := self._listeners.pop(track.sid, None):
            self._place(listener, everything=True)
            self._close(listener.close())
        elif self._pictures:
            self._hide(track.sid)
            self._close(self._pictures.leave_be(track.sid))

    def _hide(self, sid: str) -> None:
        if self._pictures and self._clock:
            self._pictures.hide(sid, at=self._clock.now())

    def _close(self, closing: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(closing)
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    def _gone(self, reason: rtc.DisconnectReason.ValueType) -> None:
        self.stop(END_OF_ROOM, "" if reason in ENDS_OF_A_ROOM else CONNECTION_LOST)

    def _hear(self, listener: Listener, sound: Sound, at_ns: int) -> None:
        clock = self._clock_at(at_ns - len(sound) * NS // RATE)
        listener.timeline.hear(sound, at=clock.position(at_ns))

    def _clock_at(self, first_ns: int) -> Clock:
        """`first_ns`: what came then is the first of all, unless something was before."""
        if self._clock is None:
            self._clock = Clock(first_ns - BEFORE_THE_FIRST * NS // RATE)
        return self._clock

    async def _write(self) -> int:
        """Until it is over. Answers how many samples of each side are in the file."""
        while self._clock is None:
            if await self._is_over_within(EVERY_S / 10):
                return 0
        with self._open_file() as file:
            self._tell(Started(first_sample_ns=self._clock.wall_ns - file.lead_in * NS // RATE))
            await self._write_on(self._clock, file)
            self._tell(Ending(reason=self._reason))
            for listener in self._listeners.values():
                self._place(listener, everything=True)
            await self._take(file, self._clock.now())
        return file.written + file.lead_in

    async def _write_on(self, clock: Clock, file: SoundFile) -> None:
        last_s = time.monotonic()
        while not await self._is_over_within(EVERY_S):
            stood_still = time.monotonic() - last_s > STOOD_STILL_S
            last_s = time.monotonic()
            if stood_still:
                continue
            now = clock.now()
            for listener in self._listeners.values():
                self._place(listener)
            await self._take(file, now - self._horizon())
            last_s = time.monotonic()
            if now > self._task.longest_s * RATE:
                self.stop(END_OF_TIME)

    def _horizon(self) -> int:
        held_back = max((each.timeline.held_back for each in self._listeners.values()), default=0)
        return LOOK_AHEAD + min(max(held_back + GROWS, LEAST_HELD_BACK), MOST_HELD_BACK)

    def _open_file(self) -> SoundFile:
        task = self._task
        if self._pictures:
            return TalkFile(Path(task.path), bits_per_second=task.bits_per_second)
        return SoundFile(Path(task.path), task.file_type, bits_per_second=task.bits_per_second)

    async def _take(self, file: SoundFile, until: int) -> None:
        """What lies before a position is final. Pictures take long: the room is heard meanwhile."""
        sound = self._mix.take(until)
        if self._pictures and isinstance(file, TalkFile):
            await asyncio.to_thread(file.show, self._pictures.scenes(until))
        file.write(sound)

    def _place(self, listener: Listener, *, everything: bool = False) -> None:
        if not self._clock:
            return
        timeline, final = listener.timeline, self._mix.taken
        now = self._clock.now()
        for placed in timeline.place_all(final=final) if everything else timeline.place(now, final=final):
            self._mix.add(placed, listener.side)

    async def _is_over_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                return await self._over.wait()
        except TimeoutError:
            return False
