"""Sound and pictures in one file, on one clock. Frames that are left out are a longer last one: nothing shifts."""

from fractions import Fraction
from pathlib import Path

from av.video.stream import VideoStream
from livekit import api

from local.egress.recorder.canvas import Canvas
from local.egress.recorder.layout import HEIGHT, WIDTH
from local.egress.recorder.picture import I420
from local.egress.recorder.scene import FRAMES_PER_SECOND, Scene
from local.egress.recorder.sound_file import SoundFile

KEY_FRAME_EVERY_S = 2
# No frame waits for a later one: what was shown is on the disk half a second later.
X264_OPTIONS = {
    "preset": "veryfast",
    "tune": "zerolatency",
    "profile": "high",
    "crf": "23",
    "maxrate": "3000k",
    "bufsize": "6000k",
}


class TalkFile(SoundFile):
    def __init__(self, path: Path, *, bits_per_second: int = 0) -> None:
        self._canvas = Canvas()
        super().__init__(path, api.EncodedFileType.MP4, bits_per_second=bits_per_second)

    def show(self, scenes: list[Scene]) -> None:
        """Blocks for some milliseconds for each."""
        for scene in scenes:
            frame = self._canvas.draw(scene)
            frame.pts = scene.number
            frame.time_base = Fraction(1, FRAMES_PER_SECOND)
            self._file.mux(self._pictures.encode(frame))

    def _add_streams(self) -> None:
        track: VideoStream = self._file.add_stream("libx264", rate=FRAMES_PER_SECOND, options=X264_OPTIONS)
        track.width, track.height, track.pix_fmt = WIDTH, HEIGHT, I420
        track.codec_context.time_base = Fraction(1, FRAMES_PER_SECOND)
        track.codec_context.gop_size = KEY_FRAME_EVERY_S * FRAMES_PER_SECOND
        track.codec_context.thread_count = 1
        self._pictures = track

    def _flush(self) -> None:
        self._file.mux(self._pictures.encode(None))
