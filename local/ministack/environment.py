"""What the local AWS is started with, and nothing else: it hands its own environment on to every Lambda function."""

from local.environment import plain_environment, stage_region
from local.installation import LOOPBACK, Installation

# A laptop is left alone for longer than the five minutes after which MiniStack ends an idle function's worker.
WARM_FUNCTION_S = 3600


def cloud_environment(installation: Installation) -> dict[str, str]:
    state = installation.cloud_state
    return {
        **plain_environment(installation),
        "HOME": str(installation.temporary),
        "BIND_HOST": LOOPBACK,
        "GATEWAY_PORT": str(installation.ports.cloud),
        "MINISTACK_HOST": "localhost",
        "MINISTACK_REGION": stage_region(installation),
        "AUTH": "true",
        "USE_SSL": "1",
        "MINISTACK_SSL_CERT": str(installation.certificate),
        "MINISTACK_SSL_KEY": str(installation.certificate_key),
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
