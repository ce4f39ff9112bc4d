"""One local platform: its checkout, the folder that keeps its state, and its ports.

Every process of the platform is given the state folder and reads the rest from `installation.json` in it, so two
platforms with different folders and ports (a person's and a test's) stand beside each other.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
LOOPBACK = "127.0.0.1"
# Marks each process of a platform, so that `down` finds them all, also those whose parent was killed.
HOME_VARIABLE = "ECHOSPHERE_LOCAL_HOME"
PART_VARIABLE = "ECHOSPHERE_LOCAL_PART"


@dataclass(frozen=True, kw_only=True)
class Ports:
    """All on loopback; `livekit_media` is UDP, the others TCP. The task definition knows three of them besides."""

    edge: int = 8080
    sign_in: int = 8090
    cloud: int = 4566
    livekit: int = 7880
    livekit_api: int = 7890
    livekit_media: int = 7882
    agent_health: int = 8081
    agent_metrics: int = 9464
    agent_credentials: int = 8091
    collector: int = 4318

    @classmethod
    def shifted(cls, by: int) -> "Ports":
        return cls(**{name: port + by for name, port in asdict(cls()).items()})


@dataclass(frozen=True, kw_only=True)
class Installation:
    """`port_shift` is added to each port; 0 are the ports of the local stage in cdk.json."""

    home: Path
    port_shift: int = 0
    checkout: Path = CHECKOUT

    @classmethod
    def load(cls, home: Path) -> "Installation":
        written = json.loads((home / "installation.json").read_text())
        return cls(home=home, port_shift=written["port_shift"], checkout=Path(written["checkout"]))

    def save(self) -> None:
        for folder in (self.home, self.run, self.logs, self.temporary):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        written = {"port_shift": self.port_shift, "checkout": str(self.checkout)}
        (self.home / "installation.json").write_text(json.dumps(written, indent=2))

    @property
    def ports(self) -> Ports:
        return Ports.shifted(self.port_shift)

    @property
    def run(self) -> Path:
        return self.home / "run"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def temporary(self) -> Path:
        return self.home / "tmp"

    @property
    def cloud_state(self) -> Path:
        return self.home / "cloud"

    @property
    def recordings(self) -> Path:
        """What is being recorded, until it is uploaded."""
        return self.home / "recordings"

    @property
    def traces(self) -> Path:
        return self.home / "traces"

    @property
    def collector_url(self) -> str:
        return f"http://{LOOPBACK}:{self.ports.collector}"

    @property
    def certificate(self) -> Path:
        """The cloud's own, which its clients trust; it makes it at the first start."""
        return self.home / "tls" / "certificate.pem"

    @property
    def certificate_key(self) -> Path:
        return self.home / "tls" / "key.pem"

    @property
    def cloud_url(self) -> str:
        return f"https://{LOOPBACK}:{self.ports.cloud}"

    @property
    def page_origin(self) -> str:
        return f"http://localhost:{self.ports.edge}"

    @property
    def sign_in_origin(self) -> str:
        return f"http://localhost:{self.ports.sign_in}"

    @property
    def livekit_url(self) -> str:
        return f"ws://localhost:{self.ports.livekit}"

    @property
    def livekit_server_url(self) -> str:
        return f"http://{LOOPBACK}:{self.ports.livekit}"

    @property
    def livekit_api_url(self) -> str:
        """What the backend calls: recordings are played there, all else is passed on to the server."""
        return f"http://{LOOPBACK}:{self.ports.livekit_api}"
