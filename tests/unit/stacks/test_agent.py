"""The agent's task and service: reachable by nobody, drained before it goes, its keys in nobody's sight."""

import json
import re

import pytest

from agent_container.provider_settings import ProviderSettings
from agent_container.settings import DRAIN_S, JOB_END_S
from echosphere.settings import read_settings
from tests.unit.stacks.templates import CHAINS, Assembly, Properties

pytestmark = pytest.mark.template
SIGNALS_S = 2  # from ECS's signal to the worker's drain, and from its end to the container's
IMAGE_CONTEXT = {"Dockerfile", ".dockerignore", "agent_container", "echosphere", "pyproject.toml", "requirements.txt"}


def task(assembly: Assembly) -> Properties:
    return assembly["agent"].only("AWS::ECS::TaskDefinition")


def container(assembly: Assembly) -> Properties:
    (one,) = (each for each in task(assembly)["ContainerDefinitions"] if each["Essential"])
    found: Properties = one
    return found


def collector(assembly: Assembly) -> Properties:
    (one,) = (each for each in task(assembly)["ContainerDefinitions"] if not each["Essential"])
    found: Properties = one
    return found


def environment(assembly: Assembly) -> dict[str, object]:
    return {one["Name"]: one["Value"] for one in container(assembly)["Environment"]}


def service(assembly: Assembly) -> Properties:
    return assembly["agent"].only("AWS::ECS::Service")


def test_the_agent_is_told_where_things_are(local: Assembly) -> None:
    told = environment(local)

    assert {"TABLE_NAME", "BUS_NAME"} < set(told)
    assert {key: told[key] for key in ("LIVEKIT_URL", "AGENT_NAME", "PROVIDERS", "STAGE", "AGENT_HEALTH_PORT")} == {
        "LIVEKIT_URL": "ws://127.0.0.1:7890",
        "AGENT_NAME": "echosphere",
        "PROVIDERS": "local",
        "STAGE": "local",
        "AGENT_HEALTH_PORT": "8081",
    }


def test_livekits_keys_come_from_the_secret_at_start(prod: Assembly) -> None:
    secrets = {one["Name"]: json.dumps(one["ValueFrom"]) for one in container(prod)["Secrets"]}

    assert set(secrets) == {"LIVEKIT_API_KEY", "LIVEKIT_API_SECRET"} and not set(secrets) & set(environment(prod))
    assert ":api_key::" in secrets["LIVEKIT_API_KEY"] and ":api_secret::" in secrets["LIVEKIT_API_SECRET"]


def test_each_part_has_the_chain_that_its_stage_gives_it(dev: Assembly) -> None:
    told = environment(dev)

    assert {name: told.get(name) for name in ("PROVIDERS", "EARS", "BRAIN", "VOICE", "LANGUAGES", "TEMPERATURE")} == {
        "PROVIDERS": "aws",
        "EARS": "deepgram, aws",
        "BRAIN": "openai",
        "VOICE": None,
        "LANGUAGES": "ja-JP, en-US",
        "TEMPERATURE": "0.2",
    }
    assert json.loads(str(told["MODELS"])) == CHAINS["provider_models"]
    assert json.loads(str(told["VOICES"])) == CHAINS["provider_voices"]


