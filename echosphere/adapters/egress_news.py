"""LiveKit's EgressInfo in our words. Its times are nanoseconds since 1970, its durations nanoseconds."""

from datetime import UTC, datetime

from livekit.protocol import egress

from echosphere.domain.egress import EgressNews, EgressStatus

STATUS = {
    egress.EgressStatus.EGRESS_STARTING: EgressStatus.STARTING,
    egress.EgressStatus.EGRESS_ACTIVE: EgressStatus.ACTIVE,
    egress.EgressStatus.EGRESS_ENDING: EgressStatus.ENDING,
    egress.EgressStatus.EGRESS_COMPLETE: EgressStatus.COMPLETE,
    egress.EgressStatus.EGRESS_LIMIT_REACHED: EgressStatus.LIMIT_REACHED,
    egress.EgressStatus.EGRESS_FAILED: EgressStatus.FAILED,
    egress.EgressStatus.EGRESS_ABORTED: EgressStatus.ABORTED,
}
NANOSECONDS = 1_000_000_000


def to_news(info: egress.EgressInfo) -> EgressNews | None:
    """None: it writes no file, so it is none of ours."""
    file = info.file_results[0] if info.file_results else egress.FileInfo()
    requested = info.room_composite.file_outputs
    key = requested[0].filepath if requested else file.filename
    if not key:
        return None
    return EgressNews(
        egress_id=info.egress_id,
        key=key,
        status=STATUS[info.status],
        # Not the egress' own, which is the moment of the request: told late, it would move the file.
        started_at=_moment(file.started_at),
        ended_at=_moment(file.ended_at or info.ended_at),
        duration_s=file.duration / NANOSECONDS if file.duration else None,
        file_bytes=file.size,
        words=info.error or None,
    )


def _moment(nanoseconds: int) -> datetime | None:
    """Cut to milliseconds, which is what is stored."""
    if not nanoseconds:
        return None
    return datetime.fromtimestamp(nanoseconds // 1_000_000 / 1000, UTC)
