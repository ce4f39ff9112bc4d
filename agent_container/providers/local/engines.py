"""The three engines that make sound of text. All block; each is used from one thread."""

import io
import re
import subprocess
import wave
from dataclasses import dataclass
from importlib.metadata import version
from typing import Protocol

from agent_container.workers.process import WorkerProcess

TIMEOUT_S = 10.0
OPEN_JTALK = "agent_container.workers.open_jtalk"
BREATH = re.compile(r".{3,}?、|.+", re.DOTALL)  # one of fewer signs is over before the next is rendered


class Engine(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def sample_rate(self) -> int: ...

    @property
    def edition(self) -> str:
        """What its sound depends on, beside the text."""
        ...

    def parts(self, text: str) -> list[str]:
        """What may be rendered one after the other, and sounds as the whole does."""
        ...

    def render(self, text: str) -> bytes:
        """Mono int16 PCM at `sample_rate`."""
        ...

    def warm_up(self, text: str) -> None:
        """Blocks until whatever comes next is rendered without delay; `text` is what it may try."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Command:
    """A program that prints a WAV file for the text that is its last argument."""

    name: str
    sample_rate: int
    arguments: tuple[str, ...]

    @property
    def edition(self) -> str:
        return " ".join((self.name, *self.arguments))

    def parts(self, text: str) -> list[str]:
        return [text]

    def render(self, text: str) -> bytes:
        """Raises OSError, CalledProcessError, TimeoutExpired."""
        command = [self.name, *self.arguments, text]
        # Safe (S603): our own command; the text is one argument and no shell reads it.
        printed = subprocess.run(command, capture_output=True, check=True, timeout=TIMEOUT_S).stdout  # noqa: S603
        with wave.open(io.BytesIO(printed)) as wav:
            return bytes(wav.readframes(wav.getnframes()))

    def warm_up(self, text: str) -> None:
        """Its program and its voice come from a disk that may be cold."""
        self.render(text)

    def close(self) -> None:
        """Each call is a process of its own."""


def flite(voice: str) -> Command:
    """About 50 ms for a short sentence with the voices rms and slt, which were made of people's recordings."""
    return Command("flite", 16_000, ("-voice", voice, "-o", "/dev/stdout", "-t"))


def espeak(voice: str) -> Command:
    """A formant voice: robotic, but the only free one for Portuguese. GPL, hence never linked."""
    return Command("espeak-ng", 22_050, ("-v", voice, "--stdout", "--"))


class OpenJTalk:
    """The voice Mei (CC BY 3.0, Nagoya Institute of Technology), about 70 ms for each second of speech."""

    name = "open-jtalk"
    sample_rate = 48_000

    def __init__(self) -> None:
        self._worker: WorkerProcess | None = None

    @property
    def edition(self) -> str:
        return f"{self.name} {version('pyopenjtalk')}"

    def parts(self, text: str) -> list[str]:
        """It breathes at each comma for 0.45 to 0.5 s; between two parts there are 0.34 s."""
        return BREATH.findall(text)

    def render(self, text: str) -> bytes:
        pcm = self._started().call("render", text)
        assert isinstance(pcm, bytes)
        return pcm

    def warm_up(self, text: str) -> None:
        """Measured: a worker that is ready has nothing left to load."""
        self._started().until_ready()

    def close(self) -> None:
        if self._worker is not None:
            self._worker.close()

    def _started(self) -> WorkerProcess:
        if self._worker is None:
            self._worker = WorkerProcess(OPEN_JTALK)
        return self._worker
