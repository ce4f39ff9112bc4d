"""What LiveKit's egress tells of one of its files, in our words."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EgressStatus(StrEnum):
    STARTING = "starting"
    ACTIVE = "active"
    ENDING = "ending"
    COMPLETE = "complete"
    LIMIT_REACHED = "limit_reached"
    FAILED = "failed"
    ABORTED = "aborted"


_OVER = (EgressStatus.COMPLETE, EgressStatus.LIMIT_REACHED, EgressStatus.FAILED, EgressStatus.ABORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class EgressNews:
    """`key` is the file's own; `started_at` is its first sample's moment once that is known.

    `file_bytes` is 0 until the file is stored. `words` are LiveKit's own about an error.
    """

    egress_id: str
    key: str
    status: EgressStatus
    started_at: datetime | None = None
    ended_at: datetime | None = None
    duration_s: float | None = None
    file_bytes: int = 0
    words: str | None = None

    @property
    def is_over(self) -> bool:
        return self.status in _OVER

    @property
    def has_file(self) -> bool:
        """A recorder that died may have stored what it had: a part of a talk is better than none."""
        return self.is_over and self.file_bytes > 0

    @property
    def died(self) -> bool:
        return self.status in (EgressStatus.FAILED, EgressStatus.ABORTED)

    @property
    def ended_well(self) -> bool:
        return self.status is EgressStatus.COMPLETE
