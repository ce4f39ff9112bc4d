"""Sound is laid where it was said, whatever the way did to its arrival. Milliseconds at 48 kHz; no clock runs."""

import numpy
import pytest

from local.egress.recorder.mix import Mix
from local.egress.recorder.sides import Side
from local.egress.recorder.timeline import RATE, Placed, Sound, Timeline

pytestmark = pytest.mark.media

MS = RATE // 1000
FRAME = 10 * MS
# Longer ones where ten minutes pass, so that the test does not take as long.
LONG = 50 * MS
LONGER = 100 * MS


def tone(length: int, *, hz: float = 440.0, start: int = 0) -> Sound:
    return (8000 * numpy.sin(2 * numpy.pi * hz * (start + numpy.arange(length)) / RATE)).astype(numpy.int16)


def silence(length: int) -> Sound:
    return numpy.zeros(length, numpy.int16)


def frame_with_click(length: int = FRAME) -> Sound:
    frame = silence(length)
    frame[0] = 10_000
    return frame


def position_of_click(timeline: Timeline) -> int:
    return next(
        placed.position + int(numpy.argmax(placed.sound))
        for placed in timeline.place_all()
        if placed.sound.max(initial=0) > 5_000
    )


def test_sound_lies_where_it_began_not_where_it_arrived() -> None:
    timeline = Timeline()
    timeline.hear(silence(FRAME), at=500 * MS)

    (placed,) = timeline.place_all()

    assert placed.position == 490 * MS


def test_what_the_jitter_buffer_held_back_is_given_back() -> None:
    timeline = Timeline()
    timeline.held_back = 60 * MS
    timeline.hear(silence(FRAME), at=500 * MS)

    (placed,) = timeline.place_all()

    assert placed.position == 430 * MS


def test_nothing_is_placed_before_what_follows_can_tell_whether_it_came_late() -> None:
    timeline = Timeline()
    timeline.hear(silence(FRAME), at=FRAME)

    assert not list(timeline.place(now=299 * MS))
    assert list(timeline.place(now=301 * MS))


def test_a_burst_after_a_stall_moves_no_sound() -> None:
    timeline = Timeline()
    for number in range(100):
        sound = frame_with_click() if number == 60 else silence(FRAME)
        arrival = (number + 1) * FRAME
        # From 500 to 700 ms the process stood still, and heard all at once what came meanwhile.
        timeline.hear(sound, at=max(arrival, 700 * MS) if arrival > 500 * MS else arrival)

    assert position_of_click(timeline) == 60 * FRAME


def test_a_gap_is_silence_and_what_follows_lies_at_its_time() -> None:
    timeline = Timeline()
    for number in range(50):
        timeline.hear(silence(FRAME), at=(number + 1) * FRAME)
    for number in range(250, 300):
        sound = frame_with_click() if number == 260 else silence(FRAME)
        timeline.hear(sound, at=(number + 1) * FRAME)

    assert position_of_click(timeline) == 260 * FRAME


def test_jitter_of_the_arrival_is_not_heard() -> None:
    timeline = Timeline()
    late = [0, 15, 3, 30, 0, 8, 22, 1] * 50
    for number, by in enumerate(late):
        timeline.hear(tone(FRAME, start=number * FRAME), at=(number + 1) * FRAME + by * MS)

    heard = numpy.concatenate([placed.sound for placed in timeline.place_all()])

    assert numpy.array_equal(heard[FRAME:], tone(len(late) * FRAME)[FRAME:])


@pytest.mark.parametrize("parts_per_million", [-300, 300])
def test_ten_minutes_of_a_clock_that_drifts_stay_within_five_milliseconds_and_click_nowhere(
    parts_per_million: int,
) -> None:
    timeline, sound = Timeline(), tone(LONGER)  # 44 whole waves, so that one frame joins the next
    frames = 10 * 60 * RATE // LONGER
    steepest, last, furthest = 0, 0, 0
    for number in range(frames):
        arrival = round((number + 1) * LONGER * (1 + parts_per_million / 1e6))
        timeline.hear(sound, at=arrival)
        for placed in timeline.place(now=arrival):
            joined = numpy.concatenate([[last], placed.sound]).astype(numpy.int32)
            # Behind the first fade-in.
            steepest = max(steepest, int(abs(numpy.diff(joined)).max())) if placed.position > RATE else 0
            last = int(placed.sound[-1])
            truth = round(placed.position / LONGER / (1 + parts_per_million / 1e6)) * LONGER
            furthest = max(furthest, abs(placed.position - round(truth * (1 + parts_per_million / 1e6))))

    # A tone of 440 Hz rises by 461 from one sample to the next at most; a frame's end lies a step before the next.
    assert steepest < 2 * 461
    assert furthest < 5 * MS


def test_two_sides_with_clocks_of_their_own_are_together_after_ten_minutes() -> None:
    mix, tempos = Mix(), {Side.LEFT: 1 + 200e-6, Side.RIGHT: 1 - 200e-6}
    timelines = {side: Timeline() for side in tempos}
    last, clicked_at = 10 * 60 * RATE // LONG, {}
    for number in range(last + 10):
        for side, tempo in tempos.items():
            ends = round((number + 1) * LONG * tempo)
            timelines[side].hear(frame_with_click(LONG) if number == last else silence(LONG), at=ends)
            clicked_at[side] = round((last + 1) * LONG * tempo) - LONG
            for placed in timelines[side].place(now=ends):
                mix.add(placed, side)
        # All that is older is written.
        mix.take(number * LONG - RATE)
    start = mix.taken
    left, right = (int(numpy.argmax(row)) + start for row in mix.take(start + 2 * RATE))

    assert abs((left - clicked_at[Side.LEFT]) - (right - clicked_at[Side.RIGHT])) < 5 * MS
    assert abs(left - clicked_at[Side.LEFT]) < 5 * MS


def test_too_early_and_too_late_are_steered_to_within_two_milliseconds_in_silence_at_once() -> None:
    timeline = Timeline()
    for number in range(100):
        timeline.hear(silence(FRAME), at=(number + 1) * FRAME)
    timeline.held_back = 30 * MS

    *_, last = timeline.place_all()

    assert abs(last.position - (99 * FRAME - 30 * MS)) <= 2 * MS + FRAME


def test_silence_is_dropped_where_there_is_too_much_and_a_sound_never() -> None:
    timeline, placed = Timeline(), list[Placed]()
    for number in range(100):
        timeline.held_back = 0 if number < 45 else 400 * MS
        timeline.hear(tone(FRAME) if 40 <= number < 60 else silence(FRAME), at=(number + 1) * FRAME)
        placed += timeline.place((number + 1) * FRAME)
    placed += timeline.place_all()

    assert sum(each.sound.max(initial=0) > 5_000 for each in placed) == 20
    assert len(placed) < 90


def test_what_is_written_already_is_not_written_over_a_sound_comes_behind_it() -> None:
    timeline = Timeline()
    timeline.held_back = 900 * MS
    for number in range(5):
        timeline.hear(tone(FRAME), at=1000 * MS + (number + 1) * FRAME)

    placed = list(timeline.place_all(final=600 * MS))

    assert [each.position for each in placed[:2]] == [600 * MS, 600 * MS + len(placed[0].sound)]
    assert len(placed) == 5
