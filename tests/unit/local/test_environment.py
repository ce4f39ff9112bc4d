from pathlib import Path

import pytest

from local.environment import builder_environment, operator_environment
from local.installation import Installation
from local.ministack.environment import cloud_environment

pytestmark = pytest.mark.unit

SECRETS = {
    "AWS_PROFILE": "work",
    "AWS_SECRET_ACCESS_KEY": "of a real account",
    "AWS_SESSION_TOKEN": "of a real account",
    "OPENAI_API_KEY": "sk-real",
    "GITHUB_TOKEN": "real",
}


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    return Installation(home=tmp_path)


def test_no_secret_of_the_caller_reaches_the_functions(installation: Installation) -> None:
    environment = cloud_environment(installation)

    assert not SECRETS.keys() & environment.keys()
    assert not set(SECRETS.values()) & set(environment.values())


def test_the_cloud_enforces_iam_over_tls_on_loopback_alone(installation: Installation) -> None:
    environment = cloud_environment(installation)

    assert (environment["AUTH"], environment["USE_SSL"], environment["BIND_HOST"]) == ("true", "1", "127.0.0.1")


def test_no_container_engine_is_asked(installation: Installation) -> None:
    socket = cloud_environment(installation)["DOCKER_HOST"].removeprefix("unix://")

    assert not Path(socket).exists()


def test_what_the_cloud_writes_stays_in_the_installation(installation: Installation) -> None:
    environment = cloud_environment(installation)
    folders = ("HOME", "TMPDIR", "STATE_DIR", "S3_DATA_DIR")

    assert all(Path(environment[name]).is_relative_to(installation.home) for name in folders)


@pytest.mark.parametrize("make", [operator_environment, builder_environment])
def test_a_callers_real_account_is_out_of_reach(installation: Installation, make: object) -> None:
    assert callable(make)
    environment = make(installation)

    assert environment["AWS_ENDPOINT_URL"] == installation.cloud_url
    assert environment["AWS_SECRET_ACCESS_KEY"] != SECRETS["AWS_SECRET_ACCESS_KEY"]
    assert environment["AWS_SHARED_CREDENTIALS_FILE"] == environment["AWS_CONFIG_FILE"] == "/dev/null"
    assert not {"AWS_PROFILE", "AWS_SESSION_TOKEN"} & environment.keys()


def test_what_builds_keeps_the_callers_way_to_the_packages(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_INDEX_URL", "https://mirror.test/simple")

    assert builder_environment(installation)["UV_INDEX_URL"] == "https://mirror.test/simple"


@pytest.mark.parametrize("name", ["NO_PROXY", "no_proxy"])
def test_what_builds_reaches_this_machine_without_the_callers_proxy(
    installation: Installation, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "intranet.test")

    assert builder_environment(installation)[name] == "intranet.test,127.0.0.1,localhost"