def test_the_agent_understands_what_its_stage_tells_it(dev: Assembly, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(dev).items():
        monkeypatch.setenv(name, str(value))
    for one in container(dev)["Secrets"]:
        monkeypatch.setenv(one["Name"], "a-key")

    settings = read_settings(ProviderSettings)

    assert (settings.ears, settings.brain, settings.voice) == (("deepgram", "aws"), ("openai",), ("aws",))
    assert settings.temperature == CHAINS["agent_temperature"]


def test_the_keys_of_providers_are_read_from_their_secrets_by_who_starts_the_task_alone(dev: Assembly) -> None:
    secrets = {one["Name"]: one["ValueFrom"] for one in container(dev)["Secrets"]}
    arns = CHAINS["provider_secret_arns"]

    assert isinstance(arns, dict)
    assert {name: arn for name, arn in secrets.items() if not name.startswith("LIVEKIT")} == {
        f"{name.upper()}_API_KEY": arn for name, arn in arns.items()
    }
    readers = {
        key
        for key, policy in dev["agent"].of_type("AWS::IAM::Policy").items()
        if any(arn in json.dumps(policy) for arn in arns.values())
    }
    assert len(readers) == 1 and readers.pop().startswith("TaskExecutionRole")


def test_the_backend_and_the_agent_know_each_other_by_one_name(prod: Assembly) -> None:
    functions = prod["api"].of_type("AWS::Lambda::Function").values()

    assert {one["Environment"]["Variables"]["AGENT_NAME"] for one in functions} == {environment(prod)["AGENT_NAME"]}


def test_nothing_can_dial_the_agent(prod: Assembly) -> None:
    group = prod["agent"].only("AWS::EC2::SecurityGroup")

    assert "SecurityGroupIngress" not in group and "PortMappings" not in {
        key for key, one in container(prod).items() if one
    }
    assert not prod["agent"].of_type("AWS::EC2::SecurityGroupIngress")


def test_no_gateway_is_paid_for_while_nobody_talks(prod: Assembly) -> None:
    assert not prod["agent"].of_type("AWS::EC2::NatGateway") and not prod["agent"].of_type("AWS::EC2::EIP")
    assert service(prod)["NetworkConfiguration"]["AwsvpcConfiguration"]["AssignPublicIp"] == "ENABLED"


def test_ecs_waits_until_talks_that_go_on_are_drained_and_settled(prod: Assembly) -> None:
    assert container(prod)["StopTimeout"] >= DRAIN_S + JOB_END_S + SIGNALS_S


def test_a_deploy_that_does_not_come_up_is_taken_back(prod: Assembly) -> None:
    deployment = service(prod)["DeploymentConfiguration"]

    assert deployment["DeploymentCircuitBreaker"] == {"Enable": True, "Rollback": True}
    assert deployment["MinimumHealthyPercent"] == 100


def test_the_agent_writes_to_its_scratch_folder_alone(prod: Assembly) -> None:
    assert container(prod)["ReadonlyRootFilesystem"] is True
    assert [mount["ContainerPath"] for mount in container(prod)["MountPoints"]] == ["/tmp"]  # noqa: S108  # the task's own


def test_a_task_that_does_not_answer_is_replaced(prod: Assembly) -> None:
    check = container(prod)["HealthCheck"]["Command"]

    assert check[:2] == ["CMD", "python"] and "127.0.0.1:8081/" in check[-1]


def test_the_stage_says_how_many_and_how_big(prod: Assembly, local: Assembly) -> None:
    assert (service(prod)["DesiredCount"], task(prod)["Cpu"], task(prod)["Memory"]) == (2, "2048", "4096")
    assert (service(local)["DesiredCount"], task(local)["Cpu"], task(local)["Memory"]) == (1, "1024", "2048")
    assert task(prod)["RuntimePlatform"]["CpuArchitecture"] == "ARM64"


def test_an_image_in_a_registry_is_used_as_it_is(local: Assembly) -> None:
    assert container(local)["Image"] == "echosphere/agent:local"


def test_without_a_tag_the_image_is_built_at_the_deploy_from_what_the_agent_needs_alone(prod: Assembly) -> None:
    (context,) = (file.parent.parent for file in prod.folder.glob("asset.*/agent_container/Dockerfile"))

    assert "Fn::Sub" in container(prod)["Image"]
    assert {entry.name for entry in context.iterdir()} <= IMAGE_CONTEXT


def test_the_image_begins_with_one_that_nobody_can_change(prod: Assembly) -> None:
    (file,) = prod.folder.glob("asset.*/agent_container/Dockerfile")
    words = file.read_text()

    assert set(re.findall(r"^FROM (\S+)", words, re.MULTILINE)) == {"${PYTHON}"}
    assert re.search(r"^ARG PYTHON=python:[\w.-]+@sha256:[0-9a-f]{64}$", words, re.MULTILINE)


@pytest.mark.parametrize("stage", ["prod", "local"])
def test_the_container_runs_the_agent(assemblies: dict[str, Assembly], stage: str) -> None:
    assert container(assemblies[stage])["Command"] == ["python", "-m", "agent_container.agent", "start"]
