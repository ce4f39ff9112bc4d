"""`python -m local.livekit_server HOME SECRET_ARN WEBHOOK_URL`: the real one, on loopback, with the deployed keys."""

import argparse
import json
import os
from pathlib import Path

import boto3
from pydantic import BaseModel

from local.installation import LOOPBACK, Installation
from local.programs import find_livekit_server

# Nothing listens there, so a browser's question dies on this machine. It must not be the media port: a browser takes
# whatever comes from a STUN server's address for an answer of it, and the talk would never connect. With an empty
# list the server hands out Google's (pkg/service/roommanager.go, iceServersForParticipant).
NO_STUN = f"{LOOPBACK}:3478"


class LiveKitKeys(BaseModel):
    api_key: str
    api_secret: str


def main() -> None:
    parser = argparse.ArgumentParser(prog="local.livekit_server")
    parser.add_argument("home", type=Path)
    parser.add_argument("secret_arn")
    parser.add_argument("webhook_url")
    arguments = parser.parse_args()
    installation = Installation.load(arguments.home)
    secret = boto3.client("secretsmanager").get_secret_value(SecretId=arguments.secret_arn)["SecretString"]
    written = configuration_file(installation)
    keys = LiveKitKeys.model_validate_json(secret)
    write_configuration(written, livekit_configuration(installation, keys, arguments.webhook_url))
    server = str(find_livekit_server(installation))
    os.execv(server, [server, "--config", str(written)])  # it takes this process's place and id


def configuration_file(installation: Installation) -> Path:
    return installation.run / "livekit.yaml"


def livekit_configuration(installation: Installation, keys: LiveKitKeys, webhook_url: str) -> dict[str, object]:
    ports = installation.ports
    return {
        "port": ports.livekit,
        "bind_addresses": [LOOPBACK],
        "rtc": {
            "node_ip": LOOPBACK,
            "use_external_ip": False,
            "enable_loopback_candidate": True,
            "ips": {"includes": [f"{LOOPBACK}/32"]},
            "udp_port": ports.livekit_media,
            # Its TCP fallback listens on every address of the machine, whatever bind_addresses says.
            "tcp_port": 0,
            "allow_tcp_fallback": False,
            "stun_servers": [NO_STUN],
        },
        "keys": {keys.api_key: keys.api_secret},
        "webhook": {"api_key": keys.api_key, "urls": [webhook_url]},
        "logging": {"level": "warn", "pion_level": "error"},
    }


def write_configuration(path: Path, configuration: dict[str, object]) -> None:
    """JSON is YAML. It holds the secret, so only its owner may read it."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(json.dumps(configuration, indent=2))


if __name__ == "__main__":
    main()
