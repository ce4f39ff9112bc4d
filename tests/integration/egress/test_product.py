"""The product's webhook, on what the real server sends: a camera makes it record pictures, too."""

import asyncio
from dataclasses import replace
from pathlib import Path

import av
import boto3
import pytest

from echosphere.adapters.livekit_recorder import LiveKitRecorder, RawBucket
from echosphere.adapters.livekit_rooms import LiveKitKeys, LiveKitRooms
from echosphere.adapters.memory import memory_ports
from echosphere.adapters.upload_grants import UploadGrant
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.recording import RecordingKind, RecordingStatus
from echosphere.ports import MediaPorts
from lambdas.livekit_webhook import handler as module
from tests.examples import a_session
from tests.integration.egress.cameras import a_camera
from tests.integration.egress.house import KEYS, LONGEST_S, ROOM, House
from tests.integration.egress.voices import a_voice
from tests.unit.lambdas.lambda_context import FakeContext

pytestmark = pytest.mark.integration

BOTH = {RecordingKind.AUDIO: RecordingStatus.UPLOADED, RecordingKind.VIDEO: RecordingStatus.UPLOADED}


def ports_of(house: House) -> MediaPorts:
    def keys() -> LiveKitKeys:
        return LiveKitKeys(KEYS.api_key, KEYS.api_secret)

    url = house.installation.livekit_api_url
    bucket = RawBucket(name=house.bucket, region="ap-northeast-1", endpoint=house.s3_url)
    return replace(
        memory_ports(),
        recorder=LiveKitRecorder(
            api_url=url, keys=keys, bucket=bucket, grant=lambda _: UploadGrant("test", "test", "")
        ),
        rooms=LiveKitRooms(public_url=url, api_url=url, agent_name="nobody", keys=keys),
    )


async def take_news(house: House) -> None:
    """As API Gateway hands them over, in their order; an answer of 5xx would bring one again."""
    while house.heard:
        body, authorization = house.heard.pop(0)
        event = {"headers": {"authorization": authorization}, "body": body, "isBase64Encoded": False}
        answer = await asyncio.to_thread(module.handler, event, FakeContext())  # type: ignore[arg-type]  # what it reads
        assert answer["statusCode"] == 204, body


async def test_a_camera_is_recorded_up_to_its_raw_file(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ports = ports_of(house)
    monkeypatch.setattr(module, "backend_ports", lambda: ports)
    monkeypatch.setattr(module, "livekit_keys", lambda: lambda: LiveKitKeys(KEYS.api_key, KEYS.api_secret))
    key = IdempotencyKey(scope="person-0", value="key-0001", request="start")
    session = ports.sessions.create(a_session(room_name=ROOM), key=key)
    await asyncio.to_thread(ports.rooms.open, session)

    def states() -> dict[RecordingKind, RecordingStatus]:
        return {each.kind: each.status for each in ports.recordings.list_by_session(session.id)}

    async def until(wanted: dict[RecordingKind, RecordingStatus]) -> None:
        async with asyncio.timeout(LONGEST_S):
            while states() != wanted:
                await take_news(house)
                await asyncio.sleep(0.05)

    async with a_voice(house, "standard", hz=440) as person:
        await until({RecordingKind.AUDIO: RecordingStatus.RECORDING})
        async with a_camera(person):
            await until(dict.fromkeys(BOTH, RecordingStatus.RECORDING))
            await person.says(3)
            await house.close_room()
            await until(BOTH)

    video = next(each for each in ports.recordings.list_by_session(session.id) if each.kind is RecordingKind.VIDEO)
    path = tmp_path / "raw.mp4"
    boto3.client("s3", endpoint_url=house.s3_url).download_file(house.bucket, video.raw_key, str(path))
    with av.open(str(path)) as file:
        assert (file.streams.video[0].width, file.streams.video[0].height) == (1280, 720)
        assert file.streams.audio[0].channels == 2
