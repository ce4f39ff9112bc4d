"""A function: its keys come from Secrets Manager when first needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

from echosphere.adapters.counting_bus import CountingBus
from echosphere.adapters.livekit_recorder import LiveKitRecorder, RawBucket
from echosphere.adapters.livekit_rooms import LiveKitRooms
from echosphere.adapters.s3_media_store import S3MediaStore
from echosphere.adapters.secret_keys import SecretKeys
from echosphere.adapters.upload_grants import UploadGrants
from echosphere.bootstrap.core import PATIENCE, core_ports
from echosphere.domain.hosting import Hosting
from echosphere.ports import BackendPorts
from echosphere.settings import BackendSettings, read_settings

if TYPE_CHECKING:
    from mypy_boto3_sts import STSClient

# Who starts a talk waits for the recorder's key; without it LiveKit's news of the room call the recorder again.
IMPATIENCE = Config(connect_timeout=1, read_timeout=2, retries={"mode": "standard", "total_max_attempts": 2})


@cache
def backend_ports() -> BackendPorts:
    """Raises MissingSettings."""
    settings = read_settings(BackendSettings)
    core = core_ports(
        settings,
        LiveKitRooms(
            public_url=settings.livekit_url,
            api_url=settings.livekit_api_url,
            agent_name=settings.agent_name,
            keys=livekit_keys(),
        ),
    )
    return BackendPorts(
        sessions=core.sessions,
        recordings=core.recordings,
        links=core.links,
        invitations=core.invitations,
        speakers=core.speakers,
        evaluations=core.evaluations,
        feedback=core.feedback,
        turns=core.turns,
        usage=core.usage,
        days=core.days,
        workspaces=core.workspaces,
        personas=core.personas,
        departures=core.departures,
        exports=core.exports,
        outbox=core.outbox,
        bus=CountingBus(core.bus),
        rooms=core.rooms,
        clock=core.clock,
        recorder=_recorder(settings),
        media=S3MediaStore(
            client=boto3.client("s3", config=PATIENCE),
            raw_bucket=settings.raw_bucket,
            media_bucket=settings.media_bucket,
        ),
        recorders_of_sound=settings.recorders,
        hosting=Hosting(settings.hosted, settings.aws_region),
    )


@cache
def livekit_keys() -> SecretKeys:
    settings = read_settings(BackendSettings)
    return SecretKeys(boto3.client("secretsmanager", config=PATIENCE), settings.livekit_secret_arn)


def _recorder(settings: BackendSettings) -> LiveKitRecorder:
    return LiveKitRecorder(
        api_url=settings.livekit_api_url,
        keys=livekit_keys(),
        bucket=RawBucket(name=settings.raw_bucket, region=settings.aws_region, endpoint=settings.recording_endpoint),
        grant=UploadGrants(
            secrets=boto3.client("secretsmanager", config=IMPATIENCE),
            secret_arn=settings.recorder_secret_arn,
            sts_of=_sts,
            bucket_arn=f"arn:aws:s3:::{settings.raw_bucket}",
        ),
    )


def _sts(access_key: str, secret: str) -> STSClient:
    return boto3.client("sts", aws_access_key_id=access_key, aws_secret_access_key=secret, config=IMPATIENCE)
