"""What every process has."""

import boto3
from botocore.config import Config

from echosphere.adapters.dynamodb.day_store import DynamoDayStore
from echosphere.adapters.dynamodb.departure_store import DynamoDepartureStore
from echosphere.adapters.dynamodb.evaluation_store import DynamoEvaluationStore
from echosphere.adapters.dynamodb.export_store import DynamoExportStore
from echosphere.adapters.dynamodb.feedback_store import DynamoFeedbackStore
from echosphere.adapters.dynamodb.items import open_table
from echosphere.adapters.dynamodb.link_store import INVITATION, LINK, DynamoLinkStore
from echosphere.adapters.dynamodb.outbox import DynamoOutbox
from echosphere.adapters.dynamodb.persona_store import DynamoPersonaStore
from echosphere.adapters.dynamodb.recording_store import DynamoRecordingStore
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.dynamodb.speaker_store import DynamoSpeakerStore
from echosphere.adapters.dynamodb.turn_store import DynamoTurnStore
from echosphere.adapters.dynamodb.usage_store import DynamoUsageStore
from echosphere.adapters.dynamodb.workspace_store import DynamoWorkspaceStore
from echosphere.adapters.eventbridge_bus import EventBridgeBus
from echosphere.adapters.system_clock import SystemClock
from echosphere.ports import Ports, Rooms
from echosphere.settings import CoreSettings

PATIENCE = Config(connect_timeout=2, read_timeout=5, retries={"mode": "standard", "total_max_attempts": 3})


def core_ports(settings: CoreSettings, rooms: Rooms) -> Ports:
    open_table(settings.table_name)
    return Ports(
        sessions=DynamoSessionStore(),
        recordings=DynamoRecordingStore(),
        links=DynamoLinkStore(LINK),
        invitations=DynamoLinkStore(INVITATION),
        speakers=DynamoSpeakerStore(),
        evaluations=DynamoEvaluationStore(),
        feedback=DynamoFeedbackStore(),
        turns=DynamoTurnStore(),
        usage=DynamoUsageStore(),
        days=DynamoDayStore(),
        workspaces=DynamoWorkspaceStore(),
        personas=DynamoPersonaStore(),
        departures=DynamoDepartureStore(),
        exports=DynamoExportStore(),
        outbox=DynamoOutbox(),
        bus=EventBridgeBus(boto3.client("events", config=PATIENCE), settings.bus_name),
        rooms=rooms,
        clock=SystemClock(),
    )
