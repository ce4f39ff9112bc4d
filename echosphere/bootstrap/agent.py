"""The agent: its keys are in its environment, put there by ECS."""

from functools import cache

from echosphere.adapters.livekit_api import LiveKitKeys, always
from echosphere.adapters.livekit_rooms import LiveKitRooms
from echosphere.bootstrap.core import core_ports
from echosphere.ports import Ports
from echosphere.settings import AgentCoreSettings, read_settings


@cache
def agent_ports() -> Ports:
    """Raises MissingSettings."""
    settings = read_settings(AgentCoreSettings)
    keys = LiveKitKeys(settings.livekit_api_key, settings.livekit_api_secret)
    rooms = LiveKitRooms(
        public_url=settings.livekit_url,
        api_url=settings.livekit_url,
        agent_name=settings.agent_name,
        keys=always(keys),
    )
    return core_ports(settings, rooms)
