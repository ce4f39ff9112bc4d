from typing import Protocol

from echosphere.domain.egress import EgressNews
from echosphere.domain.recording import RecordingKind


class Recorder(Protocol):
    """LiveKit's egress. Every method raises RecorderUnavailable when it does not answer."""

    def start(self, *, room_name: str, kind: RecordingKind, key: str, within_s: float) -> str:
        """Records the room into one MP4 that is stored under `key` at its end; gives the egress' id.

        The sound has two channels: the agent left, people right. It is called within `within_s` or not at all; an
        answer that does not come by then is none, and the recorder may come all the same. Raises RecorderRefused.
        """
        ...

    def stop(self, egress_id: str) -> None:
        """One that is over or unknown is no error."""
        ...

    def list(self, room_name: str) -> list[EgressNews]:
        """What runs in the room, and what ended there lately."""
        ...
