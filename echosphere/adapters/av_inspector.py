"""Media files through FFmpeg's libraries (PyAV).

Without numpy: FFmpeg alone fills half of the 250 MB that a function may have, and numpy would go beyond it.
"""

import errno
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

import av
from av.audio.frame import AudioFrame
from av.container import InputContainer

from echosphere.adapters.av_join_sound import join_sound
from echosphere.adapters.av_thumbnails import make_thumbnails
from echosphere.domain.errors import MediaUnavailable, MediaUnreadable
from echosphere.domain.loudness import STEPS_PER_SECOND, Loudness
from echosphere.domain.thumbnails import Thumbnails
from echosphere.ports.inspector import Probe

# 20 steps of 400 samples; speech is all there, at a sixth of the work of 48 kHz.
RATE_HZ = 8000
STEP = RATE_HZ // STEPS_PER_SECOND
SAMPLE_BYTES = 2
FULL_SCALE = 32768
# The index at a recording's end, where there is one: without it FFmpeg asks for every second of the file before the
# first, a thousand and two hundred requests for twenty minutes.
BY_INDEX = {"use_mfra_for": "pts"}
BEHIND_ALL = 2**62  # as a moment
# These say something of this machine and nothing of the file: another try may meet a better one.
OF_THIS_MACHINE = frozenset({errno.ENOSPC, errno.ENOMEM, errno.EMFILE, errno.ENFILE, errno.EIO, errno.EROFS})


class AvInspector:
    def probe(self, file: BinaryIO) -> Probe:
        with _opened(file) as container:
            sound = next(iter(container.streams.audio), None)
            picture = next(iter(container.streams.video), None)
            if sound is None and picture is None:
                raise MediaUnreadable("The file holds neither sound nor picture.")
            start_s = max(0, container.start_time or 0) / av.time_base
            return Probe(
                duration_s=_length_s(container, start_s=start_s),
                channels=sound.codec_context.channels if sound else 0,
                width=picture.codec_context.width if picture else 0,
                height=picture.codec_context.height if picture else 0,
                frames_per_second=float(picture.average_rate or 0) if picture else 0.0,
                start_s=start_s,
            )

    def listen(self, file: BinaryIO) -> Loudness:
        """Of a file with one channel both sides hear the same."""
        agent, person = sides = _Side(), _Side()  # LiveKit's DUAL_CHANNEL_AGENT: the agent left, all others right
        with _opened(file) as container:
            if not container.streams.audio:
                raise MediaUnreadable("The file holds no sound.")
            for frame in _resampled(container):
                for side, plane in zip(sides, frame.planes, strict=True):
                    side.hear(bytes(plane)[: frame.samples * SAMPLE_BYTES])
        return Loudness(duration_s=person.samples / RATE_HZ, person=person.steps(), agent=agent.steps())

    def join_sound(self, segments: Iterable[bytes]) -> BinaryIO:
        with _translated():
            return join_sound(segments)

    def thumbnails(self, file: BinaryIO, *, duration_s: float) -> Thumbnails | None:
        with _opened(file) as container:
            return make_thumbnails(container, duration_s=duration_s)


class _Side:
    """Keeps the loudest sample of each step, and of the last step what there is of it so far."""

    def __init__(self) -> None:
        self.samples = 0
        self._loudest: list[float] = []
        self._rest = array("h")

    def hear(self, samples: bytes) -> None:
        self._rest.frombytes(samples)
        self.samples += len(samples) // SAMPLE_BYTES
        whole = len(self._rest) // STEP * STEP
        self._loudest += [_loudest(self._rest[start : start + STEP]) for start in range(0, whole, STEP)]
        del self._rest[:whole]

    def steps(self) -> tuple[float, ...]:
        return (*self._loudest, *([_loudest(self._rest)] if self._rest else []))


@contextmanager
def _opened(file: BinaryIO) -> Iterator[InputContainer]:
    """Raises MediaUnreadable."""
    with _translated(), av.open(file, mode="r", options=BY_INDEX) as container:
        yield container


@contextmanager
def _translated() -> Iterator[None]:
    """FFmpeg's words are about the file and hold none of its content. Raises MediaUnreadable, MediaUnavailable."""
    try:
        yield
    except av.error.FFmpegError as error:
        if error.errno in OF_THIS_MACHINE:
            raise MediaUnavailable from error
        raise MediaUnreadable(error.strerror or type(error).__name__) from error


def _length_s(container: InputContainer, *, start_s: float) -> float:
    """By what is read last: by the index alone, the head of a file in fragments knows of the first ones."""
    told_s = (container.duration or 0) / av.time_base
    try:
        container.seek(BEHIND_ALL)
    except av.error.PermissionError:  # of a kind in which nobody can go to the end
        return told_s
    ends_s = [
        float((packet.pts + (packet.duration or 0)) * packet.time_base)
        for packet in container.demux()
        if packet.pts is not None and packet.time_base is not None
    ]
    return max([told_s, *(end_s - start_s for end_s in ends_s)])


def _resampled(container: InputContainer) -> Iterator[AudioFrame]:
    """Sixteen bits, one plane for each side."""
    resampler = av.AudioResampler(format="s16p", layout="stereo", rate=RATE_HZ)
    for frame in container.decode(audio=0):
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


def _loudest(samples: "array[int]") -> float:
    """From 0 to 1."""
    highest, lowest = max(samples), min(samples)
    return max(highest, -lowest) / FULL_SCALE
