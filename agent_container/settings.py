"""The agent's environment, read here and nowhere else. A missing variable stops the start and is named."""

from typing import Literal

from agent_container.provider_settings import ProviderSettings
from echosphere.settings import AgentCoreSettings, read_settings

TurnDetection = Literal["v1-mini", "vad"]

JOB_END_S = 20.0
DRAIN_S = 95  # that a talk has left when ECS stops the agent all the same; with a job's end within ECS's 120 s


class AgentSettings(ProviderSettings, AgentCoreSettings):
    """The task definition gives the first block; the second has defaults that a stage may change."""

    agent_health_port: int
    stage: str

    agent_metrics_port: int | None = None  # where Prometheus may ask, on the task's own loopback; None: nobody does
    ecs_agent_uri: str = ""  # set by ECS, as the next one; empty: this is no task of ECS's
    ecs_container_metadata_uri_v4: str = ""
    collector_port: int | None = None  # of who takes the spans, in the same task; None: nobody
    agent_health_host: str = "127.0.0.1"  # the container's own health check asks from inside
    idle_processes: int = 2  # warm and waiting, on top of the running talks
    check_in_after_s: float = 30.0  # of silence, before the agent asks whether somebody is there
    end_after_silence_s: float = 120.0
    longest_talk_s: float = 1_800.0  # somebody may have left the microphone on, and every minute is paid for
    return_grace_s: float = 30.0  # what a person whose connection broke has to come back
    talks_at_once: int = 25
    turn_detection: TurnDetection | None = None  # None: what suits the ears


def settings_from_environment() -> AgentSettings:
    """Raises MissingSettings."""
    return read_settings(AgentSettings)
