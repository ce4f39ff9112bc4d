"""Real files, made here: what their small pictures show."""

from fractions import Fraction
from io import BytesIO

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from echosphere.adapters.av_inspector import AvInspector
from echosphere.domain.errors import MediaUnreadable
from echosphere.domain.thumbnails import Thumbnails
from tests.media.test_av_inspector import an_mp4

pytestmark = pytest.mark.media

FRAMES_PER_SECOND = 2
EVERY_S = 5


def a_video(*, seconds: int, width: int = 320, height: int = 180) -> BytesIO:
    """Brighter by 10 every five seconds, and black again after a hundred."""
    file = BytesIO()
    with av.open(file, "w", format="mp4", options={"movflags": "frag_keyframe+empty_moov"}) as container:
        stream = container.add_stream("libx264", rate=FRAMES_PER_SECOND, options={"preset": "ultrafast", "crf": "30"})
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.codec_context.gop_size = 2 * FRAMES_PER_SECOND
        for number in range(seconds * FRAMES_PER_SECOND):
            flat = np.full((height * 3 // 2, width), 128, np.uint8)
            flat[:height] = 16 + 10 * (number // FRAMES_PER_SECOND // EVERY_S % 20)
            frame = av.VideoFrame.from_ndarray(flat, format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, FRAMES_PER_SECOND)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    file.seek(0)
    return file


def thumbnails(file: BytesIO, *, duration_s: float) -> Thumbnails:
    made = AvInspector().thumbnails(file, duration_s=duration_s)
    assert made
    return made


def brightness(jpeg: bytes) -> NDArray[np.int64]:
    """0 to 255, rows and columns."""
    with av.open(BytesIO(jpeg), "r", format="jpeg_pipe") as file:
        (frame,) = file.decode(video=0)
    return frame.to_ndarray(format="gray").astype(np.int64)


def test_each_five_seconds_have_a_tile_in_their_order() -> None:
    made = thumbnails(a_video(seconds=28), duration_s=28.0)

    (sheet,) = made.sheets
    shown = brightness(sheet)
    assert (made.count, made.tile_height, shown.shape) == (6, 90, (90, 6 * 160))
    tiles = [int(shown[45, 80 + 160 * number]) for number in range(6)]
    assert tiles == pytest.approx([number * 10 * 255 / 219 for number in range(6)], abs=4)


def test_a_long_talk_has_more_sheets_of_a_hundred_tiles_each() -> None:
    made = thumbnails(a_video(seconds=512, width=160, height=90), duration_s=512.0)

    assert made.count == 103
    assert [brightness(sheet).shape for sheet in made.sheets] == [(900, 1600), (90, 480)]


def test_a_picture_that_ends_before_the_sound_fills_the_rest_with_its_last() -> None:
    made = thumbnails(a_video(seconds=10), duration_s=20.0)

    shown = brightness(made.sheets[0])
    assert made.count == 4
    assert abs(shown[45, 80 + 3 * 160] - shown[45, 80 + 160]) < 4


def test_the_poster_is_the_middle_at_full_size() -> None:
    made = thumbnails(a_video(seconds=28), duration_s=28.0)

    poster = brightness(made.poster)
    assert poster.shape == (180, 320)
    assert int(poster[90, 160]) == pytest.approx(3 * 10 * 255 / 219, abs=4)


def test_sound_alone_has_none() -> None:
    assert AvInspector().thumbnails(BytesIO(an_mp4()), duration_s=4.0) is None


def test_what_is_no_video_is_said_in_words() -> None:
    with pytest.raises(MediaUnreadable):
        AvInspector().thumbnails(BytesIO(b"no video"), duration_s=4.0)
