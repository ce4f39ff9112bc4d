import pytest

from local.egress.recorder.held_back import HeldBack

pytestmark = pytest.mark.unit


def test_the_first_measure_counts_whole_and_later_ones_by_their_weight() -> None:
    held_back = HeldBack(weight=0.25)

    held_back.note(10.0, 100)
    assert held_back.seconds == pytest.approx(0.1)
    held_back.note(10.0 + 50.0, 200)  # half a second each, of late

    assert held_back.seconds == pytest.approx(0.1 + 0.25 * (0.5 - 0.1))


def test_too_little_to_measure_is_left_until_it_has_grown() -> None:
    held_back = HeldBack(weight=1.0, least=100)

    held_back.note(9.0, 99)
    assert held_back.seconds == 0.0
    held_back.note(30.0, 150)

    assert held_back.seconds == pytest.approx(0.2)


def test_what_lies_a_step_away_is_no_noise_and_counts_whole() -> None:
    held_back = HeldBack(weight=0.25, step_s=0.04)

    held_back.note(10.0, 100)
    held_back.note(10.0 + 100.0, 200)

    assert held_back.seconds == pytest.approx(1.0)
