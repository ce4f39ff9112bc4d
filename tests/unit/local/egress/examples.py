"""Requests and keys as product code brings them."""

from datetime import UTC, datetime
from pathlib import Path

from livekit import api
from livekit.protocol.egress import EncodedFileOutput, RoomCompositeEgressRequest, S3Upload

from local.egress.recordings import Recordings
from local.egress.shelf import Shelf
from local.egress.webhooks import Webhooks
from local.livekit_start import LiveKitKeys

KEYS = LiveKitKeys(api_key="echosphere", api_secret="a-secret-of-the-tests-and-of-nothing-else")
NOW = datetime(2026, 11, 21, 9, 30, 15, 250_000, tzinfo=UTC)
ROOM = "a-room"


def a_file(**changes: object) -> EncodedFileOutput:
    s3 = S3Upload(bucket="raw", access_key="AKIA", secret="opens nothing", session_token="nor this")
    asked = {"file_type": api.EncodedFileType.MP4, "filepath": "raw/S1/001.mp4", "disable_manifest": True, "s3": s3}
    return EncodedFileOutput(**(asked | changes))  # type: ignore[arg-type]  # protobuf's own names


def a_request(**changes: object) -> RoomCompositeEgressRequest:
    asked = {
        "room_name": ROOM,
        "audio_only": True,
        "audio_mixing": api.AudioMixing.DUAL_CHANNEL_AGENT,
        "file_outputs": [a_file()],
    }
    return RoomCompositeEgressRequest(**(asked | changes))  # type: ignore[arg-type]  # protobuf's own names


def a_token(grants: api.VideoGrants, *, secret: str = KEYS.api_secret) -> str:
    return api.AccessToken(KEYS.api_key, secret).with_grants(grants).to_jwt()


async def nobody(_url: str, _headers: dict[str, str], _body: bytes) -> int | None:
    return None


async def find_room(name: str) -> str | None:
    return "RM_1" if name == ROOM else None


def recordings_in(folder: Path) -> Recordings:
    return Recordings(
        shelf=Shelf(folder),
        webhooks=Webhooks(nobody, KEYS, []),
        keys=KEYS,
        rooms_url="ws://127.0.0.1:1",
        find_room=find_room,
        longest_s=1,
    )
