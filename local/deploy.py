"""Deploys the real app to the local AWS with the real CDK command, when something of it changed."""

import json
import platform
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from local.ears import whisper_model
from local.environment import builder_environment, stage_region
from local.errors import DeployFailed
from local.fingerprint import fingerprint
from local.installation import Installation
from local.outputs import Outputs
from local.programs import cdk_command

ACCOUNT = "000000000000"
LONGEST_DEPLOY_S = 600.0
LINES_OF_A_FAILURE = 30
# Lines of CDK's that tell how far it is.
PROGRESS = ("deploying...", "bootstrapping")

Tell = Callable[[str], None]


def deployed_outputs(installation: Installation) -> Outputs | None:
    """None when the deployed stacks are not the checkout's."""
    path = _record(installation)
    if not path.is_file() or json.loads(path.read_text())["fingerprint"] != fingerprint(installation):
        return None
    return Outputs.read(outputs_file(installation))


def deploy(installation: Installation, *, tell: Tell) -> Outputs:
    """Raises DeployFailed."""
    wanted = fingerprint(installation)
    installation.cloud_state.mkdir(exist_ok=True)
    _record(installation).unlink(missing_ok=True)
    log = installation.logs / "deploy.log"
    log.write_text("")
    environment = f"aws://{ACCOUNT}/{stage_region(installation)}"
    # Where no cdk.json is, so that the app is not synthesised twice.
    _run(installation, ["bootstrap", environment], folder=installation.run, log=log, tell=tell)
    options = _deploy_options(installation)
    _run(installation, ["deploy", "--all", *options], folder=installation.checkout, log=log, tell=tell)
    _record(installation).write_text(json.dumps({"fingerprint": wanted}))
    return Outputs.read(outputs_file(installation))


def _record(installation: Installation) -> Path:
    # Beside the state of the cloud, so that who deletes that deploys anew.
    return installation.cloud_state / "deployed.json"


def outputs_file(installation: Installation) -> Path:
    return installation.cloud_state / "outputs.json"


def _deploy_options(installation: Installation) -> list[str]:
    quick = ["--require-approval", "never", "--progress", "events", "--concurrency", "4", "--method", "direct"]
    stage = [part for name, value in context(installation).items() for part in ("--context", f"{name}={value}")]
    assembly = str(installation.run / "cdk.out")
    return [*quick, *stage, "--output", assembly, "--outputs-file", str(outputs_file(installation))]


def context(installation: Installation) -> dict[str, str]:
    """What the stage `local` cannot know: the machine, and ports that are not its own."""
    machine = {"stage": "local", "architecture": "arm64" if platform.machine() in {"arm64", "aarch64"} else "x86_64"}
    if (ears := whisper_model(installation)) is not None:
        machine["whisper_model_dir"] = str(ears)
    if not installation.port_shift:
        return machine
    return machine | {
        "page_origin": installation.page_origin,
        "sign_in_origin": installation.sign_in_origin,
        "livekit_url": installation.livekit_url,
        "livekit_api_url": installation.livekit_api_url,
        "recording_endpoint": installation.cloud_url,
        "otlp_endpoint": installation.collector_url,
    }


def _run(installation: Installation, arguments: list[str], *, folder: Path, log: Path, tell: Tell) -> None:
    with subprocess.Popen(
        [str(cdk_command(installation)), *arguments],
        cwd=folder,
        env=_environment(installation),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        too_long = threading.Timer(LONGEST_DEPLOY_S, process.kill)
        too_long.start()
        _follow(process, log=log, tell=tell)
        too_long.cancel()
    if process.returncode:
        lines = log.read_text().splitlines()[-LINES_OF_A_FAILURE:]
        raise DeployFailed("\n".join([f"cdk {arguments[0]} failed; the whole log is {log}", *lines]))


def _follow(process: "subprocess.Popen[str]", *, log: Path, tell: Tell) -> None:
    assert process.stdout
    with log.open("a") as written:
        for line in process.stdout:
            written.write(line)
            if any(sign in line for sign in PROGRESS):
                tell(line.strip())


def _environment(installation: Installation) -> dict[str, str]:
    return {
        **builder_environment(installation),
        "CDK_DISABLE_CLI_TELEMETRY": "1",
        "NO_COLOR": "1",
        "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1",
    }
