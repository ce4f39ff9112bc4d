"""All that a recording needs, real but for the one who talks: LiveKit's server, the service's own entry, S3, an ear."""

import asyncio
import json
import random
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import boto3
from aiohttp import web
from google.protobuf.json_format import Parse
from livekit import api
from livekit.protocol.egress import EgressInfo, EncodedFileOutput, RoomCompositeEgressRequest, S3Upload
from livekit.protocol.webhook import WebhookEvent

from echosphere.adapters.livekit_api import LiveKitKeys as Keys
from echosphere.adapters.livekit_api import always
from echosphere.adapters.livekit_webhook import read_webhook
from local.errors import PortTaken
from local.installation import LOOPBACK, Installation
from local.livekit_server import configuration_file, livekit_configuration, write_configuration
from local.livekit_start import LiveKitKeys
from local.port_check import check_ports
from local.programs import find_livekit_server
from local.readiness import egress_answers, livekit_answers

EAR = "/webhook"
KEYS = LiveKitKeys(api_key="echosphere", api_secret="a-secret-of-the-tests-and-of-nothing-else")
KEY = "raw/S1/001.mp4"
LONGEST_S = 20.0


@dataclass
class House:
    installation: Installation
    secret_arn: str
    s3_url: str
    room: str = ""
    bucket: str = ""
    news: list[WebhookEvent] = field(default_factory=list)
    heard: list[tuple[str, str]] = field(default_factory=list)
    """Every webhook's body, and its Authorization."""
    service: "subprocess.Popen[bytes] | None" = None

    async def begin_anew(self) -> None:
        """With a room and a bucket that nobody used; what is still told of others is not listened to."""
        self.room = self.bucket = f"egress-{time.time_ns()}"
        self.news.clear()
        self.heard.clear()
        boto3.client("s3").create_bucket(
            Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": "ap-northeast-1"}
        )
        if self.service is None or self.service.poll() is not None:
            await self.start_service()

    @asynccontextmanager
    async def livekit(self) -> AsyncIterator[api.LiveKitAPI]:
        """By the one address that product code knows."""
        url = self.installation.livekit_api_url
        async with api.LiveKitAPI(url, KEYS.api_key, KEYS.api_secret) as livekit:
            yield livekit

    async def open_room(self) -> None:
        async with self.livekit() as livekit:
            await livekit.room.create_room(api.CreateRoomRequest(name=self.room))

    async def close_room(self) -> None:
        async with self.livekit() as livekit:
            await livekit.room.delete_room(api.DeleteRoomRequest(room=self.room))

    async def until_joined(self) -> None:
        """The recorder is in the room, hidden from all but the server's own API."""
        async with self.livekit() as livekit, asyncio.timeout(LONGEST_S):
            asked = api.ListParticipantsRequest(room=self.room)
            while not (await livekit.room.list_participants(asked)).participants:  # noqa: ASYNC110  # no event tells
                await asyncio.sleep(0.02)

    async def start_recording(self, key: str = KEY, *, with_pictures: bool = False) -> EgressInfo:
        s3 = S3Upload(
            bucket=self.bucket,
            endpoint=self.s3_url,
            region="ap-northeast-1",
            access_key="test",
            secret="test",
            force_path_style=True,
        )
        file = EncodedFileOutput(file_type=api.EncodedFileType.MP4, filepath=key, disable_manifest=True, s3=s3)
        async with self.livekit() as livekit:
            return await livekit.egress.start_room_composite_egress(
                RoomCompositeEgressRequest(
                    room_name=self.room,
                    audio_only=not with_pictures,
                    audio_mixing=api.AudioMixing.DUAL_CHANNEL_AGENT,
                    file_outputs=[file],
                )
            )

    async def until(self, event: str, status: int) -> EgressInfo:
        """The first such news."""
        async with asyncio.timeout(LONGEST_S):
            while True:
                for told in self.news:
                    if (told.event, told.egress_info.status) == (event, status):
                        return told.egress_info
                await asyncio.sleep(0.02)

    def stored(self, folder: Path) -> Path:
        path = folder / "stored.mp4"
        boto3.client("s3", endpoint_url=self.s3_url).download_file(self.bucket, KEY, str(path))
        return path

    async def start_service(self) -> None:
        arguments = [str(self.installation.home), self.secret_arn, _ear_url(self.installation)]
        self.service = await asyncio.to_thread(subprocess.Popen, [sys.executable, "-m", "local.egress", *arguments])
        await _until(lambda: egress_answers(self.installation))

    def kill_service(self) -> None:
        assert self.service
        self.service.kill()
        self.service.wait(10)


@asynccontextmanager
async def a_house(home: Path, s3_url: str) -> AsyncIterator[House]:
    installation = _installation(home)
    name = f"egress-{time.time_ns()}"
    secret = boto3.client("secretsmanager").create_secret(Name=name, SecretString=json.dumps(KEYS.model_dump()))
    house = House(installation, secret["ARN"], s3_url)
    async with _ear(house), _livekit_server(installation):
        try:
            yield house
        finally:
            if house.service and house.service.poll() is None:
                house.service.terminate()
                await asyncio.to_thread(house.service.wait, 20)


def _ear_url(installation: Installation) -> str:
    return f"{installation.page_origin}{EAR}"


@asynccontextmanager
async def _ear(house: House) -> AsyncIterator[None]:
    """Where LiveKit's webhooks go; it takes what the product would take."""

    async def hear(request: web.Request) -> web.Response:
        body = await request.text()
        read_webhook(body, request.headers["Authorization"], always(Keys(KEYS.api_key, KEYS.api_secret)))
        told = Parse(body, WebhookEvent(), ignore_unknown_fields=True)
        if house.room in (told.room.name, told.egress_info.room_name):
            house.heard.append((body, request.headers["Authorization"]))
            if told.event.startswith("egress"):
                house.news.append(told)
        return web.Response()

    app = web.Application()
    app.router.add_post(EAR, hear)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, LOOPBACK, house.installation.ports.edge).start()
    try:
        yield
    finally:
        await runner.cleanup()


@asynccontextmanager
async def _livekit_server(installation: Installation) -> AsyncIterator[None]:
    path = configuration_file(installation)
    write_configuration(path, livekit_configuration(installation, KEYS, _ear_url(installation)))
    process = await asyncio.create_subprocess_exec(str(find_livekit_server(installation)), "--config", str(path))
    try:
        await _until(lambda: livekit_answers(installation))
        yield
    finally:
        process.kill()
        await process.wait()


def _installation(home: Path) -> Installation:
    """On ports that nobody has."""
    while True:
        installation = Installation(home=home, port_shift=random.randint(14_000, 20_000))  # noqa: S311  # no secret
        try:
            check_ports(installation.ports)
        except PortTaken:
            continue
        installation.save()
        return installation


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(LONGEST_S):
        while not await asyncio.to_thread(condition):  # noqa: ASYNC110  # another process has no event
            await asyncio.sleep(0.05)
