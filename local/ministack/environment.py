"""What the local AWS is started with, and nothing else: it hands its own environment on to every Lambda function."""

import os
import sys
from pathlib import Path

from local.installation import HOME_VARIABLE, LOOPBACK, Installation

# Kept from the caller because programs do not run without them; none of them holds a secret.
KEPT = ("LANG", "LC_ALL", "TZ")
# A laptop is left alone for longer than the five minutes after which MiniStack ends an idle function's worker.
WARM_FUNCTION_S = 3600


def cloud_environment(installation: Installation, *, region: str) -> dict[str, str]:
    state = installation.cloud_state
    return {
        **{name: os.environ[name] for name in KEPT if name in os.environ},
        HOME_VARIABLE: str(installation.home),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}",
        "HOME": str(installation.temporary),
        "TMPDIR": str(installation.temporary),
        "BIND_HOST": LOOPBACK,
        "GATEWAY_PORT": str(installation.ports.cloud),
        "MINISTACK_HOST": "localhost",
        "MINISTACK_REGION": region,
        "AUTH": "true",
        "USE_SSL": "1",
        "PERSIST_STATE": "1",
        "STATE_DIR": str(state / "services"),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(state / "objects"),
        "SFTP_ENABLED": "0",
        "IOT_MTLS_ENABLED": "0",
        "LAMBDA_WARM_TTL_SECONDS": str(WARM_FUNCTION_S),
        # With a container engine in reach MiniStack would start the agent's image a second time.
        "DOCKER_HOST": "unix:///no/container/engine",
        "LOG_LEVEL": "WARNING",
    }
