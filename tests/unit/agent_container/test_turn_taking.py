"""Everything about turns is said explicitly: what is left out is decided by LiveKit Cloud."""

import pytest

from agent_container.settings import AgentSettings
from agent_container.turn_taking import turn_handling

pytestmark = pytest.mark.unit


def settings(providers: str) -> AgentSettings:
    return AgentSettings.model_validate(
        {
            "table_name": "table",
            "bus_name": "bus",
            "livekit_url": "ws://127.0.0.1:7880",
            "agent_name": "echosphere",
            "livekit_api_key": "key",
            "livekit_api_secret": "secret",
            "agent_health_port": 8081,
            "providers": providers,
            "stage": "test",
        }
    )


@pytest.mark.parametrize("providers", ["aws", "local"])
def test_no_turn_decision_is_left_to_a_default(providers: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVEKIT_DEV_MODE", "1")  # with keys beside it, LiveKit's defaults would dial its cloud
    monkeypatch.setenv("LIVEKIT_API_KEY", "key")
    monkeypatch.setenv("LIVEKIT_API_SECRET", "secret")

    handling = turn_handling(settings(providers), is_heard=True)

    assert handling["interruption"]["mode"] == "vad"
    detection = handling["turn_detection"]
    assert detection == "vad" or getattr(detection, "model", None) == "turn-detector-v1-mini"


def test_a_laptop_ends_turns_by_silence_alone() -> None:
    assert turn_handling(settings("local"), is_heard=True)["turn_detection"] == "vad"
