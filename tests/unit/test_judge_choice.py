"""Who judges, by the environment, and that who reads a judge's word looks for the same one."""

from collections.abc import Callable
from dataclasses import dataclass

import boto3
import pytest
from botocore.exceptions import ClientError

from echosphere.adapters.judges.model import openai_model
from echosphere.adapters.judges.model.model_judge import ModelJudge
from echosphere.adapters.judges.model.openai_model import OpenAIModel
from echosphere.bootstrap.judge import make_judge
from echosphere.bootstrap.judge_identity import judge_identity
from echosphere.domain.errors import JudgeUnavailable
from echosphere.settings import JudgeName, JudgeSettings, read_settings

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("given", "name", "kind"),
    [
        ({"JUDGE": "rules"}, "rules", "rules"),
        ({"JUDGE": "aws", "JUDGE_MODEL": "amazon.nova-lite-v1:0"}, "amazon.nova-lite-v1:0", "model"),
        (
            {"JUDGE": "openai", "JUDGE_MODEL": "org/qwen 3", "JUDGE_ENDPOINT": "http://127.0.0.1:1/v1"},
            "org_qwen_3",
            "model",
        ),
    ],
)
def test_who_judges_and_whose_word_is_looked_for_are_one(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], name: str, kind: str
) -> None:
    for each in ("JUDGE", "JUDGE_MODEL", "JUDGE_ENDPOINT", "JUDGE_SECRET_ARN"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-central-1")
    for variable, value in given.items():
        monkeypatch.setenv(variable, value)

    judge = make_judge(read_settings(JudgeSettings))

    assert judge.identity == judge_identity.__wrapped__()
    assert (judge.identity.name, judge.identity.kind) == (name, kind)


@pytest.mark.parametrize(
    ("endpoint", "provider"),
    [
        ("", "openai"),
        ("http://127.0.0.1:11434/v1", "local"),
        ("http://localhost:11434/v1", "local"),
        ("http://10.0.0.7:8000/v1", "local"),
        ("https://api.groq.com/openai/v1", "api.groq.com"),
    ],
)
def test_a_judge_of_ones_own_network_is_paid_to_nobody(endpoint: str, provider: str) -> None:
    judge = make_judge(JudgeSettings(judge=JudgeName.OPENAI, judge_model="m", judge_endpoint=endpoint))

    assert isinstance(judge, ModelJudge) and isinstance(judge._model, OpenAIModel)
    assert judge._model.provider == provider


@dataclass
class Secrets:
    silent: bool = False

    def get_secret_value(self, SecretId: str) -> dict[str, str]:  # noqa: N803  # AWS's own name
        if self.silent:
            raise ClientError({"Error": {"Code": "AccessDeniedException"}}, "GetSecretValue")
        return {"SecretString": f"key of {SecretId}\n"}


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch) -> Secrets:
    secrets = Secrets()
    monkeypatch.setattr(boto3, "client", lambda *_, **__: secrets)
    return secrets


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Callable[[], str]]]:
    """Each client that a judge has opened: address and key."""
    opened: list[tuple[str, Callable[[], str]]] = []

    def open_client(address: str, *, key: Callable[[], str]) -> None:
        opened.append((address, key))

    monkeypatch.setattr("echosphere.bootstrap.judge.open_client", open_client)
    return opened


PAID = JudgeSettings(judge=JudgeName.OPENAI, judge_model="gpt-4.1", judge_secret_arn="arn")


def test_a_key_is_read_from_its_secret(secrets: Secrets, opened: list[tuple[str, Callable[[], str]]]) -> None:
    make_judge(PAID)

    [(address, key)] = opened
    assert (address, key()) == (openai_model.OPENAI, "key of arn")


def test_a_judge_whose_key_cannot_be_read_is_away(
    secrets: Secrets, opened: list[tuple[str, Callable[[], str]]]
) -> None:
    secrets.silent = True
    make_judge(PAID)

    [(_, key)] = opened
    with pytest.raises(JudgeUnavailable):
        key()
