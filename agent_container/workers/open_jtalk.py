"""Run as a program: Open JTalk with the voice Mei, Japanese text to sound."""

import numpy
import pyopenjtalk

from agent_container.workers.process import serve


def render(text: str) -> bytes:
    """48 kHz mono int16."""
    samples, _ = pyopenjtalk.tts(text)
    return bytes(numpy.clip(samples, -32768, 32767).astype(numpy.int16).tobytes())


if __name__ == "__main__":
    serve({"render": render})
