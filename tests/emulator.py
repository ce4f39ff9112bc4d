"""The AWS emulator alone, on a free port of loopback: where real twins and recorders find their AWS."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import boto3
import pytest
from botocore.config import Config

from tests.free_port import free_port

START_S = 30


@contextmanager
def running_emulator(folder: Path) -> Iterator[str]:
    """Its address; the environment of this process leads there meanwhile."""
    port = free_port()
    endpoint = f"http://127.0.0.1:{port}"
    process = _start(port, folder)
    try:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("AWS_ENDPOINT_URL", endpoint)
            environment.setenv("AWS_ACCESS_KEY_ID", "test")
            environment.setenv("AWS_SECRET_ACCESS_KEY", "test")
            environment.setenv("AWS_DEFAULT_REGION", "ap-northeast-1")
            environment.setenv("AWS_EC2_METADATA_DISABLED", "true")
            _wait_until_it_answers()
            yield endpoint
    finally:
        process.kill()
        process.wait(10)


def _start(port: int, folder: Path) -> subprocess.Popen[bytes]:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "SFTP_ENABLED": "0",
        "IOT_MTLS_ENABLED": "0",
    }
    command = [str(Path(sys.executable).parent / "ministack")]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)  # noqa: S603  # our own


def _wait_until_it_answers() -> None:
    retries = Config(connect_timeout=START_S, retries={"mode": "standard", "total_max_attempts": 20})
    boto3.client("dynamodb", config=retries).list_tables()
