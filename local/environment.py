"""What the processes of the platform are started with: the little that programs need, and the local AWS.

Nothing else of the caller's environment goes on: no profile of a real account, no key, no proxy.
"""

import json
import os
import sys
from pathlib import Path

from local.installation import HOME_VARIABLE, LOOPBACK, PART_VARIABLE, Installation

# None of them holds a secret.
KEPT = ("HOME", "LANG", "LC_ALL", "TERM", "TZ", "XDG_CACHE_HOME", PART_VARIABLE)
# Programs read either.
NO_PROXY = ("NO_PROXY", "no_proxy")
# MiniStack's name for the account's root; it asks for no secret of it.
ROOT_KEY = "test"


def plain_environment(installation: Installation) -> dict[str, str]:
    """The virtual environment's programs come first, so that a task's `python` is this one."""
    programs = [str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
    return {
        **{name: os.environ[name] for name in KEPT if name in os.environ},
        HOME_VARIABLE: str(installation.home),
        "PATH": os.pathsep.join(programs),
        "TMPDIR": str(installation.temporary),
        "PYTHONUNBUFFERED": "1",
    }


def operator_environment(installation: Installation) -> dict[str, str]:
    """For the processes that play AWS's own part: as root of the local account."""
    return {
        **plain_environment(installation),
        **cloud_address(installation),
        "AWS_ACCESS_KEY_ID": ROOT_KEY,
        "AWS_SECRET_ACCESS_KEY": ROOT_KEY,
    }


def builder_environment(installation: Installation) -> dict[str, str]:
    """For CDK's command, which also fetches the functions' packages: the caller's way to them, the local account."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    # Who sits behind a proxy does not reach this machine through it.
    beside = {
        name: ",".join(filter(None, (kept.get(name), LOOPBACK, "localhost"))) for name in ("NO_PROXY", "no_proxy")
    }
    return {**kept, **beside, **operator_environment(installation)}


def cloud_address(installation: Installation) -> dict[str, str]:
    """Where the SDKs, botocore's and Node's, find the local AWS; who asks is not said here."""
    region = stage_region(installation)
    nowhere = os.devnull
    return {
        "AWS_ENDPOINT_URL": installation.cloud_url,
        "AWS_CA_BUNDLE": str(installation.certificate),
        "NODE_EXTRA_CA_CERTS": str(installation.certificate),
        "AWS_REGION": region,
        "AWS_DEFAULT_REGION": region,
        "AWS_CONFIG_FILE": nowhere,
        "AWS_SHARED_CREDENTIALS_FILE": nowhere,
        "AWS_EC2_METADATA_DISABLED": "true",
    }


def stage_region(installation: Installation) -> str:
    context = json.loads((installation.checkout / "cdk.json").read_text())["context"]
    region: str = context["stages"]["local"]["region"]
    return region
