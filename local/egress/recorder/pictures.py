"""All that is seen in a room, as the scenes of its recording."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from livekit import rtc

from local.egress.recorder.clock import Clock
from local.egress.recorder.picture import Picture
from local.egress.recorder.scene import Scene, Tile, frame_at
from local.egress.recorder.shown import Shown
from local.egress.recorder.watcher import Watcher

SCREEN = rtc.TrackSource.SOURCE_SCREENSHARE
# After this process stood still, or when it cannot follow: the last ones before it are repeated.
MOST_AT_ONCE = 15


@dataclass
class _Seen:
    participant: str
    is_screen: bool
    watcher: Watcher | None = None
    shown: Shown = field(default_factory=Shown)


class Pictures:
    """`clock_at(monotonic_ns)` answers the recording's clock, and starts it if that was its first picture."""

    def __init__(self, *, speaker_in_front: bool, clock_at: Callable[[int], Clock]) -> None:
        self._speaker_in_front = speaker_in_front
        self._clock_at = clock_at
        self._seen: dict[str, _Seen] = {}
        self._speaker = ""
        self._next = 0

    def watch(
        self, track: rtc.Track, publication: rtc.RemoteTrackPublication, participant: rtc.RemoteParticipant
    ) -> None:
        seen = self._seen[track.sid] = _Seen(participant.identity, publication.source == SCREEN)

        def see(picture: Picture, at_ns: int) -> None:
            if not publication.muted:
                seen.shown.see(picture, at=self._clock_at(at_ns).position(at_ns))

        seen.watcher = Watcher(track, see)

    def hide(self, sid: str, *, at: int) -> None:
        """Its camera is off, or gone; a picture that stays would tell what is no longer so."""
        if seen := self._seen.get(sid):
            seen.shown.see(None, at=at)

    async def leave_be(self, sid: str) -> None:
        if (seen := self._seen.get(sid)) and seen.watcher:
            await seen.watcher.close()
            seen.watcher = None

    def hear_speakers(self, speakers: list[rtc.Participant]) -> None:
        """The loudest first. Whoever spoke last stays in front."""
        showing = {seen.participant for seen in self._seen.values()}
        self._speaker = next((each.identity for each in speakers if each.identity in showing), self._speaker)

    def scenes(self, until: int) -> list[Scene]:
        """Those before a position that were not yet asked for."""
        first, self._next = self._next, max(self._next, frame_at(until))
        scenes = [self._scene(number) for number in range(first, self._next)]
        self._seen = {
            sid: seen for sid, seen in self._seen.items() if seen.watcher is not None or not seen.shown.is_empty
        }
        return scenes[-MOST_AT_ONCE:]

    async def close(self) -> None:
        await asyncio.gather(*(self.leave_be(sid) for sid in list(self._seen)))

    def _scene(self, number: int) -> Scene:
        shown = [(sid, seen, seen.shown.in_frame(number)) for sid, seen in self._seen.items()]
        tiles = [(seen, Tile(sid, picture)) for sid, seen, picture in shown if picture]
        screens = [tile for seen, tile in tiles if seen.is_screen]
        speakers = [tile for seen, tile in tiles if self._speaker_in_front and seen.participant == self._speaker]
        front = screens[-1] if screens else speakers[0] if speakers else None
        return Scene(number, front, tuple(tile for _, tile in tiles if tile is not front))
