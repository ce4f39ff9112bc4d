import numpy
import pytest
from livekit import api, rtc

from local.egress.recorder.mix import Mix
from local.egress.recorder.sides import Side, Sides
from local.egress.recorder.timeline import Placed, Sound

pytestmark = pytest.mark.unit

PERSON, AGENT = rtc.ParticipantKind.PARTICIPANT_KIND_STANDARD, rtc.ParticipantKind.PARTICIPANT_KIND_AGENT


def sound(*samples: int) -> Sound:
    return numpy.array(samples, numpy.int16)


def test_the_agent_is_left_and_all_others_right_as_in_livekit() -> None:
    sides = Sides(api.AudioMixing.DUAL_CHANNEL_AGENT)

    assert [sides.of_next_track(kind) for kind in (PERSON, AGENT, PERSON)] == [Side.RIGHT, Side.LEFT, Side.RIGHT]


def test_tracks_take_turns_when_asked_to() -> None:
    sides = Sides(api.AudioMixing.DUAL_CHANNEL_ALTERNATE)

    assert [sides.of_next_track(kind) for kind in (PERSON, AGENT, PERSON)] == [Side.LEFT, Side.RIGHT, Side.LEFT]


def test_all_are_heard_on_both_sides_by_default() -> None:
    assert Sides(api.AudioMixing.DEFAULT_MIXING).of_next_track(AGENT) == Side.BOTH


def test_who_speaks_at_once_on_one_side_is_summed() -> None:
    mix = Mix()
    mix.add(Placed(1, sound(5, 6, 7)), Side.RIGHT)
    mix.add(Placed(2, sound(10, 10)), Side.RIGHT)
    mix.add(Placed(0, sound(1)), Side.LEFT)

    assert mix.take(5).tolist() == [[1, 0, 0, 0, 0], [0, 5, 16, 17, 0]]


def test_a_sum_that_is_too_loud_is_as_loud_as_can_be() -> None:
    mix = Mix()
    for _ in range(2):
        mix.add(Placed(0, sound(30_000, -30_000)), Side.BOTH)

    assert mix.take(2).tolist() == [[32_767, -32_768]] * 2


def test_silence_is_where_nobody_speaks() -> None:
    assert not Mix().take(480_000).any()


def test_what_is_taken_is_final_and_what_comes_later_is_counted() -> None:
    mix = Mix()
    mix.take(2)
    mix.add(Placed(1, sound(7, 8)), Side.LEFT)

    assert mix.take(4)[0].tolist() == [8, 0]
    assert mix.came_too_late == 1
