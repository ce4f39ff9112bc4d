"""GitHub may deploy as a role of the account, from one environment of one repository, and keeps no key for it."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.stacks.templates import ROOT

pytestmark = pytest.mark.template
TEMPLATE = ROOT / "setup" / "deployer.json"
WORKFLOWS = {path.stem: path.read_text() for path in (ROOT / ".github" / "workflows").glob("*.yml")}
ISSUER = "token.actions.githubusercontent.com"
# What IAM calls a service where boto3 calls it otherwise.
IN_IAM = {"service-quotas": "servicequotas"}


@pytest.fixture(scope="module")
def role() -> dict[str, Any]:
    properties: dict[str, Any] = json.loads(TEMPLATE.read_text())["Resources"]["Deployer"]["Properties"]
    return properties


def test_one_environment_of_one_repository_is_believed_and_nobody_else(role: dict[str, Any]) -> None:
    (trusted,) = role["AssumeRolePolicyDocument"]["Statement"]

    assert trusted["Action"] == "sts:AssumeRoleWithWebIdentity"
    assert trusted["Condition"] == {
        "StringEquals": {
            f"{ISSUER}:aud": "sts.amazonaws.com",
            f"{ISSUER}:sub": {"Fn::Sub": "repo:${Repository}:environment:${Environment}"},
        }
    }


def test_it_changes_nothing_but_by_the_roles_of_the_bootstrap(role: dict[str, Any]) -> None:
    (policy,) = role["Policies"]
    acts, asks = policy["PolicyDocument"]["Statement"]

    assert acts["Action"] == "sts:AssumeRole" and acts["Resource"]["Fn::Sub"].endswith(":role/cdk-*")
    assert all(re.search(r":(Get|Describe)", action) for action in asks["Action"])


def test_it_may_ask_whatever_the_preflight_asks(role: dict[str, Any]) -> None:
    sources = "".join(path.read_text() for path in (ROOT / "deploy" / "preflight").glob("*.py"))
    services = set(re.findall(r'client\("([\w-]+)"', sources)) - {"sts"}  # of which anybody may ask who he is
    (_, asks) = role["Policies"][0]["PolicyDocument"]["Statement"]

    assert {IN_IAM.get(service, service) for service in services} == {one.split(":")[0] for one in asks["Action"]}


def test_the_identity_is_asked_for_by_the_deploy_alone_and_no_workflow_holds_a_secret() -> None:
    assert [name for name, text in WORKFLOWS.items() if "id-token: write" in text] == ["deploy"]
    assert not [name for name, text in WORKFLOWS.items() if "secrets." in text]


def test_it_deploys_by_hand_from_main_by_the_one_door() -> None:
    deploy = WORKFLOWS["deploy"]

    assert re.findall(r"^on:\n  (\w+)", deploy, re.MULTILINE) == ["workflow_dispatch"]
    assert "if: github.ref == 'refs/heads/main'" in deploy and "environment: ${{ inputs.stage }}" in deploy
    assert re.findall(r"run: (.+)", deploy) == ['make deploy STAGE="$STAGE"']


def test_what_github_deploys_is_a_stage() -> None:
    offered = re.search(r"options: \[(.+)\]", WORKFLOWS["deploy"])
    stages = json.loads((ROOT / "cdk.json").read_text())["context"]["stages"]

    assert offered and set(offered[1].split(", ")) == set(stages) - {"local"}


def test_cfn_lint_finds_nothing() -> None:
    lint = Path(sys.executable).with_name("cfn-lint")

    said = subprocess.run([lint, TEMPLATE], cwd=ROOT, capture_output=True, text=True, check=False).stdout  # noqa: S603  # our own file

    assert said == ""
