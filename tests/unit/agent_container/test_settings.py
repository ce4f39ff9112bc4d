import pytest

from agent_container.settings import settings_from_environment
from echosphere.settings import MissingSettings

pytestmark = pytest.mark.unit

ENVIRONMENT = {
    "TABLE_NAME": "table",
    "BUS_NAME": "bus",
    "LIVEKIT_URL": "wss://livekit.example",
    "LIVEKIT_API_KEY": "key",
    "LIVEKIT_API_SECRET": "secret",
    "AGENT_NAME": "echosphere",
    "AGENT_HEALTH_PORT": "8081",
    "PROVIDERS": "aws",
    "STAGE": "dev",
}


@pytest.mark.parametrize("missing", ENVIRONMENT)
def test_a_missing_variable_stops_the_start_and_is_named(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv(missing)

    with pytest.raises(MissingSettings, match=missing):
        settings_from_environment()


def test_providers_that_do_not_exist_stop_the_start_too(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PROVIDERS", "azure")

    with pytest.raises(MissingSettings, match="PROVIDERS"):
        settings_from_environment()
