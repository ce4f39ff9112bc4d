"""A talk with its recorder, its bucket and its transcoder, all in memory, and the news that they send."""

from dataclasses import dataclass, replace
from datetime import timedelta

from echosphere.adapters.memory import memory_ports
from echosphere.adapters.memory.event_bus import MemoryEventBus
from echosphere.adapters.memory.inspector import MemoryInspector
from echosphere.adapters.memory.media_store import MemoryMediaStore
from echosphere.adapters.memory.recorder import MemoryRecorder
from echosphere.adapters.memory.rooms import MemoryRooms
from echosphere.adapters.memory.settable_clock import SettableClock
from echosphere.adapters.memory.transcoder import MemoryTranscoder
from echosphere.domain.egress import EgressNews, EgressStatus
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.recording import Recording, RecordingKind
from echosphere.domain.session import EndReason, Session
from echosphere.domain.transcoding import TranscodeStatus
from echosphere.ports import MediaPorts
from echosphere.ports.inspector import Probe
from echosphere.ports.media_store import StoredObject
from echosphere.services.activate_session import activate_session
from echosphere.services.end_session import end_session
from echosphere.services.follow_egress import follow_egress
from echosphere.services.follow_transcode import follow_transcode
from echosphere.services.start_recording import start_recording
from echosphere.services.transcode_recording import transcode_recording
from tests.examples import a_session

TALK_S = 12.0
FILE = b"an mp4 of twelve seconds"
SEGMENT = b"a segment"
PROBE = Probe(duration_s=TALK_S, channels=2)
MASTER = """#EXTM3U
#EXT-X-VERSION:3
#EXT-X-STREAM-INF:BANDWIDTH=140800,CODECS="mp4a.40.2"
audio_128k.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=70400,CODECS="mp4a.40.2"
audio_64k.m3u8
"""
PLAYLIST = """#EXTM3U
#EXT-X-VERSION:3
#EXT-X-TARGETDURATION:6
#EXTINF:6.0,
{name}_00001.ts
#EXTINF:6.0,
{name}_00002.ts
#EXT-X-ENDLIST
"""


@dataclass(frozen=True)
class RecordingStage:
    ports: MediaPorts
    clock: SettableClock
    bus: MemoryEventBus
    rooms: MemoryRooms
    recorder: MemoryRecorder
    media: MemoryMediaStore
    transcoder: MemoryTranscoder
    inspector: MemoryInspector
    session: Session

    def published(self) -> list[str]:
        return [event.detail_type() for event in self.bus.published]

    def recordings(self) -> list[Recording]:
        return self.ports.recordings.list_by_session(self.session.id)

    def last(self) -> Recording:
        return self.recordings()[-1]

    def _chosen(self, attempt: int | None) -> Recording:
        return self.ports.recordings.get(self.session.id, attempt) if attempt else self.last()

    def start(self, kind: RecordingKind = RecordingKind.AUDIO) -> list[Recording]:
        return start_recording(self.ports, self.session.id, kind=kind)

    def tell(self, status: EgressStatus, *, attempt: int | None = None, **facts: object) -> None:
        """The egress of the last attempt sends its news."""
        recording = self._chosen(attempt)
        fields = {"egress_id": recording.egress_id, "key": recording.raw_key, "status": status, **facts}
        follow_egress(self.ports, EgressNews(**fields))  # type: ignore[arg-type]  # fields by name

    def begin(self) -> None:
        """The recorder is in the room, and the talk begins."""
        self.start()
        self.tell(EgressStatus.ACTIVE, started_at=self.clock.now())
        activate_session(self.ports, self.session.id)

    def begin_without_a_recorder(self) -> None:
        self.start()
        activate_session(self.ports, self.session.id)

    def hang_up(self, *, after_s: float = TALK_S) -> None:
        self.clock.advance(after_s)
        end_session(self.ports, self.session.id, reason=EndReason.HUNG_UP)

    def store(self, body: bytes = FILE, *, attempt: int | None = None) -> StoredObject:
        key = self._chosen(attempt).raw_key
        self.media.put(key, body, content_type="video/mp4")
        stored = self.media.find(key)
        assert stored
        return stored

    def upload(self, body: bytes = FILE, *, attempt: int | None = None) -> Recording | None:
        return transcode_recording(self.ports, self.store(body, attempt=attempt))

    def be_transcoded(self, *, attempt: int | None = None) -> Recording:
        """MediaConvert has written what it was asked for, and says so."""
        folder = f"{self._chosen(attempt).media_prefix}hls/"
        self.media.put(f"{folder}audio.m3u8", MASTER.encode(), content_type="")
        for name in ("audio_128k", "audio_64k"):
            self.media.put(f"{folder}{name}.m3u8", PLAYLIST.format(name=name).encode(), content_type="")
            for number in (1, 2):
                self.media.put(f"{folder}{name}_{number:05d}.ts", SEGMENT, content_type="")
        return self.say(TranscodeStatus.COMPLETE, attempt=attempt)

    def say(
        self, status: TranscodeStatus, *, words: str | None = None, code: int | None = None, attempt: int | None = None
    ) -> Recording:
        job_id = self._chosen(attempt).job_id
        assert job_id
        follow_transcode(self.ports, self.transcoder.tell(job_id, status, words=words, code=code))
        return self._chosen(attempt)

    def talk(self) -> None:
        """From hello to the raw file; what follows is the pipeline."""
        self.begin()
        self.hang_up()
        self.tell(EgressStatus.COMPLETE, ended_at=self.clock.now(), duration_s=TALK_S, file_bytes=len(FILE))


def set_recording_stage(*, recorders: int = 1, **changes: object) -> RecordingStage:
    clock = SettableClock()
    ports = replace(memory_ports(clock), recorders_of_sound=recorders)
    key = IdempotencyKey(scope="person-0", value="key-0001", request="start")
    session = ports.sessions.create(a_session(created_at=clock.now(), **changes), key=key)
    clock.advance(1)
    assert isinstance(ports.bus, MemoryEventBus) and isinstance(ports.rooms, MemoryRooms)
    assert isinstance(ports.recorder, MemoryRecorder) and isinstance(ports.media, MemoryMediaStore)
    assert isinstance(ports.transcoder, MemoryTranscoder) and isinstance(ports.inspector, MemoryInspector)
    ports.inspector.plant(FILE, PROBE)
    ports.inspector.plant(SEGMENT, replace(PROBE, duration_s=6.0, start_s=10.0))
    return RecordingStage(
        ports, clock, ports.bus, ports.rooms, ports.recorder, ports.media, ports.transcoder, ports.inspector, session
    )


HOUR = timedelta(hours=1)
