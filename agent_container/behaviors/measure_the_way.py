"""How old the owner's sound is when it comes here: it was packed by the sender, and lay in WebRTC's jitter buffer.

That is asked for at both ends of each utterance, so that the difference tells of it alone.
"""

from collections.abc import Awaitable, Callable

from livekit import rtc
from livekit.agents import UserStateChangedEvent

from agent_container.talk import Talk

# A packet of Opus is sent when it is full, 20 ms, and its encoder looks 6.5 ms ahead (RFC 6716).
PACKED_S = 0.0265
LEAST_SAMPLES = 4_800  # a tenth of a second at 48 kHz: what is shorter tells little

type Held = tuple[float, int]
"""Seconds that all samples so far were held back together, and how many samples came out."""


def attach(talk: Talk) -> None:
    way = WayHere(lambda: _held(talk), note=talk.stages.note_way)

    def ask(event: UserStateChangedEvent) -> None:
        if event.new_state == "speaking":
            talk.spawn(way.begin())
        elif event.old_state == "speaking":
            talk.spawn(way.end())

    talk.agent_session.on("user_state_changed", ask)


class WayHere:
    def __init__(self, ask: Callable[[], Awaitable[Held | None]], *, note: Callable[[float], None]) -> None:
        self._ask = ask
        self._note = note
        self._before: Held = (0.0, 0)

    async def begin(self) -> None:
        self._before = await self._ask() or self._before

    async def end(self) -> None:
        if (held := await self._ask()) is None:
            return
        seconds, samples = held[0] - self._before[0], held[1] - self._before[1]
        if samples >= LEAST_SAMPLES:
            self._note(seconds / samples + PACKED_S)


async def _held(talk: Talk) -> Held | None:
    """None where the owner has no microphone in the room."""
    owner = talk.job.room.remote_participants.get(talk.session.participant_identity)
    for publication in owner.track_publications.values() if owner else ():
        if publication.source == rtc.TrackSource.SOURCE_MICROPHONE and publication.track is not None:
            return await _held_of(publication.track)
    return None


async def _held_of(track: rtc.Track) -> Held | None:
    try:
        told = await track.get_stats()
    except Exception:  # noqa: BLE001  # the SDK raises nothing narrower, and the track may be gone
        return None
    for each in told:
        if each.HasField("inbound_rtp"):
            inbound = each.inbound_rtp.inbound
            return inbound.jitter_buffer_delay, inbound.jitter_buffer_emitted_count
    return None
