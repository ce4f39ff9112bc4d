"""Run as a program: Open JTalk with the voice Mei, Japanese text to sound."""

import os

import numpy
import pyopenjtalk

from agent_container.workers.process import Methods, run

# Of Debian's `open-jtalk-mecab-naist-jdic`; told of none, pyopenjtalk would fetch one from the network.
DEBIAN_DICTIONARY = "/var/lib/mecab/dic/open-jtalk/naist-jdic"


def load() -> Methods:
    pyopenjtalk.OPEN_JTALK_DICT_DIR = os.environ.get("OPEN_JTALK_DICT_DIR", DEBIAN_DICTIONARY).encode()
    render("あ")  # dictionary and voice are loaded by the first sound
    return {"render": render}


def render(text: str) -> bytes:
    """48 kHz mono int16."""
    samples, _ = pyopenjtalk.tts(text)
    return bytes(numpy.clip(samples, -32768, 32767).astype(numpy.int16).tobytes())


if __name__ == "__main__":
    run(load)
