"""What the person says: sentences spoken by flite, cut to the first and the last sound."""

import io
import subprocess
import wave
from array import array
from base64 import b64encode
from functools import cache

VOICES = ("kal16", "rms", "slt")
SILENT_BELOW = 300  # of 32,767
SYNTHESIS_S = 20


@cache
def spoken(text: str, voice: str) -> str:
    """A WAV file as base64; its last sample is the end of the speech."""
    command = ["flite", "-voice", voice, "-t", text, "-o", "/dev/stdout"]
    made = subprocess.run(command, check=True, capture_output=True, timeout=SYNTHESIS_S).stdout  # noqa: S603  # no shell
    return b64encode(_trimmed(made)).decode()


def _trimmed(wav: bytes) -> bytes:
    with wave.open(io.BytesIO(_with_true_length(wav))) as source:
        rate, samples = source.getframerate(), array("h", source.readframes(source.getnframes()))
    loud = [index for index, sample in enumerate(samples) if abs(sample) > SILENT_BELOW]
    cut = io.BytesIO()
    with wave.open(cut, "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(rate)
        target.writeframes(samples[loud[0] : loud[-1] + 1].tobytes())
    return cut.getvalue()


def _with_true_length(wav: bytes) -> bytes:
    """On a pipe flite cannot go back to write the length into the header."""
    return wav[:40] + (len(wav) - 44).to_bytes(4, "little") + wav[44:]
