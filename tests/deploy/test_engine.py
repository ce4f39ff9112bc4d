"""This machine can build the agent's image, or the stage names one."""

from pathlib import Path

import pytest

from deploy.finding import Verdict
from deploy.preflight.engine import engine
from tests.deploy.stages import a_stage, only

pytestmark = pytest.mark.deploy


@pytest.fixture(autouse=True)
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no programs but these."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CDK_DOCKER", raising=False)
    return tmp_path


def install(programs: Path, name: str) -> None:
    (programs / name).touch(mode=0o755)


def test_an_engine_that_answers_is_ok(programs: Path) -> None:
    install(programs, "docker")

    assert only(engine(a_stage(), lambda _: True)).verdict is Verdict.OK


def test_the_engine_that_cdk_would_call_is_the_one_that_is_asked(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(programs, "podman")
    monkeypatch.setenv("CDK_DOCKER", "podman")

    told = only(engine(a_stage(), lambda program: program == str(programs / "podman")))

    assert told.verdict is Verdict.OK and "podman" in told.says


def test_without_an_engine_one_is_told_of_the_other_way() -> None:
    told = only(engine(a_stage()))

    assert told.verdict is Verdict.WRONG and "agent_image_tag" in told.says


def test_an_engine_that_is_down_is_wrong(programs: Path) -> None:
    install(programs, "docker")

    assert only(engine(a_stage(), lambda _: False)).verdict is Verdict.WRONG


def test_an_image_in_a_registry_needs_no_engine() -> None:
    assert only(engine(a_stage(agent_image_tag="registry.example.org/agent:1"))).verdict is Verdict.OK
