"""LiveKit tells what happened to its rooms. The route is public: the signature is its only lock."""

from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.adapters.livekit_webhook import RoomNews, read_webhook
from echosphere.bootstrap.backend import backend_ports, livekit_keys
from echosphere.domain.errors import EchoSphereError, WebhookNotGenuine
from echosphere.domain.identifiers import is_guest
from echosphere.domain.recording import Recording, RecordingKind
from echosphere.ports import BackendPorts
from echosphere.services.close_room import close_room
from echosphere.services.follow_egress import follow_egress
from echosphere.services.remove_guest import turn_away
from echosphere.services.start_recording import start_recording
from lambdas.http.problems import MEDIA_TYPE, to_problem
from lambdas.tracing.span import SpanKind, note_recording, note_session, service_name, spanning
from lambdas.wire import Answer, Event


def handler(event: Event, context: LambdaContext) -> Answer:
    logger = Logger()
    try:
        news = read_webhook(_body(event), event["headers"].get("authorization", ""), livekit_keys())
        with spanning(f"{service_name()} {news.kind}", SpanKind.SERVER):
            _react(news)
    except EchoSphereError as error:
        logger.warning("webhook refused", code=error.code, exc_info=error if error.retryable else None)
        return _refuse(error, context.aws_request_id)
    logger.info("webhook taken", kind=news.kind)
    return {"statusCode": HTTPStatus.NO_CONTENT}


def _refuse(error: EchoSphereError, request_id: str) -> Answer:
    problem = to_problem(error, request_id=request_id)
    return {"statusCode": problem.status, "headers": {"content-type": MEDIA_TYPE}, "body": problem.model_dump_json()}


def _react(news: RoomNews) -> None:
    """News that no use case waits for is taken and changes nothing."""
    if reaction := REACTIONS.get(news.kind):
        reaction(backend_ports(), news)


def _record(ports: BackendPorts, news: RoomNews) -> None:
    if news.session_id:
        _note(start_recording(ports, news.session_id, kind=RecordingKind.AUDIO))


def _record_pictures(ports: BackendPorts, news: RoomNews) -> None:
    _record(ports, news)
    if news.shows_picture and (session_id := news.session_id or ports.rooms.session_of(news.room_name)):
        _note(start_recording(ports, session_id, kind=RecordingKind.VIDEO))


def _welcome(ports: BackendPorts, news: RoomNews) -> None:
    if news.session_id and is_guest(news.identity):
        turn_away(ports, news.session_id, news.identity)
    _record(ports, news)


def _close(ports: BackendPorts, news: RoomNews) -> None:
    if news.session_id:
        session = close_room(ports, news.session_id)
        if session:
            note_session(session)


def _follow(ports: BackendPorts, news: RoomNews) -> None:
    if news.egress:
        recording = follow_egress(ports, news.egress)
        if recording:
            note_recording(recording)


def _note(begun: Sequence[Recording]) -> None:
    for recording in begun:
        note_recording(recording)


REACTIONS: Mapping[str, Callable[[BackendPorts, RoomNews], None]] = {
    "room_started": _record,
    # LiveKit sends each webhook a few times at most; who enters later gives a recorder that was away another chance.
    "participant_joined": _welcome,
    "track_published": _record_pictures,
    "room_finished": _close,
    "egress_started": _follow,
    "egress_updated": _follow,
    "egress_ended": _follow,
}


def _body(event: Event) -> str:
    """API Gateway hands `application/webhook+json` over as base64; the hash is of the bytes that LiveKit sent.

    Raises WebhookNotGenuine for bytes that are no text.
    """
    body: str = event.get("body") or ""
    try:
        return b64decode(body).decode() if event.get("isBase64Encoded") else body
    except ValueError as error:
        raise WebhookNotGenuine from error
