import pytest

from echosphere.settings import BackendSettings, JudgeSettings, MissingSettings, read_settings

pytestmark = pytest.mark.unit


def test_a_missing_variable_stops_the_start_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in BackendSettings.model_fields:
        monkeypatch.setenv(name.upper(), "something")
    monkeypatch.delenv("BUS_NAME")

    with pytest.raises(MissingSettings, match="BUS_NAME"):
        read_settings(BackendSettings)


def test_a_judge_that_is_a_model_is_named_and_rules_need_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JUDGE_MODEL", raising=False)
    monkeypatch.setenv("JUDGE", "rules")
    assert read_settings(JudgeSettings).judge_model == ""

    monkeypatch.setenv("JUDGE", "aws")
    with pytest.raises(MissingSettings, match="JUDGE_MODEL"):
        read_settings(JudgeSettings)
