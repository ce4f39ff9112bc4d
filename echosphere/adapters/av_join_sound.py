"""The segments of an HLS rendition as one MP4: packets are copied, nothing is decoded.

The file lies on the disk: six hours at 128 kbit/s are 350 MB, and a function has 512 MB there.
"""

from collections.abc import Buffer, Iterable, Iterator
from io import RawIOBase
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

import av
from av.container import InputContainer, OutputContainer
from av.error import InvalidDataError


def join_sound(segments: Iterable[bytes]) -> BinaryIO:
    """Raises FFmpeg's errors."""
    file = NamedTemporaryFile(suffix=".m4a")  # noqa: SIM115 - whoever asked closes it
    try:
        with (
            av.open(_OneAfterTheOther(segments), "r", format="mpegts") as source,
            # What says where everything is comes first, so that a player may begin before it has all.
            av.open(file.name, "w", format="mp4", options={"movflags": "+faststart"}) as made,
        ):
            _copy(source, made)
    except BaseException:
        file.close()
        raise
    return cast("BinaryIO", file)


def _copy(source: InputContainer, made: OutputContainer) -> None:
    if not source.streams.audio:
        raise InvalidDataError(0, "no sound in the segments")
    track = source.streams.audio[0]
    copy = made.add_stream_from_template(track)
    began: int | None = None
    for packet in source.demux(track):
        if packet.pts is None or packet.dts is None:
            continue  # the last one is empty
        began = packet.pts if began is None else began
        packet.pts -= began
        packet.dts -= began
        packet.stream = copy
        made.mux(packet)


class _OneAfterTheOther(RawIOBase):
    """Transport streams may be read as one. Only the segment that is being read is in the memory."""

    def __init__(self, segments: Iterable[bytes]) -> None:
        self._segments: Iterator[bytes] = iter(segments)
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        while not self._rest:
            segment = next(self._segments, None)
            if segment is None:
                return 0
            self._rest = memoryview(segment)
        count = min(len(view), len(self._rest))
        view[:count], self._rest = self._rest[:count], self._rest[count:]
        return count
