import pytest

from local.egress.recorder.scene import FRAMES_PER_SECOND
from local.egress.recorder.shown import Shown
from local.egress.recorder.timeline import RATE
from tests.unit.local.egress.pictures import a_picture

pytestmark = pytest.mark.unit

FRAME = RATE // FRAMES_PER_SECOND


def test_a_frame_that_does_not_come_repeats_the_last() -> None:
    shown, first, second = Shown(), a_picture(1), a_picture(2)
    shown.see(first, at=1 * FRAME)
    shown.see(second, at=4 * FRAME)

    assert [shown.in_frame(number) for number in range(6)] == [None, first, first, first, second, second]


def test_a_picture_is_shown_in_the_frame_that_begins_closest_to_it() -> None:
    shown, picture = Shown(), a_picture(1)
    shown.see(picture, at=3 * FRAME + FRAME // 3)

    assert [shown.in_frame(number) for number in (2, 3)] == [None, picture]


def test_of_more_pictures_than_frames_the_latest_is_shown() -> None:
    shown, last = Shown(), a_picture(3)
    for number, picture in enumerate((a_picture(1), a_picture(2), last)):
        shown.see(picture, at=2 * FRAME + number)

    assert shown.in_frame(2) is last


def test_one_that_comes_after_its_frame_was_drawn_is_shown_in_the_next() -> None:
    shown, late = Shown(), a_picture(1)
    assert shown.in_frame(5) is None
    shown.see(late, at=2 * FRAME)

    assert shown.in_frame(6) is late


def test_one_that_seems_to_be_older_takes_nothing_of_what_came_before_it() -> None:
    """A stall makes the measured delay too long for what comes after it."""
    shown, before, last, seems_older = Shown(), a_picture(1), a_picture(2), a_picture(3)
    shown.see(before, at=4 * FRAME)
    shown.see(last, at=9 * FRAME)
    shown.see(seems_older, at=2 * FRAME)

    assert [shown.in_frame(number) for number in (2, 5, 9)] == [None, before, seems_older]


def test_what_is_muted_is_gone() -> None:
    shown = Shown()
    shown.see(a_picture(1), at=0)
    shown.see(None, at=2 * FRAME)

    assert shown.in_frame(1)
    assert shown.in_frame(2) is None
    assert shown.is_empty
