"""Recordings as items, and back."""

from dataclasses import asdict
from datetime import datetime

from echosphere.adapters.dynamodb.items import RecordingItem
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.adapters.dynamodb.unsettled import unsettled_keys
from echosphere.adapters.sort_keys import recording_sort_key
from echosphere.domain.moment import from_text, to_text
from echosphere.domain.recording import Recording, RecordingFailure, RecordingKind, RecordingStatus, Rendition
from echosphere.domain.trace import TraceParent


def to_recording_item(recording: Recording) -> RecordingItem:
    unsettled = unsettled_keys(recording)
    return RecordingItem(
        session_partition(recording.session_id),
        recording_sort_key(recording.attempt),
        GSI2PK=unsettled[0],
        GSI2SK=unsettled[1],
        session_id=recording.session_id,
        workspace_id=recording.workspace_id,
        attempt=recording.attempt,
        kind=recording.kind.value,
        status=recording.status.value,
        revision=recording.revision,
        created_at=to_text(recording.created_at),
        changed_at=to_text(recording.changed_at),
        called_until=_text(recording.called_until),
        lane=recording.lane,
        egress_id=recording.egress_id,
        started_at=_text(recording.started_at),
        ended_at=_text(recording.ended_at),
        duration_s=recording.duration_s,
        ended_early=recording.ended_early,
        raw_version=recording.raw_version,
        job_id=recording.job_id,
        given_up_job_id=recording.given_up_job_id,
        percent=recording.percent,
        failure=recording.failure,
        failure_words=recording.failure_words,
        renditions=[asdict(each) for each in recording.renditions],
        has_captions=recording.has_captions,
        has_thumbnails=recording.has_thumbnails,
        has_mix=recording.has_mix,
        trace=str(recording.trace) if recording.trace else None,
    )


def to_recording(item: RecordingItem) -> Recording:
    return Recording(
        session_id=item.session_id,
        workspace_id=item.workspace_id,
        attempt=int(item.attempt),
        kind=RecordingKind(item.kind),
        status=RecordingStatus(item.status),
        revision=int(item.revision),
        created_at=from_text(item.created_at),
        changed_at=from_text(item.changed_at),
        called_until=_moment(item.called_until),
        lane=int(item.lane or 1),  # older items have none
        egress_id=item.egress_id,
        started_at=_moment(item.started_at),
        ended_at=_moment(item.ended_at),
        duration_s=item.duration_s,
        ended_early=bool(item.ended_early),  # older items do not say
        raw_version=item.raw_version,
        job_id=item.job_id,
        given_up_job_id=item.given_up_job_id,
        percent=int(item.percent) if item.percent is not None else None,
        failure=RecordingFailure(item.failure) if item.failure else None,
        failure_words=item.failure_words,
        renditions=tuple(Rendition(**{**each, "kind": RecordingKind(each["kind"])}) for each in item.renditions),
        has_captions=item.has_captions,
        has_thumbnails=bool(item.has_thumbnails),  # older items have none
        has_mix=bool(item.has_mix),
        trace=TraceParent.parse(item.trace),
    )


def _text(moment: datetime | None) -> str | None:
    return to_text(moment) if moment else None


def _moment(text: str | None) -> datetime | None:
    return from_text(text) if text else None
