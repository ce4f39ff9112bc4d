from dataclasses import dataclass, field, replace
from datetime import datetime

from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.speaker import Speaker


@dataclass(frozen=True)
class MemorySpeakerStore:
    sessions: MemorySessionStore
    _speakers: dict[tuple[str, str], Speaker] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sessions.forget_with_a_session(self._speakers)

    def create(self, speaker: Speaker) -> None:
        self._speakers[speaker.session_id, speaker.identity] = speaker

    def remove(self, session_id: str, identity: str, *, at: datetime) -> None:
        if speaker := self._speakers.get((session_id, identity)):
            self._speakers[session_id, identity] = replace(speaker, removed_at=at)

    def list_by_session(self, session_id: str) -> list[Speaker]:
        mine = [speaker for speaker in self._speakers.values() if speaker.session_id == session_id]
        return sorted(mine, key=lambda speaker: speaker.joined_at)
