"""The file that is written while the room talks: whole up to the last second, whenever its writer is killed."""

from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Self

import av
from livekit import api

from local.egress.recorder.timeline import RATE, Sound

FRAGMENT_US = 500_000
# LiveKit's default for audio (pkg/config/pipeline.go).
BITS_PER_SECOND = 128_000
# Samples that the AAC encoder puts before the first one; a fragmented file has no edit list that would hide them.
AAC_DELAY = 1024
MP4_OPTIONS = {
    "movflags": "frag_keyframe+empty_moov+default_base_moof",
    "frag_duration": str(FRAGMENT_US),
    "flush_packets": "1",
}
OGG_OPTIONS = {"page_duration": str(FRAGMENT_US), "flush_packets": "1"}
# Joint stereo would let one side be heard in the other.
AAC_OPTIONS = {"aac_ms": "0", "aac_is": "0", "aac_pns": "0"}


class SoundFile:
    """Stereo, 48 kHz. Used as a context, so that it is whole at the end."""

    def __init__(self, path: Path, file_type: int, *, bits_per_second: int = 0) -> None:
        is_ogg = file_type == api.EncodedFileType.OGG
        self.written = 0
        """Samples of each side."""
        self.lead_in = 0 if is_ogg else AAC_DELAY
        """Samples that a player hears before the first written one."""
        self._file = av.open(
            str(path), "w", format="ogg" if is_ogg else "mp4", options=OGG_OPTIONS if is_ogg else MP4_OPTIONS
        )
        self._track = self._file.add_stream(
            "libopus" if is_ogg else "aac",
            rate=RATE,
            layout="stereo",
            format="s16" if is_ogg else "fltp",
            options={} if is_ogg else AAC_OPTIONS,
        )
        self._track.bit_rate = bits_per_second or BITS_PER_SECOND
        self._add_streams()
        self._file.start_encoding()

    def write(self, sides: Sound) -> None:
        """`sides`: int16, one row for each."""
        if not sides.shape[1]:
            return
        frame = av.AudioFrame.from_ndarray(sides.T.reshape(1, -1), format="s16", layout="stereo")
        frame.sample_rate = RATE
        frame.pts = self.written
        frame.time_base = Fraction(1, RATE)
        self.written += sides.shape[1]
        self._file.mux(self._track.encode(frame))

    def _add_streams(self) -> None:
        """For a file that holds more than sound."""

    def _flush(self) -> None:
        """What the encoders of other streams still hold."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._flush()
        self._file.mux(self._track.encode(None))
        self._file.close()
