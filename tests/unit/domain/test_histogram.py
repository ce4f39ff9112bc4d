import pytest

from echosphere.domain.histogram import HIGHEST, Histogram

pytestmark = pytest.mark.unit
CLOSE = 0.05


def test_a_percentile_is_found_within_a_twentieth() -> None:
    durations = [number / 100 for number in range(1, 301)]

    histogram = Histogram.of(durations)

    assert histogram.percentile_s(0.5) == pytest.approx(1.5, rel=CLOSE)
    assert histogram.percentile_s(0.95) == pytest.approx(2.85, rel=CLOSE)


def test_those_of_several_talks_add_up_to_that_of_all_their_turns() -> None:
    first, second = [0.4, 0.9, 0.9], [0.9, 2.5]

    assert Histogram.of(first) + Histogram.of(second) == Histogram.of([*first, *second])


def test_of_nothing_there_is_no_percentile() -> None:
    assert (Histogram().percentile_s(0.5), Histogram().count) == (None, 0)


def test_what_took_no_time_and_what_took_for_ever_has_its_step() -> None:
    assert set(Histogram.of([0.0, 1e6]).counts) == {0, HIGHEST}
