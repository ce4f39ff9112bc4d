"""Everything that is wrong is told at once, and nothing is deployed then."""

import json
import os
from pathlib import Path

import pytest
from botocore.exceptions import ProfileNotFound

from agent_container.polly_voices import ENGINE, VOICES
from deploy.finding import Finding, Verdict, ok, tell, unasked, wrong
from deploy.preflight import __main__ as preflight
from deploy.preflight import checks
from deploy.preflight.aws import Aws
from deploy.preflight.certificate import places
from deploy.preflight.engine import engine
from deploy.preflight.judge import judge
from deploy.preflight.quotas import FARGATE_VCPU
from deploy.preflight.speech import ears
from tests.deploy.account import Account
from tests.deploy.stages import a_stage
from tests.deploy.test_models import GRANTED
from tests.unit.stacks.templates import REGION, ROOT

pytestmark = pytest.mark.deploy
CALLER = {"Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/ada"}
PLACEHOLDERS = {"livekit_url": "wss://livekit.example.com", "livekit_api_url": "https://livekit.example.com"}
MEASURED_AT_ONCE = {"judge": "rules"}
STAGE = a_stage(**PLACEHOLDERS, **MEASURED_AT_ONCE, agent_image_tag="registry.example.org/agent:1")


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no credentials anywhere, and no programs."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "BOTO_CONFIG", "PATH"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")


@pytest.mark.usefixtures("nobody")
def test_without_credentials_one_is_told_so_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    context = json.loads((ROOT / "cdk.json").read_text())["context"]
    context["stages"]["dev"] |= PLACEHOLDERS | MEASURED_AT_ONCE
    (tmp_path / "cdk.json").write_text(json.dumps({"context": context}))
    monkeypatch.setattr(preflight, "ROOT", tmp_path)

    assert preflight.main("dev") == 1

    said = capsys.readouterr()
    assert "credentials: there are none: `aws sso login`" in said.out
    assert "placeholders" in said.out and "agent_image_tag" in said.out, "what needs no account is asked all the same"
    assert "3 to mend before stage dev is deployed" in said.err


def test_a_stage_that_does_not_hold_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert preflight.main("staging") == 1

    assert "no stage 'staging'" in capsys.readouterr().err


def test_a_profile_that_is_not_there_is_told_like_missing_credentials() -> None:
    def no_profile() -> Aws:
        raise ProfileNotFound(profile="work")

    told = list(checks.findings(STAGE, no_profile))

    assert [one.what for one in told if "ProfileNotFound" in one.says] == ["credentials"]
    assert told[-1].verdict is Verdict.UNASKED


def test_one_thing_that_is_wrong_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def first(*_: object) -> list[Finding]:
        return [wrong("one thing", "mend it")]

    def second(*_: object) -> list[Finding]:
        return [wrong("another", "mend it, too")]

    monkeypatch.setattr(checks, "OF_THE_ACCOUNT", (first, second))
    account = Account().answers("sts", "get_caller_identity", CALLER)

    told = [one.what for one in checks.findings(STAGE, lambda: account) if one.verdict is Verdict.WRONG]

    assert told == ["LiveKit", "one thing", "another"]


def test_only_what_is_wrong_keeps_one_from_deploying(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell([ok("a", "fine"), unasked("b", "who knows"), wrong("c", "mend it")]) == 1

    assert capsys.readouterr().out.splitlines() == [
        "  ok                  a: fine",
        "  could not be asked  b: who knows",
        "  wrong               c: mend it",
    ]


def test_a_stage_that_lacks_nothing_may_be_deployed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "HERE", (places, engine, ears, judge))
    nova = "amazon.nova-lite-v1:0"
    stage = a_stage(agent_image_tag="registry.example.org/agent:1", judge="rules", bedrock_model=nova)
    account = (
        Account()
        .answers("sts", "get_caller_identity", CALLER)
        .answers("account", "get_region_opt_status", {"RegionOptStatus": "ENABLED"}, RegionName=REGION)
        .answers("service-quotas", "get_service_quota", {"Quota": {"Value": 30.0}}, **FARGATE_VCPU)
        .answers("lambda", "get_account_settings", {"AccountLimit": {"ConcurrentExecutions": 1000}})
        .answers("bedrock", "get_foundation_model_availability", GRANTED, modelId=nova)
        .answers("polly", "describe_voices", {"Voices": [{"Id": name} for name in VOICES.values()]}, Engine=ENGINE)
    )

    told = list(checks.findings(stage, lambda: account))

    assert {one.verdict for one in told} == {Verdict.OK}
    assert len(told) == 9
