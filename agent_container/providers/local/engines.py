"""The three engines that make sound of text. All block; each is used from one thread."""

import io
import os
import subprocess
import wave
from typing import Protocol

from agent_container.workers.process import WorkerProcess

TIMEOUT_S = 10.0
OPEN_JTALK = "agent_container.workers.open_jtalk"
# Of Debian's `open-jtalk-mecab-naist-jdic`; told of none, pyopenjtalk would fetch one from the network.
DEBIAN_DICTIONARY = "/var/lib/mecab/dic/open-jtalk/naist-jdic"


class Engine(Protocol):
    name: str
    sample_rate: int

    def render(self, text: str) -> bytes:
        """Mono int16 PCM at `sample_rate`."""
        ...


class Flite:
    """About 50 ms for a short sentence with the voices rms and slt; they were made from people's recordings."""

    name = "flite"
    sample_rate = 16_000

    def __init__(self, *, voice: str) -> None:
        self._command = ["flite", "-voice", voice, "-o", "/dev/stdout", "-t"]

    def render(self, text: str) -> bytes:
        return _pcm_printed_by([*self._command, text])


class Espeak:
    """A formant voice: robotic, but the only free one for Portuguese. GPL, hence never linked."""

    name = "espeak-ng"
    sample_rate = 22_050

    def __init__(self, *, voice: str) -> None:
        self._command = ["espeak-ng", "-v", voice, "--stdout", "--"]

    def render(self, text: str) -> bytes:
        return _pcm_printed_by([*self._command, text])


class OpenJTalk:
    """The voice Mei (CC BY 3.0, Nagoya Institute of Technology), about 70 ms for each second of speech."""

    name = "open-jtalk"
    sample_rate = 48_000

    def __init__(self) -> None:
        self._worker: WorkerProcess | None = None

    def render(self, text: str) -> bytes:
        if self._worker is None:
            self._worker = WorkerProcess(
                OPEN_JTALK, OPEN_JTALK_DICT_DIR=os.environ.get("OPEN_JTALK_DICT_DIR", DEBIAN_DICTIONARY)
            )
        pcm = self._worker.call("render", text)
        assert isinstance(pcm, bytes)
        return pcm


def _pcm_printed_by(command: list[str]) -> bytes:
    """Raises OSError, CalledProcessError, TimeoutExpired."""
    # Safe (S603): our own command; the text is one argument and no shell reads it.
    printed = subprocess.run(command, capture_output=True, check=True, timeout=TIMEOUT_S).stdout  # noqa: S603
    with wave.open(io.BytesIO(printed)) as wav:
        return bytes(wav.readframes(wav.getnframes()))
