import pytest

from echosphere.settings import BackendSettings, MissingSettings, read_settings

pytestmark = pytest.mark.unit


def test_a_missing_variable_stops_the_start_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in BackendSettings.model_fields:
        monkeypatch.setenv(name.upper(), "something")
    monkeypatch.delenv("BUS_NAME")

    with pytest.raises(MissingSettings, match="BUS_NAME"):
        read_settings(BackendSettings)
