"""A provider that failed is left alone for a time, and then asked by one alone."""

import pytest
from livekit.agents import APIConnectionError, APIStatusError

from agent_container.providers.chain.breaker import LONGEST_S, OPEN_S, Breaker

pytestmark = pytest.mark.unit
REFUSED = APIStatusError("no", status_code=403)
BROKEN = APIConnectionError()


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


def test_one_failure_is_enough(breaker: Breaker) -> None:
    assert breaker.let_through()

    breaker.failed(BROKEN)

    assert not breaker.let_through()


def test_after_its_time_one_request_tries_and_the_others_wait_for_its_end(breaker: Breaker, clock: Clock) -> None:
    breaker.failed(BROKEN)
    clock.now += OPEN_S

    assert breaker.let_through()
    assert not breaker.let_through()


def test_a_try_that_succeeds_closes_it(breaker: Breaker, clock: Clock) -> None:
    breaker.failed(BROKEN)
    clock.now += OPEN_S
    breaker.let_through()

    breaker.succeeded()

    assert breaker.is_closed and breaker.let_through() and breaker.let_through()


def test_a_try_that_nobody_finished_is_no_end_of_trying(breaker: Breaker, clock: Clock) -> None:
    breaker.failed(BROKEN)
    clock.now += OPEN_S
    breaker.let_through()
    clock.now += OPEN_S

    assert breaker.let_through()


def test_each_failed_try_doubles_the_time_up_to_five_minutes(breaker: Breaker, clock: Clock) -> None:
    waits = []
    for _ in range(6):
        breaker.failed(BROKEN)
        began = clock.now
        while not breaker.would_let_through():
            clock.now += 1
        waits.append(clock.now - began)

    assert waits == [30, 60, 120, 240, 300, 300]


def test_what_cannot_be_mended_by_waiting_is_left_alone_for_long(breaker: Breaker, clock: Clock) -> None:
    breaker.failed(REFUSED)
    clock.now += LONGEST_S - 1

    assert not breaker.let_through()
