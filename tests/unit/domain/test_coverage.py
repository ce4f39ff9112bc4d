from dataclasses import replace
from datetime import timedelta

import pytest

from echosphere.domain.coverage import NOT_RECORDED, SHORTEST_GAP_S, Gap, gaps, offset_s, percent_of
from echosphere.domain.recording import Recording, RecordingFailure, RecordingKind, RecordingStatus
from echosphere.domain.session import EndReason
from tests.examples import NINE_O_CLOCK, a_recording, a_session

pytestmark = pytest.mark.unit
STARTED = a_session().activate(at=NINE_O_CLOCK)
OVER = STARTED.end(reason=EndReason.HUNG_UP, at=NINE_O_CLOCK + timedelta(seconds=60))


def a_file(from_s: float, to_s: float, **changes: object) -> Recording:
    started_at = NINE_O_CLOCK + timedelta(seconds=from_s)
    return a_recording(OVER, started_at=started_at, duration_s=to_s - from_s, status=RecordingStatus.READY, **changes)


def test_a_file_lies_in_its_talk_where_its_first_sample_was() -> None:
    assert offset_s(OVER, a_file(2.5, 60.0)) == 2.5
    assert offset_s(OVER, a_recording(OVER, created_at=NINE_O_CLOCK + timedelta(seconds=4))) == 4.0
    assert offset_s(a_session(), a_file(2.5, 60.0)) == 0.0


def test_the_slowest_sound_says_how_far_it_is() -> None:
    on_its_way = [a_recording(OVER, status=RecordingStatus.TRANSCODING, percent=percent) for percent in (70, 30)]
    others = [
        a_recording(OVER, kind=RecordingKind.VIDEO, status=RecordingStatus.TRANSCODING, percent=1),
        a_recording(OVER, status=RecordingStatus.READY, percent=5),
    ]

    assert percent_of([*on_its_way, *others]) == 30
    assert percent_of([*on_its_way, a_recording(OVER)]) == 0
    assert percent_of(others) is None


@pytest.mark.parametrize(("late_s", "is_told"), [(SHORTEST_GAP_S, False), (SHORTEST_GAP_S + 0.1, True)])
def test_what_nobody_hears_is_not_told(late_s: float, is_told: bool) -> None:
    missing = [Gap(code=NOT_RECORDED, from_s=0.0, to_s=late_s)] if is_told else []

    assert gaps(OVER, [a_file(late_s, 60.0)]) == missing


def test_a_gap_says_what_became_of_the_attempt_that_was_to_hold_it() -> None:
    first = a_file(0.0, 20.0, ended_early=True)
    second = a_file(25.0, 30.0, failure=RecordingFailure.UNREADABLE)

    assert gaps(OVER, [first, second, a_file(40.0, 60.0)]) == [
        Gap(code=RecordingFailure.UNREADABLE.value, from_s=20.0, to_s=40.0)
    ]
    assert gaps(OVER, [first, a_file(40.0, 60.0)]) == [
        Gap(code=RecordingFailure.RECORDER_DIED.value, from_s=20.0, to_s=40.0)
    ]


def test_an_attempt_that_began_behind_the_gap_is_not_to_blame_for_it() -> None:
    behind = a_file(40.0, 60.0, ended_early=True)

    assert gaps(OVER, [behind]) == [Gap(code=NOT_RECORDED, from_s=0.0, to_s=40.0)]


def test_nothing_is_missing_while_the_talk_goes_on_or_where_nothing_was_to_be_recorded() -> None:
    assert gaps(STARTED, []) == gaps(replace(OVER, recorded=False), []) == []
