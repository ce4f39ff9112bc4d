from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.errors import RecordingNotFound, WriteConflict
from echosphere.domain.events import Event
from echosphere.domain.recording import Recording
from echosphere.domain.session import Session
from echosphere.ports.recording_store import Unsettled


@dataclass(frozen=True)
class MemoryRecordingStore:
    """It lies in the same table as the sessions: a deleted one takes its recordings with it."""

    sessions: MemorySessionStore
    outbox: MemoryOutbox
    _accounted_for: set[str] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def get(self, session_id: str, attempt: int) -> Recording:
        try:
            return self.sessions.recordings[session_id, attempt]
        except KeyError:
            raise RecordingNotFound(session_id) from None

    def list_by_session(self, session_id: str) -> list[Recording]:
        mine = [each for each in self.sessions.recordings.values() if each.session_id == session_id]
        return sorted(mine, key=lambda recording: recording.attempt)

    def create(self, recording: Recording, *, event: Event | None = None) -> None:
        with self._lock:
            if (recording.session_id, recording.attempt) in self.sessions.recordings:
                raise WriteConflict
            self._store(recording, event)

    def replace(self, recording: Recording, *, was: Recording, event: Event | None = None) -> None:
        with self._lock:
            stored = self.sessions.recordings.get((recording.session_id, recording.attempt))
            if stored is None or stored.revision != was.revision:
                raise WriteConflict
            self._store(recording, event)

    def list_unsettled(self, *, before: datetime, limit: int) -> list[Unsettled]:
        recordings = [
            Unsettled(session_id=each.session_id, attempt=each.attempt)
            for each in self.sessions.recordings.values()
            if not each.is_settled and each.changed_at < before
        ]
        talks = [
            Unsettled(session_id=each.id, attempt=None)
            for each in self.sessions.all()
            if each.id not in self._accounted_for and each.created_at < before
        ]
        return [*recordings, *talks][:limit]

    def account_for(self, session_id: str) -> None:
        self._accounted_for.add(session_id)

    def look_again(self, session: Session) -> None:
        self._accounted_for.discard(session.id)

    def _store(self, recording: Recording, event: Event | None) -> None:
        self.sessions.recordings[recording.session_id, recording.attempt] = recording
        if event:
            self.outbox.add(event)
