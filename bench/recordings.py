"""A sentence as the agent hears it: spoken by flite, sent through Opus at 24 kbit/s, decoded by our recogniser."""

import io
import wave
from base64 import b64decode
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import batched
from typing import Literal, cast

import av
import numpy
from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from agent_container.workers.process import WorkerProcess
from tests.end_to_end.speech import spoken

OPUS_HZ, OPUS_FRAME, OPUS_BIT_RATE = 48_000, 960, 24_000  # as browsers send speech
HEARD_HZ = 16_000
LEAD_IN_S, SILENCE_S = 0.3, 0.25  # what the agent's voice activity detector leaves around an utterance
FED_BYTES = 1024  # 32 ms, the detector's window

Samples = NDArray[numpy.int16]
"""Mono."""


class Listener:
    """One decoder for all sentences, as in a talk: it adapts to what it has heard before."""

    def __init__(self) -> None:
        self._decoder = WorkerProcess("agent_container.workers.decoder")
        self._decoder.until_ready()

    def hear(self, text: str, voice: str) -> list[str]:
        """What it may have been, the best guess first. Empty when nothing was heard."""
        self._decoder.call("start")
        for piece in batched(recorded(text, voice).tobytes(), FED_BYTES, strict=False):
            self._decoder.call("feed", bytes(piece))
        return cast("list[str]", self._decoder.call("finish"))

    def close(self) -> None:
        self._decoder.close()


def recorded(text: str, voice: str) -> Samples:
    """At HEARD_HZ."""
    with wave.open(io.BytesIO(b64decode(spoken(text, voice)))) as wav:
        rate, samples = wav.getframerate(), numpy.frombuffer(wav.readframes(wav.getnframes()), numpy.int16)
    around = numpy.zeros(round(LEAD_IN_S * rate), numpy.int16), numpy.zeros(round(SILENCE_S * rate), numpy.int16)
    return through_opus(numpy.concatenate([around[0], samples, around[1]]), rate)


def through_opus(samples: Samples, rate: int) -> Samples:
    encoder, decoder = _opus("w"), _opus("r")
    to_send = AudioResampler(format="s16", layout="mono", rate=OPUS_HZ, frame_size=OPUS_FRAME)
    to_hear = AudioResampler(format="s16", layout="mono", rate=HEARD_HZ)
    sent = [packet for frame in _resampled(to_send, [_frame(samples, rate)]) for packet in encoder.encode(frame)]
    sent += encoder.encode(None)
    arrived = [frame for packet in sent for frame in decoder.decode(packet)]
    return numpy.concatenate([frame.to_ndarray().reshape(-1) for frame in _resampled(to_hear, arrived)])


def _opus(mode: Literal["r", "w"]) -> AudioCodecContext:
    codec = av.CodecContext.create("libopus", mode)
    codec.sample_rate, codec.format, codec.layout = OPUS_HZ, "s16", "mono"
    if mode == "w":
        codec.time_base = Fraction(1, OPUS_HZ)
        codec.bit_rate = OPUS_BIT_RATE
        codec.options = {"application": "voip"}
    return codec


def _frame(samples: Samples, rate: int) -> AudioFrame:
    frame = AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate, frame.pts = rate, 0
    return frame


def _resampled(resampler: AudioResampler, frames: Iterable[AudioFrame]) -> Iterator[AudioFrame]:
    for frame in [*frames, None]:
        yield from resampler.resample(frame)
