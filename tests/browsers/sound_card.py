"""A sound card that nobody hears but the test: PulseAudio with one silent output."""

import math
import subprocess
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from local.readiness import wait_until
from tests.browsers.program import running

RATE_HZ = 8_000
FULL_SCALE = 32_768
CARD = "card"
STARTS_WITHIN_S = 20.0


@dataclass(frozen=True)
class SoundCard:
    socket: Path

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment of a process that is to be heard here."""
        return {"PULSE_SERVER": f"unix:{self.socket}"}

    def loudness(self, seconds: float) -> float:
        """Root mean square of full scale of what is heard from now on."""
        heard = ("-f", "pulse", "-server", f"unix:{self.socket}", "-i", f"{CARD}.monitor", "-t", str(seconds))
        output = ("-ac", "1", "-ar", str(RATE_HZ), "-f", "s16le", "-")
        command = ["ffmpeg", "-v", "error", *heard, *output]
        ran = subprocess.run(command, check=True, capture_output=True, timeout=30)  # noqa: S603  # the system's
        samples = array("h", ran.stdout)
        return math.sqrt(sum(sample**2 for sample in samples) / len(samples)) / FULL_SCALE


@contextmanager
def sound_card(home: Path) -> Iterator[SoundCard]:
    card = SoundCard(home / "sound")
    modules = [
        f"module-null-sink sink_name={CARD}",
        f"module-native-protocol-unix socket={card.socket} auth-anonymous=1",
    ]
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disallow-exit"]
    command = ["pulseaudio", *options, *(f"--load={module}" for module in modules)]
    with running(command, home=home, environment={"XDG_RUNTIME_DIR": str(home)}):
        wait_until(card.socket.exists, what="the sound card", within_s=STARTS_WITHIN_S)
        yield card
