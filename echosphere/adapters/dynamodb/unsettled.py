"""The keys of the sparse index `unsettled`: an item that has none is not in it."""

from zlib import crc32

from echosphere.adapters.sort_keys import session_sort_key, unsettled_sort_key
from echosphere.domain.recording import Recording
from echosphere.domain.session import Session

type Keys = tuple[str, str] | tuple[None, None]

SHARDS = 8  # as the outbox: the talks of one hour shall not be limited by one partition


def unsettled_partition(shard: int) -> str:
    return f"UNSETTLED#{shard}"


def unsettled_keys(recording: Recording) -> Keys:
    if recording.is_settled:
        return None, None
    return _partition_of(recording.session_id), unsettled_sort_key(recording)


def unsettled_session_keys(session: Session) -> tuple[str, str]:
    """From its first moment, so that a talk of which no recorder, or nobody at all, ever heard is found, too."""
    return _partition_of(session.id), session_sort_key(session)


def _partition_of(session_id: str) -> str:
    return unsettled_partition(crc32(session_id.encode()) % SHARDS)
