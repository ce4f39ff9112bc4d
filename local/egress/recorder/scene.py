"""What one frame of the recording shows."""

from dataclasses import dataclass

from local.egress.recorder.picture import Picture
from local.egress.recorder.timeline import RATE

FRAMES_PER_SECOND = 15


@dataclass(frozen=True)
class Tile:
    track: str
    picture: Picture


@dataclass(frozen=True)
class Scene:
    """`number`: of the frame, counted from the recording's first sample."""

    number: int
    front: Tile | None
    others: tuple[Tile, ...]

    @property
    def tiles(self) -> tuple[Tile, ...]:
        return (self.front, *self.others) if self.front else self.others


def frame_at(position: int) -> int:
    """The frame that is shown at a sample's position."""
    return position * FRAMES_PER_SECOND // RATE


def nearest_frame(position: int) -> int:
    """The frame that begins closest to it, so that pictures are neither early nor late on the whole."""
    return frame_at(position + RATE // FRAMES_PER_SECOND // 2)
