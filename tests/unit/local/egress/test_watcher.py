import pytest
from livekit import rtc

from local.egress.recorder.watcher import is_farewell

pytestmark = pytest.mark.unit


def frame(width: int, height: int) -> rtc.VideoFrame:
    return rtc.VideoFrame(width, height, rtc.VideoBufferType.I420, bytes(width * height * 3 // 2))


@pytest.mark.parametrize(("width", "height"), [(8, 8), (2, 2)])
def test_what_the_server_sends_at_the_end_of_a_track_is_no_picture(width: int, height: int) -> None:
    assert is_farewell(frame(width, height))


@pytest.mark.parametrize(("width", "height"), [(16, 16), (8, 320), (640, 360)])
def test_what_somebody_shows_is_one(width: int, height: int) -> None:
    assert not is_farewell(frame(width, height))
