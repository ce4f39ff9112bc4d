"""Noise of three kinds, made here, and speech in it at a given distance."""

from collections.abc import Callable, Mapping

import numpy
from numpy.typing import NDArray

from tests.integration.agent.person import SAMPLE_RATE, spoken

type Sound = NDArray[numpy.float64]
"""Mono, 16 kHz, [-32768, 32767]."""

SEED = 20_261_128
LOUDEST = 32_767
BABBLERS = (
    ("the train to the coast leaves at a quarter past nine from the other side", "slt"),
    ("we should have bought more bread for the guests who come in the evening", "kal16"),
    ("my sister has painted the kitchen yellow and the door in a dark green", "awb"),
    ("nobody knows how long the rain will last but the river is high already", "rms"),
    ("he asked the driver to wait and went back for the letter and the keys", "slt"),
    ("there are more apples in the garden than all of us will ever eat", "awb"),
)


def white(samples: int) -> Sound:
    return numpy.random.default_rng(SEED).standard_normal(samples)


def pink(samples: int) -> Sound:
    """Its power falls with frequency, as that of most rooms and streets does."""
    spectrum = numpy.fft.rfft(white(samples))
    falling = numpy.sqrt(numpy.arange(1, len(spectrum) + 1))
    return numpy.asarray(numpy.fft.irfft(spectrum / falling, samples))


def babble(samples: int) -> Sound:
    """Six people beside each other, who say their sentence again and again."""
    random = numpy.random.default_rng(SEED)
    together = numpy.zeros(samples)
    for text, voice in BABBLERS:
        said = sound_of(spoken(text, voice))
        again = numpy.resize(numpy.roll(said, random.integers(len(said))), samples)
        together += again / loudness(said)
    return together


NOISES: Mapping[str, Callable[[int], Sound]] = {"white": white, "pink": pink, "babble": babble}


def at_distance(noise: Sound, speech_loudness: float, *, snr_db: float) -> Sound:
    """As loud as speech of that loudness wants it."""
    return noise * (speech_loudness / loudness(noise) / 10 ** (snr_db / 20))


def loudness(sound: Sound) -> float:
    """Root mean square of what sounds."""
    heard = sound[numpy.abs(sound) > 0.01 * numpy.abs(sound).max()]
    return float(numpy.sqrt(numpy.mean(heard**2)))


def sound_of(pcm: bytes) -> Sound:
    return numpy.frombuffer(pcm, numpy.int16).astype(numpy.float64)


def pcm_of(sound: Sound) -> NDArray[numpy.int16]:
    return numpy.clip(sound, -LOUDEST - 1, LOUDEST).astype(numpy.int16)


def silence(seconds: float) -> Sound:
    return numpy.zeros(round(seconds * SAMPLE_RATE))
