"""LiveKit's webhooks: a JWT in the Authorization header, signed with our keys, that holds the body's hash."""

import hmac
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256

from google.protobuf.json_format import Parse, ParseError
from jwt import PyJWTError
from livekit import api
from livekit.protocol.models import TrackSource
from livekit.protocol.webhook import WebhookEvent

from echosphere.adapters.egress_news import to_news
from echosphere.adapters.livekit_api import KeySource, LiveKitKeys
from echosphere.adapters.livekit_rooms import session_in
from echosphere.domain.egress import EgressNews
from echosphere.domain.errors import WebhookNotGenuine

PICTURES = (TrackSource.CAMERA, TrackSource.SCREEN_SHARE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomNews:
    """`kind` is LiveKit's word (`room_finished`, …); `session_id` is None for a room that is not one of ours, and in
    news of tracks, which tell the room's name alone (livekit-server, pkg/telemetry/events.go).

    `identity`: of the participant in the news. `shows_picture`: the track in the news is a camera or a screen.
    `egress` is there in news of an egress of ours.
    """

    kind: str
    session_id: str | None
    room_name: str = ""
    identity: str = ""
    shows_picture: bool = False
    egress: EgressNews | None = None


def read_webhook(body: str, authorization: str, keys: KeySource) -> RoomNews:
    """Raises WebhookNotGenuine."""
    _verify_with_newest(body, authorization, keys)
    try:
        event = Parse(body, WebhookEvent(), ignore_unknown_fields=True)
    except ParseError as error:
        raise WebhookNotGenuine from error
    return RoomNews(
        kind=event.event,
        room_name=event.room.name,
        session_id=session_in(event.room.metadata),
        identity=event.participant.identity,
        shows_picture=event.track.source in PICTURES,
        egress=to_news(event.egress_info) if event.HasField("egress_info") else None,
    )


def _verify_with_newest(body: str, authorization: str, keys: KeySource) -> None:
    known = keys()
    try:
        _verify(body, authorization, known)
    except WebhookNotGenuine:
        newer = keys(refused=known)
        if newer == known:
            raise
        _verify(body, authorization, newer)


def _verify(body: str, authorization: str, keys: LiveKitKeys) -> None:
    try:
        claims = api.TokenVerifier(keys.api_key, keys.api_secret).verify(authorization)
    except (PyJWTError, ValueError) as error:
        raise WebhookNotGenuine from error
    body_hash = b64encode(sha256(body.encode()).digest()).decode()
    if not hmac.compare_digest(claims.sha256 or "", body_hash):
        raise WebhookNotGenuine
