from dataclasses import dataclass, field, replace
from itertools import count

from echosphere.domain.egress import EgressNews, EgressStatus
from echosphere.domain.errors import RecorderRefused, RecorderUnavailable
from echosphere.domain.recording import RecordingKind


@dataclass
class MemoryRecorder:
    """`is_down` makes it as unreachable as a server that is gone; `refuses` makes it answer with those words."""

    is_down: bool = False
    refuses: str | None = None
    egresses: dict[str, tuple[str, EgressNews]] = field(default_factory=dict)
    started: list[tuple[RecordingKind, str]] = field(default_factory=list)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def start(self, *, room_name: str, kind: RecordingKind, key: str, within_s: float) -> str:
        self._must_be_up()
        if self.refuses is not None:
            raise RecorderRefused(self.refuses)
        egress_id = f"EG_{next(self._numbers)}"
        self.started.append((kind, key))
        self.egresses[egress_id] = room_name, EgressNews(egress_id=egress_id, key=key, status=EgressStatus.STARTING)
        return egress_id

    def stop(self, egress_id: str) -> None:
        self._must_be_up()
        if egress_id in self.egresses:
            room_name, news = self.egresses[egress_id]
            self.egresses[egress_id] = room_name, replace(news, status=EgressStatus.COMPLETE)

    def list(self, room_name: str) -> list[EgressNews]:
        self._must_be_up()
        return [news for room, news in self.egresses.values() if room == room_name]

    def _must_be_up(self) -> None:
        if self.is_down:
            raise RecorderUnavailable
