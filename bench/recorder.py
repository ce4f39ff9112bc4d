"""What one recording takes: a person and an agent who talk all the time are recorded for twenty seconds."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from time import perf_counter
from typing import Literal
from uuid import uuid4

import numpy
import psutil
from livekit import api, rtc

from local.environment import ROOT_KEY, stage_region
from local.livekit_start import LiveKitKeys, read_livekit_keys
from local.processes import platform_processes
from tests.platform import Platform

LASTS_S, STARTS_WITHIN_S, LOOK_EVERY_S = 20.0, 20.0, 0.1
RATE = 48_000
FRAME = RATE // 100
CORES_PERCENT = 200  # two
MODULE = "local.egress.recorder"


@dataclass(frozen=True)
class RecorderLoad:
    """Of one recording: percent of one core, the process' own memory; how many take all of two cores."""

    cpu_percent: float
    own_mb: float
    two_cores_hold: int

    def as_json(self) -> dict[str, float]:
        return asdict(self)


def measure_recorder(platform: Platform) -> RecorderLoad:
    return asyncio.run(_measure(platform))


async def _measure(platform: Platform) -> RecorderLoad:
    keys = _keys(platform)
    room = f"bench-{uuid4().hex[:12]}"
    async with api.LiveKitAPI(platform.installation.livekit_api_url, keys.api_key, keys.api_secret) as livekit:
        await livekit.room.create_room(api.CreateRoomRequest(name=room))
        async with _voice(platform, keys, room, "standard"), _voice(platform, keys, room, "agent"):
            info = await livekit.egress.start_room_composite_egress(_request(platform, room))
            await _until_active(livekit, info.egress_id)
            load = await _load(platform)
        await livekit.room.delete_room(api.DeleteRoomRequest(room=room))
    return load


async def _load(platform: Platform) -> RecorderLoad:
    """One more recorder stands ready and does nothing: ours is the one that works."""
    recorders = [it for it in platform_processes(platform.installation.home) if MODULE in it.cmdline()]
    began, before = perf_counter(), {it: _worked_s(it) for it in recorders}
    await asyncio.sleep(LASTS_S)
    took_s = perf_counter() - began
    busiest = max(recorders, key=lambda it: _worked_s(it) - before[it])
    share = (_worked_s(busiest) - before[busiest]) / took_s
    own_mb = busiest.memory_full_info().uss / 1024**2
    return RecorderLoad(round(share * 100, 1), round(own_mb, 1), int(CORES_PERCENT / (share * 100)))


def _worked_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


async def _until_active(livekit: api.LiveKitAPI, egress_id: str) -> None:
    async with asyncio.timeout(STARTS_WITHIN_S):
        while True:
            (info,) = (await livekit.egress.list_egress(api.ListEgressRequest(egress_id=egress_id))).items
            if info.status == api.EgressStatus.EGRESS_ACTIVE:
                return
            await asyncio.sleep(LOOK_EVERY_S)


def _request(platform: Platform, room: str) -> api.RoomCompositeEgressRequest:
    s3 = api.S3Upload(
        bucket=platform.outputs.get("media", "RawBucketName"),
        endpoint=platform.installation.cloud_url,
        region=stage_region(platform.installation),
        access_key=ROOT_KEY,
        secret=ROOT_KEY,
        force_path_style=True,
    )
    file = api.EncodedFileOutput(
        file_type=api.EncodedFileType.MP4, filepath=f"bench/{room}.mp4", disable_manifest=True, s3=s3
    )
    mixing = api.AudioMixing.DUAL_CHANNEL_AGENT
    return api.RoomCompositeEgressRequest(room_name=room, audio_only=True, audio_mixing=mixing, file_outputs=[file])


@asynccontextmanager
async def _voice(
    platform: Platform, keys: LiveKitKeys, name: str, kind: Literal["standard", "agent"]
) -> AsyncIterator[None]:
    grants = api.VideoGrants(room_join=True, room=name)
    token = api.AccessToken(keys.api_key, keys.api_secret).with_identity(kind).with_kind(kind).with_grants(grants)
    room, source = rtc.Room(), rtc.AudioSource(RATE, 1, queue_size_ms=200)
    await room.connect(platform.installation.livekit_url, token.to_jwt())
    await room.local_participant.publish_track(rtc.LocalAudioTrack.create_audio_track("voice", source))
    talking = asyncio.create_task(_talk(source))
    try:
        yield
    finally:
        talking.cancel()
        await asyncio.gather(talking, return_exceptions=True)
        await room.disconnect()


async def _talk(source: rtc.AudioSource) -> None:
    noise = numpy.random.default_rng(1).normal(0, 3000, RATE).astype(numpy.int16)
    while True:
        for frame in noise.reshape(-1, FRAME):
            await source.capture_frame(rtc.AudioFrame(frame.tobytes(), RATE, 1, FRAME))


def _keys(platform: Platform) -> LiveKitKeys:
    arn = platform.outputs.get("api", "LiveKitSecretArn")
    return read_livekit_keys(platform.cloud().client("secretsmanager"), arn)
