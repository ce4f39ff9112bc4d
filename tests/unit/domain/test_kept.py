"""Two recorders at once: what is shown of what they made."""

from datetime import timedelta

import pytest

from echosphere.domain.kept import kept, shown_until, spares
from echosphere.domain.recording import Recording, RecordingFailure, RecordingKind, RecordingStatus
from echosphere.domain.session import Session, SessionStatus
from tests.examples import NINE_O_CLOCK, a_recording, a_session

pytestmark = pytest.mark.unit
TALK_S = 60.0


def talk(*, is_over: bool = True) -> Session:
    end = {"status": SessionStatus.ENDED, "ended_at": NINE_O_CLOCK + timedelta(seconds=TALK_S)}
    begun = {"status": SessionStatus.ACTIVE, "started_at": NINE_O_CLOCK}
    return a_session(**(begun | end if is_over else begun))


def made(attempt: int, lane: int, from_s: float, to_s: float, **changes: object) -> Recording:
    facts = {"status": RecordingStatus.READY, "started_at": NINE_O_CLOCK + timedelta(seconds=from_s)}
    facts["duration_s"] = to_s - from_s
    return a_recording(talk(), attempt=attempt, lane=lane, **{**facts, **changes})


def attempts(recordings: list[Recording]) -> list[int]:
    return [each.attempt for each in recordings]


def test_of_two_whole_ones_the_first_is_kept() -> None:
    two = [made(1, 1, -0.6, 60.0), made(2, 2, -0.3, 60.4)]

    assert attempts(kept(talk(), two)) == [1]
    assert attempts(spares(talk(), two)) == [2]


def test_of_two_whole_ones_the_one_that_is_played_already_is_kept() -> None:
    later = made(1, 1, -0.6, 60.0, changed_at=NINE_O_CLOCK + timedelta(minutes=5))

    assert attempts(kept(talk(), [later, made(2, 2, -0.5, 60.0)])) == [2]


def test_a_spare_that_came_too_late_was_never_shown_and_one_that_was_replaced_was_until_then() -> None:
    replaced_at = NINE_O_CLOCK + timedelta(minutes=5)
    short, late = made(1, 1, -0.6, 20.0), made(3, 1, -0.5, 60.0, changed_at=replaced_at + timedelta(minutes=1))
    three = [short, made(2, 2, -0.5, 60.0, changed_at=replaced_at), late]

    assert attempts(spares(talk(), three)) == [1, 3]
    assert (shown_until(talk(), three, short), shown_until(talk(), three, late)) == (replaced_at, None)


def test_the_one_that_lasted_longer_is_kept_alone_although_it_came_a_moment_later() -> None:
    assert attempts(kept(talk(), [made(1, 1, -0.6, 20.0), made(2, 2, -0.3, 60.0)])) == [2]


def test_a_whole_one_makes_both_halves_of_the_other_lane_spares() -> None:
    recordings = [made(1, 1, -0.5, 20.0), made(2, 2, -0.3, 60.0), made(3, 1, 22.0, 60.0)]

    assert attempts(kept(talk(), recordings)) == [2]
    assert attempts(spares(talk(), recordings)) == [1, 3]


def test_what_either_lane_lost_is_heard_from_the_other() -> None:
    recordings = [made(1, 1, 0.0, 40.0), made(2, 2, 0.0, 20.0), made(3, 2, 22.0, 60.0)]

    assert attempts(kept(talk(), recordings)) == [1, 3]


def test_what_neither_lane_holds_stays_a_hole() -> None:
    recordings = [made(1, 1, 0.0, 10.0), made(2, 2, 0.0, 11.0), made(3, 1, 14.0, 60.0), made(4, 2, 13.0, 60.0)]

    assert attempts(kept(talk(), recordings)) == [2, 4]


def test_one_that_missed_the_first_word_is_not_as_good() -> None:
    assert attempts(kept(talk(), [made(1, 1, 0.9, 60.0), made(2, 2, -0.4, 60.0)])) == [2]


@pytest.mark.parametrize("lasts_s", [None, 0.0, 3.0])
def test_one_without_a_length_or_of_after_the_talk_is_judged_like_any_other(lasts_s: float | None) -> None:
    late = made(2, 1, 60.5, 60.5, duration_s=lasts_s)

    assert attempts(kept(talk(), [made(1, 1, 0.0, 60.0), late])) == [1, 2]


def test_what_failed_its_checks_is_not_kept_however_long_it_is() -> None:
    silent = made(1, 1, 0.0, 60.0, status=RecordingStatus.FAILED, failure=RecordingFailure.SIDE_SILENT)

    assert attempts(kept(talk(), [silent, made(2, 2, 0.0, 60.0)])) == [2]


def test_attempts_that_follow_each_other_are_all_kept_however_short() -> None:
    assert attempts(kept(talk(), [made(1, 1, 0.0, 59.4), made(2, 1, 59.5, 59.7), made(3, 1, 59.8, 60.0)])) == [1, 2, 3]


def test_a_recorder_that_came_after_it_was_given_up_is_not_heard_beside_the_one_that_followed() -> None:
    assert attempts(kept(talk(), [made(1, 1, -0.1, 60.0), made(2, 1, 0.4, 60.0)])) == [1]


def test_a_picture_is_no_spare_of_the_sound() -> None:
    picture = made(3, 1, 0.0, 60.0, kind=RecordingKind.VIDEO)

    assert attempts(kept(talk(), [made(1, 1, 0.0, 60.0), made(2, 2, 0.0, 60.0), picture])) == [1, 3]


@pytest.mark.parametrize("status", [RecordingStatus.RECORDING, RecordingStatus.FINISHING])
def test_nothing_is_a_spare_while_a_better_one_may_come(status: RecordingStatus) -> None:
    recordings = [made(1, 1, 0.0, 20.0), made(2, 2, 0.0, 30.0), made(3, 1, 22.0, 60.0, status=status)]

    assert spares(talk(), recordings) == []
    assert spares(talk(is_over=False), recordings[:2]) == []
