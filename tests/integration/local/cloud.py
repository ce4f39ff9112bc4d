"""A cloud of its own for a test: MiniStack alone, on a free port, with its state in a scratch folder."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import boto3

from local.environment import ROOT_KEY
from local.installation import Installation, Ports
from local.ministack.certificate import ensure_certificate
from local.ministack.environment import cloud_environment
from local.readiness import cloud_answers, wait_until
from tests.free_port import free_port

OURS = ("local.ministack",)
STOCK = ("ministack",)
START_S = 60.0


def scratch_installation(home: Path) -> Installation:
    installation = Installation(home=home, port_shift=free_port() - Ports().cloud)
    installation.save()
    return installation


@contextmanager
def running_cloud(installation: Installation, module: Sequence[str] = OURS) -> Iterator["subprocess.Popen[bytes]"]:
    ensure_certificate(installation.certificate, installation.certificate_key)
    process = subprocess.Popen(
        [sys.executable, "-m", *module], env=cloud_environment(installation), cwd=installation.checkout
    )
    try:
        wait_until(lambda: cloud_answers(installation), what="cloud", within_s=START_S)
        yield process
    finally:
        process.kill()
        process.wait()


def session() -> boto3.Session:
    return boto3.Session(aws_access_key_id=ROOT_KEY, aws_secret_access_key=ROOT_KEY, region_name="ap-northeast-1")
