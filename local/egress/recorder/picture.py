"""One picture of one track, and how it fits into a box. I420: brightness, and two colours at half the size."""

from dataclasses import dataclass

import av
import numpy
from av.video.reformatter import VideoReformatter
from livekit import rtc
from numpy.typing import NDArray

Plane = NDArray[numpy.uint8]
I420 = "yuv420p"


@dataclass(frozen=True, eq=False)
class Picture:
    """`quarter_turns`: clockwise, until it stands upright."""

    frame: rtc.VideoFrame
    quarter_turns: int = 0

    def upright(self) -> av.VideoFrame:
        """Without a last odd row or column: colours come in pairs."""
        sides = (self.frame.height, self.frame.width)
        planes = [self._plane(0, sides), *(self._plane(n, ((sides[0] + 1) // 2, (sides[1] + 1) // 2)) for n in (1, 2))]
        height, width = (2 * (side // 2) for side in sides)
        cut = [plane[: height >> (n > 0), : width >> (n > 0)] for n, plane in enumerate(planes)]
        turned = [numpy.rot90(plane, -self.quarter_turns) for plane in cut]
        height, width = turned[0].shape
        joined = numpy.concatenate([plane.ravel() for plane in turned]).reshape(height * 3 // 2, width)
        return av.VideoFrame.from_ndarray(joined, format=I420)

    def _plane(self, number: int, sides: tuple[int, int]) -> Plane:
        height, width = sides
        full = self.frame.width * self.frame.height
        start = 0 if number == 0 else full + (number - 1) * height * width
        return numpy.frombuffer(self.frame.data, numpy.uint8, height * width, start).reshape(sides)


def fit(picture: Picture, width: int, height: int, scaler: VideoReformatter) -> list[Plane]:
    """As large as it goes whole into the box, in even numbers."""
    frame = picture.upright()
    scale = min(width / frame.width, height / frame.height)
    wide, high = (max(2, 2 * round(side * scale / 2)) for side in (frame.width, frame.height))
    wide, high = min(wide, width), min(high, height)
    made = scaler.reformat(frame, wide, high, I420, interpolation="BILINEAR")
    return planes_of(made.to_ndarray().ravel().astype(numpy.uint8, copy=False), wide, high)


def planes_of(flat: Plane, width: int, height: int) -> list[Plane]:
    full, quarter = width * height, width * height // 4
    half = (height // 2, width // 2)
    return [
        flat[:full].reshape(height, width),
        flat[full : full + quarter].reshape(half),
        flat[full + quarter : full + 2 * quarter].reshape(half),
    ]
