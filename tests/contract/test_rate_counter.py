"""What every counter of requests does, the one in memory and the one in DynamoDB alike."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from echosphere.adapters.dynamodb.rate_counter import DynamoRateCounter
from echosphere.adapters.memory.rate_counter import MemoryRateCounter
from echosphere.domain.identifiers import new_id
from echosphere.domain.rate_limit import RateLimit
from echosphere.ports.rate_counter import RateCounter

pytestmark = pytest.mark.contract
LIMIT = RateLimit(name="writes", most=5)
WINDOW = 1_795_900_500


@pytest.fixture(params=["memory", "dynamodb"])
def counter(request: pytest.FixtureRequest) -> RateCounter:
    if request.param == "memory":
        return MemoryRateCounter()
    request.getfixturevalue("table")
    return DynamoRateCounter()


def test_counts_up_to_the_most_and_not_beyond(counter: RateCounter) -> None:
    whose = new_id()

    assert [counter.count(whose, LIMIT, window=WINDOW, by=1) for _ in range(7)] == [1, 2, 3, 4, 5, None, None]


def test_several_at_once_are_counted_whole_or_not_at_all(counter: RateCounter) -> None:
    whose = new_id()

    assert [counter.count(whose, LIMIT, window=WINDOW, by=by) for by in (3, 3, 2, 1)] == [3, None, 5, None]


def test_more_than_the_most_is_never_counted(counter: RateCounter) -> None:
    assert counter.count(new_id(), LIMIT, window=WINDOW, by=6) is None


def test_each_person_limit_and_window_is_counted_apart(counter: RateCounter) -> None:
    whose, reads = new_id(), RateLimit(name="reads", most=5)
    counter.count(whose, LIMIT, window=WINDOW, by=5)

    assert counter.count(new_id(), LIMIT, window=WINDOW, by=1) == 1
    assert counter.count(whose, reads, window=WINDOW, by=1) == 1
    assert counter.count(whose, LIMIT, window=WINDOW + LIMIT.window_s, by=1) == 1


def test_of_many_at_once_as_many_get_through_as_may(counter: RateCounter) -> None:
    whose = new_id()
    if isinstance(counter, MemoryRateCounter):
        pytest.skip("one thread has it")

    with ThreadPoolExecutor(8) as people:
        counted = list(people.map(lambda _: counter.count(whose, LIMIT, window=WINDOW, by=1), range(20)))

    assert sorted(each for each in counted if each) == [1, 2, 3, 4, 5]
