"""A person's sound is older than the moment at which it comes; how much, WebRTC's sums tell."""

import pytest

from agent_container.behaviors.measure_the_way import PACKED_S, Held, WayHere

pytestmark = pytest.mark.unit
SECOND = 48_000


class Buffer:
    """Answers what it is told to, one after the other."""

    def __init__(self, *answers: Held | None) -> None:
        self._answers = list(answers)

    async def ask(self) -> Held | None:
        return self._answers.pop(0)


def way_of(*answers: Held | None) -> tuple[WayHere, list[float]]:
    noted = list[float]()
    return WayHere(Buffer(*answers).ask, note=noted.append), noted


async def test_only_what_was_held_back_while_somebody_spoke_counts() -> None:
    before, after = (100.0 * SECOND, 1_000 * SECOND), (100.0 * SECOND + 0.08 * SECOND, 1_001 * SECOND)
    way, noted = way_of(before, after)

    await way.begin()
    await way.end()

    assert noted == [pytest.approx(0.08 + PACKED_S)]


async def test_of_a_track_that_is_gone_nothing_new_is_known() -> None:
    way, noted = way_of(None, None)

    await way.begin()
    await way.end()

    assert noted == []


async def test_a_moment_that_is_too_short_tells_nothing() -> None:
    way, noted = way_of((0.0, 0), (10.0, 480))

    await way.begin()
    await way.end()

    assert noted == []
