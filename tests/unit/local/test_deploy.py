import json
from pathlib import Path

import pytest

from local.deploy import context, deployed_outputs, outputs_file
from local.fingerprint import INPUTS, fingerprint
from local.installation import CHECKOUT, Installation

pytestmark = pytest.mark.unit


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    checkout = tmp_path / "checkout"
    for name in ("app.py", "stacks/data.py", "web/dist/index.html", "lambdas/__pycache__/x.pyc", "bench/run.py"):
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        (checkout / name).write_text(name)
    return Installation(home=tmp_path / "home", checkout=checkout)


def remember_deploy(installation: Installation) -> None:
    installation.cloud_state.mkdir(parents=True)
    outputs_file(installation).write_text(json.dumps({"echosphere-local-web": {"PageUrl": "http://localhost:8080/"}}))
    record = {"fingerprint": fingerprint(installation)}
    (installation.cloud_state / "deployed.json").write_text(json.dumps(record))


def test_what_is_deployed_as_it_stands_is_not_deployed_again(installation: Installation) -> None:
    remember_deploy(installation)

    outputs = deployed_outputs(installation)

    assert outputs and outputs.get("web", "PageUrl") == "http://localhost:8080/"


@pytest.mark.parametrize("changed", ["app.py", "stacks/data.py", "stacks/new.py", "web/dist/index.html"])
def test_a_changed_input_is_deployed(installation: Installation, changed: str) -> None:
    remember_deploy(installation)

    (installation.checkout / changed).write_text("changed")

    assert deployed_outputs(installation) is None


@pytest.mark.parametrize("changed", ["bench/run.py", "lambdas/__pycache__/x.pyc"])
def test_what_no_stack_is_made_of_changes_nothing(installation: Installation, changed: str) -> None:
    remember_deploy(installation)

    (installation.checkout / changed).write_text("changed")

    assert deployed_outputs(installation)


def test_other_ports_are_another_deployment(installation: Installation) -> None:
    shifted = Installation(home=installation.home, port_shift=1, checkout=installation.checkout)

    assert fingerprint(installation) != fingerprint(shifted)


def test_a_cloud_without_state_is_deployed(installation: Installation) -> None:
    assert deployed_outputs(installation) is None


def test_every_input_of_the_fingerprint_exists_once_the_page_is_built() -> None:
    assert all((CHECKOUT / name).exists() for name in INPUTS if name != "web/dist")


def test_the_stage_keeps_its_own_addresses_on_its_own_ports(tmp_path: Path) -> None:
    assert context(Installation(home=tmp_path)).keys() == {"stage", "architecture"}


def test_the_stage_learns_of_other_ports(tmp_path: Path) -> None:
    written = json.loads((CHECKOUT / "cdk.json").read_text())["context"]["stages"]["local"]

    shifted = context(Installation(home=tmp_path, port_shift=1))

    addresses = shifted.keys() - {"stage", "architecture"}
    assert addresses == {name for name, value in written.items() if "://" in str(value)}


def test_the_local_stage_names_the_ports_of_an_installation(tmp_path: Path) -> None:
    written = json.loads((CHECKOUT / "cdk.json").read_text())["context"]["stages"]["local"]
    installation = Installation(home=tmp_path)

    assert {name: value for name, value in written.items() if "://" in str(value)} == {
        "page_origin": installation.page_origin,
        "sign_in_origin": installation.sign_in_origin,
        "livekit_url": installation.livekit_url,
        "livekit_api_url": installation.livekit_api_url,
        "recording_endpoint": installation.cloud_url,
        "otlp_endpoint": installation.collector_url,
    }
