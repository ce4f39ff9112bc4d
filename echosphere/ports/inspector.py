from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from echosphere.domain.loudness import Loudness
from echosphere.domain.thumbnails import Thumbnails


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What a media file says of itself. `width` and `height` are 0 without video, `channels` 0 without sound.

    `start_s` is the file's own clock at its first sample.
    """

    duration_s: float
    channels: int
    width: int = 0
    height: int = 0
    frames_per_second: float = 0.0
    start_s: float = 0.0


class Inspector(Protocol):
    """Looks into media files."""

    def probe(self, file: BinaryIO) -> Probe:
        """Reads heads only. Raises MediaUnreadable, and what reading the file raises."""
        ...

    def listen(self, file: BinaryIO) -> Loudness:
        """Reads all of it. Raises MediaUnreadable, and what reading the file raises."""
        ...

    def join_sound(self, segments: Iterable[bytes]) -> BinaryIO:
        """One MP4 of an HLS rendition's sound as it is, without another encoding. It is gone when it is closed.

        Raises MediaUnreadable, and what the segments raise.
        """
        ...

    def thumbnails(self, file: BinaryIO, *, duration_s: float) -> Thumbnails | None:
        """Reads all of it. None without a picture. Raises MediaUnreadable, and what reading the file raises."""
        ...
