"""Who shows something in the room: a grey picture that turns white while its voice is heard."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import av
import numpy
from livekit import rtc
from livekit.rtc.participant import UnpublishTrackError
from numpy.typing import NDArray

from tests.integration.egress.voices import EVERY, LASTS, RATE, Voice

FRAMES_PER_SECOND = 30
WIDTH, HEIGHT = 640, 360
GREY, WHITE, NO_COLOUR = 90, 230, 128
WHITE_FROM = 180
CAMERA, SCREEN = rtc.TrackSource.SOURCE_CAMERA, rtc.TrackSource.SOURCE_SCREENSHARE


@dataclass(frozen=True)
class Camera:
    track: rtc.LocalVideoTrack
    began_s: float


@asynccontextmanager
async def a_camera(voice: Voice, source: rtc.TrackSource.ValueType = CAMERA) -> AsyncIterator[Camera]:
    pictures = rtc.VideoSource(WIDTH, HEIGHT)
    track = rtc.LocalVideoTrack.create_video_track("picture", pictures)
    options = rtc.TrackPublishOptions(source=source, simulcast=False)
    showing = asyncio.create_task(_show(voice, pictures))
    began_s = time.time()
    await voice.room.local_participant.publish_track(track, options)
    try:
        yield Camera(track, began_s)
    finally:
        showing.cancel()
        await asyncio.gather(showing, return_exceptions=True)
        with suppress(UnpublishTrackError, TimeoutError):  # the room may be closed
            async with asyncio.timeout(1):
                await voice.room.local_participant.unpublish_track(track.sid)


async def _show(voice: Voice, pictures: rtc.VideoSource) -> None:
    while True:
        now_s = time.time()
        is_heard = any(0 <= now_s - at_s < LASTS / RATE for at_s in voice.bursts_s[-2:])
        flat = numpy.full(WIDTH * HEIGHT * 3 // 2, NO_COLOUR, numpy.uint8)
        flat[: WIDTH * HEIGHT] = WHITE if is_heard else GREY
        pictures.capture_frame(rtc.VideoFrame(WIDTH, HEIGHT, rtc.VideoBufferType.I420, flat.tobytes()))
        await asyncio.sleep(1 / FRAMES_PER_SECOND - (time.time() % (1 / FRAMES_PER_SECOND)))


@dataclass(frozen=True)
class Seen:
    """The brightness of each frame (rows and columns), and its second in the file."""

    at_s: list[float]
    frames: list[NDArray[numpy.uint8]]

    def flashes_s(self, left: float = 0.5, top: float = 0.5) -> list[float]:
        """When a place, as parts of width and height, turned white."""
        lit = [bool(frame[int(top * frame.shape[0]), int(left * frame.shape[1])] > WHITE_FROM) for frame in self.frames]
        return [at for at, now, before in zip(self.at_s, lit, [True, *lit], strict=False) if now and not before]

    def brightness(self, at_s: float, left: float = 0.5, top: float = 0.5) -> int:
        frame = self.frames[max(n for n, begins in enumerate(self.at_s) if begins <= at_s)]
        return int(frame[int(top * frame.shape[0]), int(left * frame.shape[1])])


def read_pictures(path: Path) -> Seen:
    at_s: list[float] = []
    frames: list[NDArray[numpy.uint8]] = []
    with av.open(str(path)) as file:
        for frame in file.decode(video=0):
            at_s.append(float(frame.time or 0))
            brightness = frame.to_ndarray().astype(numpy.uint8, copy=False)[: frame.height]
            frames.append(brightness[::4, ::4].copy())
    return Seen(at_s, frames)


def together_s(flashes_s: list[float], beeps_s: list[float]) -> list[float]:
    """How much later each picture is than the sound that it belongs to."""
    near = [min(beeps_s, key=lambda beep: abs(beep - flash)) for flash in flashes_s]
    return [flash - beep for flash, beep in zip(flashes_s, near, strict=True) if abs(flash - beep) < EVERY / RATE / 2]
