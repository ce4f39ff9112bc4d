"""`python -m local.livekit_server HOME SECRET_ARN WEBHOOK_URL`: the real one, on loopback, with the deployed keys."""

import json
import os
from pathlib import Path

from local.installation import LOOPBACK, Installation
from local.livekit_start import LiveKitKeys, read_livekit_start
from local.programs import find_livekit_server

# Nothing listens there, so a browser's question dies on this machine. It must not be the media port: a browser takes
# whatever comes from a STUN server's address for an answer of it, and the talk would never connect. With an empty
# list the server hands out Google's (pkg/service/roommanager.go, iceServersForParticipant).
NO_STUN = f"{LOOPBACK}:3478"


def main() -> None:
    start = read_livekit_start("local.livekit_server")
    written = configuration_file(start.installation)
    write_configuration(written, livekit_configuration(start.installation, start.keys, start.webhook_url))
    server = str(find_livekit_server(start.installation))
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
