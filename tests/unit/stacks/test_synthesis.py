"""The whole house is drawn anywhere: without credentials, network, home or container engine."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.stacks.templates import REGION, ROOT, Assembly

pytestmark = pytest.mark.template

OUTPUTS = {
    "identity": {"UserPoolId", "SignInOrigin"},
    "data": {"TableName"},
    "messaging": {"BusName"},
    "traces": {"ForwardSpansQueueUrl"},
    "media": {"RawBucketName", "MediaBucketName", "TranscodeRecordingQueueUrl"},
    "web": {"PageUrl", "LiveKitWebhookUrl", "DistributionId", "SiteBucketName", "HttpApiId", "ClientId"},
    "api": {"LiveKitSecretArn"},
    "recording": {"FinishRecordingQueueUrl", "ReconcileRecordingsQueueUrl"},
    "figures": {"CountTalkQueueUrl"},
    "privacy": {"PersonLeftQueueUrl", "ExportAskedQueueUrl"},
    "judge": {"EvaluateSessionQueueUrl"},
    "watch": {"AlarmTopicArn", "DashboardName"},
    "agent": {"ClusterName", "ServiceName", "TaskDefinitionArn"},
    "trail": {"TrailBucketName"},
}
# A stack each, and none where the stage does not ask for it.
SWITCHES = {"firewall", "trail"}


def test_it_synthesises_in_an_empty_environment_and_cdk_nag_finds_nothing_unanswered(
    prod: Assembly, dev: Assembly
) -> None:
    """Neither its pack of AWS's own advice nor the one for serverless applications."""
    assert set(prod.stacks) == set(OUTPUTS)
    for assembly in (prod, dev):
        assert json.loads((assembly.folder / "validation-report.json").read_text())["pluginReports"] == []


@pytest.mark.parametrize("concern", OUTPUTS)
def test_every_stack_tells_what_others_ask_for(prod: Assembly, concern: str) -> None:
    told = {name for name in prod[concern].outputs if not name.startswith("ExportsOutput")}

    assert told == OUTPUTS[concern]


def test_no_stack_names_a_region_but_the_one_that_was_asked_for(prod: Assembly) -> None:
    named = {region for stack in prod.stacks.values() for region in re.findall(r"\b[a-z]{2}-[a-z]+-\d\b", stack.text)}

    assert named == {REGION}


def test_no_source_names_a_region() -> None:
    sources = [ROOT / "app.py", *(ROOT / "stacks").glob("*.*")]

    assert not [path.name for path in sources if re.search(r"\b(ap|us|eu|sa|ca|af|me)-[a-z]+-\d\b", path.read_text())]


def test_no_stack_names_an_account(prod: Assembly) -> None:
    assert not [
        stack.name for stack in prod.stacks.values() if re.search(r"(?<![0-9a-f])\d{12}(?![0-9a-f])", stack.text)
    ]


def test_stages_differ_in_sizes_only_never_in_what_there_is(prod: Assembly, local: Assembly) -> None:
    def kinds(assembly: Assembly) -> list[str]:
        always = [stack for concern, stack in assembly.stacks.items() if concern not in SWITCHES]
        return sorted(one["Type"] for stack in always for one in stack.resources.values())

    assert kinds(prod) == sorted([*kinds(local), "AWS::Cognito::UserPoolIdentityProvider"])


def test_a_stack_that_stays_keeps_what_cannot_be_made_again(prod: Assembly, local: Assembly) -> None:
    precious = {
        "AWS::DynamoDB::GlobalTable",
        "AWS::Cognito::UserPool",
        "AWS::SecretsManager::Secret",
        "AWS::Logs::LogGroup",
    }

    def policies(assembly: Assembly) -> set[str]:
        found = (one for stack in assembly.stacks.values() for one in stack.resources.values())
        return {one["DeletionPolicy"] for one in found if one["Type"] in precious}

    assert policies(prod) == {"Retain"} and policies(local) == {"Delete"}


def test_cfn_lint_finds_nothing(prod: Assembly, dev: Assembly) -> None:
    lint = Path(sys.executable).with_name("cfn-lint")
    only_in_dev = [dev.folder / f"echosphere-dev-{concern}.template.json" for concern in ("firewall", "watch")]
    paths = [*sorted(prod.folder.glob("*.template.json")), *only_in_dev]

    said = subprocess.run([lint, *paths], cwd=ROOT, capture_output=True, text=True, check=False).stdout  # noqa: S603  # our own files

    assert said == ""
