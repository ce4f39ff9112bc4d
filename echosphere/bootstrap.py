"""Chooses the adapters of a process: called once for each cold start or agent process, never at import."""

from functools import cache

import boto3
from botocore.config import Config

from echosphere.adapters.dynamodb.items import open_table
from echosphere.adapters.dynamodb.outbox import DynamoOutbox
from echosphere.adapters.dynamodb.recording_store import DynamoRecordingStore
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.dynamodb.workspace_store import DynamoWorkspaceStore
from echosphere.adapters.eventbridge_bus import EventBridgeBus
from echosphere.adapters.livekit_rooms import LiveKitKeys, LiveKitRooms
from echosphere.adapters.secret_keys import SecretKeys
from echosphere.adapters.system_clock import SystemClock
from echosphere.ports import Ports, Rooms
from echosphere.settings import AgentCoreSettings, BackendSettings, CoreSettings, read_settings

PATIENCE = Config(connect_timeout=2, read_timeout=5, retries={"mode": "standard", "total_max_attempts": 3})


@cache
def backend_ports() -> Ports:
    """For a Lambda: LiveKit's keys come from Secrets Manager when first needed. Raises MissingSettings."""
    settings = read_settings(BackendSettings)
    return _ports(
        settings,
        LiveKitRooms(
            public_url=settings.livekit_url,
            api_url=settings.livekit_api_url,
            agent_name=settings.agent_name,
            keys=livekit_keys(),
        ),
    )


@cache
def livekit_keys() -> SecretKeys:
    settings = read_settings(BackendSettings)
    return SecretKeys(boto3.client("secretsmanager", config=PATIENCE), settings.livekit_secret_arn)


@cache
def agent_ports() -> Ports:
    """For the agent: its keys are in its environment, put there by ECS. Raises MissingSettings."""
    settings = read_settings(AgentCoreSettings)
    keys = LiveKitKeys(settings.livekit_api_key, settings.livekit_api_secret)
    return _ports(
        settings,
        LiveKitRooms(
            public_url=settings.livekit_url,
            api_url=settings.livekit_url,
            agent_name=settings.agent_name,
            keys=lambda: keys,
        ),
    )


def _ports(settings: CoreSettings, rooms: Rooms) -> Ports:
    open_table(settings.table_name)
    return Ports(
        sessions=DynamoSessionStore(),
        recordings=DynamoRecordingStore(),
        workspaces=DynamoWorkspaceStore(),
        outbox=DynamoOutbox(),
        bus=EventBridgeBus(boto3.client("events", config=PATIENCE), settings.bus_name),
        rooms=rooms,
        clock=SystemClock(),
    )
