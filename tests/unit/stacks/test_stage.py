"""A stage says what it is, and a mistake in it is named before anything is deployed."""

import dataclasses
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

import pytest

from agent_container import provider_settings
from stacks import provider_stage
from stacks.stage import Stage, StageError, read_stage

pytestmark = pytest.mark.unit

WRITTEN = json.loads((Path(__file__).parents[3] / "cdk.json").read_text())["context"]


A_SECRET = "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:a-key-AbCdEf"


def looking_up(**given: object) -> Callable[[str], object]:
    return {**WRITTEN, **given}.get


@pytest.mark.parametrize("name", WRITTEN["stages"])
def test_every_written_stage_holds(name: str) -> None:
    assert read_stage(looking_up(stage=name)).name == name


def test_without_a_word_the_stage_is_dev() -> None:
    assert read_stage(looking_up()).name == "dev"


def test_one_field_is_replaced_for_one_run() -> None:
    stage = read_stage(looking_up(stage="prod", region="sa-east-1", agent_count="5", self_sign_up="true"))

    assert stage.region == "sa-east-1" and stage.agent_count == 5 and stage.self_sign_up


@pytest.mark.parametrize(
    "given",
    [
        {"page_origin": "https://talk.example.com"},
        {"page_certificate_arn": "arn:aws:acm:us-east-1:123456789012:certificate/page"},
    ],
)
def test_a_name_of_ones_own_and_its_certificate_go_together(given: dict[str, str]) -> None:
    with pytest.raises(StageError, match="go together"):
        read_stage(looking_up(**given))


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"judge": "openai"}, "judge_secret_arn"),
        ({"judge": "aws", "judge_endpoint": "http://127.0.0.1:11434/v1"}, "openai alone"),
        ({"judge": "rules", "judge_secret_arn": A_SECRET}, "openai alone"),
        ({"judge": "somebody"}, "judge"),
    ],
)
def test_a_judge_that_cannot_be_reached_is_named(given: dict[str, str], named: str) -> None:
    with pytest.raises(StageError, match=named):
        read_stage(looking_up(**given))


def test_a_budget_that_nobody_would_hear_of_is_refused() -> None:
    with pytest.raises(StageError, match="needs alarm_email"):
        read_stage(looking_up(monthly_budget_usd=200))
    assert read_stage(looking_up(monthly_budget_usd="200", alarm_email="operations@example.com")).monthly_budget_usd


def test_a_judge_on_a_server_of_ones_own_wants_no_key() -> None:
    stage = read_stage(looking_up(judge="openai", judge_endpoint="http://127.0.0.1:11434/v1", judge_model="qwen3:8b"))

    assert stage.judge_environment == {
        "JUDGE": "openai",
        "JUDGE_MODEL": "qwen3:8b",
        "JUDGE_ENDPOINT": "http://127.0.0.1:11434/v1",
    }


def test_a_stage_does_not_change_once_read() -> None:
    stage = read_stage(looking_up())

    with pytest.raises(dataclasses.FrozenInstanceError):
        stage.region = "sa-east-1"  # type: ignore[misc]  # what the test is about


def test_an_unknown_stage_is_named_with_those_that_are_known() -> None:
    with pytest.raises(StageError, match=r"no stage 'staging'.*local, dev, prod"):
        read_stage(looking_up(stage="staging"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("region", "tokyo"),
        ("livekit_url", "https://livekit.example.com"),
        ("livekit_api_url", "wss://livekit.example.com"),
        ("page_origin", "https://talk.example.com/"),
        ("sign_in_origin", "login.example.com"),
        ("architecture", "mips"),
        ("removal", "maybe"),
        ("agent_providers", "acme"),
        ("agent_ears", "deepgram; aws"),
        ("agent_temperature", 3),
        ("provider_models", {"openai": {"nose": "keen"}}),
        ("provider_endpoints", {"openai": "127.0.0.1:8000"}),
        ("provider_secret_arns", {"openai": "sk-a-key-itself"}),
        ("agent_cpu", "many"),
        ("agent_count", "-1"),
        ("log_retention_days", "0"),
        ("alarm_email", "operations"),
        ("monthly_budget_usd", -1),
        ("recorders", "0"),
        ("recorders", "3"),
        ("recording_consent", "sometimes"),
        ("recording_notice_countries", ["Japan"]),
        ("signing_keys", []),
        ("signing_keys", [1, 2, 1]),
        ("signing_keys", [1, 2, 3, 4, 5, 6]),
    ],
)
def test_a_wrong_value_is_named_by_its_field(field: str, value: object) -> None:
    with pytest.raises(StageError, match=field):
        read_stage(looking_up(**{field: value}))


def test_a_provider_with_a_key_has_its_secret_and_nobody_else_has() -> None:
    with pytest.raises(StageError, match="lacks deepgram, elevenlabs"):
        read_stage(looking_up(agent_ears="deepgram, aws", agent_voice="elevenlabs"))
    with pytest.raises(StageError, match="names openai, which is not chosen"):
        read_stage(looking_up(provider_secret_arns={"openai": A_SECRET}))


def test_a_server_of_ones_own_needs_no_key() -> None:
    stage = read_stage(looking_up(agent_brain="openai", provider_endpoints={"openai": "http://127.0.0.1:8000/v1"}))

    assert stage.uses("openai", "brain") and not stage.uses("aws", "brain")


def test_stages_know_the_providers_that_the_agent_knows() -> None:
    assert get_args(provider_stage.Provider) == get_args(provider_settings.ProviderName)
    assert get_args(provider_stage.Part) == get_args(provider_settings.Part)


def test_a_field_that_no_stage_has_is_named() -> None:
    with pytest.raises(StageError, match="agent_sise"):
        read_stage(looking_up(stages=stages_with(agent_sise=1)))


def test_a_field_that_is_missing_is_named() -> None:
    with pytest.raises(StageError, match="livekit_url"):
        read_stage(looking_up(stages=stages_with(livekit_url=None)))


def test_google_is_whole_or_absent() -> None:
    with pytest.raises(StageError, match="go together"):
        read_stage(looking_up(google_client_id="abc"))


@pytest.mark.parametrize(
    ("backend", "agent"),
    [("http://127.0.0.1:7880", "ws://127.0.0.1:7880"), ("https://a.example.com", "wss://a.example.com")],
)
def test_the_agent_dials_the_backends_way_to_livekit(backend: str, agent: str) -> None:
    assert read_stage(looking_up(livekit_api_url=backend)).livekit_agent_url == agent


def stages_with(**changed: object) -> Mapping[str, Mapping[str, object]]:
    dev = {**WRITTEN["stages"]["dev"], **changed}
    return {"dev": {field: value for field, value in dev.items() if value is not None}}


def test_stages_differ_in_sizes_and_switches_that_all_of_them_know() -> None:
    known = {field.name for field in dataclasses.fields(Stage)}

    assert all(set(stage) <= known for stage in WRITTEN["stages"].values())
