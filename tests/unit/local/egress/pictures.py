"""Pictures of one brightness, as a room's tracks bring them."""

import numpy
from livekit import rtc

from local.egress.recorder.picture import Picture

NO_COLOUR = 128


def a_picture(brightness: int, width: int = 64, height: int = 36, *, quarter_turns: int = 0) -> Picture:
    colours = 2 * ((width + 1) // 2) * ((height + 1) // 2)
    data = bytes([brightness]) * (width * height) + bytes([NO_COLOUR]) * colours
    return Picture(rtc.VideoFrame(width, height, rtc.VideoBufferType.I420, data), quarter_turns)


def half_bright(width: int, height: int, *, quarter_turns: int = 0) -> Picture:
    """White above, black below."""
    flat = numpy.full(width * height * 3 // 2, NO_COLOUR, numpy.uint8)
    flat[: width * height] = 16
    flat[: width * height // 2] = 230
    return Picture(rtc.VideoFrame(width, height, rtc.VideoBufferType.I420, flat.tobytes()), quarter_turns)
