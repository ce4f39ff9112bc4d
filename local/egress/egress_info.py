"""What LiveKit says about a recording, in each of its states (protocol/livekit/livekit_egress.go)."""

from http import HTTPStatus

from livekit import api
from livekit.protocol.egress import EgressInfo, EgressSourceType, FileInfo, RoomCompositeEgressRequest

from local.egress.order import Order

END_ASKED, END_OF_ROOM, END_OF_TIME, END_BY_FAILURE = (
    "StopEgress API",
    "Source closed",
    "Session limit reached",
    "Failure",
)
NEVER_HEARD = "Start signal not received"
CONNECTION_LOST = "recording ended early: connection to room failed"
STOPPED_TOO_SOON = "Stop called before pipeline could start"
ENDED = (
    api.EgressStatus.EGRESS_COMPLETE,
    api.EgressStatus.EGRESS_FAILED,
    api.EgressStatus.EGRESS_ABORTED,
    api.EgressStatus.EGRESS_LIMIT_REACHED,
)


def starting(order: Order, request: RoomCompositeEgressRequest, *, at_ns: int) -> EgressInfo:
    return EgressInfo(
        egress_id=order.egress_id,
        room_id=order.room_id,
        room_name=order.room_name,
        source_type=EgressSourceType.EGRESS_SOURCE_TYPE_WEB
        if order.layout
        else EgressSourceType.EGRESS_SOURCE_TYPE_SDK,
        status=api.EgressStatus.EGRESS_STARTING,
        started_at=at_ns,
        updated_at=at_ns,
        room_composite=without_secrets(request),
        file_results=[FileInfo(filename=order.key)],
        file=FileInfo(filename=order.key),
    )


def without_secrets(request: RoomCompositeEgressRequest) -> RoomCompositeEgressRequest:
    shown = RoomCompositeEgressRequest()
    shown.CopyFrom(request)
    outputs = [*shown.file_outputs, *([shown.file] if shown.HasField("file") else [])]
    for s3 in (output.s3 for output in outputs if output.HasField("s3")):
        s3.access_key = "{access_key}" if s3.access_key else ""
        s3.secret = "{secret}" if s3.secret else ""
        s3.session_token = "{session_token}" if s3.session_token else ""
        s3.assume_role_external_id = "{external_id}" if s3.assume_role_external_id else ""
    return shown


def activate(info: EgressInfo, *, first_sample_ns: int, at_ns: int) -> None:
    info.status = api.EgressStatus.EGRESS_ACTIVE
    info.started_at = first_sample_ns
    info.updated_at = at_ns
    _file(info, started_at=first_sample_ns)


def ending(info: EgressInfo, reason: str, *, at_ns: int) -> None:
    info.status = api.EgressStatus.EGRESS_ENDING
    info.details = f"End reason: {reason}"
    info.updated_at = at_ns


def measured(info: EgressInfo, *, duration_ns: int, size: int) -> None:
    started_ns = info.file_results[0].started_at
    _file(info, ended_at=started_ns + duration_ns, duration=duration_ns, size=size)


def stored(info: EgressInfo, *, location: str) -> None:
    _file(info, location=location)


def complete(info: EgressInfo, *, at_ns: int) -> None:
    _end(info, api.EgressStatus.EGRESS_COMPLETE, at_ns)


def reach_limit(info: EgressInfo, *, at_ns: int) -> None:
    info.error, info.error_code = END_OF_TIME, HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    _end(info, api.EgressStatus.EGRESS_LIMIT_REACHED, at_ns)


def abort(info: EgressInfo, words: str, *, at_ns: int) -> None:
    info.error, info.error_code = words, HTTPStatus.PRECONDITION_FAILED
    _end(info, api.EgressStatus.EGRESS_ABORTED, at_ns)


def fail(info: EgressInfo, words: str, *, code: int = HTTPStatus.INTERNAL_SERVER_ERROR, at_ns: int) -> None:
    info.error, info.error_code = words, code
    info.details = info.details or f"End reason: {END_BY_FAILURE}"
    _end(info, api.EgressStatus.EGRESS_FAILED, at_ns)


def _end(info: EgressInfo, status: api.EgressStatus, at_ns: int) -> None:
    info.status = status
    info.updated_at = info.ended_at = at_ns


def _file(info: EgressInfo, **changes: int | str) -> None:
    """One file is told twice, for readers of the older field."""
    for name, value in changes.items():
        setattr(info.file_results[0], name, value)
    info.file.CopyFrom(info.file_results[0])
