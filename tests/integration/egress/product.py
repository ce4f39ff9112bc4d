"""The product's webhook on what the real server and the real egress send, with its records in memory."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import boto3
import pytest

from echosphere.adapters.livekit_api import LiveKitKeys, always
from echosphere.adapters.livekit_recorder import LiveKitRecorder, RawBucket
from echosphere.adapters.livekit_rooms import LiveKitRooms
from echosphere.adapters.memory import memory_ports
from echosphere.adapters.system_clock import SystemClock
from echosphere.adapters.upload_grants import UploadGrant
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.recording import Recording, RecordingKind, RecordingStatus
from echosphere.domain.session import Session
from echosphere.ports import MediaPorts
from echosphere.services.activate_session import activate_session
from lambdas.livekit_webhook import handler as module
from tests.examples import a_session
from tests.integration.egress.house import KEYS, LONGEST_S, House
from tests.unit.lambdas.lambda_context import FakeContext

OUR_KEYS = always(LiveKitKeys(KEYS.api_key, KEYS.api_secret))

type States = Mapping[tuple[RecordingKind, RecordingStatus], int]


@dataclass(frozen=True)
class Product:
    house: House
    ports: MediaPorts
    session_id: str

    @property
    def session(self) -> Session:
        return self.ports.sessions.get(self.session_id)

    def recordings(self) -> list[Recording]:
        return self.ports.recordings.list_by_session(self.session_id)

    async def until(self, wanted: States) -> None:
        """How many recordings of each kind and status there are."""
        ends_s = asyncio.get_running_loop().time() + LONGEST_S
        while (states := Counter((each.kind, each.status) for each in self.recordings())) != Counter(wanted):
            assert asyncio.get_running_loop().time() < ends_s, states
            await self._take_news()
            await asyncio.sleep(0.05)

    def begin(self) -> None:
        activate_session(self.ports, self.session_id)

    def stored(self, recording: Recording, folder: Path) -> Path:
        path = folder / f"{recording.attempt}.mp4"
        client = boto3.client("s3", endpoint_url=self.house.s3_url)
        client.download_file(self.house.bucket, recording.raw_key, str(path))
        return path

    async def _take_news(self) -> None:
        """As API Gateway hands them over, in their order; an answer of 5xx would bring one again."""
        while self.house.heard:
            body, authorization = self.house.heard.pop(0)
            event = {"headers": {"authorization": authorization}, "body": body, "isBase64Encoded": False}
            answer = await asyncio.to_thread(module.handler, event, FakeContext())  # type: ignore[arg-type]  # it reads
            assert answer["statusCode"] == 204, body


async def a_product(house: House, monkeypatch: pytest.MonkeyPatch, *, recorders: int = 1) -> Product:
    """A session whose room was made."""
    ports = _ports(house, recorders)
    monkeypatch.setattr(module, "backend_ports", lambda: ports)
    monkeypatch.setattr(module, "livekit_keys", lambda: OUR_KEYS)
    key = IdempotencyKey(scope="person-0", value="key-0001", request="start")
    session = ports.sessions.create(a_session(room_name=house.room, created_at=ports.clock.now()), key=key)
    await asyncio.to_thread(ports.rooms.open, session)
    return Product(house, ports, session.id)


def _ports(house: House, recorders: int) -> MediaPorts:
    url = house.installation.livekit_api_url
    bucket = RawBucket(name=house.bucket, region="ap-northeast-1", endpoint=house.s3_url)
    return replace(
        memory_ports(SystemClock()),
        recorder=LiveKitRecorder(
            api_url=url, keys=OUR_KEYS, bucket=bucket, grant=lambda _: UploadGrant("test", "test", "")
        ),
        rooms=LiveKitRooms(public_url=url, api_url=url, agent_name="nobody", keys=OUR_KEYS),
        recorders_of_sound=recorders,
    )
