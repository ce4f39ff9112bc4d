from dataclasses import dataclass, field

import pytest

from echosphere.adapters.memory.rate_counter import MemoryRateCounter
from echosphere.adapters.memory.settable_clock import SettableClock
from echosphere.domain.errors import TooManyRequests
from echosphere.domain.rate_limit import RateLimit, address_counted_as, counted_as
from echosphere.services.keep_within_limit import RateLimiter

pytestmark = pytest.mark.unit
WRITES = RateLimit(name="writes", most=3)
READS = RateLimit(name="reads", most=25, lease=10)


@dataclass
class CountedCounter:
    """Asks another, and remembers how often."""

    counter: MemoryRateCounter = field(default_factory=MemoryRateCounter)
    asked: int = 0

    def count(self, whose: str, limit: RateLimit, *, window: int, by: int) -> int | None:
        self.asked += 1
        return self.counter.count(whose, limit, window=window, by=by)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def counter() -> CountedCounter:
    return CountedCounter()


@pytest.fixture
def limiter(counter: CountedCounter, clock: SettableClock) -> RateLimiter:
    return RateLimiter(counter, clock)


def test_each_request_leaves_one_less(limiter: RateLimiter) -> None:
    assert [limiter.take("p", WRITES).left for _ in range(3)] == [2, 1, 0]


def test_what_is_too_much_is_refused_until_the_window_ends(limiter: RateLimiter, clock: SettableClock) -> None:
    resets_in_s = [limiter.take("p", WRITES) for _ in range(3)][-1].resets_in_s

    with pytest.raises(TooManyRequests) as refused:
        limiter.take("p", WRITES)
    assert refused.value.retry_after_s == resets_in_s
    clock.advance(resets_in_s)
    assert limiter.take("p", WRITES).left == 2


def test_one_persons_hurry_is_no_others(limiter: RateLimiter) -> None:
    for _ in range(3):
        limiter.take("p", WRITES)

    assert limiter.take("q", WRITES).left == 2


def test_many_at_once_are_counted_once(limiter: RateLimiter, counter: CountedCounter) -> None:
    assert [limiter.take("p", READS).left for _ in range(10)] == list(range(24, 14, -1))
    assert counter.asked == 1


def test_the_most_is_given_out_to_the_last_whatever_is_taken_at_once(limiter: RateLimiter) -> None:
    for _ in range(25):
        limiter.take("p", READS)

    with pytest.raises(TooManyRequests):
        limiter.take("p", READS)


def test_processes_share_what_may_be_asked(counter: CountedCounter, clock: SettableClock) -> None:
    one, other = RateLimiter(counter, clock), RateLimiter(counter, clock)
    one.take("p", READS)
    other.take("p", READS)

    assert counter.counter.count("p", READS, window=READS.window_at(clock.now()), by=0) == 20


def test_who_is_counted_cannot_be_read_from_the_count() -> None:
    assert "person" not in counted_as("person-1") and counted_as("person-1") != counted_as("person-2")


def test_an_address_cannot_be_found_by_trying_them_all() -> None:
    assert address_counted_as("192.0.2.7", key="a-key") != address_counted_as("192.0.2.7", key="another")
    assert counted_as("192.0.2.7") != address_counted_as("192.0.2.7", key="a-key")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.7", "192.0.2.8", False),
        ("2001:db8:0:1::7", "2001:db8:0:1:ffff::8", True),
        ("2001:db8:0:1::7", "2001:db8:0:2::7", False),
        ("192.0.2.7", "::ffff:192.0.2.7", True),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.8", False),
    ],
)
def test_who_has_many_addresses_counts_as_one(one: str, other: str, same: bool) -> None:
    """A provider gives 64 bits of IPv6 to a home; of IPv4, one address."""
    assert (address_counted_as(one, key="a-key") == address_counted_as(other, key="a-key")) is same
