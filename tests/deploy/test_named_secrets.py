"""A secret that a stage names is there before anybody is started who has to read it."""

from datetime import UTC, datetime

import pytest

from deploy.finding import Verdict
from deploy.preflight.named_secrets import named_secrets
from tests.deploy.account import Account
from tests.deploy.stages import a_stage, only
from tests.unit.stacks.templates import CHAINS, REGION

pytestmark = pytest.mark.deploy
ARN = f"arn:aws:secretsmanager:{REGION}:123456789012:secret:langsmith-AbCdEf"
STAGE = a_stage(langsmith_secret_arn=ARN)
ASKED = ("secretsmanager", "describe_secret")


def test_a_secret_that_is_there_is_ok() -> None:
    assert only(named_secrets(STAGE, Account().answers(*ASKED, {"ARN": ARN}, SecretId=ARN))).verdict is Verdict.OK


def test_a_secret_that_is_missing_is_wrong_and_named() -> None:
    told = only(named_secrets(STAGE, Account().refuses(*ASKED, "ResourceNotFoundException")))

    assert told.verdict is Verdict.WRONG and "langsmith_secret_arn" in told.what


def test_a_secret_that_is_about_to_be_deleted_is_wrong() -> None:
    going = {"ARN": ARN, "DeletedDate": datetime(2026, 11, 1, tzinfo=UTC)}

    assert only(named_secrets(STAGE, Account().answers(*ASKED, going, SecretId=ARN))).verdict is Verdict.WRONG


def test_those_of_providers_and_judge_are_asked_for_too() -> None:
    stage, account = a_stage(**CHAINS), Account()
    for _ in range(3):
        account.refuses(*ASKED, "AccessDeniedException")

    assert [one.what for one in named_secrets(stage, account)] == [
        "secret deepgram",
        "secret openai",
        "secret judge_secret_arn",
    ]


def test_a_stage_that_names_none_asks_for_none() -> None:
    assert list(named_secrets(a_stage(), Account())) == []
