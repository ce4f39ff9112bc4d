"""The watch of a task that ECS runs."""

from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

from agent_container.bridge import Bridge
from agent_container.replacement.deployment import Deployment
from agent_container.replacement.protection import Protection
from agent_container.replacement.watch import Watch
from agent_container.settings import AgentSettings

if TYPE_CHECKING:
    from mypy_boto3_ecs import ECSClient

# One attempt: the watch itself asks again, and meanwhile protection waits for the same thread.
PATIENCE = Config(connect_timeout=2, read_timeout=5, retries={"total_max_attempts": 1})


def watched(settings: AgentSettings) -> Watch | None:
    """None where nobody could protect, as on a laptop: then nothing is asked."""
    if not settings.ecs_agent_uri:
        return None
    metadata_uri = settings.ecs_container_metadata_uri_v4
    return Watch(
        Protection(settings.ecs_agent_uri),
        Deployment(metadata_uri, _open_client) if metadata_uri else None,
        bridge=Bridge("replacement"),
    )


def _open_client() -> "ECSClient":
    return boto3.client("ecs", config=PATIENCE)
